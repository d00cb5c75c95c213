<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
<context>
    <name>Preferences</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is too large for a file of trust anchors.</source>
        <translation>%1 ist zu groß für eine Datei mit Vertrauensankern.</translation>
    </message>
    <message>
        <source>%1 holds no usable trust anchors: %2. Choose a file with PEM certificates.</source>
        <translation>%1 enthält keine brauchbaren Vertrauensanker: %2. Eine Datei mit PEM-Zertifikaten wählen.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 holds no DNSSEC trust anchors: %2. Choose a file of DS or DNSKEY records.</source>
        <translation>%1 enthält keine DNSSEC-Vertrauensanker: %2. Eine Datei mit DS- oder DNSKEY-Records wählen.</translation>
    </message>
</context>
<context>
    <name>mailseal::AboutBox</name>
    <message>
        <source>About Mailseal</source>
        <translation>Über Mailseal</translation>
    </message>
    <message>
        <source>Mailseal %1</source>
        <translation>Mailseal %1</translation>
    </message>
    <message>
        <source>Shows whether mail to a server travels encrypted, who the server is, and which senders would refuse it. It speaks to the servers you ask about and to nobody else.

Apache License 2.0</source>
        <translation>Zeigt, ob Mail an einen Server verschlüsselt übertragen wird, wer der Server ist und welche Absender ihn ablehnen würden. Es spricht mit den Servern, nach denen gefragt wird, und mit niemandem sonst.

Apache License 2.0</translation>
    </message>
</context>
<context>
    <name>mailseal::AnswerCard</name>
    <message>
        <source>%1: show %2</source>
        <translation>%1: %2 zeigen</translation>
    </message>
</context>
<context>
    <name>mailseal::ArrangeButton</name>
    <message>
        <source>Group, sort and choose servers</source>
        <translation>Server gruppieren, sortieren und auswählen</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Gruppieren nach</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>&amp;Verdict</source>
        <translation>&amp;Urteil</translation>
    </message>
    <message>
        <source>&amp;Problem</source>
        <translation>&amp;Problem</translation>
    </message>
    <message>
        <source>&amp;Expiry</source>
        <translation>&amp;Ablauf</translation>
    </message>
    <message>
        <source>&amp;Issuer</source>
        <translation>Aus&amp;steller</translation>
    </message>
    <message>
        <source>&amp;Not at all</source>
        <translation>&amp;Gar nicht</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>As &amp;listed</source>
        <translation>Wie auf&amp;gelistet</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Reverse</source>
        <translation>Um&amp;gekehrt</translation>
    </message>
    <message>
        <source>Show &amp;only</source>
        <translation>&amp;Nur zeigen</translation>
    </message>
    <message>
        <source>&amp;Everything</source>
        <translation>A&amp;lles</translation>
    </message>
    <message>
        <source>E&amp;xpiry</source>
        <translation>A&amp;blauf</translation>
    </message>
</context>
<context>
    <name>mailseal::CapabilityModel</name>
    <message>
        <source>Capability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Before TLS</source>
        <translation>Vor TLS</translation>
    </message>
    <message>
        <source>After TLS</source>
        <translation>Nach TLS</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>mailseal::CapabilityText</name>
    <message>
        <source>only under TLS, as it should be</source>
        <translation>nur unter TLS, wie es sein soll</translation>
    </message>
    <message>
        <source>passwords are invited in clear text (RFC 4954 §4)</source>
        <translation>lädt zu Passwörtern im Klartext ein (RFC 4954 §4)</translation>
    </message>
    <message>
        <source>in clear text, but neither PLAIN nor LOGIN</source>
        <translation>im Klartext, aber weder PLAIN noch LOGIN</translation>
    </message>
    <message>
        <source>offered inside TLS, which RFC 3207 §4.2 forbids</source>
        <translation>innerhalb von TLS angeboten, was RFC 3207 §4.2 verbietet</translation>
    </message>
    <message>
        <source>not offered again (RFC 3207 §4.2)</source>
        <translation>nicht noch einmal angeboten (RFC 3207 §4.2)</translation>
    </message>
    <message>
        <source>no second list, so it could not be told</source>
        <translation>keine zweite Liste, daher nicht feststellbar</translation>
    </message>
    <message>
        <source>looks like STARTTLS, masked by a device on the way</source>
        <translation>sieht nach STARTTLS aus, unterwegs von einem Gerät überschrieben</translation>
    </message>
    <message>
        <source>only in clear text</source>
        <translation>nur im Klartext</translation>
    </message>
    <message>
        <source>only under TLS</source>
        <translation>nur unter TLS</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>angeboten</translation>
    </message>
