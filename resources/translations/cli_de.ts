<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>cli</name>
    <message>
        <source>%1: expires on %2, within %3 days: %4</source>
        <translation>%1: läuft am %2 ab, innerhalb von %3 Tagen: %4</translation>
    </message>
    <message>
        <source>TARGET…</source>
        <translation>ZIEL…</translation>
    </message>
    <message>
        <source>walk a domain&apos;s mail servers, or one, through SMTP and STARTTLS, and judge them for every kind of client</source>
        <translation>die Mailserver einer Domain oder einen Server durch SMTP und STARTTLS führen und für jede Art von Client beurteilen</translation>
    </message>
    <message>
        <source>Inspects every address of each target. A bare name is a mail domain, every address of every MX host;
a server is host:NAME, NAME:PORT, 192.0.2.1, [2001:db8::1]:587, or has a scheme:
smtp:// (25), submission:// (587), submissions:// (465, implicit TLS), lmtp:// (24).</source>
        <translation>Prüft jede Adresse jedes Ziels. Ein bloßer Name ist eine Mail-Domain, mit jeder Adresse jedes MX-Hosts;
ein Server ist host:NAME, NAME:PORT, 192.0.2.1, [2001:db8::1]:587 oder hat ein Schema:
smtp:// (25), submission:// (587), submissions:// (465, implizites TLS), lmtp:// (24).</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 is too large for this option</source>
        <translation>%1 ist für diese Option zu groß</translation>
    </message>
    <message>
        <source>unknown policy %1; there is: %2</source>
        <translation>unbekannte Richtlinie %1; es gibt: %2</translation>
    </message>
    <message>
        <source>%1 is no SHA-256: a pin is 64 hex digits, with or without colons</source>
        <translation>%1 ist kein SHA-256: ein Pin hat 64 Hexziffern, mit oder ohne Doppelpunkte</translation>
    </message>
    <message>
        <source>%1 holds no usable trust anchors: %2. Give PEM certificates.</source>
        <translation>%1 enthält keine brauchbaren Vertrauensanker: %2. PEM-Zertifikate angeben.</translation>
    </message>
    <message>
        <source>%1 cannot stand behind EHLO: give a host name such as probe.example.net</source>
        <translation>%1 kann nicht hinter EHLO stehen: einen Hostnamen wie probe.example.net angeben</translation>
    </message>
    <message>
        <source>unknown service %1; there is: %2</source>
        <translation>unbekannter Dienst %1; es gibt: %2</translation>
    </message>
    <message>
        <source>%1 is no port: a port is a number from 1 to 65535</source>
        <translation>%1 ist kein Port: ein Port ist eine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>%1 is no address: --connect takes 192.0.2.1:25 or [2001:db8::1]:25</source>
        <translation>%1 ist keine Adresse: --connect nimmt 192.0.2.1:25 oder [2001:db8::1]:25</translation>
    </message>
    <message>
        <source>--proxy takes socks5://[USER:PASSWORD@]HOST:PORT or http://…</source>
        <translation>--proxy nimmt socks5://[USER:PASSWORD@]HOST:PORT oder http://…</translation>
    </message>
    <message>
        <source>--ipv4 and --ipv6 exclude each other; leave both out to inspect both</source>
        <translation>--ipv4 und --ipv6 schließen einander aus; für beide beide weglassen</translation>
    </message>
    <message>
        <source>%1 holds no DNSSEC trust anchors: give DS or DNSKEY records, one a line</source>
        <translation>%1 enthält keine DNSSEC-Vertrauensanker: DS- oder DNSKEY-Records angeben, einen je Zeile</translation>
    </message>
    <message>
        <source>%1 is no address: --resolver takes 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:53</source>
        <translation>%1 ist keine Adresse: --resolver nimmt 192.0.2.53, 192.0.2.53:5353 oder [2001:db8::53]:53</translation>
    </message>
    <message>
        <source>ask this DNS server (the system&apos;s resolver)</source>
        <translation>diesen DNS-Server fragen (den Resolver des Systems)</translation>
    </message>
    <message>
        <source>where the MTA-STS policy host is reached (its address, 443)</source>
        <translation>wo der MTA-STS-Richtlinienserver zu erreichen ist (seine Adresse, 443)</translation>
    </message>
    <message>
        <source>%1 is no address: --sts-connect takes 192.0.2.1:443 or [2001:db8::1]:443</source>
        <translation>%1 ist keine Adresse: --sts-connect nimmt 192.0.2.1:443 oder [2001:db8::1]:443</translation>
    </message>
    <message>
        <source>DS or DNSKEY records to trust beside the root&apos;s; repeatable</source>
        <translation>DS- oder DNSKEY-Records, denen neben denen der Wurzel vertraut wird; mehrfach</translation>
    </message>
    <message>
        <source>%1 is no timeout: give whole seconds from 1 to 3600</source>
        <translation>%1 ist keine Frist: ganze Sekunden von 1 bis 3600 angeben</translation>
    </message>
    <message>
        <source>%1: --jobs takes a number from 1 to 256</source>
        <translation>%1: --jobs nimmt eine Zahl von 1 bis 256</translation>
    </message>
    <message>
        <source>%1: --expires-within takes a number of days</source>
        <translation>%1: --expires-within nimmt eine Anzahl Tage</translation>
    </message>
    <message>
        <source>unknown format %1; there is: %2</source>
        <translation>unbekanntes Format %1; es gibt: %2</translation>
    </message>
    <message>
        <source>--output needs the name of a file</source>
        <translation>--output braucht den Namen einer Datei</translation>
    </message>
    <message>
        <source>%1, line %2: </source>
        <translation>%1, Zeile %2: </translation>
    </message>
    <message>
        <source>name a domain or a server to inspect, as in: mailseal-cli inspect example.org</source>
        <translation>eine Domain oder einen Server nennen, wie in: mailseal-cli inspect example.org</translation>
    </message>
    <message>
        <source>%1 (what the target says)</source>
        <translation>%1 (wie es das Ziel sagt)</translation>
    </message>
    <message>
        <source>port (the target&apos;s, or the service&apos;s)</source>
        <translation>Port (der des Ziels oder des Dienstes)</translation>
    </message>
    <message>
        <source>connect there instead: test before a DNS change</source>
        <translation>stattdessen dorthin verbinden: Test vor einer DNS-Änderung</translation>
    </message>
    <message>
        <source>send no SNI, as plain Postfix does</source>
        <translation>kein SNI senden, wie einfaches Postfix</translation>
    </message>
    <message>
        <source>EHLO name (the machine&apos;s full name)</source>
        <translation>EHLO-Name (der volle Name des Rechners)</translation>
    </message>
    <message>
        <source>act under: %1 (opportunistic)</source>
        <translation>verhalten wie: %1 (opportunistic)</translation>
    </message>
    <message>
        <source>trust anchors in PEM instead of the system&apos;s</source>
        <translation>Vertrauensanker als PEM statt derer des Systems</translation>
    </message>
    <message>
        <source>pinned certificate or public key, hex; repeatable</source>
        <translation>Pin von Zertifikat oder öffentlichem Schlüssel, hexadezimal; mehrfach möglich</translation>
    </message>
    <message>
        <source>socks5:// or http://, with user and password if need be</source>
        <translation>socks5:// oder http://, nötigenfalls mit Benutzer und Passwort</translation>
    </message>
    <message>
        <source>IPv4 addresses only</source>
        <translation>nur IPv4-Adressen</translation>
    </message>
    <message>
        <source>IPv6 addresses only</source>
        <translation>nur IPv6-Adressen</translation>
    </message>
    <message>
        <source>for one whole inspection (120)</source>
        <translation>für eine ganze Prüfung (120)</translation>
    </message>
    <message>
        <source>targets inspected at the same time (8)</source>
        <translation>so viele Ziele zugleich (8)</translation>
    </message>
    <message>
        <source>one target a line, # comments; - is standard input</source>
        <translation>ein Ziel je Zeile, # für Kommentare; - ist die Standardeingabe</translation>
    </message>
    <message>
        <source>a certificate that expires by then counts as violated</source>
        <translation>ein Zertifikat, das bis dahin abläuft, zählt als verletzt</translation>
    </message>
    <message>
        <source>%1 (text)</source>
        <translation>%1 (text)</translation>
    </message>
    <message>
        <source>write there, atomically (standard output)</source>
        <translation>dorthin schreiben, ganz oder gar nicht (Standardausgabe)</translation>
    </message>
    <message>
        <source>unknown option %1</source>
        <translation>unbekannte Option %1</translation>
    </message>
    <message>
        <source>unknown option %1; did you mean %2?</source>
        <translation>unbekannte Option %1; gemeint war %2?</translation>
    </message>
    <message>
        <source>%1 is given twice</source>
        <translation>%1 ist doppelt angegeben</translation>
    </message>
    <message>
        <source>%1 takes no value</source>
        <translation>%1 nimmt keinen Wert</translation>
    </message>
    <message>
        <source>%1 needs a value: %1 %2</source>
        <translation>%1 braucht einen Wert: %1 %2</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>die Standardausgabe</translation>
    </message>
    <message>
        <source>cannot write to %1: %2</source>
        <translation>Schreiben nach %1 gescheitert: %2</translation>
    </message>
    <message>
        <source>mailseal-cli: does mail to this server travel encrypted, is the server who it says it is, and which senders would refuse it, and why?</source>
        <translation>mailseal-cli: Kommt Mail verschlüsselt zu diesem Server, ist der Server, wer er zu sein behauptet, welche Absender würden ihn ablehnen, und warum?</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>Aufruf:</translation>
    </message>
    <message>
        <source>everything about one verb</source>
        <translation>alles über ein Verb</translation>
    </message>
    <message>
        <source>Exit codes: 0 satisfied, 1 violated or not applicable, 2 usage or a file that cannot be read, 3 could not be told. The worst of several servers counts: 2, 3, 1, 0.</source>
        <translation>Exit-Codes: 0 erfüllt, 1 verletzt oder nicht anwendbar, 2 Aufruf oder nicht lesbare Datei, 3 nicht festzustellen. Von mehreren Servern zählt der schlimmste: 2, 3, 1, 0.</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONEN</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>See mailseal-cli help %1.</source>
        <translation>Siehe mailseal-cli help %1.</translation>
    </message>
    <message>
        <source>See mailseal-cli --help.</source>
        <translation>Siehe mailseal-cli --help.</translation>
    </message>
    <message>
        <source>unknown verb %1; there is: %2</source>
        <translation>unbekanntes Verb %1; es gibt: %2</translation>
    </message>
    <message>
        <source>unknown verb %1; did you mean %2?</source>
        <translation>unbekanntes Verb %1; gemeint war %2?</translation>
    </message>
    <message>
        <source>name a verb, as in: mailseal-cli inspect host:mx.example.org</source>
        <translation>ein Verb nennen, etwa so: mailseal-cli inspect host:mx.example.org</translation>
    </message>
    <message>
        <source>it is no regular file; redirect standard output instead</source>
        <translation>das ist keine gewöhnliche Datei; stattdessen die Standardausgabe umleiten</translation>
    </message>
    <message>
        <source>A B</source>
        <translation>A B</translation>
    </message>
    <message>
        <source>two servers, or one before and after a change, side by side</source>
        <translation>zwei Server, oder einen vor und nach einer Änderung, nebeneinander</translation>
    </message>
    <message>
        <source>Each side is a target, which is inspected now, or a saved file (what exists is a file; - is standard input).