</context>
<context>
    <name>mailseal::CertificateDetails</name>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Key SHA-256</source>
        <translation>SHA-256 des Schlüssels</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1 bis %2, %3</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>itself (self-signed)</source>
        <translation>er selbst (selbstsigniert)</translation>
    </message>
    <message numerus="yes">
        <source>%n names:</source>
        <translation>
            <numerusform>%n Name:</numerusform>
            <numerusform>%n Namen:</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>mailseal::CertificateText</name>
    <message>
        <source>1 certificate</source>
        <translation>1 Zertifikat</translation>
    </message>
    <message numerus="yes">
        <source>%n certificates</source>
        <translation>
            <numerusform>%n Zertifikat</numerusform>
            <numerusform>%n Zertifikate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::CertificatesPane</name>
    <message>
        <source>Copy &amp;PEM</source>
        <translation>&amp;PEM kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;fingerprint</source>
        <translation>&amp;Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>E&amp;xport chain as PEM…</source>
        <translation>Kette als PEM e&amp;xportieren …</translation>
    </message>
    <message>
        <source>The handshake has not come yet.</source>
        <translation>Der Handshake steht noch aus.</translation>
    </message>
    <message>
        <source>The server sent no certificate: the suite that was negotiated authenticates nobody. What is said is encrypted, to whom is not known.</source>
        <translation>Der Server hat kein Zertifikat gesendet: die ausgehandelte Suite weist niemanden aus. Verschlüsselt ist es, für wen, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The session did not come to TLS, so no certificate was seen.</source>
        <translation>Die Sitzung kam nicht bis TLS, daher war kein Zertifikat zu sehen.</translation>
    </message>
    <message>
        <source>The handshake fails.</source>
        <translation>Der Handshake scheitert.</translation>
    </message>
    <message>
        <source>The handshake fails: %1.</source>
        <translation>Der Handshake scheitert: %1.</translation>
    </message>
    <message>
        <source>The main connection&apos;s chain is saved; copy these one by one.</source>
        <translation>Gespeichert wird die Kette der Hauptverbindung; diese hier lassen sich einzeln kopieren.</translation>
    </message>
</context>
<context>
    <name>mailseal::ChainModel</name>
    <message>
        <source>Certificates as sent</source>
        <translation>Zertifikate, wie gesendet</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
</context>
<context>
    <name>mailseal::ChainText</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>its own issuer</source>
        <translation>sein eigener Aussteller</translation>
    </message>
    <message>
        <source>issued by %1</source>
        <translation>ausgestellt von %1</translation>
    </message>
    <message>
        <source>certificate %1 as sent</source>
        <translation>Zertifikat %1, wie gesendet</translation>
    </message>
    <message>
        <source>not sent, from the trust store</source>
        <translation>nicht gesendet, aus dem Vertrauensspeicher</translation>
    </message>
    <message>
        <source>the system&apos;s trust store</source>
        <translation>der Vertrauensspeicher des Systems</translation>
    </message>
    <message>
        <source>the system&apos;s trust store, %1</source>
        <translation>der Vertrauensspeicher des Systems, %1</translation>
    </message>
    <message>
        <source>anchors from %1</source>
        <translation>Anker aus %1</translation>
    </message>
    <message>
        <source>saved anchors, %1</source>
        <translation>gespeicherte Anker, %1</translation>
    </message>
    <message>
        <source>No path to a trust anchor</source>
        <translation>Kein Pfad zu einem Vertrauensanker</translation>
    </message>
    <message>
        <source>The path that was built</source>
        <translation>Der Pfad, der zustande kam</translation>
    </message>
    <message>
        <source>trust anchor from %1</source>
        <translation>Vertrauensanker: %1</translation>
    </message>
</context>
<context>
    <name>mailseal::ChainView</name>
    <message>
        <source>Certificates as sent</source>
        <translation>Zertifikate, wie gesendet</translation>
    </message>
</context>
<context>
    <name>mailseal::Comparing</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Others: choose two in the list</source>
        <translation>Andere: zwei in der Liste auswählen</translation>
    </message>
</context>
<context>
    <name>mailseal::ComparisonDelegate</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>mailseal::ComparisonModel</name>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>mailseal::ComparisonPageText</name>
    <message>
        <source>Transcripts, aligned by step</source>
        <translation>Protokolle, Schritt für Schritt nebeneinander</translation>
    </message>
    <message>
        <source>the same words</source>
        <translation>dieselben Worte</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ; not counted</source>
        <translation>
            <numerusform>%n Zeile verschieden; nicht gezählt</numerusform>
            <numerusform>%n Zeilen verschieden; nicht gezählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::ComparisonTree</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>no proof</source>
        <translation>kein Beleg</translation>
    </message>
    <message>
        <source>Show on the &amp;left: %1</source>
        <translation>&amp;Links zeigen: %1</translation>
    </message>
    <message>
        <source>Show on the &amp;right: %1</source>
        <translation>&amp;Rechts zeigen: %1</translation>
    </message>
    <message>
        <source>&amp;Copy row</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>mailseal::ComparisonView</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>O&amp;nly differences</source>
        <translation>&amp;Nur Unterschiede</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>&amp;Bericht speichern …</translation>
    </message>
    <message>
        <source>⇄ S&amp;wap</source>
        <translation>⇄ &amp;Tauschen</translation>
    </message>
    <message>
        <source>Left becomes right</source>
        <translation>Links wird rechts</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Being inspected again; the comparison follows when it is done</source>
        <translation>Wird gerade neu geprüft; der Vergleich folgt, sobald das fertig ist</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Keine Unterschiede</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %1 of %n group(s)</source>
        <translation>
            <numerusform>in %1 von %n Gruppe</numerusform>
            <numerusform>in %1 von %n Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) worse on the right</source>
        <translation>
            <numerusform>rechts %n Urteil schlechter</numerusform>
            <numerusform>rechts %n Urteile schlechter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) better on the right</source>
        <translation>
            <numerusform>rechts %n Urteil besser</numerusform>
            <numerusform>rechts %n Urteile besser</numerusform>
        </translation>
    </message>
    <message>
        <source>The same server</source>
        <translation>Derselbe Server</translation>
    </message>
    <message>
        <source>Two addresses of one host</source>
        <translation>Zwei Adressen eines Hosts</translation>
    </message>
    <message>
        <source>Two servers</source>
        <translation>Zwei Server</translation>
    </message>
    <message>
        <source>%1, inspected at the same time</source>
        <translation>%1, zur selben Zeit geprüft</translation>
    </message>
    <message>
        <source>%1, inspected %2 apart</source>
        <translation>%1, geprüft im Abstand: %2</translation>
    </message>
    <message>
        <source>Two ports of one server</source>
        <translation>Zwei Ports eines Servers</translation>
    </message>
    <message>
        <source>Not to be told</source>
        <translation>Nicht festzustellen</translation>
    </message>
    <message>
        <source>a side could not be inspected</source>
        <translation>eine Seite konnte nicht geprüft werden</translation>
    </message>