Facts are compared, not lines of text: verdicts, certificates, names, TLS, EHLO lists, conformance. Host, address,
port, times and the names asked for are shown and never counted. Of several addresses the same host is compared
with itself, the others in their order of preference; one without a partner is one difference.
Exit codes: 0 equal, 1 different, 2 usage or a file that cannot be read, 3 a side could not be inspected.</source>
        <translation>Jede Seite ist ein Ziel, das jetzt geprüft wird, oder eine gespeicherte Datei (was es gibt, ist eine Datei;
- ist die Standardeingabe). Verglichen werden Tatsachen, nicht Textzeilen: Urteile, Zertifikate, Namen, TLS,
EHLO-Listen, Konformität. Host, Adresse, Port, Zeiten und die gefragten Namen werden gezeigt und nie gezählt. Von
mehreren Adressen wird derselbe Host mit sich selbst verglichen, die übrigen in der Reihenfolge ihres Vorrangs;
eine ohne Gegenstück ist ein Unterschied.
Exitcodes: 0 gleich, 1 verschieden, 2 Aufruf oder eine unlesbare Datei, 3 eine Seite ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>there is no file %1, and as a server: %2</source>
        <translation>es gibt keine Datei %1, und als Server: %2</translation>
    </message>
    <message>
        <source>name two sides, servers or saved files, as in: mailseal-cli compare before.mailseal host:mx.example.org</source>
        <translation>zwei Seiten nennen, Server oder gespeicherte Dateien, etwa: mailseal-cli compare vorher.mailseal host:mx.example.org</translation>
    </message>
    <message>
        <source>standard input can be one side only</source>
        <translation>die Standardeingabe kann nur eine Seite sein</translation>
    </message>
    <message>
        <source>%1 is no address: %2 takes 192.0.2.1:25 or [2001:db8::1]:25</source>
        <translation>%1 ist keine Adresse: %2 nimmt 192.0.2.1:25 oder [2001:db8::1]:25</translation>
    </message>
    <message>
        <source>%1: that side is a file and connects nowhere</source>
        <translation>%1: diese Seite ist eine Datei und verbindet sich nirgendwohin</translation>
    </message>
    <message>
        <source>also what is the same, what is not counted, and the transcripts</source>
        <translation>auch, was gleich ist, was nicht gezählt wird, und die Transkripte</translation>
    </message>
    <message>
        <source>connect there instead for the first server: test before a DNS change</source>
        <translation>beim ersten Server stattdessen dorthin verbinden: vor einer DNS-Änderung testen</translation>
    </message>
    <message>
        <source>the same for the second server</source>
        <translation>dasselbe beim zweiten Server</translation>
    </message>
    <message>
        <source>%1 is no time: --at takes 2026-11-24 or 2026-11-24T10:02:00Z</source>
        <translation>%1 ist keine Zeit: --at nimmt 2026-11-24 oder 2026-11-24T10:02:00Z</translation>
    </message>
    <message>
        <source>a redacted inspection has lost its certificates and cannot be judged again</source>
        <translation>eine geschwärzte Prüfung hat ihre Zertifikate verloren und lässt sich nicht neu beurteilen</translation>
    </message>
    <message>
        <source>judge what was saved again, by today&apos;s rules and clock</source>
        <translation>Gespeichertes neu beurteilen, nach heutigen Regeln und heutiger Uhr</translation>
    </message>
    <message>
        <source>judge as of then: ISO 8601, UTC unless it says otherwise</source>
        <translation>zu diesem Zeitpunkt beurteilen: ISO 8601, UTC, wenn nichts anderes dasteht</translation>
    </message>
    <message>
        <source>trust anchors in PEM instead of the system&apos;s or the saved ones</source>
        <translation>Vertrauensanker in PEM statt der des Systems oder der gespeicherten</translation>
    </message>
    <message>
        <source>replace names and addresses, the same one always by the same</source>
        <translation>Namen und Adressen ersetzen, denselben immer durch denselben</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>name one saved file, as in: mailseal-cli show before.mailseal (- is standard input)</source>
        <translation>nennen Sie eine gespeicherte Datei, etwa: mailseal-cli show vorher.mailseal (- ist die Standardeingabe)</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>a saved inspection in any format, as it was judged then or judged again</source>
        <translation>eine gespeicherte Prüfung in jedem Format, wie sie damals beurteilt wurde oder neu beurteilt</translation>
    </message>
    <message>
        <source>Opens a .mailseal file (what inspect writes as json or jsonl; - is standard input), offline, and prints
what was judged then. --rejudge, --at or --roots judge it again from the saved evidence: by today&apos;s rules, as of
now or then, with the saved trust anchors or others; the report says which verdicts have changed.
The exit code is that of the policy each inspection acted under.</source>
        <translation>Öffnet eine .mailseal-Datei (was inspect als json oder jsonl schreibt; - ist die Standardeingabe), offline, und gibt aus,
was damals geurteilt wurde. --rejudge, --at oder --roots beurteilen sie neu aus dem Gespeicherten: nach den Regeln von heute, zum
heutigen oder einem anderen Zeitpunkt, mit den gespeicherten oder anderen Vertrauensankern; der Bericht sagt, welche Urteile sich geändert haben.
Der Exit-Code ist der der Richtlinie, nach der jede Prüfung handelte.</translation>
    </message>
    <message>
        <source>the name that the certificate should hold</source>
        <translation>der Name, den das Zertifikat tragen soll</translation>
    </message>
    <message>
        <source>a record such as 3 1 1 HEX, taken as DNSSEC-secure; repeatable</source>
        <translation>ein Record wie 3 1 1 HEX, gilt als durch DNSSEC gesichert; mehrfach erlaubt</translation>
    </message>
    <message>
        <source>an MTA-STS policy, as it is served</source>
        <translation>eine MTA-STS-Richtlinie, wie sie ausgeliefert wird</translation>
    </message>
    <message>
        <source>%1 (all policies are asked)</source>
        <translation>%1 (alle Richtlinien werden gefragt)</translation>
    </message>
    <message>
        <source>the exit code tells of: %1 (webpki where there is --host, else the chain alone)</source>
        <translation>der Rückgabewert gilt für: %1 (webpki, wo --host steht, sonst die Kette allein)</translation>
    </message>
    <message>
        <source>name one certificate file, as in: mailseal-cli verify chain.pem --host mx.example.org (- is standard input)</source>
        <translation>eine Zertifikatsdatei angeben, zum Beispiel: mailseal-cli verify chain.pem --host mx.example.org (- ist die Standardeingabe)</translation>
    </message>
    <message>
        <source>%1 holds no usable certificates: %2. Give PEM, the server&apos;s own certificate first.</source>
        <translation>%1 enthält keine brauchbaren Zertifikate: %2. PEM angeben, das eigene Zertifikat des Servers zuerst.</translation>
    </message>
    <message>
        <source>CHAIN.pem</source>
        <translation>KETTE.pem</translation>
    </message>
    <message>
        <source>judge a certificate file as if a server had sent it, before it is installed</source>
        <translation>eine Zertifikatsdatei beurteilen, als hätte ein Server sie gesendet, bevor sie eingespielt wird</translation>
    </message>
    <message>
        <source>Judges the certificates of a PEM file (the server&apos;s own first; - is standard input) for every