</context>
<context>
    <name>mailseal::ConformanceModel</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Was zu sehen war</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>Stelle</translation>
    </message>
</context>
<context>
    <name>mailseal::ConformancePane</name>
    <message>
        <source>RFC 3207 as this session shows it</source>
        <translation>RFC 3207, wie diese Sitzung es zeigt</translation>
    </message>
    <message>
        <source>The conversation has not come far enough yet.</source>
        <translation>Das Gespräch ist noch nicht weit genug.</translation>
    </message>
    <message>
        <source>There was no conversation to judge.</source>
        <translation>Es gab kein Gespräch, das zu beurteilen wäre.</translation>
    </message>
</context>
<context>
    <name>mailseal::CopyLink</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>mailseal::DnsModel</name>
    <message>
        <source>kept for %1 s</source>
        <translation>%1 s gültig</translation>
    </message>
    <message>
        <source>null MX: the domain takes no mail</source>
        <translation>Null-MX: Die Domain nimmt keine Mail an</translation>
    </message>
    <message>
        <source>this server</source>
        <translation>dieser Server</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>DNSSEC</source>
        <translation>DNSSEC</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>mailseal::DnsPane</name>
    <message>
        <source>The DNS has not answered yet.</source>
        <translation>Das DNS hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>No domain was asked for, and nothing had to be looked up for this server. Inspect the domain, the part of a mail address behind the @, to see its MX records, DANE and MTA-STS.</source>
        <translation>Nach keiner Domain wurde gefragt, und für diesen Server war nichts nachzuschlagen. Prüfen Sie die Domain, also den Teil einer Mailadresse hinter dem @, um ihre MX-Records, DANE und MTA-STS zu sehen.</translation>
    </message>
    <message>
        <source>Nothing was looked up.</source>
        <translation>Nichts wurde nachgeschlagen.</translation>
    </message>
    <message>
        <source>Every question with its answer</source>
        <translation>Jede Frage mit ihrer Antwort</translation>
    </message>
    <message>
        <source>No domain was asked for: MX, MTA-STS and reports belong to a mail domain. Inspect the domain, the part of a mail address behind the @.</source>
        <translation>Nach keiner Domain wurde gefragt: MX, MTA-STS und Berichte gehören zu einer Maildomain. Prüfen Sie die Domain, also den Teil einer Mailadresse hinter dem @.</translation>
    </message>
    <message>
        <source>TLSA records against the certificates</source>
        <translation>TLSA-Records und Zertifikate im Vergleich</translation>
    </message>
    <message>
        <source>The policy as it was served</source>
        <translation>Die Richtlinie, wie sie ausgeliefert wurde</translation>
    </message>
    <message>
        <source>TLS reports (TLS-RPT)</source>
        <translation>TLS-Berichte (TLS-RPT)</translation>
    </message>
</context>
<context>
    <name>mailseal::Documents</name>
    <message>
        <source>“%1” is not there.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2.</source>
        <translation>„%1“ kann nicht geöffnet werden: %2.</translation>
    </message>
</context>
<context>
    <name>mailseal::FileActions</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save inspection…</source>
        <translation>Prüfung &amp;speichern …</translation>
    </message>
    <message>
        <source>Save &amp;all…</source>
        <translation>&amp;Alle speichern …</translation>
    </message>
    <message>
        <source>Save &amp;transcript…</source>
        <translation>Pro&amp;tokoll speichern …</translation>
    </message>
    <message>
        <source>Save chain as &amp;PEM…</source>
        <translation>Kette als &amp;PEM speichern …</translation>
    </message>
    <message>
        <source>No file was opened or saved yet</source>
        <translation>Noch keine Datei geöffnet oder gespeichert</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n inspections…</source>
        <translation>
            <numerusform>%n Prüfung &amp;speichern …</numerusform>
            <numerusform>%n Prüfungen &amp;speichern …</numerusform>
        </translation>
    </message>
    <message>
        <source>Open inspections</source>
        <translation>Prüfungen öffnen</translation>
    </message>
    <message>
        <source>Inspections and certificates (*.mailseal *.json *.pem *.crt *.cer)</source>
        <translation>Prüfungen und Zertifikate (*.mailseal *.json *.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Save &amp;report</source>
        <translation>&amp;Bericht speichern</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Judge again</source>
        <translation>Neu &amp;beurteilen</translation>
    </message>
    <message>
        <source>Judges what was saved by today&apos;s rules and clock</source>
        <translation>Beurteilt das Gespeicherte nach heutigen Regeln und heutiger Uhrzeit</translation>
    </message>
    <message>
        <source>Replace &amp;names and addresses</source>
        <translation>&amp;Namen und Adressen ersetzen</translation>
    </message>
    <message>
        <source>Whatever is saved or printed holds invented names and addresses, the same for the same, and no certificates</source>
        <translation>Was gespeichert oder gedruckt wird, enthält erfundene Namen und Adressen, gleiche für gleiche, und keine Zertifikate</translation>
    </message>
    <message>
        <source>&amp;HTML…</source>
        <translation>&amp;HTML …</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <translation>P&amp;DF …</translation>
    </message>
    <message>
        <source>&amp;Markdown…</source>
        <translation>&amp;Markdown …</translation>
    </message>
    <message>
        <source>&amp;Text…</source>
        <translation>&amp;Text …</translation>
    </message>
    <message>
        <source>On &amp;all servers</source>
        <translation>Über &amp;alle Server</translation>
    </message>
    <message>
        <source>Saved with invented names: %1</source>
        <translation>Mit erfundenen Namen gespeichert: %1</translation>
    </message>
    <message>
        <source>Handed to the printer.</source>
        <translation>Dem Drucker übergeben.</translation>
    </message>
    <message>
        <source>The printer did not take it.</source>
        <translation>Der Drucker hat es nicht angenommen.</translation>
    </message>
    <message>
        <source>Copied as Markdown.</source>
        <translation>Als Markdown kopiert.</translation>
    </message>
</context>
<context>
    <name>mailseal::FindBar</name>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Nächste</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Vorige</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>mailseal::FindingList</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <comment>findings</comment>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity, sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Command that shows the same</source>
        <translation>Befehl, der dasselbe zeigt</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>mailseal::HeadlineText</name>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>inspected %1</source>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>acting as “%1”</source>
        <translation>handelnd als „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n server(s) inspected</source>
        <translation>
            <numerusform>%n Server geprüft</numerusform>
            <numerusform>%n Server geprüft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>MX %1 of %2</source>
        <translation>MX %1 von %2</translation>
    </message>
    <message>
        <source>implicit MX of %1</source>
        <translation>impliziter MX von %1</translation>
    </message>
</context>
<context>
    <name>mailseal::HypothesisStrip</name>
    <message numerus="yes">
        <source>%n verdict(s) would be another.</source>
        <translation>
            <numerusform>%n Urteil wäre ein anderes.</numerusform>
            <numerusform>%n Urteile wären andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Hypothetical, not what was seen: suppose that %1.</source>
        <translation>Hypothetisch, nicht so gesehen. Angenommen: %1.</translation>
    </message>
    <message>
        <source>No verdict would be another.</source>
        <translation>Kein Urteil wäre ein anderes.</translation>
    </message>
</context>
<context>
    <name>mailseal::Inspecting</name>
    <message>
        <source>The example servers could not be started: %1</source>
        <translation>Die Beispielserver ließen sich nicht starten: %1</translation>
    </message>
    <message>
        <source>built-in examples</source>
        <translation>eingebaute Beispiele</translation>
    </message>
</context>
<context>
    <name>mailseal::InspectionList</name>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>mailseal::InspectionView</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Back to the comparison</source>
        <translation>Zurück zum Vergleich</translation>
    </message>
</context>
<context>
    <name>mailseal::LeadBanner</name>
    <message>
        <source>What to try: %1</source>
        <translation>Was zu versuchen ist: %1</translation>
    </message>
</context>
<context>
    <name>mailseal::MainWindow</name>
    <message>
        <source>%1 — Mailseal</source>
        <translation>%1 — Mailseal</translation>
    </message>
    <message>
        <source>The language changes when Mailseal is started again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Mailseal.</translation>
    </message>
    <message>
        <source>%1 ⇄ %2 — Mailseal</source>
        <translation>%1 ⇄ %2 — Mailseal</translation>
    </message>
</context>
<context>
    <name>mailseal::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>mailseal::NamesModel</name>
    <message>
        <source>never looked at</source>
        <translation>nie beachtet</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>stimmt nicht überein</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>In the certificate</source>
        <translation>Im Zertifikat</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>mailseal::NamesPane</name>
    <message>
        <source>Names looked for</source>
        <translation>Gesuchte Namen</translation>
    </message>
    <message>
        <source>Every name in the certificate</source>
        <translation>Alle Namen im Zertifikat</translation>
    </message>
    <message>
        <source>The certificate has not come yet.</source>
        <translation>Das Zertifikat steht noch aus.</translation>
    </message>
    <message>
        <source>There is no certificate whose names could be compared.</source>
        <translation>Es gibt kein Zertifikat, dessen Namen sich vergleichen ließen.</translation>
    </message>
    <message>
        <source>There is no name to look for.</source>
        <translation>Es gibt keinen Namen, nach dem zu suchen wäre.</translation>
    </message>
    <message>
        <source>The certificate is for %1: %2 matches.</source>
        <translation>Das Zertifikat gilt für %1: %2 stimmt überein.</translation>
    </message>
    <message>
        <source>The certificate is not for %1: none of its names matches.</source>
        <translation>Das Zertifikat gilt nicht für %1: keiner seiner Namen stimmt überein.</translation>
    </message>
</context>
<context>
    <name>mailseal::PageTabs</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::Pane</name>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Conformance</source>
        <translation>Konformität</translation>
    </message>
</context>
<context>
    <name>mailseal::PolicyFacts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n day(s))</source>
        <translation>
            <numerusform>%1 (%n Tag)</numerusform>
            <numerusform>%1 (%n Tage)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n hour(s))</source>
        <translation>
            <numerusform>%1 (%n Stunde)</numerusform>
            <numerusform>%1 (%n Stunden)</numerusform>
        </translation>
    </message>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP-Status %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 passt</translation>
    </message>
    <message>
        <source>%1 matches none of them</source>
        <translation>%1 passt zu keinem davon</translation>
    </message>
    <message>
        <source>Older Postfix set-ups take it, by a name in its certificate.</source>
        <translation>Ältere Postfix-Einrichtungen nehmen ihn an, wegen eines Namens in seinem Zertifikat.</translation>
    </message>
    <message>
        <source>Older Postfix set-ups do not take it: no name in its certificate matches.</source>
        <translation>Ältere Postfix-Einrichtungen nehmen ihn nicht an: Kein Name in seinem Zertifikat passt.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Policy at</source>
        <translation>Richtlinie unter</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Betriebsart</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>MX patterns</source>
        <translation>MX-Muster</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Dieser Server</translation>
    </message>