kind of client, without a network, and prints the TLSA records that would match. STARTTLS and
TLS 1.3 are assumed; keys in the file are not read. A host that is no host name matches nothing.
Without --host and --policy the exit code tells of the chain alone: 0 trusted, 1 not.</source>
        <translation>Beurteilt die Zertifikate einer PEM-Datei (das des Servers zuerst; - ist die Standardeingabe) für jede
Art von Client, ohne Netz, und nennt die TLSA-Records, die passen würden. STARTTLS und
TLS 1.3 werden angenommen; Schlüssel in der Datei werden nicht gelesen. Ein Name, der kein Hostname ist, passt auf nichts.
Ohne --host und --policy gilt der Rückgabewert der Kette allein: 0 vertrauenswürdig, 1 nicht.</translation>
    </message>
    <message>
        <source>do without further short connections that look for other certificates (without SNI, of another kind of key)</source>
        <translation>ohne weitere kurze Verbindungen, die nach anderen Zertifikaten sehen (ohne SNI, mit anderer Schlüsselart)</translation>
    </message>
    <message>
        <source>%1 is neither a host name nor an IP address: --name takes the name that the certificate should hold</source>
        <translation>%1 ist weder ein Hostname noch eine IP-Adresse: --name nimmt den Namen, den das Zertifikat enthalten soll</translation>
    </message>
    <message>
        <source>reference name or IP address; a name is SNI too (the target&apos;s host)</source>
        <translation>Referenzname oder IP-Adresse; ein Name ist auch SNI (der Host des Ziels)</translation>
    </message>
    <message>
        <source>More, down to certificates and DNS: --full</source>
        <translation>Mehr, bis zu Zertifikaten und DNS: --full</translation>
    </message>
    <message>
        <source>text with everything: DNS, session, certificates, names, conformance, sources</source>
        <translation>Text mit allem: DNS, Sitzung, Zertifikate, Namen, Einhaltung der RFC, Quellen</translation>
    </message>
</context>
</TS>