</context>
<context>
    <name>mailseal::PolicyModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>The policy as it was served</source>
        <translation>Die Richtlinie, wie sie ausgeliefert wurde</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>mailseal::ProgressLine</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>%1, %2 s left</source>
        <translation>%1, noch %2 s</translation>
    </message>
</context>
<context>
    <name>mailseal::ProofText</name>
    <message>
        <source>Transcript, line %1</source>
        <translation>Protokoll, Zeile %1</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>Zertifikat %1</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>DNS: MX</source>
        <translation>DNS: MX</translation>
    </message>
    <message>
        <source>DNS: addresses</source>
        <translation>DNS: Adressen</translation>
    </message>
    <message>
        <source>DNS: TLSA</source>
        <translation>DNS: TLSA</translation>
    </message>
    <message>
        <source>DNS: MTA-STS record</source>
        <translation>DNS: MTA-STS-Record</translation>
    </message>
    <message>
        <source>Policy, line %1</source>
        <translation>Richtlinie, Zeile %1</translation>
    </message>
    <message>
        <source>DNS: MTA-STS</source>
        <translation>DNS: MTA-STS</translation>
    </message>
    <message>
        <source>DNS: TLS-RPT</source>
        <translation>DNS: TLS-RPT</translation>
    </message>
</context>
<context>
    <name>mailseal::ReferenceModel</name>
    <message>
        <source>%1, vouched for by DNSSEC</source>
        <translation>%1, durch DNSSEC verbürgt</translation>
    </message>
    <message>
        <source>Name looked for</source>
        <translation>Gesuchter Name</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Woher er kommt</translation>
    </message>
</context>
<context>
    <name>mailseal::ResultFileText</name>
    <message>
        <source>Mailseal inspections (*.mailseal)</source>
        <translation>Mailseal-Prüfungen (*.mailseal)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Certificates (*.pem)</source>
        <translation>Zertifikate (*.pem)</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>mailseal::SavedBar</name>
    <message>
        <source>%1: not judged then, now %2</source>
        <translation>%1: damals nicht beurteilt, jetzt %2</translation>
    </message>
    <message>
        <source>%1: %2 then, now %3</source>
        <translation>%1: damals %2, jetzt %3</translation>
    </message>
    <message>
        <source>%1: another reason</source>
        <translation>%1: ein anderer Grund</translation>
    </message>
    <message>
        <source>%1: now because %2</source>
        <translation>%1: jetzt, weil: %2</translation>
    </message>
    <message>
        <source>No verdict has changed.</source>
        <translation>Kein Urteil hat sich geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) changed:</source>
        <translation>
            <numerusform>%n Urteil hat sich geändert:</numerusform>
            <numerusform>%n Urteile haben sich geändert:</numerusform>
        </translation>
    </message>
    <message>
        <source>Judge again with today&apos;s rules and clock</source>
        <translation>Nach heutigen Regeln und heutiger Uhrzeit neu beurteilen</translation>
    </message>
    <message>
        <source>Show as saved</source>
        <translation>Wie gespeichert zeigen</translation>
    </message>
    <message>
        <source>Judged again %1 with today&apos;s rules and clock; “%2” was judged %3.</source>
        <translation>Neu beurteilt %1 nach heutigen Regeln und heutiger Uhrzeit; „%2“ wurde beurteilt %3.</translation>
    </message>
    <message>
        <source>“%1”, as judged %2</source>
        <translation>„%1“, wie beurteilt %2</translation>
    </message>
    <message>
        <source>Names, addresses and certificates were taken out of this file, so there is nothing to judge again.</source>
        <translation>Namen, Adressen und Zertifikate wurden aus dieser Datei entfernt; es gibt nichts neu zu beurteilen.</translation>
    </message>
</context>
<context>
    <name>mailseal::SenderModel</name>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>%1, would be %2</source>
        <comment>delivery in reality, hypothetically</comment>
        <translation>%1, wäre %2</translation>
    </message>
</context>
<context>
    <name>mailseal::SenderSection</name>
    <message>
        <source>Would a well-known sender deliver?</source>
        <translation>Würde ein bekannter Absender zustellen?</translation>
    </message>
    <message>
        <source>Would a well-known sender deliver, if it were so?</source>
        <translation>Würde ein bekannter Absender zustellen, wenn es so wäre?</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>What is known of %1:</source>
        <translation>Was über %1 bekannt ist:</translation>
    </message>
    <message>
        <source>“%1” — %2, %3</source>
        <comment>what a source says, where, date</comment>
        <translation>„%1“ – %2, %3</translation>
    </message>
</context>
<context>
    <name>mailseal::ServerList</name>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Speic&amp;hern …</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Filter servers</source>
        <translation>Server filtern</translation>
    </message>
    <message>
        <source>⇄ &amp;Compare</source>
        <translation>⇄ &amp;Vergleichen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s)</source>
        <translation>
            <numerusform>%1 von %n Server</numerusform>
            <numerusform>%1 von %n Servern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::ServerListModel</name>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n Server</numerusform>
            <numerusform>%n Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s)</source>
        <translation>
            <numerusform>%1 von %n Server</numerusform>
            <numerusform>%1 von %n Servern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>satisfied servers of a domain</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s) satisfy the policy</source>
        <translation>
            <numerusform>%1 von %n Server erfüllt die Richtlinie</numerusform>
            <numerusform>%1 von %n Servern erfüllen die Richtlinie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mailseal::ServerListText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>takes no mail</source>
        <translation>nimmt keine Mail an</translation>
    </message>
    <message>
        <source>could not be told</source>
        <translation>nicht festzustellen</translation>
    </message>
</context>
<context>
    <name>mailseal::ServerRowText</name>
    <message>
        <source>(itself)</source>
        <translation>(er selbst)</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>Kein Zertifikat</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Expires within 7 days</source>
        <translation>Läuft binnen 7 Tagen ab</translation>
    </message>
    <message>
        <source>Expires within 30 days</source>
        <translation>Läuft binnen 30 Tagen ab</translation>
    </message>
    <message>
        <source>Expires within 90 days</source>
        <translation>Läuft binnen 90 Tagen ab</translation>
    </message>
    <message>
        <source>Expires later</source>
        <translation>Läuft später ab</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Kein Problem</translation>
    </message>
</context>
<context>
    <name>mailseal::SettingsDialog</name>
    <message>
        <source>&amp;EHLO name</source>
        <translation>&amp;EHLO-Name</translation>
    </message>
    <message>
        <source>Empty: the name of this machine, %1.</source>
        <translation>Leer: der Name dieses Rechners, %1.</translation>
    </message>
    <message>
        <source>Empty: the name of this machine, %1. It is no full domain name, and some servers turn such clients away.</source>
        <translation>Leer: der Name dieses Rechners, %1. Er ist kein vollständiger Domainname, und manche Server weisen solche Clients ab.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;Time for one inspection</source>
        <translation>&amp;Zeit für eine Prüfung</translation>
    </message>
    <message>
        <source>Some servers delay their greeting on purpose, up to a minute.</source>
        <translation>Manche Server verzögern ihre Begrüßung absichtlich, bis zu einer Minute.</translation>
    </message>
    <message>
        <source>IPv4 and IPv6</source>
        <translation>IPv4 und IPv6</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>nur IPv4</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>nur IPv6</translation>
    </message>
    <message>
        <source>&amp;Addresses</source>
        <translation>&amp;Adressen</translation>
    </message>
    <message>
        <source>&amp;Send the server&apos;s name (SNI)</source>
        <translation>Den Namen des Servers &amp;senden (SNI)</translation>
    </message>
    <message>
        <source>Without it some servers show another certificate.</source>
        <translation>Ohne ihn zeigen manche Server ein anderes Zertifikat.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>File of trust anchors</source>
        <translation>Datei mit Vertrauensankern</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>the system&apos;s trust store</source>
        <translation>der Vertrauensspeicher des Systems</translation>
    </message>
    <message>
        <source>Trust &amp;anchors</source>
        <translation>Vertrauens&amp;anker</translation>
    </message>
    <message>
        <source>PEM or DER. These certificates alone are trusted then, not the system&apos;s as well.</source>
        <translation>PEM oder DER. Vertraut wird dann nur diesen Zertifikaten, nicht auch denen des Systems.</translation>
    </message>
    <message>
        <source>one SHA-256 a line</source>
        <translation>ein SHA-256 pro Zeile</translation>
    </message>
    <message>
        <source>&amp;Pins</source>
        <translation>&amp;Pins</translation>
    </message>
    <message>
        <source>SHA-256 of a certificate or of its public key, in hex. Either counts.</source>
        <translation>SHA-256 eines Zertifikats oder seines öffentlichen Schlüssels, hexadezimal. Beides zählt.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Pro&amp;xy</source>
        <translation>Pro&amp;xy</translation>
    </message>
    <message>
        <source>Port 25 is blocked in most offices and homes; a proxy elsewhere helps.</source>
        <translation>Port 25 ist in den meisten Büros und Wohnungen gesperrt; ein Proxy anderswo hilft.</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Forgotten when the program ends: it is never written to disk.</source>
        <translation>Wird vergessen, wenn das Programm endet: es kommt nie auf die Festplatte.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Changes when the program is started again.</source>
        <translation>Wechselt beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>This cannot stand behind EHLO: a name without spaces, in ASCII.</source>
        <translation>Das kann nicht hinter EHLO stehen: ein Name ohne Leerzeichen, in ASCII.</translation>
    </message>
    <message>
        <source>“%1” is no SHA-256: it takes 64 hex digits.</source>
        <translation>„%1“ ist kein SHA-256: dazu gehören 64 Hexziffern.</translation>
    </message>
    <message>
        <source>A proxy needs a host.</source>
        <translation>Ein Proxy braucht einen Host.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>der des Systems</translation>
    </message>
    <message>
        <source>&amp;Resolver</source>
        <translation>&amp;Resolver</translation>
    </message>
    <message>
        <source>An IP address, with its port where that is not 53. It has to pass DNSSEC signatures on.</source>
        <translation>Eine IP-Adresse, mit Port, wo es nicht 53 ist. Er muss DNSSEC-Signaturen weitergeben.</translation>
    </message>
    <message>
        <source>the root&apos;s, as the distribution has it</source>
        <translation>die der Wurzel, wie die Distribution sie hat</translation>
    </message>
    <message>
        <source>&amp;DNSSEC anchors</source>
        <translation>&amp;DNSSEC-Anker</translation>
    </message>
    <message>
        <source>File of DNSSEC trust anchors</source>
        <translation>Datei mit DNSSEC-Vertrauensankern</translation>
    </message>
    <message>
        <source>Keys (*.ds *.key)</source>
        <translation>Schlüssel (*.ds *.key)</translation>
    </message>
    <message>
        <source>DS or DNSKEY records of zones that are signed in your network only, one a line. The root&apos;s count as well.</source>
        <translation>DS- oder DNSKEY-Records von Zonen, die nur im eigenen Netz signiert sind, einer je Zeile. Die der Wurzel gelten weiter.</translation>
    </message>
    <message>
        <source>Look for &amp;further certificates</source>
        <translation>&amp;Weitere Zertifikate suchen</translation>
    </message>
    <message>
        <source>One or two more short connections, without the name and for another kind of key: other senders may be shown another certificate.</source>
        <translation>Eine oder zwei kurze Verbindungen mehr, ohne den Namen und für andere Schlüssel: Andere Absender sehen vielleicht ein anderes Zertifikat.</translation>
    </message>
</context>
<context>
    <name>mailseal::SummaryPane</name>
    <message>
        <source>Who would deliver to this server</source>
        <translation>Wer an diesen Server zustellen würde</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>Copy sentence</source>
        <translation>Satz kopieren</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>quoted sentence</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>&amp;What if…</source>
        <translation>&amp;Was wäre, wenn …</translation>
    </message>
    <message>
        <source>Copy as a sentence</source>
        <translation>Als Satz kopieren</translation>
    </message>
    <message>
        <source>Names, addresses and certificates were taken out of this file, so there is nothing to judge again.</source>
        <translation>Aus dieser Datei wurden Namen, Adressen und Zertifikate entfernt; es gibt nichts neu zu beurteilen.</translation>
    </message>
    <message>
        <source>Who would deliver, if it were so</source>
        <translation>Wer zustellen würde, wenn es so wäre</translation>
    </message>
    <message>
        <source>Why it would be so: %1</source>
        <translation>Warum es so wäre: %1</translation>
    </message>
    <message>
        <source>Supposing that %1: %2</source>
        <translation>Angenommen, %1: %2</translation>
    </message>
    <message>
        <source>As a sender whose resolver does not validate sees it</source>
        <translation>Wie es ein Absender sieht, dessen Resolver nicht validiert</translation>
    </message>
</context>
<context>
    <name>mailseal::Tally</name>
    <message>
        <source>Nothing is sent but to the servers you ask about.</source>
        <translation>Gesendet wird nur an die Server, nach denen gefragt wird.</translation>
    </message>
</context>
<context>
    <name>mailseal::TargetBar</name>
    <message>
        <source>example.org or mx.example.org:25</source>
        <translation>example.org oder mx.example.org:25</translation>
    </message>
    <message>
        <source>Server to inspect</source>
        <translation>Zu prüfender Server</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Act as this kind of client</source>
        <translation>Als diese Art von Client handeln</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Act as: %1</source>
        <translation>Als: %1</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>P&amp;rüfen</translation>
    </message>
    <message>
        <source>End what is running (Esc)</source>
        <translation>Beenden, was läuft (Esc)</translation>
    </message>
    <message>
        <source>Inspect this server (Enter)</source>
        <translation>Diesen Server prüfen (Eingabetaste)</translation>
    </message>
    <message>
        <source>The target itself says so</source>
        <translation>So steht es im Ziel selbst</translation>
    </message>
</context>
<context>
    <name>mailseal::TlsaModel</name>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>matches, but is set aside</source>
        <translation>stimmt, zählt aber nicht</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>zählt nicht</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>does not match</source>
        <translation>stimmt nicht überein</translation>
    </message>
    <message>
        <source>TLSA record</source>
        <translation>TLSA-Record</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>mailseal::TranscriptModel</name>
    <message>
        <source>The TLS handshake failed</source>
        <translation>Der TLS-Handshake ist gescheitert</translation>
    </message>
    <message>
        <source>alert from the server: %1</source>
        <translation>Alert vom Server: %1</translation>
    </message>
    <message>
        <source>alert sent: %1</source>
        <translation>Alert gesendet: %1</translation>
    </message>
    <message>
        <source>no certificate</source>
        <translation>kein Zertifikat</translation>
    </message>
    <message>
        <source>, self-signed</source>
        <translation>, selbstsigniert</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 — TLS from the first byte (RFC 8314 §3.3)</source>
        <translation>%1 — TLS vom ersten Byte an (RFC 8314 §3.3)</translation>
    </message>
    <message>
        <source>%1 — the protocol is reset here (RFC 3207 §4.2)</source>
        <translation>%1 — hier beginnt das Protokoll von vorn (RFC 3207 §4.2)</translation>
    </message>
    <message>
        <source>%1 … (%2 more bytes)</source>
        <translation>%1 … (%2 weitere Bytes)</translation>
    </message>
    <message>
        <source>%1 … (%2 bytes cut)</source>
        <translation>%1 … (%2 Bytes gekürzt)</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Anmerkung: %1</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>%1, inside TLS: %2</source>
        <translation>%1, innerhalb von TLS: %2</translation>
    </message>
    <message>
        <source>%1, in clear text: %2</source>
        <translation>%1, im Klartext: %2</translation>
    </message>
</context>
<context>
    <name>mailseal::TranscriptPane</name>
    <message>
        <source>What EHLO said before and after</source>
        <translation>Was EHLO vorher und nachher sagte</translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation>Noch wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>Judged from a file: there was no conversation.</source>
        <translation>Nach einer Datei beurteilt: es gab kein Gespräch.</translation>
    </message>
    <message>
        <source>Not a word was exchanged.</source>
        <translation>Es wurde kein Wort gewechselt.</translation>
    </message>
</context>
<context>
    <name>mailseal::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>&amp;Copy lines</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;time and side</source>
        <translation>Mit &amp;Zeit und Seite kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>mailseal::VariantChoice</name>
    <message>
        <source>This server has more than one answer. Shown is the one</source>
        <translation>Dieser Server hat mehr als eine Antwort. Gezeigt ist die</translation>
    </message>
    <message>
        <source>Which certificate is shown</source>
        <translation>Welches Zertifikat gezeigt wird</translation>
    </message>
    <message>
        <source>of the main connection</source>
        <translation>der Hauptverbindung</translation>
    </message>
    <message>
        <source>with SNI</source>
        <translation>mit SNI</translation>
    </message>
</context>
<context>
    <name>mailseal::VerdictModel</name>
    <message>
        <source>(%1, acting)</source>
        <translation>(%1, handelnd)</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>The deciding fact</source>
        <translation>Die entscheidende Tatsache</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>%1, would be %2</source>
        <comment>delivery in reality, hypothetically</comment>
        <translation>%1, wäre %2</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <translation>%1, vorher: %2</translation>
    </message>
    <message>
        <source>(before: %1)</source>
        <translation>(vorher: %1)</translation>
    </message>
</context>
<context>
    <name>mailseal::Welcome</name>
    <message>
        <source>Does mail to this server travel encrypted?</source>
        <translation>Wird Mail an diesen Server verschlüsselt übertragen?</translation>
    </message>
    <message>
        <source>Type a mail domain above, such as example.org, or a server, such as mx.example.org:25, and press Enter.</source>
        <translation>Oben eine Maildomain eingeben, etwa example.org, oder einen Server, etwa mx.example.org:25, und die Eingabetaste drücken.</translation>
    </message>
    <message>
        <source>&amp;Try the built-in example servers</source>
        <translation>Eingebaute &amp;Beispielserver ausprobieren</translation>
    </message>
    <message>
        <source>Six small servers inside this program; no network is needed.</source>
        <translation>Sechs kleine Server in diesem Programm; ein Netz ist nicht nötig.</translation>
    </message>
    <message>
        <source>Saved inspections open with Ctrl+O, or drop them here.</source>
        <translation>Gespeicherte Prüfungen öffnen sich mit Strg+O, oder hierher ziehen.</translation>
    </message>
</context>
<context>
    <name>mailseal::WhatIf</name>
    <message>
        <source>This is no certificate in PEM: %1.</source>
        <translation>Das ist kein Zertifikat in PEM: %1.</translation>
    </message>
    <message>
        <source>“%1” is no host name.</source>
        <translation>„%1“ ist kein Hostname.</translation>
    </message>
    <message>
        <source>there are no TLSA records</source>
        <translation>es gibt keine TLSA-Records</translation>
    </message>
    <message>
        <source>More than %1 records are not read.</source>
        <translation>Mehr als %1 Records werden nicht gelesen.</translation>
    </message>
</context>
<context>
    <name>mailseal::WhatIfPanel</name>
    <message>
        <source>What if …</source>
        <translation>Was wäre, wenn …</translation>
    </message>
    <message>
        <source>All verdicts follow at once, without a connection. Nothing of it is saved.</source>
        <translation>Alle Urteile folgen sofort, ohne Verbindung. Nichts davon wird gespeichert.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Add the record of this certificate (3 1 1)</source>
        <translation>Record dieses Zertifikats hinzufügen (3 1 1)</translation>
    </message>
    <message>
        <source>TLS&amp;A records</source>
        <translation>T&amp;LSA-Records</translation>
    </message>
    <message>
        <source>All that there would be, one a line; taken as signed.</source>
        <translation>Alle, die es gäbe, einer je Zeile; sie gelten als signiert.</translation>
    </message>
    <message>
        <source>T&amp;rust as well</source>
        <translation>A&amp;uch vertrauen</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>Da&amp;tum</translation>
    </message>
    <message>
        <source>Server&apos;s &amp;name</source>
        <translation>&amp;Name des Servers</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>Certificate to be trusted as well</source>
        <translation>Zertifikat, dem auch vertraut werden soll</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Date of the judgement</source>
        <translation>Datum der Beurteilung</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>no policy was read</source>
        <translation>keine Richtlinie gelesen</translation>
    </message>
</context>
<context>
    <name>mailseal::WindowActions</name>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Type a domain or server</source>
        <translation>Domain oder Server ein&amp;geben</translation>
    </message>
    <message>
        <source>Inspect &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Two servers side by side: choose two with Ctrl and a click, or one and then its partner (Ctrl+D)</source>
        <translation>Zwei Server nebeneinander: zwei mit Strg und Klick auswählen, oder einen und dann sein Gegenüber (Strg+D)</translation>
    </message>
    <message>
        <source>Try the built-in &amp;example servers</source>
        <translation>Ein&amp;gebaute Beispielserver ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>&amp;Find in transcript</source>
        <translation>Im Protokoll &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;About Mailseal</source>
        <translation>Ü&amp;ber Mailseal</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Inspe&amp;ct</source>
        <translation>P&amp;rüfung</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
</TS>
