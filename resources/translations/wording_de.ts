<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>findings</name>
    <message>
        <source>the list begins with a CA, %1; the server&apos;s own certificate is number %2 and must come first: %3</source>
        <translation>die Liste beginnt mit einer CA, %1; das eigene Zertifikat des Servers ist Nummer %2 und muss zuerst kommen: %3</translation>
    </message>
    <message>
        <source>Put the server&apos;s own certificate first in the file, and each issuer behind what it issued. Remove nothing.</source>
        <translation>Das eigene Zertifikat des Servers in der Datei an den Anfang stellen und jeden Aussteller hinter das, was er ausgestellt hat. Nichts entfernen.</translation>
    </message>
    <message>
        <source>the certificate of a CA as it is sent expired on %1: %2</source>
        <translation>das mitgesendete Zertifikat einer CA ist am %1 abgelaufen: %2</translation>
    </message>
    <message>
        <source>Replace that CA&apos;s certificate in the chain file by the CA&apos;s present one, and reload the server. The server&apos;s own certificate need not be renewed for it.</source>
        <translation>Das Zertifikat dieser CA in der Kettendatei durch ihr heutiges ersetzen und den Server neu laden. Das eigene Zertifikat des Servers muss dafür nicht erneuert werden.</translation>
    </message>
    <message>
        <source>the trust store&apos;s copy of %2 expired on %1</source>
        <translation>das Exemplar von %2 im Vertrauensspeicher ist am %1 abgelaufen</translation>
    </message>
    <message>
        <source>The copy in the trust store is at fault, not the server: update the store (Debian: ca-certificates) or the file given with --roots. The server can help older senders by another chain of its CA.</source>
        <translation>Schuld ist das Exemplar im Vertrauensspeicher, nicht der Server: den Speicher (Debian: ca-certificates) oder die mit --roots angegebene Datei auf den neuen Stand bringen. Älteren Absendern kann der Server mit einer anderen Kette seiner CA helfen.</translation>
    </message>
    <message>
        <source>nobody here knows the issuer of %2: %1 was not sent and is no trust anchor</source>
        <translation>den Aussteller von %2 kennt hier niemand: %1 wurde nicht gesendet und ist kein Vertrauensanker</translation>
    </message>
    <message>
        <source>If %1 is a root of your own, give it with --roots or in the settings; senders elsewhere need a certificate of a public CA. If it is an intermediate, send it behind %2.</source>
        <translation>Ist %1 eine Wurzel des eigenen Hauses, sie mit --roots oder in den Einstellungen angeben; fremde Absender brauchen ein Zertifikat einer öffentlichen CA. Ist es ein Zwischenzertifikat, es hinter %2 mitsenden.</translation>
    </message>
    <message>
        <source>%2 does not fit its issuer %3: it asks for the key identifier %4, and %1 has %5</source>
        <translation>%2 passt nicht zu seinem Aussteller %3: es verlangt die Schlüsselkennung %4, und %1 hat %5</translation>
    </message>
    <message>
        <source>Take the issuer&apos;s certificate with that key identifier from the CA and put it in the place of the one that does not fit; adding or removing another one does not help.</source>
        <translation>Das Zertifikat des Ausstellers mit dieser Schlüsselkennung bei der CA holen und an die Stelle dessen setzen, das nicht passt; ein anderes hinzuzufügen oder zu entfernen hilft nicht.</translation>
    </message>
    <message>
        <source>%2 names its issuer as %4, but %3 signed it: %1 bears another name</source>
        <translation>%2 nennt als Aussteller %4, unterschrieben hat aber %3: %1 trägt einen anderen Namen</translation>
    </message>
    <message>
        <source>Take the issuer&apos;s certificate with exactly that name from the CA and put it in the place of the one that does not fit.</source>
        <translation>Das Zertifikat des Ausstellers mit genau diesem Namen bei der CA holen und an die Stelle dessen setzen, das nicht passt.</translation>
    </message>
    <message>
        <source>%2 was not signed by the key of %3, although the name fits: %1 is another certificate of that name</source>
        <translation>%2 wurde nicht mit dem Schlüssel von %3 unterschrieben, obwohl der Name passt: %1 ist ein anderes Zertifikat dieses Namens</translation>
    </message>
    <message>
        <source>Take the certificate of the issuer that signed from the CA (an older or newer one of the same name) and put it in the place of the one that does not fit.</source>
        <translation>Das Zertifikat des Ausstellers, der unterschrieben hat, bei der CA holen (ein älteres oder neueres gleichen Namens) und an die Stelle dessen setzen, das nicht passt.</translation>
    </message>
    <message>
        <source>a path exists that OpenSSL does not find: %1; it goes astray at %2</source>
        <translation>es gibt einen Pfad, den OpenSSL nicht findet: %1; es geht bei %2 in die Irre</translation>
    </message>
    <message>
        <source>Nothing is missing. For senders with OpenSSL (Postfix, Sendmail) write the file along that path, without %2 where it stands in the file.</source>
        <translation>Es fehlt nichts. Für Absender mit OpenSSL (Postfix, Sendmail) die Datei entlang dieses Pfads schreiben, ohne %2, falls es in der Datei steht.</translation>
    </message>
    <message>
        <source>%2 may not issue for %1: its name constraints exclude %3</source>
        <translation>%2 darf nicht für %1 ausstellen: die Namensbeschränkungen schließen %3 aus</translation>
    </message>
    <message>
        <source>Have the certificate issued by a CA that may issue for this name, or leave the name out of it.</source>
        <translation>Das Zertifikat von einer CA ausstellen lassen, die für diesen Namen ausstellen darf, oder den Namen weglassen.</translation>
    </message>
    <message>
        <source>%2 may not issue for %1: its name constraints permit %3 alone</source>
        <translation>%2 darf nicht für %1 ausstellen: die Namensbeschränkungen erlauben nur %3</translation>
    </message>
    <message>
        <source>%1 has a critical extension that is not known here: %2</source>
        <translation>%1 hat eine kritische Erweiterung, die hier nicht bekannt ist: %2</translation>
    </message>
    <message>
        <source>A client must refuse what it does not know and what is critical (RFC 5280 §4.2): have the certificate issued without it, or not marked as critical.</source>
        <translation>Was ein Client nicht kennt und was kritisch ist, muss er ablehnen (RFC 5280 §4.2): das Zertifikat ohne sie ausstellen lassen oder nicht als kritisch.</translation>
    </message>
    <message>
        <source>%1 is a certificate of version %2 with extensions, which belong to version 3 (RFC 5280 §4.1.2.9)</source>
        <translation>%1 ist ein Zertifikat der Version %2 mit Erweiterungen, die zur Version 3 gehören (RFC 5280 §4.1.2.9)</translation>
    </message>
    <message>
        <source>Issue the certificate anew as version 3 (openssl x509 -req writes version 1 where no extensions file is given): some clients refuse it.</source>
        <translation>Das Zertifikat als Version 3 neu ausstellen (openssl x509 -req schreibt ohne Erweiterungsdatei Version 1): manche Clients lehnen es ab.</translation>
    </message>
    <message>
        <source>%1 demands a stapled OCSP response (RFC 7633), and the server sent none</source>
        <translation>%1 verlangt eine angeheftete OCSP-Antwort (RFC 7633), und der Server hat keine gesendet</translation>
    </message>
    <message>
        <source>Let the server staple (Exim: tls_ocsp_file; Postfix cannot), or have the certificate issued without must-staple: clients with GnuTLS refuse it as it is.</source>
        <translation>Den Server eine Antwort anheften lassen (Exim: tls_ocsp_file; Postfix kann es nicht) oder das Zertifikat ohne Must-Staple ausstellen lassen: so lehnen es Clients mit GnuTLS ab.</translation>
    </message>
    <message>
        <source>the order to write, with the numbers of now: %1</source>
        <translation>die Reihenfolge, in der zu schreiben ist, mit den heutigen Nummern: %1</translation>
    </message>
    <message>
        <source>Write the certificates into the file in this order, and reload the server.</source>
        <translation>Die Zertifikate in dieser Reihenfolge in die Datei schreiben und den Server neu laden.</translation>
    </message>
    <message>
        <source>OpenSSL (Postfix, Sendmail) finds a trusted path, GnuTLS (Debian&apos;s Exim, msmtp) does not trust this chain</source>
        <translation>OpenSSL (Postfix, Sendmail) findet einen vertrauenswürdigen Pfad, GnuTLS (Debians Exim, msmtp) vertraut dieser Kette nicht</translation>
    </message>
    <message>
        <source>What GnuTLS misses stands beside it in the details. Change the chain so that both trust it: senders use either.</source>
        <translation>Was GnuTLS vermisst, steht daneben bei den Einzelheiten. Die Kette so ändern, dass beide ihr vertrauen: Absender benutzen die eine oder die andere.</translation>
    </message>
    <message>
        <source>GnuTLS (Debian&apos;s Exim, msmtp) trusts this chain, OpenSSL (Postfix, Sendmail) does not</source>
        <translation>GnuTLS (Debians Exim, msmtp) vertraut dieser Kette, OpenSSL (Postfix, Sendmail) nicht</translation>
    </message>
    <message>
        <source>What OpenSSL misses stands among the problems. Change the chain so that both trust it: senders use either.</source>
        <translation>Was OpenSSL vermisst, steht bei den Problemen. Die Kette so ändern, dass beide ihr vertrauen: Absender benutzen die eine oder die andere.</translation>
    </message>
    <message>
        <source>GnuTLS could not be asked: what Debian&apos;s Exim and msmtp make of this chain is not known</source>
        <translation>GnuTLS konnte nicht gefragt werden: was Debians Exim und msmtp von dieser Kette halten, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Install GnuTLS on this machine (Debian: libgnutls30) and inspect again.</source>
        <translation>GnuTLS auf diesem Rechner installieren (Debian: libgnutls30) und erneut prüfen.</translation>
    </message>
    <message>
        <source>GnuTLS finds no trusted issuer of %1: %2</source>
        <translation>GnuTLS findet keinen vertrauenswürdigen Aussteller von %1: %2</translation>
    </message>
    <message>
        <source>Send the certificates in order, each followed by its issuer, up to one whose root senders know.</source>
        <translation>Die Zertifikate der Reihe nach senden, jedes gefolgt von seinem Aussteller, bis zu einem, dessen Wurzel die Absender kennen.</translation>
    </message>
    <message>
        <source>GnuTLS does not accept %1: %2</source>
        <translation>GnuTLS nimmt %1 nicht an: %2</translation>
    </message>
    <message>
        <source>Save the chain as PEM and look at it with certtool --verify.</source>
        <translation>Die Kette als PEM speichern und mit certtool --verify ansehen.</translation>
    </message>
    <message>
        <source>self-signed: %1 is its own issuer and no trust anchor</source>
        <translation>selbstsigniert: %1 ist sein eigener Aussteller und kein Vertrauensanker</translation>
    </message>
    <message>
        <source>Obtain a certificate from a public CA and set it (Postfix: smtpd_tls_chain_files; Exim: tls_certificate and tls_privatekey; Dovecot: ssl_cert and ssl_key), or keep it and publish DANE TLSA records for senders that look at them.</source>
        <translation>Ein Zertifikat einer öffentlichen CA beschaffen und eintragen (Postfix: smtpd_tls_chain_files; Exim: tls_certificate und tls_privatekey; Dovecot: ssl_cert und ssl_key) oder dieses behalten und DANE-TLSA-Records veröffentlichen, für Absender, die danach sehen.</translation>
    </message>
    <message>
        <source>the chain ends at %1, which is no trust anchor</source>
        <translation>die Kette endet bei %1, und das ist kein Vertrauensanker</translation>
    </message>
    <message>
        <source>If this CA is your own, give its root with --roots or in the settings; senders elsewhere need a certificate of a public CA.</source>
        <translation>Gehört diese CA zum eigenen Haus, ihre Wurzel mit --roots oder in den Einstellungen angeben; fremde Absender brauchen ein Zertifikat einer öffentlichen CA.</translation>
    </message>
    <message>
        <source>the chain is incomplete: the certificate of %1 is missing</source>
        <translation>die Kette ist unvollständig: das Zertifikat von %1 fehlt</translation>
    </message>
    <message>
        <source>Send the intermediate certificate behind the server&apos;s own (Postfix: both in one file of smtpd_tls_chain_files; Exim: both in tls_certificate; Dovecot: both in ssl_cert).</source>
        <translation>Das Zwischenzertifikat hinter dem eigenen mitsenden (Postfix: beide in einer Datei von smtpd_tls_chain_files; Exim: beide in tls_certificate; Dovecot: beide in ssl_cert).</translation>
    </message>
    <message>
        <source>expired on %1: %2</source>
        <translation>abgelaufen am %1: %2</translation>
    </message>
    <message>
        <source>Renew the certificate and reload the server (postfix reload, systemctl reload exim4, doveadm reload): an old process may still hold the old file.</source>
        <translation>Zertifikat erneuern und den Server neu laden (postfix reload, systemctl reload exim4, doveadm reload): ein alter Prozess hält womöglich noch die alte Datei.</translation>
    </message>
    <message>
        <source>not valid before %1: %2</source>
        <translation>erst gültig ab %1: %2</translation>
    </message>
    <message>
        <source>Check the clock of the CA and of this machine, or wait.</source>
        <translation>Die Uhr der CA und dieses Rechners prüfen oder abwarten.</translation>
    </message>
    <message numerus="yes">
        <source>expires on %1, in %2 days: %3</source>
        <translation>
            <numerusform>läuft am %1 ab, in 1 Tag: %3</numerusform>
            <numerusform>läuft am %1 ab, in %2 Tagen: %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Renew it now, and check that the renewal also reloads the server.</source>
        <translation>Jetzt erneuern und prüfen, ob dabei auch der Server neu geladen wird.</translation>
    </message>
    <message>
        <source>not issued for TLS servers: %1</source>
        <translation>nicht für TLS-Server ausgestellt: %1</translation>
    </message>
    <message>
        <source>Request a certificate with the extended key usage serverAuth.</source>
        <translation>Ein Zertifikat mit der erweiterten Schlüsselverwendung serverAuth beantragen.</translation>
    </message>
    <message>
        <source>may not issue certificates: %1 (%2)</source>
        <translation>darf keine Zertifikate ausstellen: %1 (%2)</translation>
    </message>
    <message>
        <source>The issuer lacks CA:TRUE or the key usage keyCertSign: issue the chain anew.</source>
        <translation>Dem Aussteller fehlt CA:TRUE oder die Schlüsselverwendung keyCertSign: die Kette neu ausstellen.</translation>
    </message>
    <message>
        <source>a certificate cannot be read: %1</source>
        <translation>ein Zertifikat ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Have the certificate issued again; save it as PEM to look at it.</source>
        <translation>Das Zertifikat neu ausstellen lassen; als PEM gesichert lässt es sich ansehen.</translation>
    </message>
    <message>
        <source>the chain is not valid at %1: %2</source>
        <translation>die Kette ist bei %1 ungültig: %2</translation>
    </message>
    <message>
        <source>Save the chain as PEM and look at it with openssl verify -verbose.</source>
        <translation>Die Kette als PEM sichern und mit openssl verify -verbose ansehen.</translation>
    </message>
    <message>
        <source>weak key, %1 with %2 bits: %3</source>
        <translation>schwacher Schlüssel, %1 mit %2 Bit: %3</translation>
    </message>
    <message>
        <source>Make a new key, EC P-256 or RSA with 2048 bits or more, and a new certificate.</source>
        <translation>Einen neuen Schlüssel erzeugen, EC P-256 oder RSA mit mindestens 2048 Bit, und ein neues Zertifikat dazu.</translation>
    </message>
    <message>
        <source>weak signature, %1: %2</source>
        <translation>schwache Signatur, %1: %2</translation>
    </message>
    <message>
        <source>Have the certificate issued again with SHA-256 or better.</source>
        <translation>Das Zertifikat mit SHA-256 oder besser neu ausstellen lassen.</translation>
    </message>
    <message>
        <source>the certificates are not in order: each should be followed by its issuer</source>
        <translation>die Zertifikate stehen nicht in der richtigen Reihenfolge: auf jedes soll sein Aussteller folgen</translation>
    </message>
    <message>
        <source>Order the file: the server&apos;s certificate first, then each issuer behind what it issued.</source>
        <translation>Die Datei ordnen: zuerst das Zertifikat des Servers, dann jeder Aussteller hinter dem, was er ausgestellt hat.</translation>
    </message>
    <message>
        <source>sent but not needed: %1</source>
        <translation>gesendet, aber nicht gebraucht: %1</translation>
    </message>
    <message>
        <source>Remove it from the chain file.</source>
        <translation>Aus der Kettendatei entfernen.</translation>
    </message>
    <message>
        <source>sent more than once: %1</source>
        <translation>mehrfach gesendet: %1</translation>
    </message>
    <message>
        <source>Remove the repetition from the chain file.</source>
        <translation>Die Wiederholung aus der Kettendatei entfernen.</translation>
    </message>
    <message>
        <source>the root is sent along, which nobody needs: %1</source>
        <translation>die Wurzel wird mitgesendet, die niemand braucht: %1</translation>
    </message>
    <message>
        <source>It may be left out of the chain file, unless a DANE TLSA record with usage 2 names it.</source>
        <translation>Sie kann in der Kettendatei fehlen, sofern kein DANE-TLSA-Record mit Usage 2 auf sie verweist.</translation>
    </message>
    <message>
        <source>the certificate does not name %1; it names %2</source>
        <translation>das Zertifikat nennt %1 nicht; es nennt %2</translation>
    </message>
    <message>
        <source>Request a certificate whose subjectAltName holds this name, or let the MX record name a host that the certificate holds.</source>
        <translation>Ein Zertifikat beantragen, dessen subjectAltName diesen Namen enthält, oder im MX-Record einen Host nennen, den das Zertifikat enthält.</translation>
    </message>
    <message>
        <source>%1 stands only in the common name (%2), which is no longer looked at (RFC 9525)</source>
        <translation>%1 steht nur im Common Name (%2), der nicht mehr zählt (RFC 9525)</translation>
    </message>
    <message>
        <source>Request a certificate that holds the name as a subjectAltName dNSName.</source>
        <translation>Ein Zertifikat beantragen, das den Namen als dNSName im subjectAltName enthält.</translation>
    </message>
    <message>
        <source>%1 stands only in the common name (%2): Postfix, Exim, OpenSSL and GnuTLS take that where no DNS name is there, clients that go by RFC 9525 (Go, browsers) refuse the certificate</source>
        <translation>%1 steht nur im Common Name (%2): Postfix, Exim, OpenSSL und GnuTLS nehmen das an, wo kein DNS-Name da ist; Clients, die sich nach RFC 9525 richten (Go, Browser), lehnen das Zertifikat ab</translation>
    </message>
    <message>
        <source>%2 covers a whole top-level domain: OpenSSL, and Postfix with it, does not take it for %1, though RFC 9525 lets it match</source>
        <translation>%2 deckt eine ganze Top-Level-Domain ab: OpenSSL und damit Postfix nimmt es für %1 nicht an, obwohl es nach RFC 9525 passt</translation>
    </message>
    <message>
        <source>Request a certificate that names the host itself, or a wildcard of the domain&apos;s own.</source>
        <translation>Beantragen Sie ein Zertifikat, das den Host selbst nennt, oder einen Wildcard-Namen der Domain selbst.</translation>
    </message>
    <message>
        <source>%1 covers %2, which the CA %3 is not allowed to issue for (an excluded name constraint): OpenSSL, and Postfix with it, lets that pass, clients that go by RFC 5280 refuse the certificate</source>
        <translation>%1 deckt %2 ab, wofür die CA %3 nichts ausstellen darf (ausgeschlossener Name, Name Constraints): OpenSSL und damit Postfix lässt das durchgehen, Clients nach RFC 5280 lehnen das Zertifikat ab</translation>
    </message>
    <message>
        <source>Request a certificate that names the hosts one by one, or one from a CA without that constraint.</source>
        <translation>Beantragen Sie ein Zertifikat, das die Hosts einzeln nennt, oder eines von einer CA ohne diese Einschränkung.</translation>
    </message>
    <message>
        <source>%1 is an address, and Postfix at this level compares the certificate with host names only</source>
        <translation>%1 ist eine Adresse, und Postfix vergleicht das Zertifikat auf dieser Stufe nur mit Hostnamen</translation>
    </message>
    <message>
        <source>Inspect the server by its host name, or give one with --name.</source>
        <translation>Den Server unter seinem Hostnamen prüfen oder einen mit --name angeben.</translation>
    </message>
    <message>
        <source>older mail programs take the common name %1 (RFC 7817), newer ones do not (RFC 9525)</source>
        <translation>ältere Mailprogramme nehmen den Common Name %1 (RFC 7817), neuere nicht (RFC 9525)</translation>
    </message>
    <message>
        <source>“%1” is no host name, so there is no name to compare with</source>
        <translation>„%1“ ist kein Hostname, also gibt es keinen Namen zum Vergleichen</translation>
    </message>
    <message>
        <source>the TLSA record %1 matches: %2</source>
        <translation>der TLSA-Record %1 passt: %2</translation>
    </message>
    <message>
        <source>Nothing to do. Publish the new record before the key changes, and take the old one out afterwards.</source>
        <translation>Nichts zu tun. Den neuen Record veröffentlichen, bevor der Schlüssel wechselt, und den alten danach entfernen.</translation>
    </message>
    <message numerus="yes">
        <source>none of the %1 TLSA records matches the certificate</source>
        <translation>
            <numerusform>der TLSA-Record passt nicht zum Zertifikat</numerusform>
            <numerusform>keiner der %1 TLSA-Records passt zum Zertifikat</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish a record for the certificate that is in use (mailseal-cli verify prints it), or put the certificate back that the records were made for; wait for the old records&apos; TTL before the key changes.</source>
        <translation>Einen Record für das Zertifikat veröffentlichen, das in Gebrauch ist (mailseal-cli verify gibt ihn aus), oder das Zertifikat wieder einsetzen, zu dem die Records gehören; vor einem Schlüsselwechsel die TTL der alten Records abwarten.</translation>
    </message>
    <message>
        <source>the TLSA record %1 designates a certificate that the server does not send</source>
        <translation>der TLSA-Record %1 bezeichnet ein Zertifikat, das der Server nicht sendet</translation>
    </message>
    <message>
        <source>Send that CA&apos;s certificate behind the server&apos;s own, the root too where the record names it (Postfix: smtpd_tls_chain_files; Exim: tls_certificate), or publish 2 1 1 of the intermediate, or 3 1 1 of the server&apos;s key.</source>
        <translation>Das Zertifikat dieser CA hinter dem eigenen mitsenden, auch die Wurzel, wenn der Record sie nennt (Postfix: smtpd_tls_chain_files; Exim: tls_certificate), oder 2 1 1 des Zwischenzertifikats oder 3 1 1 des Server-Schlüssels veröffentlichen.</translation>
    </message>
    <message>
        <source>the TLSA record %1 matches and is set aside, because a stronger digest of the same kind stands beside it</source>
        <translation>der TLSA-Record %1 passt, zählt aber nicht, weil ein stärkerer Hash derselben Art daneben steht</translation>
    </message>
    <message>
        <source>Publish every digest of a certificate together, or SHA-256 alone (RFC 7671 section 9).</source>
        <translation>Alle Hashes eines Zertifikats gemeinsam veröffentlichen oder nur SHA-256 (RFC 7671 Abschnitt 9).</translation>
    </message>
    <message>
        <source>TLSA records that cannot be used for SMTP: %1 of %2</source>
        <translation>für SMTP nicht brauchbare TLSA-Records: %1 von %2</translation>
    </message>
    <message>
        <source>Publish usage 3 or 2, selector 0 or 1, matching type 0, 1 or 2 and a value of the right length: 3 1 1 with the SHA-256 of the public key is the usual one.</source>
        <translation>Verwendung 3 oder 2, Selektor 0 oder 1, Vergleichsart 0, 1 oder 2 und einen Wert der richtigen Länge veröffentlichen: üblich ist 3 1 1 mit dem SHA-256 des öffentlichen Schlüssels.</translation>
    </message>
    <message>
        <source>there is no TLSA record at %1</source>
        <translation>bei %1 gibt es keinen TLSA-Record</translation>
    </message>
    <message>
        <source>Nothing breaks by it. To let senders authenticate this server by DANE, sign the zone with DNSSEC and publish a TLSA record, 3 1 1 for example.</source>
        <translation>Das stört niemanden. Damit Absender diesen Server mit DANE erkennen, die Zone mit DNSSEC signieren und einen TLSA-Record veröffentlichen, zum Beispiel 3 1 1.</translation>
    </message>
    <message>
        <source>%1 is not signed with DNSSEC, so TLSA records count for nobody</source>
        <translation>%1 ist nicht mit DNSSEC signiert, daher zählen TLSA-Records für niemanden</translation>
    </message>
    <message>
        <source>Sign the zone with DNSSEC and have its DS record put into the parent zone.</source>
        <translation>Die Zone mit DNSSEC signieren und ihren DS-Record in die übergeordnete Zone setzen lassen.</translation>
    </message>
    <message>
        <source>a lookup that DANE needs, %1, fails DNSSEC validation: %2</source>
        <translation>eine Abfrage, die DANE braucht (%1), besteht die DNSSEC-Prüfung nicht: %2</translation>
    </message>
    <message>
        <source>Mend the signatures of the zone and its DS record: senders that validate hold mail back, because an attack may look like this.</source>
        <translation>Die Signaturen der Zone und ihren DS-Record in Ordnung bringen: Absender, die prüfen, halten Mail zurück, denn so kann auch ein Angriff aussehen.</translation>
    </message>
    <message>
        <source>a lookup that DANE needs, %1, failed (%2)</source>
        <translation>eine Abfrage, die DANE braucht (%1), ist gescheitert (%2)</translation>
    </message>
    <message>
        <source>Ask again later. If it stays, the name servers or a firewall before them do not answer such queries: senders with DANE hold mail back then.</source>
        <translation>Später erneut fragen. Bleibt es dabei, beantworten die Nameserver oder eine Firewall davor keine solchen Abfragen: Absender mit DANE halten Mail dann zurück.</translation>
    </message>
    <message>
        <source>no TLSA records of %1 were looked up</source>
        <translation>TLSA-Records von %1 wurden nicht abgefragt</translation>
    </message>
    <message>
        <source>Inspect it with DNS lookups, or give records to mailseal-cli verify with --tlsa.</source>
        <translation>Mit DNS-Abfragen untersuchen oder mailseal-cli verify die Records mit --tlsa nennen.</translation>
    </message>
    <message>
        <source>%1 is an address, and TLSA records belong to host names</source>
        <translation>%1 ist eine Adresse, und TLSA-Records gehören zu Hostnamen</translation>
    </message>
    <message>
        <source>Inspect the server by its host name.</source>
        <translation>Den Server mit seinem Hostnamen untersuchen.</translation>
    </message>
    <message>
        <source>no signature vouches for the MX record of %1, so anyone on the way could have named %2 as its mail server</source>
        <translation>keine Signatur bürgt für den MX-Record von %1; jeder auf dem Weg hätte %2 als Mailserver nennen können</translation>
    </message>
    <message>
        <source>Sign the zone of the domain with DNSSEC, or publish an MTA-STS policy that names its mail servers.</source>
        <translation>Die Zone der Domain mit DNSSEC signieren oder eine MTA-STS-Richtlinie veröffentlichen, die ihre Mailserver nennt.</translation>
    </message>
    <message>
        <source>%1 is not signed with DNSSEC and its mail server %2 is: senders use the TLSA records of %2, and whoever forges the MX record of %1 still chooses another server (RFC 7672 section 2.2.1)</source>
        <translation>%1 ist nicht mit DNSSEC signiert, sein Mailserver %2 schon: Absender benutzen die TLSA-Einträge von %2, und wer den MX-Eintrag von %1 fälscht, wählt trotzdem einen anderen Server (RFC 7672, Abschnitt 2.2.1)</translation>
    </message>
    <message>
        <source>Sign the zone of %1 with DNSSEC, or publish an MTA-STS policy that names its mail servers; the zone of %2 needs nothing.</source>
        <translation>Signieren Sie die Zone von %1 mit DNSSEC, oder veröffentlichen Sie eine MTA-STS-Richtlinie, die ihre Mailserver nennt; die Zone von %2 braucht nichts.</translation>
    </message>
    <message>
        <source>a sender whose resolver does not validate sees nothing of that: %1</source>
        <translation>ein Absender, dessen Resolver nicht validiert, merkt davon nichts: %1</translation>
    </message>
    <message>
        <source>Nothing can be mended on the side of those who send.</source>
        <translation>Auf der Seite der Absender ist nichts zu beheben.</translation>
    </message>
    <message>
        <source>the answer for %1 is signed with %2: SHA-1 is no longer fit for signatures, and some validators take such a zone for an unsigned one (RFC 8624)</source>
        <translation>die Antwort für %1 ist mit %2 signiert: SHA-1 taugt nicht mehr für Signaturen, und manche prüfenden Resolver behandeln eine solche Zone wie eine unsignierte (RFC 8624)</translation>
    </message>
    <message>
        <source>Sign the zone anew with ECDSAP256SHA256 (13) and have the DS record of the new key put into the parent zone.</source>
        <translation>Signieren Sie die Zone neu mit ECDSAP256SHA256 (13), und lassen Sie den DS-Eintrag des neuen Schlüssels in die übergeordnete Zone aufnehmen.</translation>
    </message>
    <message>
        <source>nobody knows which %3 records %1 has: the lookup failed (%2)</source>
        <translation>niemand weiß, welche Einträge %3 es zu %1 gibt: Die Abfrage ist gescheitert (%2)</translation>
    </message>
    <message>
        <source>Ask again later. If it stays, the name servers or a firewall before them do not answer such queries.</source>
        <translation>Fragen Sie später noch einmal. Bleibt es so, beantworten die Nameserver oder eine Firewall davor solche Abfragen nicht.</translation>
    </message>
    <message>
        <source>%1 has a null MX beside other MX records, which RFC 7505 section 3 forbids: the one says that the domain takes no mail, the others say who takes it</source>
        <translation>%1 hat einen Null-MX neben anderen MX-Einträgen, was RFC 7505, Abschnitt 3, verbietet: Der eine sagt, dass die Domain keine Mail annimmt, die anderen sagen, wer sie annimmt</translation>
    </message>
    <message>
        <source>Remove the null MX (0 .) if the domain is meant to take mail, otherwise all the others.</source>
        <translation>Entfernen Sie den Null-MX (0 .), wenn die Domain Mail annehmen soll, sonst alle anderen.</translation>
    </message>
    <message>
        <source>the MX record of %1 fails DNSSEC validation: %2</source>
        <translation>der MX-Record von %1 besteht die DNSSEC-Prüfung nicht: %2</translation>
    </message>
    <message>
        <source>Mend the zone&apos;s signatures and its DS record: senders that validate cannot deliver at all.</source>
        <translation>Signaturen der Zone und ihren DS-Record in Ordnung bringen: Absender, die prüfen, können gar nicht zustellen.</translation>
    </message>
    <message>
        <source>%1 takes no mail: its MX record is the null MX (RFC 7505)</source>
        <translation>%1 nimmt keine Mail an: der MX-Record ist der Null-MX (RFC 7505)</translation>
    </message>
    <message>
        <source>Nothing to do if the domain is meant to take no mail; otherwise publish an MX record that names its mail server.</source>
        <translation>Nichts zu tun, wenn die Domain keine Mail annehmen soll; sonst einen MX-Record veröffentlichen, der ihren Mailserver nennt.</translation>
    </message>
    <message>
        <source>the MX host %1 is an alias (CNAME) of %2; RFC 5321 §5.1 wants a name that has addresses itself</source>
        <translation>der MX-Host %1 ist ein Alias (CNAME) von %2; RFC 5321 §5.1 verlangt einen Namen, der selbst Adressen hat</translation>
    </message>
    <message>
        <source>Let the MX record name the host itself.</source>
        <translation>Im MX-Record den Host selbst nennen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 further servers of this domain were not inspected</source>
        <translation>
            <numerusform>1 weiterer Server dieser Domain wurde nicht geprüft</numerusform>
            <numerusform>%1 weitere Server dieser Domain wurden nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Inspect the remaining ones by name, as in host:mx.example.org.</source>
        <translation>Die übrigen einzeln prüfen, wie in host:mx.example.org.</translation>
    </message>
    <message>
        <source>the address records of %1 fail DNSSEC validation: %2</source>
        <translation>die Adresseinträge von %1 scheitern an der DNSSEC-Prüfung: %2</translation>
    </message>
    <message>
        <source>Mend the signatures of the zone and its DS record: senders that validate cannot reach the host.</source>
        <translation>Die Signaturen der Zone und ihren DS-Record in Ordnung bringen: Absender, die prüfen, erreichen den Host nicht.</translation>
    </message>
    <message>
        <source>nobody could tell whether the answer for %1 is genuine: no DNSSEC trust anchor was there</source>
        <translation>ob die Antwort für %1 echt ist, war nicht festzustellen: es gab keinen DNSSEC-Vertrauensanker</translation>
    </message>
    <message>
        <source>Give a resolver that validates (--resolver) or a trust anchor (--dnssec-anchor).</source>
        <translation>Einen prüfenden Resolver (--resolver) oder einen Vertrauensanker (--dnssec-anchor) angeben.</translation>
    </message>
    <message>
        <source>the resolver (%1) hands on no DNSSEC signatures, so nobody can tell whether the answers are genuine</source>
        <translation>der Resolver (%1) gibt keine DNSSEC-Signaturen weiter; ob die Antworten echt sind, kann niemand sagen</translation>
    </message>
    <message>
        <source>Look the domain up through a resolver that passes DNSSEC on (--resolver, or the settings).</source>
        <translation>Die Domain über einen Resolver abfragen, der DNSSEC weitergibt (--resolver oder die Einstellungen).</translation>
    </message>
    <message>
        <source>STARTTLS is not offered</source>
        <translation>STARTTLS wird nicht angeboten</translation>
    </message>
    <message>
        <source>Offer it (Postfix: smtpd_tls_security_level = may and smtpd_tls_chain_files; Exim: tls_advertise_hosts = * and tls_certificate). If it is set already, look for a firewall that removes it from the list.</source>
        <translation>Anbieten (Postfix: smtpd_tls_security_level = may und smtpd_tls_chain_files; Exim: tls_advertise_hosts = * und tls_certificate). Ist das schon eingestellt, nach einer Firewall suchen, die es aus der Liste entfernt.</translation>
    </message>
    <message>
        <source>STARTTLS is offered intermittently: missing behind “%1”, offered behind “%2”</source>
        <translation>STARTTLS wird nur zeitweise angeboten: es fehlt hinter „%1“ und steht hinter „%2“</translation>
    </message>
    <message>
        <source>Several servers may stand behind this address: compare their configuration, and look at the two greetings.</source>
        <translation>Hinter dieser Adresse stehen womöglich mehrere Server: ihre Konfiguration vergleichen und die beiden Begrüßungen ansehen.</translation>
    </message>
    <message>
        <source>STARTTLS is masked on the way: the server&apos;s list shows “%1”</source>
        <translation>STARTTLS wird unterwegs maskiert: die Liste des Servers zeigt „%1“</translation>
    </message>
    <message>
        <source>A firewall rewrites SMTP (Cisco ASA and PIX: inspect esmtp, fixup protocol smtp). Allow TLS there (allow-tls) or switch the inspection off.</source>
        <translation>Eine Firewall schreibt SMTP um (Cisco ASA und PIX: inspect esmtp, fixup protocol smtp). TLS dort erlauben (allow-tls) oder die Inspektion abschalten.</translation>
    </message>
    <message>
        <source>STARTTLS was answered %1 %2</source>
        <translation>STARTTLS wurde mit %1 %2 beantwortet</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log for the reason; most often the key or the certificate cannot be read.</source>
        <translation>Der Grund steht im Log des Servers; meist sind Schlüssel oder Zertifikat nicht lesbar.</translation>
    </message>
    <message>
        <source>inside TLS the server refuses everything: %1 %2</source>
        <translation>innerhalb von TLS lehnt der Server alles ab: %1 %2</translation>
    </message>
    <message>
        <source>The server is not satisfied with this client (RFC 3207 section 4.1): it may demand a client certificate or a stronger suite; its log says which.</source>
        <translation>Der Server ist mit diesem Client nicht zufrieden (RFC 3207, Abschnitt 4.1): womöglich verlangt er ein Client-Zertifikat oder eine stärkere Suite; sein Log sagt, was.</translation>
    </message>
    <message>
        <source>the server could not be reached (%1): %2</source>
        <translation>der Server war nicht zu erreichen (%1): %2</translation>
    </message>
    <message>
        <source>Check address, port and firewall. Many networks block port 25: try another port or a proxy.</source>
        <translation>Adresse, Port und Firewall prüfen. Viele Netze sperren Port 25: einen anderen Port oder einen Proxy versuchen.</translation>
    </message>
    <message>
        <source>the server greeted with %1 %2</source>
        <translation>der Server grüßte mit %1 %2</translation>
    </message>
    <message>
        <source>The server does not want this client: check the EHLO name, the reverse name of the source address and block lists, then ask again later.</source>
        <translation>Der Server will diesen Client nicht: EHLO-Namen, Reverse-Namen der Quelladresse und Sperrlisten prüfen, dann später erneut versuchen.</translation>
    </message>
    <message>
        <source>EHLO was answered %1 %2</source>
        <translation>EHLO wurde mit %1 %2 beantwortet</translation>
    </message>
    <message>
        <source>no usable answer came (%1): %2</source>
        <translation>es kam keine brauchbare Antwort (%1): %2</translation>
    </message>
    <message>
        <source>Ask again later, with a longer --timeout; the transcript shows how far it came.</source>
        <translation>Später erneut versuchen, mit längerem --timeout; das Transkript zeigt, wie weit es kam.</translation>
    </message>
    <message>
        <source>the inspection did not get as far as an answer (%1)</source>
        <translation>die Prüfung kam nicht bis zu einer Antwort (%1)</translation>
    </message>
    <message>
        <source>Inspect again, with a longer --timeout where time ran out.</source>
        <translation>Erneut prüfen, mit längerem --timeout, wo die Zeit ablief.</translation>
    </message>
    <message>
        <source>the server turns us away for now: %1 %2</source>
        <translation>der Server weist uns vorerst ab: %1 %2</translation>
    </message>
    <message>
        <source>Nothing more was sent to this address. Wait a few minutes; on your own server see Postfix smtpd_client_connection_rate_limit and smtpd_client_connection_count_limit.</source>
        <translation>An diese Adresse wurde nichts weiter gesendet. Einige Minuten warten; auf dem eigenen Server siehe Postfix smtpd_client_connection_rate_limit und smtpd_client_connection_count_limit.</translation>
    </message>
    <message>
        <source>the session ended right after the handshake, as the policy asks; what the server would have answered inside TLS was not awaited</source>
        <translation>die Sitzung endete gleich nach dem Handshake, wie es die Richtlinie verlangt; was der Server innerhalb von TLS geantwortet hätte, wurde nicht abgewartet</translation>
    </message>
    <message>
        <source>To see the rest of the dialogue, inspect again acting as “TLS if offered”.</source>
        <translation>Um den Rest des Dialogs zu sehen, mit der Richtlinie „TLS, wenn angeboten“ erneut prüfen.</translation>
    </message>
    <message>
        <source>port 25 does not answer, but the same host answers on port %1: the network drops port 25</source>
        <translation>Port 25 antwortet nicht, wohl aber derselbe Host auf Port %1: das Netz verwirft Port 25</translation>
    </message>
    <message>
        <source>Inspect from another network, through a proxy (--proxy), or on port 587 if mail is submitted there.</source>
        <translation>Aus einem anderen Netz prüfen, über einen Proxy (--proxy) oder auf Port 587, falls dort eingeliefert wird.</translation>
    </message>
    <message>
        <source>port %1 of this server says nothing and answers a TLS handshake (%2): TLS is spoken there at once</source>
        <translation>Port %1 dieses Servers sagt nichts und beantwortet einen TLS-Handshake (%2): dort wird sofort TLS gesprochen</translation>
    </message>
    <message>
        <source>Inspect it as submissions, or have the server speak STARTTLS on this port: senders of mail wait for a greeting in clear text.</source>
        <translation>Als submissions prüfen, oder den Server auf diesem Port STARTTLS sprechen lassen: Absender von Mail warten auf eine Begrüßung im Klartext.</translation>
    </message>
    <message>
        <source>the server speaks clear text on this port, where TLS was expected at once</source>
        <translation>der Server spricht auf diesem Port Klartext, wo sofort TLS erwartet wurde</translation>
    </message>
    <message>
        <source>Inspect it as submission or smtp, or have the server speak TLS at once on this port (Postfix: smtpd_tls_wrappermode, Exim: tls_on_connect_ports).</source>
        <translation>Als submission oder smtp prüfen, oder den Server auf diesem Port sofort TLS sprechen lassen (Postfix: smtpd_tls_wrappermode, Exim: tls_on_connect_ports).</translation>
    </message>
    <message numerus="yes">
        <source>ports %1 of the same host do not answer either</source>
        <translation>
            <numerusform>auch Port %1 desselben Hosts antwortet nicht</numerusform>
            <numerusform>auch die Ports %1 desselben Hosts antworten nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>The host seems to be down, or everything to it is filtered: check it from elsewhere.</source>
        <translation>Der Host scheint aus zu sein, oder alles zu ihm wird gefiltert: von anderswo prüfen.</translation>
    </message>
    <message>
        <source>mail programs do not hand in mail here: the service is %1</source>
        <translation>Mailprogramme liefern hier keine Mail ein: der Dienst ist %1</translation>
    </message>
    <message>
        <source>Nothing to do: it is judged where mail programs connect, on the ports 465 and 587.</source>
        <translation>Nichts zu tun: beurteilt wird das dort, wo sich Mailprogramme verbinden, auf den Ports 465 und 587.</translation>
    </message>
    <message>
        <source>this kind of sender relays mail; the service here is %1</source>
        <translation>diese Art Absender leitet Mail weiter; der Dienst hier ist %1</translation>
    </message>
    <message>
        <source>Nothing to do: it is judged where mail is relayed, on port 25.</source>
        <translation>Nichts zu tun: Beurteilt wird sie, wo Mail weitergeleitet wird, auf Port 25.</translation>
    </message>
    <message>
        <source>TLS if offered</source>
        <translation>TLS, wenn angeboten</translation>
    </message>
    <message>
        <source>Takes TLS where it is offered and looks at no certificate; clear text otherwise. Most senders, Postfix “may”.</source>
        <translation>Nimmt TLS, wo es angeboten wird, und sieht kein Zertifikat an; sonst Klartext. Die meisten Absender, Postfix „may“.</translation>
    </message>
    <message>
        <source>TLS required</source>
        <translation>TLS verlangt</translation>
    </message>
    <message>
        <source>Insists on TLS and looks at no certificate. Postfix “encrypt”.</source>
        <translation>Besteht auf TLS und sieht kein Zertifikat an. Postfix „encrypt“.</translation>
    </message>
    <message>
        <source>Trusted CA and name</source>
        <translation>Vertraute CA und Name</translation>
    </message>
    <message>
        <source>Insists on TLS with a certificate of a trusted CA that names the server. Postfix “verify”.</source>
        <translation>Besteht auf TLS mit einem Zertifikat einer vertrauten CA, das den Server nennt. Postfix „verify“.</translation>
    </message>
    <message>
        <source>Trusted CA, next hop</source>
        <translation>Vertraute CA, nächster Hop</translation>
    </message>
    <message>
        <source>The same, but the certificate must name the next-hop domain, because an MX record proves nothing. For a server that was typed there is no difference. Postfix “secure”.</source>
        <translation>Ebenso, aber das Zertifikat muss die Domain des nächsten Hops nennen, weil ein MX-Record nichts beweist. Bei einem eingegebenen Server macht das keinen Unterschied. Postfix „secure“.</translation>
    </message>
    <message>
        <source>MTA-STS</source>
        <translation>MTA-STS</translation>
    </message>
    <message>
        <source>Keeps the policy that the domain publishes by MTA-STS (RFC 8461), and knows nothing of DANE; without one, TLS if offered.</source>
        <translation>Hält sich an die Richtlinie, die die Domain per MTA-STS veröffentlicht (RFC 8461), und kennt DANE nicht; ohne eine solche: TLS, wenn angeboten.</translation>
    </message>
    <message>
        <source>DANE</source>
        <translation>DANE</translation>
    </message>
    <message>
        <source>Authenticates the server by the TLSA records of its signed zone (RFC 7672); without them, TLS if offered. Postfix “dane”.</source>
        <translation>Erkennt den Server an den TLSA-Records seiner signierten Zone (RFC 7672); ohne sie TLS, wenn angeboten. Postfix „dane“.</translation>
    </message>
    <message>
        <source>DANE only</source>
        <translation>Nur DANE</translation>
    </message>
    <message>
        <source>Delivers only where signed TLSA records match. Postfix “dane-only”.</source>
        <translation>Stellt nur zu, wo signierte TLSA-Records passen. Postfix „dane-only“.</translation>
    </message>
    <message>
        <source>Pinned key</source>
        <translation>Angehefteter Schlüssel</translation>
    </message>
    <message>
        <source>Insists on TLS with a certificate or a key whose SHA-256 is known. Postfix “fingerprint”.</source>
        <translation>Besteht auf TLS mit einem Zertifikat oder Schlüssel, dessen SHA-256 bekannt ist. Postfix „fingerprint“.</translation>
    </message>
    <message>
        <source>Mail program</source>
        <translation>Mailprogramm</translation>
    </message>
    <message>
        <source>A person&apos;s mail program: a certificate of a trusted CA that names the host that was typed (RFC 8314).</source>
        <translation>Das Mailprogramm eines Menschen: ein Zertifikat einer bekannten CA, das den eingegebenen Host nennt (RFC 8314).</translation>
    </message>
    <message>
        <source>REQUIRETLS</source>
        <translation>REQUIRETLS</translation>
    </message>
    <message>
        <source>Sends a message that must travel encrypted to known servers all the way (RFC 8689), or returns it.</source>
        <translation>Sendet eine Nachricht, die auf dem ganzen Weg verschlüsselt zu bekannten Servern gehen muss (RFC 8689), oder gibt sie zurück.</translation>
    </message>
    <message numerus="yes">
        <source>the greeting came after %1 seconds</source>
        <translation>
            <numerusform>die Begrüßung kam nach 1 Sekunde</numerusform>
            <numerusform>die Begrüßung kam nach %1 Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Some servers delay it on purpose against spam (Postfix: postscreen_greet_wait). Senders wait up to five minutes, so nothing needs to change.</source>
        <translation>Manche Server verzögern sie absichtlich gegen Spam (Postfix: postscreen_greet_wait). Absender warten bis zu fünf Minuten, es muss sich also nichts ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%1 octets of clear text came behind the 220 to STARTTLS</source>
        <translation>
            <numerusform>hinter der 220 auf STARTTLS kam 1 Oktett Klartext</numerusform>
            <numerusform>hinter der 220 auf STARTTLS kamen %1 Oktette Klartext</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody on the way may have injected it, or the server reads ahead: update the server, and compare from another network. The text was discarded.</source>
        <translation>Jemand unterwegs kann ihn eingeschleust haben, oder der Server liest voraus: den Server aktualisieren und aus einem anderen Netz vergleichen. Der Text wurde verworfen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines ended in a bare LF instead of CRLF</source>
        <translation>
            <numerusform>1 Zeile endete mit bloßem LF statt CRLF</numerusform>
            <numerusform>%1 Zeilen endeten mit bloßem LF statt CRLF</numerusform>
        </translation>
    </message>
    <message>
        <source>Senders read on, but strict ones may not: let the server end its lines with CRLF.</source>
        <translation>Absender lesen weiter, strenge womöglich nicht: der Server soll seine Zeilen mit CRLF beenden.</translation>
    </message>
    <message>
        <source>a reply line has %1 octets; 512 are allowed (RFC 5321 section 4.5.3.1.5)</source>
        <translation>eine Antwortzeile hat %1 Oktette; 512 sind erlaubt (RFC 5321, Abschnitt 4.5.3.1.5)</translation>
    </message>
    <message>
        <source>Shorten the reply; some senders cut such lines.</source>
        <translation>Die Antwort kürzen; manche Absender schneiden solche Zeilen ab.</translation>
    </message>
    <message>
        <source>an unusual reply code at “%1”: %2</source>
        <translation>ein unüblicher Antwortcode bei „%1“: %2</translation>
    </message>
    <message>
        <source>Senders accept any 2xx; nothing needs to change but for tidiness.</source>
        <translation>Absender nehmen jede 2xx an; ändern muss sich nichts, außer der Ordnung halber.</translation>
    </message>
    <message>
        <source>the lines of one reply carry different codes; the last is %1</source>
        <translation>die Zeilen einer Antwort tragen verschiedene Codes; der letzte ist %1</translation>
    </message>
    <message>
        <source>Let every line of a reply carry the same code (RFC 5321 section 4.2.1).</source>
        <translation>Jede Zeile einer Antwort soll denselben Code tragen (RFC 5321, Abschnitt 4.2.1).</translation>
    </message>
    <message>
        <source>the server spoke out of turn: %1</source>
        <translation>der Server sprach außer der Reihe: %1</translation>
    </message>
    <message>
        <source>Such a line shifts the answers for many senders: look for a proxy or filter in front of the server.</source>
        <translation>Eine solche Zeile verschiebt bei vielen Absendern die Antworten: nach einem Proxy oder Filter vor dem Server suchen.</translation>
    </message>
    <message>
        <source>EHLO was refused with %1 and HELO taken, so no extension is offered</source>
        <translation>EHLO wurde mit %1 abgelehnt und HELO angenommen, also wird keine Erweiterung angeboten</translation>
    </message>
    <message>
        <source>A server that knows EHLO can offer STARTTLS: update or configure it.</source>
        <translation>Ein Server, der EHLO beherrscht, kann STARTTLS anbieten: aktualisieren oder einstellen.</translation>
    </message>
    <message>
        <source>an EHLO keyword in unusual case: %1</source>
        <translation>ein EHLO-Schlüsselwort in unüblicher Schreibung: %1</translation>
    </message>
    <message>
        <source>Keywords are case-insensitive (RFC 5321 section 4.1.1.1); nothing to do.</source>
        <translation>Groß- und Kleinschreibung ist bei Schlüsselwörtern gleichgültig (RFC 5321, Abschnitt 4.1.1.1); nichts zu tun.</translation>
    </message>
    <message>
        <source>the EHLO name “%1” is not fully qualified</source>
        <translation>der EHLO-Name „%1“ ist nicht voll qualifiziert</translation>
    </message>
    <message>
        <source>Give the full name of this machine with --ehlo or in the settings: some servers refuse others.</source>
        <translation>Den vollen Namen dieses Rechners mit --ehlo oder in den Einstellungen angeben: manche Server weisen andere ab.</translation>
    </message>
    <message>
        <source>Mend what the two differ about: then it does not matter which program sends.</source>
        <translation>Beheben Sie, worin sich die beiden unterscheiden: dann ist gleich, welches Programm sendet.</translation>
    </message>
    <message>
        <source>then it goes in clear text, if the server takes it: Exim tries so at once, Postfix on a later attempt; Sendmail, as it comes, keeps the message</source>
        <translation>dann geht sie im Klartext, wenn der Server sie so nimmt: Exim versucht es sofort, Postfix bei einem späteren Versuch; Sendmail behält die Nachricht in der Voreinstellung</translation>
    </message>
    <message>
        <source>Let TLS work here. A server that demands it (530) gets the message back to its sender.</source>
        <translation>Sorgen Sie dafür, dass TLS hier gelingt. Verlangt der Server es (530), so geht die Nachricht an den Absender zurück.</translation>
    </message>
    <message>
        <source>there is nothing to connect to at %1 (%2), so the message is returned (5.4.4) where no other MX host has an address</source>
        <translation>zu %1 gibt es nichts, womit man sich verbinden kann (%2); die Nachricht geht zurück (5.4.4), wo kein anderer MX-Host eine Adresse hat</translation>
    </message>
    <message>
        <source>Publish an address for the name, or correct the MX record; check the spelling first.</source>
        <translation>Veröffentlichen Sie eine Adresse für den Namen oder berichtigen Sie den MX-Eintrag; prüfen Sie zuerst die Schreibweise.</translation>
    </message>
    <message>
        <source>a second greeting came where the answer to EHLO was due, which shifts every answer by one for Postfix</source>
        <translation>wo die Antwort auf EHLO anstand, kam eine zweite Begrüßung; für Postfix verschiebt das jede Antwort um eine</translation>
    </message>
    <message>
        <source>Greet once: look for a proxy or filter in front of the server that has a greeting of its own.</source>
        <translation>Grüßen Sie einmal: suchen Sie vor dem Server nach einem Proxy oder Filter mit eigener Begrüßung.</translation>
    </message>
    <message>
        <source>the server greets once more inside TLS, which shifts every answer by one: Postfix returns the message (5.5.0)</source>
        <translation>der Server grüßt in TLS noch einmal, was jede Antwort um eine verschiebt: Postfix schickt die Nachricht zurück (5.5.0)</translation>
    </message>
    <message>
        <source>After STARTTLS the server waits for EHLO (RFC 3207 section 4.2): where a proxy adds TLS, let it greet before TLS alone.</source>
        <translation>Nach STARTTLS wartet der Server auf EHLO (RFC 3207 Abschnitt 4.2): wo ein Proxy TLS hinzufügt, soll er nur vor TLS grüßen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 blank lines stand before or behind an answer</source>
        <translation>
            <numerusform>%1 Leerzeile steht vor oder hinter einer Antwort</numerusform>
            <numerusform>%1 Leerzeilen stehen vor oder hinter einer Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer may be empty (RFC 5321 section 4.2): Postfix reads on, Exim gives up.</source>
        <translation>Keine Antwort darf leer sein (RFC 5321 Abschnitt 4.2): Postfix liest weiter, Exim gibt auf.</translation>
    </message>
    <message>
        <source>STARTTLS is offered as “%1”, which not every sender takes</source>
        <translation>STARTTLS wird als „%1“ angeboten, was nicht jeder Absender nimmt</translation>
    </message>
    <message>
        <source>Offer STARTTLS without anything behind it (RFC 3207 section 2): Postfix takes the one with a value, Exim does not see it.</source>
        <translation>Bieten Sie STARTTLS ohne etwas dahinter an (RFC 3207 Abschnitt 2): Postfix nimmt es mit einem Wert, Exim sieht es dann nicht.</translation>
    </message>
    <message>
        <source>the server does not know secure renegotiation (RFC 5746), and OpenSSL 3 breaks the handshake off</source>
        <translation>der Server kennt keine sichere Neuverhandlung (RFC 5746), und OpenSSL 3 bricht den Handshake ab</translation>
    </message>
    <message>
        <source>Update the server&apos;s TLS library, or switch TLS 1.3 on. Senders with GnuTLS (Debian&apos;s Exim) go on.</source>
        <translation>Aktualisieren Sie die TLS-Bibliothek des Servers oder schalten Sie TLS 1.3 ein. Absender mit GnuTLS (Debians Exim) machen weiter.</translation>
    </message>
    <message>
        <source>the key exchange is signed with SHA-1 (%1), which Postfix does not take where it verifies (OpenSSL’s security level 1)</source>
        <translation>der Schlüsselaustausch ist mit SHA-1 signiert (%1), was Postfix beim Prüfen nicht nimmt (Sicherheitsstufe 1 von OpenSSL)</translation>
    </message>
    <message>
        <source>Switch TLS 1.2 or 1.3 on at the server, with SHA-256.</source>
        <translation>Schalten Sie am Server TLS 1.2 oder 1.3 mit SHA-256 ein.</translation>
    </message>
    <message>
        <source>%2 is too weak where Postfix verifies: %1 (OpenSSL’s security level 1)</source>
        <translation>%2 ist zu schwach, wo Postfix prüft: %1 (Sicherheitsstufe 1 von OpenSSL)</translation>
    </message>
    <message>
        <source>Have the certificate made anew, with a key of 2048 bits or P-256, signed with SHA-256.</source>
        <translation>Lassen Sie das Zertifikat neu ausstellen, mit einem Schlüssel von 2048 Bit oder P-256 und mit SHA-256 signiert.</translation>
    </message>
    <message>
        <source>the path has %1 certificates between the server’s and the root; Postfix follows %2 (smtp_tls_scert_verifydepth)</source>
        <translation>der Pfad hat %1 Zertifikate zwischen dem des Servers und der Wurzel; Postfix folgt %2 (smtp_tls_scert_verifydepth)</translation>
    </message>
    <message>
        <source>Use a certificate of a CA nearer to the root.</source>
        <translation>Verwenden Sie das Zertifikat einer CA, die näher an der Wurzel ist.</translation>
    </message>
    <message>
        <source>the certificate of the TLSA record %1 is not sent and taken from the record, which Exim with GnuTLS does not do</source>
        <translation>das Zertifikat des TLSA-Eintrags %1 wird nicht gesendet, sondern dem Eintrag entnommen, was Exim mit GnuTLS nicht tut</translation>
    </message>
    <message>
        <source>Send that certificate behind the server&apos;s own as well.</source>
        <translation>Senden Sie auch dieses Zertifikat hinter dem des Servers.</translation>
    </message>
    <message>
        <source>the TLSA records stand at the alias %1 and not at %2, where it leads: Exim looks only there</source>
        <translation>die TLSA-Einträge stehen am Alias %1 und nicht bei %2, wohin er führt: Exim sieht nur dort nach</translation>
    </message>
    <message>
        <source>Let the MX record name a host that is no alias (RFC 5321 section 5.1).</source>
        <translation>Lassen Sie den MX-Eintrag einen Host nennen, der kein Alias ist (RFC 5321 Abschnitt 5.1).</translation>
    </message>
    <message numerus="yes">
        <source>%1 TLSA records stand here; in 2024 Exchange Online did not cope with more than about 12</source>
        <translation>
            <numerusform>%1 TLSA-Eintrag steht hier; 2024 kam Exchange Online mit mehr als etwa 12 nicht zurecht</numerusform>
            <numerusform>%1 TLSA-Einträge stehen hier; 2024 kam Exchange Online mit mehr als etwa 12 nicht zurecht</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out those of keys that are no longer used.</source>
        <translation>Nehmen Sie die von Schlüsseln heraus, die nicht mehr benutzt werden.</translation>
    </message>
    <message>
        <source>The server&apos;s log says which file it cannot use: key and certificate must be readable and belong together (Postfix: smtpd_tls_chain_files; Exim: tls_certificate and tls_privatekey).</source>
        <translation>Das Log des Servers sagt, welche Datei er nicht verwenden kann: Schlüssel und Zertifikat müssen lesbar sein und zusammengehören (Postfix: smtpd_tls_chain_files; Exim: tls_certificate und tls_privatekey).</translation>
    </message>
    <message>
        <source>Either make the server do what its EHLO reply lists, or take STARTTLS off the list; often a filter or proxy in front of it answers the one and not the other.</source>
        <translation>Entweder soll der Server tun, was seine EHLO-Antwort aufführt, oder STARTTLS von der Liste nehmen; oft beantwortet ein Filter oder Proxy davor das eine und nicht das andere.</translation>
    </message>
    <message>
        <source>The transcript shows the command without an argument: look for a filter or proxy that adds one.</source>
        <translation>Das Transkript zeigt den Befehl ohne Argument: nach einem Filter oder Proxy suchen, der eines anfügt.</translation>
    </message>
    <message>
        <source>Look for a proxy in front of the server that has begun TLS itself or changes the order of the commands.</source>
        <translation>Nach einem Proxy vor dem Server suchen, der TLS selbst begonnen hat oder die Reihenfolge der Befehle ändert.</translation>
    </message>
    <message>
        <source>530 tells a client to begin with STARTTLS; as the answer to STARTTLS it locks every sender out. Check the access rules of the server and of filters in front of it.</source>
        <translation>530 fordert einen Client auf, mit STARTTLS zu beginnen; als Antwort auf STARTTLS sperrt es jeden Absender aus. Die Zugriffsregeln des Servers und der Filter davor prüfen.</translation>
    </message>
    <message>
        <source>The server does not want this client: check the EHLO name, the reverse name of the source address and block lists.</source>
        <translation>Der Server will diesen Client nicht: EHLO-Namen, Reverse-Namen der Quelladresse und Sperrlisten prüfen.</translation>
    </message>
    <message>
        <source>the policy is served as “%1” and ought to be text/plain</source>
        <translation>die Richtlinie wird als „%1“ ausgeliefert und sollte text/plain sein</translation>
    </message>
    <message>
        <source>Let the web server send Content-Type: text/plain; some senders insist on it (RFC 8461 section 3.2, SHOULD).</source>
        <translation>Den Webserver Content-Type: text/plain senden lassen; manche Absender bestehen darauf (RFC 8461, Abschnitt 3.2, SHOULD).</translation>
    </message>
    <message>
        <source>the line is no “key: value”: %1</source>
        <translation>die Zeile ist kein „Schlüssel: Wert“: %1</translation>
    </message>
    <message>
        <source>Remove the line or write it as key: value, without a space in front of the colon.</source>
        <translation>Die Zeile entfernen oder als Schlüssel: Wert schreiben, ohne Leerzeichen vor dem Doppelpunkt.</translation>
    </message>
    <message>
        <source>the policy has no “%1” that counts</source>
        <translation>die Richtlinie hat kein gültiges „%1“</translation>
    </message>
    <message>
        <source>Add it: version, mode, max_age and, unless the mode is none, at least one mx are required.</source>
        <translation>Es ergänzen: Nötig sind version, mode, max_age und, außer im Modus none, mindestens ein mx.</translation>
    </message>
    <message>
        <source>“%1” cannot be “%2”</source>
        <translation>„%1“ kann nicht „%2“ sein</translation>
    </message>
    <message>
        <source>Take STSv1 for version, enforce, testing or none for mode, 0 to 31557600 for max_age; case counts.</source>
        <translation>Für version STSv1 nehmen, für mode enforce, testing oder none, für max_age 0 bis 31557600; Groß- und Kleinschreibung zählt.</translation>
    </message>
    <message>
        <source>“%1” stands there again; only the first counts</source>
        <translation>„%1“ steht ein weiteres Mal da; nur das erste zählt</translation>
    </message>
    <message>
        <source>Remove the repetition.</source>
        <translation>Die Wiederholung entfernen.</translation>
    </message>
    <message>
        <source>“%1” is no known field and is ignored</source>
        <translation>„%1“ ist kein bekanntes Feld und wird übergangen</translation>
    </message>
    <message>
        <source>Nothing to do, unless it is a slip: keys are version, mode, mx and max_age, in lower case.</source>
        <translation>Nichts zu tun, außer es ist ein Versehen: Die Schlüssel sind version, mode, mx und max_age, klein geschrieben.</translation>
    </message>
    <message>
        <source>“%1” is no pattern for an MX host and matches nothing</source>
        <translation>„%1“ ist kein Muster für einen MX-Host und passt auf nichts</translation>
    </message>
    <message>
        <source>Write a full host name, or *. and a name: the star stands for one whole label at the left.</source>
        <translation>Einen vollständigen Hostnamen schreiben oder *. und einen Namen: Der Stern steht für ein ganzes Label links.</translation>
    </message>
    <message>
        <source>“%1” is an IP address, and mx takes host names only</source>
        <translation>„%1“ ist eine IP-Adresse, und mx nimmt nur Hostnamen</translation>
    </message>
    <message>
        <source>Write the name of the MX host instead: an address matches nothing, and some senders stop at it.</source>
        <translation>Stattdessen den Namen des MX-Hosts schreiben: Eine Adresse passt auf nichts, und manche Absender brechen daran ab.</translation>
    </message>
    <message>
        <source>“%1” must be written in A-labels: %2</source>
        <translation>„%1“ muss in A-Labels geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Write it as shown (RFC 8461 section 3.2).</source>
        <translation>Es wie gezeigt schreiben (RFC 8461, Abschnitt 3.2).</translation>
    </message>
    <message>
        <source>“%1” ends in a dot, which a policy does not have</source>
        <translation>„%1“ endet mit einem Punkt, den eine Richtlinie nicht kennt</translation>
    </message>
    <message>
        <source>Remove the dot: many senders find no match with it.</source>
        <translation>Den Punkt entfernen: Viele Absender finden damit keine Übereinstimmung.</translation>
    </message>
    <message>
        <source>the policy is written in UTF-16, and it has to be UTF-8 (RFC 8461 section 3.2)</source>
        <translation>die Richtlinie ist in UTF-16 geschrieben und muss UTF-8 sein (RFC 8461, Abschnitt 3.2)</translation>
    </message>
    <message>
        <source>Save the policy file as UTF-8 without a byte order mark.</source>
        <translation>Speichern Sie die Datei der Richtlinie als UTF-8 ohne Byte Order Mark.</translation>
    </message>
    <message>
        <source>the policy begins with a byte order mark, which makes its first line unreadable</source>
        <translation>die Richtlinie beginnt mit einem Byte Order Mark, das ihre erste Zeile unlesbar macht</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 without a byte order mark.</source>
        <translation>Die Datei als UTF-8 ohne Byte Order Mark speichern.</translation>
    </message>
    <message>
        <source>the line holds the octet %1, which is no printable UTF-8</source>
        <translation>die Zeile enthält das Oktett %1, das kein druckbares UTF-8 ist</translation>
    </message>
    <message>
        <source>Write the file anew as plain text.</source>
        <translation>Die Datei neu als reinen Text schreiben.</translation>
    </message>
    <message>
        <source>an empty line, for which the grammar of the policy has no place</source>
        <translation>eine leere Zeile, die die Grammatik der Richtlinie nicht vorsieht</translation>
    </message>
    <message>
        <source>Remove it: most senders read on, a strict one may not.</source>
        <translation>Sie entfernen: Die meisten Absender lesen weiter, ein strenger vielleicht nicht.</translation>
    </message>
    <message>
        <source>senders may forget the policy after %1 seconds</source>
        <translation>Absender dürfen die Richtlinie nach %1 Sekunden vergessen</translation>
    </message>
    <message>
        <source>Take weeks once the policy has proved itself, 2419200 for example: a short time makes it easy to strip.</source>
        <translation>Wochen wählen, sobald sich die Richtlinie bewährt hat, zum Beispiel 2419200: Eine kurze Zeit macht es leicht, sie zu unterdrücken.</translation>
    </message>
    <message>
        <source>%1 publishes no MTA-STS record</source>
        <translation>%1 veröffentlicht keinen MTA-STS-Record</translation>
    </message>
    <message>
        <source>Publish a policy at https://mta-sts.DOMAIN/.well-known/mta-sts.txt, in testing mode first, then the TXT record at _mta-sts.</source>
        <translation>Eine Richtlinie unter https://mta-sts.DOMAIN/.well-known/mta-sts.txt veröffentlichen, zuerst im Modus testing, dann den TXT-Record bei _mta-sts.</translation>
    </message>
    <message>
        <source>MTA-STS belongs to a mail domain, and %1 was named as a server</source>
        <translation>MTA-STS gehört zu einer Mail-Domain, und %1 wurde als Server genannt</translation>
    </message>
    <message>
        <source>Inspect the domain, the part of a mail address behind the @.</source>
        <translation>Die Domain untersuchen, also den Teil einer Mailadresse hinter dem @.</translation>
    </message>
    <message>
        <source>the DNS was not asked whether %1 has an MTA-STS record</source>
        <translation>das DNS wurde nicht gefragt, ob %1 einen MTA-STS-Record hat</translation>
    </message>
    <message>
        <source>Inspect the domain with DNS lookups to have it judged.</source>
        <translation>Die Domain mit DNS-Abfragen untersuchen, um das beurteilen zu lassen.</translation>
    </message>
    <message>
        <source>the lookup of %1 failed (%2)</source>
        <translation>die Abfrage von %1 schlug fehl (%2)</translation>
    </message>
    <message>
        <source>Ask again later; if it stays, check the name servers of the domain and its DNSSEC signatures.</source>
        <translation>Später erneut fragen; bleibt es dabei, die Nameserver der Domain und ihre DNSSEC-Signaturen prüfen.</translation>
    </message>
    <message>
        <source>there are %1 MTA-STS records, and only exactly one counts</source>
        <translation>es gibt %1 MTA-STS-Records, und nur genau einer zählt</translation>
    </message>
    <message>
        <source>Remove all but one TXT record that begins with v=STSv1 (RFC 8461 section 3.1).</source>
        <translation>Alle TXT-Records bis auf einen entfernen, die mit v=STSv1 beginnen (RFC 8461, Abschnitt 3.1).</translation>
    </message>
    <message>
        <source>the MTA-STS record is not valid at “%1”</source>
        <translation>der MTA-STS-Record ist ungültig bei „%1“</translation>
    </message>
    <message>
        <source>Write it as v=STSv1; id=20260101T000000Z; with 1 to 32 letters and digits as the id.</source>
        <translation>Ihn als v=STSv1; id=20260101T000000Z; schreiben, mit 1 bis 32 Buchstaben und Ziffern als id.</translation>
    </message>
    <message>
        <source>another TXT record at %1 is ignored: %2</source>
        <translation>ein anderer TXT-Record bei %1 wird übergangen: %2</translation>
    </message>
    <message>
        <source>Nothing breaks by it; a wildcard TXT record often puts it there.</source>
        <translation>Er stört nicht; oft kommt er von einem TXT-Record mit Wildcard.</translation>
    </message>
    <message>
        <source>the MTA-STS policy was not fetched (%1): %2</source>
        <translation>die MTA-STS-Richtlinie wurde nicht abgerufen (%1): %2</translation>
    </message>
    <message>
        <source>Look at it with curl -v https://mta-sts.DOMAIN/.well-known/mta-sts.txt: status 200, no redirect, a certificate that is valid for that name.</source>
        <translation>Mit curl -v https://mta-sts.DOMAIN/.well-known/mta-sts.txt ansehen: Status 200, keine Umleitung, ein für diesen Namen gültiges Zertifikat.</translation>
    </message>
    <message>
        <source>the policy that %1 serves is not valid, so it counts for nobody</source>
        <translation>die Richtlinie, die %1 ausliefert, ist ungültig und gilt deshalb für niemanden</translation>
    </message>
    <message>
        <source>Mend the lines that are named; until then senders treat the domain as one without MTA-STS.</source>
        <translation>Die genannten Zeilen berichtigen; bis dahin behandeln Absender die Domain wie eine ohne MTA-STS.</translation>
    </message>
    <message>
        <source>a sender that still has an older policy of this domain cached keeps to that one</source>
        <translation>ein Absender, der noch eine ältere Richtlinie dieser Domain gespeichert hat, hält sich an diese</translation>
    </message>
    <message>
        <source>Until its max_age has passed, keep what an older policy promised.</source>
        <translation>Bis deren max_age abgelaufen ist, einhalten, was eine ältere Richtlinie versprach.</translation>
    </message>
    <message>
        <source>an older policy in enforce mode, where a sender keeps one, holds the message back: %1 does not pass what it asks of TLS and certificate</source>
        <translation>eine ältere Richtlinie im Modus enforce hält, wo ein Absender sie noch hat, die Nachricht zurück: %1 besteht nicht, was sie von TLS und Zertifikat verlangt</translation>
    </message>
    <message>
        <source>Mend the server first, then the policy: nobody can take back a policy that senders keep.</source>
        <translation>Bringen Sie erst den Server in Ordnung, dann die Richtlinie: eine Richtlinie, die Absender behalten, kann niemand zurückholen.</translation>
    </message>
    <message>
        <source>the MX host %1 matches the policy&apos;s “%2”</source>
        <translation>der MX-Host %1 passt auf „%2“ der Richtlinie</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>the MX host %1 matches no mx of the policy: %2</source>
        <translation>der MX-Host %1 passt auf kein mx der Richtlinie: %2</translation>
    </message>
    <message>
        <source>Add the host to the policy and give the TXT record a new id, or take the host out of the MX records.</source>
        <translation>Den Host in die Richtlinie aufnehmen und dem TXT-Record eine neue id geben, oder den Host aus den MX-Records nehmen.</translation>
    </message>
    <message>
        <source>older Postfix set-ups would accept %1, because its certificate holds a name for “%2”; RFC 8461 does not</source>
        <translation>ältere Postfix-Installationen nähmen %1 an, weil sein Zertifikat einen Namen zu „%2“ enthält; nach RFC 8461 genügt das nicht</translation>
    </message>
    <message>
        <source>Do not rely on it: Postfix 3.10.5 and later and all other senders look at the MX host itself.</source>
        <translation>Sich nicht darauf verlassen: Postfix ab 3.10.5 und alle anderen Absender prüfen den MX-Host selbst.</translation>
    </message>
    <message>
        <source>the policy is in testing mode: failures are reported and hold no mail back</source>
        <translation>die Richtlinie ist im Modus testing: Fehler werden gemeldet und halten keine Mail auf</translation>
    </message>
    <message>
        <source>Switch to enforce when the reports (TLS-RPT) show no failures any more.</source>
        <translation>Auf enforce umstellen, wenn die Berichte (TLS-RPT) keine Fehler mehr zeigen.</translation>
    </message>
    <message>
        <source>the policy&apos;s mode is none: senders are to treat the domain as one without MTA-STS</source>
        <translation>der Modus der Richtlinie ist none: Absender sollen die Domain wie eine ohne MTA-STS behandeln</translation>
    </message>
    <message>
        <source>Nothing to do while MTA-STS is being removed; set testing or enforce to use it.</source>
        <translation>Nichts zu tun, solange MTA-STS abgebaut wird; testing oder enforce setzen, um es zu nutzen.</translation>
    </message>
    <message>
        <source>the connection is encrypted with %1, %2</source>
        <translation>die Verbindung ist verschlüsselt mit %1, %2</translation>
    </message>
    <message>
        <source>certificates are not checked</source>
        <translation>Zertifikate werden nicht geprüft</translation>
    </message>
    <message>
        <source>Nothing to do. Such a sender cannot tell this server from an impostor; DANE or MTA-STS can.</source>
        <translation>Nichts zu tun. Ein solcher Absender kann diesen Server nicht von einem falschen unterscheiden; DANE oder MTA-STS können es.</translation>
    </message>
    <message>
        <source>the chain ends at %2 and the name matches by %1</source>
        <translation>die Kette endet bei %2, und der Name passt durch %1</translation>
    </message>
    <message>
        <source>Nothing to do but to renew the certificate in time.</source>
        <translation>Nichts zu tun, außer das Zertifikat rechtzeitig zu erneuern.</translation>
    </message>
    <message>
        <source>the pinned SHA-256 of the %1 matches: %2</source>
        <translation>der angeheftete SHA-256 passt (%1): %2</translation>
    </message>
    <message>
        <source>Nothing to do. Publish the new pin before the key changes.</source>
        <translation>Nichts zu tun. Vor einem Schlüsselwechsel den neuen Pin bekannt machen.</translation>
    </message>
    <message numerus="yes">
        <source>none of the %1 pins matches the certificate or its key</source>
        <translation>
            <numerusform>der Pin passt weder zum Zertifikat noch zu seinem Schlüssel</numerusform>
            <numerusform>keiner der %1 Pins passt zum Zertifikat oder zu seinem Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Either the key was changed and the pin must follow, or another server answers: compare the fingerprints.</source>
        <translation>Entweder wurde der Schlüssel gewechselt und der Pin muss folgen, oder es antwortet ein anderer Server: die Fingerabdrücke vergleichen.</translation>
    </message>
    <message>
        <source>no pin was given</source>
        <translation>es wurde kein Pin angegeben</translation>
    </message>
    <message>
        <source>Give a pin with --pin or in the settings to have it judged.</source>
        <translation>Mit --pin oder in den Einstellungen einen Pin angeben, dann wird er beurteilt.</translation>
    </message>
    <message>
        <source>the server presented no certificate</source>
        <translation>der Server hat kein Zertifikat vorgelegt</translation>
    </message>
    <message>
        <source>Set a certificate (Postfix: smtpd_tls_chain_files; Exim: tls_certificate) and leave anonymous suites out (Postfix: smtpd_tls_exclude_ciphers = aNULL).</source>
        <translation>Ein Zertifikat eintragen (Postfix: smtpd_tls_chain_files; Exim: tls_certificate) und anonyme Suites ausschließen (Postfix: smtpd_tls_exclude_ciphers = aNULL).</translation>
    </message>
    <message>
        <source>the anonymous suite %1 authenticates nobody</source>
        <translation>die anonyme Suite %1 weist niemanden aus</translation>
    </message>
    <message>
        <source>%1 is obsolete (RFC 8996)</source>
        <translation>%1 ist veraltet (RFC 8996)</translation>
    </message>
    <message>
        <source>Enable TLS 1.2 and 1.3 (Postfix: smtpd_tls_protocols = &gt;=TLSv1.2; Exim: openssl_options or tls_require_ciphers; Dovecot: ssl_min_protocol = TLSv1.2).</source>
        <translation>TLS 1.2 und 1.3 einschalten (Postfix: smtpd_tls_protocols = &gt;=TLSv1.2; Exim: openssl_options oder tls_require_ciphers; Dovecot: ssl_min_protocol = TLSv1.2).</translation>
    </message>
    <message>
        <source>the key exchange with %1 is weak</source>
        <translation>der Schlüsselaustausch mit %1 ist schwach</translation>
    </message>
    <message>
        <source>Use a group of 2048 bits or more, or elliptic curves alone (Postfix: smtpd_tls_dh1024_param_file = auto; Exim: tls_dhparam; Dovecot: ssl_dh).</source>
        <translation>Eine Gruppe mit 2048 Bit oder mehr benutzen oder nur elliptische Kurven (Postfix: smtpd_tls_dh1024_param_file = auto; Exim: tls_dhparam; Dovecot: ssl_dh).</translation>
    </message>
    <message>
        <source>the server signs its key exchange with SHA-1: %1</source>
        <translation>der Server unterschreibt seinen Schlüsselaustausch mit SHA-1: %1</translation>
    </message>
    <message>
        <source>RFC 9155 forbids it: many clients refuse the handshake. Update the server&apos;s TLS library, or allow it the signature schemes with SHA-256.</source>
        <translation>RFC 9155 verbietet es: viele Clients lehnen den Handshake ab. Die TLS-Bibliothek des Servers auf den neuen Stand bringen oder ihr die Signaturverfahren mit SHA-256 erlauben.</translation>
    </message>
    <message>
        <source>this is for senders with OpenSSL (Postfix, Sendmail); by GnuTLS (Debian&apos;s Exim, msmtp) the outcome is another one: %1</source>
        <translation>das gilt für Absender mit OpenSSL (Postfix, Sendmail); mit GnuTLS (Debians Exim, msmtp) geht es anders aus: %1</translation>
    </message>
    <message>
        <source>Change the chain so that both libraries trust it: the certificates page says what each of them misses.</source>
        <translation>Die Kette so ändern, dass beide Bibliotheken ihr vertrauen: die Zertifikatsseite sagt, was jede vermisst.</translation>
    </message>
    <message>
        <source>the TLS handshake failed: %1</source>
        <translation>der TLS-Handshake ist gescheitert: %1</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log at this time; check protocol versions, suites and whether a client certificate is demanded (Postfix: smtpd_tls_req_ccert).</source>
        <translation>Im Log des Servers zu dieser Zeit nachsehen; Protokollversionen und Suites prüfen, und ob ein Client-Zertifikat verlangt wird (Postfix: smtpd_tls_req_ccert).</translation>
    </message>
    <message>
        <source>the server demands a certificate of the client and ends TLS without one</source>
        <translation>der Server verlangt ein Zertifikat des Clients und beendet TLS ohne eines</translation>
    </message>
    <message>
        <source>Senders have no client certificate: ask for one at most on a submission port, and let the session go on without it (Postfix: smtpd_tls_req_ccert = no, Exim: tls_try_verify_hosts instead of tls_verify_hosts).</source>
        <translation>Absender haben kein Client-Zertifikat: höchstens auf einem Submission-Port danach fragen und die Sitzung ohne es weitergehen lassen (Postfix: smtpd_tls_req_ccert = no, Exim: tls_try_verify_hosts statt tls_verify_hosts).</translation>
    </message>
    <message>
        <source>the server completes the handshake and closes before the first reply inside TLS</source>
        <translation>der Server schließt den Handshake ab und trennt vor der ersten Antwort in TLS</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log at this time: the process behind TLS may crash, refuse the client without a word, or want a client certificate.</source>
        <translation>Zu dieser Zeit ins Protokoll des Servers sehen: der Prozess hinter TLS kann abstürzen, den Client wortlos abweisen oder ein Client-Zertifikat wollen.</translation>
    </message>
    <message>
        <source>behind its 220 the server went on in clear text instead of starting TLS</source>
        <translation>nach seiner 220 sprach der Server im Klartext weiter, statt TLS zu beginnen</translation>
    </message>
    <message>
        <source>Look into the server&apos;s log: it says 220 and has no key, or something between wrote into the connection.</source>
        <translation>Ins Protokoll des Servers sehen: er sagt 220 und hat keinen Schlüssel, oder etwas dazwischen hat in die Verbindung geschrieben.</translation>
    </message>
    <message>
        <source>the TLS library of this machine broke the handshake off (its alert: %1); what a sender with another one does is not told by that</source>
        <translation>die TLS-Bibliothek dieses Rechners hat den Handshake abgebrochen (ihr Alert: %1); was ein Absender mit einer anderen tut, ist damit nicht gesagt</translation>
    </message>
    <message>
        <source>What the server sent is outdated or faulty: see which protocol, key and signature it offers, with the command below and with another TLS library (gnutls-cli).</source>
        <translation>Was der Server schickte, ist veraltet oder fehlerhaft: ansehen, welches Protokoll, welchen Schlüssel und welche Signatur er anbietet, mit dem Befehl unten und mit einer anderen TLS-Bibliothek (gnutls-cli).</translation>
    </message>
    <message>
        <source>revocation was not checked</source>
        <translation>der Widerruf wurde nicht geprüft</translation>
    </message>
    <message>
        <source>Relays do not look at revocation. To check it by hand, use openssl ocsp with the leaf and its issuer.</source>
        <translation>Relays prüfen keinen Widerruf. Von Hand geht es mit openssl ocsp, dem Serverzertifikat und seinem Aussteller.</translation>
    </message>
    <message>
        <source>not revoked, by the stapled OCSP response of %1</source>
        <translation>nicht widerrufen laut angehefteter OCSP-Antwort vom %1</translation>
    </message>
    <message>
        <source>Nothing to do. Relays do not look at it; mail programs may.</source>
        <translation>Nichts zu tun. Relays achten nicht darauf, Mailprogramme vielleicht.</translation>
    </message>
    <message>
        <source>the stapled OCSP response proves nothing: %1</source>
        <translation>die angeheftete OCSP-Antwort beweist nichts: %1</translation>
    </message>
    <message>
        <source>Have the server fetch a fresh response from its CA&apos;s responder, or switch stapling off: a bad staple is worse than none.</source>
        <translation>Den Server eine frische Antwort vom Responder seiner CA holen lassen oder das Anheften abschalten: eine schlechte Antwort ist schlimmer als keine.</translation>
    </message>
    <message>
        <source>the certificate was revoked on %1</source>
        <translation>das Zertifikat wurde am %1 widerrufen</translation>
    </message>
    <message>
        <source>Get a new certificate with a new key, install it and reload the server: mail programs refuse this one.</source>
        <translation>Ein neues Zertifikat mit neuem Schlüssel besorgen, einspielen und den Server neu laden: Mailprogramme lehnen dieses ab.</translation>
    </message>
    <message>
        <source>REQUIRETLS is offered inside TLS</source>
        <translation>REQUIRETLS wird innerhalb von TLS angeboten</translation>
    </message>
    <message>
        <source>REQUIRETLS is not offered inside TLS</source>
        <translation>REQUIRETLS wird innerhalb von TLS nicht angeboten</translation>
    </message>
    <message>
        <source>Such a message cannot be sent here (RFC 8689). Few servers offer it; switch it on where yours knows it.</source>
        <translation>Eine solche Nachricht kann hierhin nicht gesendet werden (RFC 8689). Wenige Server bieten es an; schalten Sie es ein, wo Ihrer es kennt.</translation>
    </message>
    <message>
        <source>whether REQUIRETLS is offered inside TLS was not seen</source>
        <translation>ob REQUIRETLS innerhalb von TLS angeboten wird, war nicht zu sehen</translation>
    </message>
    <message>
        <source>Inspect again acting as “TLS if offered”, so that the server is asked inside TLS.</source>
        <translation>Noch einmal als „TLS, wenn angeboten“ untersuchen, damit der Server innerhalb von TLS gefragt wird.</translation>
    </message>
    <message>
        <source>%1 the server answers otherwise, and the outcome is another one: %2</source>
        <translation>%1 antwortet der Server anders, und das Ergebnis ist ein anderes: %2</translation>
    </message>
    <message>
        <source>Have each certificate of this server satisfy the same senders: give each of them the same names, a whole chain and its own TLSA record (Postfix: smtpd_tls_chain_files, tls_server_sni_maps; Exim: tls_certificate).</source>
        <translation>Dafür sorgen, dass jedes Zertifikat dieses Servers denselben Absendern genügt: jedem dieselben Namen, eine ganze Kette und einen eigenen TLSA-Record geben (Postfix: smtpd_tls_chain_files, tls_server_sni_maps; Exim: tls_certificate).</translation>
    </message>
    <message>
        <source>which certificate the server presents %1 was not seen: %2</source>
        <translation>welches Zertifikat der Server %1 vorlegt, war nicht zu sehen: %2</translation>
    </message>
    <message>
        <source>Inspect again later: a further short connection came to nothing.</source>
        <translation>Später erneut prüfen: Eine weitere kurze Verbindung kam nicht zustande.</translation>
    </message>
    <message>
        <source>%1 asks for no TLS reports</source>
        <translation>%1 bittet um keine TLS-Berichte</translation>
    </message>
    <message>
        <source>Publish a TXT record at _smtp._tls, v=TLSRPTv1; rua=mailto:tls@DOMAIN, to learn of failures that senders see.</source>
        <translation>Einen TXT-Record bei _smtp._tls veröffentlichen, v=TLSRPTv1; rua=mailto:tls@DOMAIN, um von Fehlern zu erfahren, die Absender sehen.</translation>
    </message>
    <message>
        <source>there are %1 TLS-RPT records, and only exactly one counts</source>
        <translation>es gibt %1 TLS-RPT-Records, und nur genau einer zählt</translation>
    </message>
    <message>
        <source>Remove all but one TXT record that begins with v=TLSRPTv1 (RFC 8460 section 3).</source>
        <translation>Alle TXT-Records bis auf einen entfernen, die mit v=TLSRPTv1 beginnen (RFC 8460, Abschnitt 3).</translation>
    </message>
    <message>
        <source>the TLS-RPT record is not valid at “%1”</source>
        <translation>der TLS-RPT-Record ist ungültig bei „%1“</translation>
    </message>
    <message>
        <source>Write it as v=TLSRPTv1; rua=mailto:tls@DOMAIN.</source>
        <translation>Ihn als v=TLSRPTv1; rua=mailto:tls@DOMAIN schreiben.</translation>
    </message>
    <message>
        <source>no report can be sent to “%1”</source>
        <translation>an „%1“ kann kein Bericht gesendet werden</translation>
    </message>
    <message>
        <source>Give mailto: and an address, or https: and a host; encode !, comma and semicolon.</source>
        <translation>mailto: und eine Adresse angeben oder https: und einen Host; !, Komma und Semikolon kodieren.</translation>
    </message>
    <message>
        <source>Give the host name that clients look for (inspect: --name, verify: --host).</source>
        <translation>Den Hostnamen angeben, den Clients suchen (inspect: --name, verify: --host).</translation>
    </message>
    <message>
        <source>not every such sender does as “%1”: with “%3” it is %2</source>
        <translation>nicht jeder solche Absender tut es wie „%1“: bei „%3“ ist es %2</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>%1 pairs of servers</source>
        <translation>%1 Serverpaare</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>The left side could not be told: %1.</source>
        <translation>Zur linken Seite lässt sich nichts sagen: %1.</translation>
    </message>
    <message>
        <source>The right side could not be told: %1.</source>
        <translation>Zur rechten Seite lässt sich nichts sagen: %1.</translation>
    </message>
    <message>
        <source>The left side has no such server.</source>
        <translation>Die linke Seite hat keinen solchen Server.</translation>
    </message>
    <message>
        <source>The right side has no such server.</source>
        <translation>Die rechte Seite hat keinen solchen Server.</translation>
    </message>
    <message>
        <source>%1 facts compared</source>
        <translation>%1 Tatsachen verglichen</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Transcripts, aligned by step</source>
        <translation>Transkripte, Schritt für Schritt</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>Report by Mailseal %1</source>
        <translation>Bericht von Mailseal %1</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>%1 of %2 servers satisfy the policy acted under</source>
        <translation>%1 von %2 Servern erfüllen die Richtlinie, nach der gehandelt wurde</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Judged again as of %1, without a connection; judged before as of %2.</source>
        <translation>Neu beurteilt zum %1, ohne Verbindung; zuvor beurteilt zum %2.</translation>
    </message>
    <message>
        <source>Assumed: %1.</source>
        <translation>Angenommen: %1.</translation>
    </message>
    <message>
        <source>Redacted: every name and address here stands for another one, and the certificates themselves were left out.</source>
        <translation>Geschwärzt: Jeder Name und jede Adresse steht hier für einen anderen Namen oder eine andere Adresse, und die Zertifikate selbst wurden weggelassen.</translation>
    </message>
    <message>
        <source>As a sender whose resolver does not validate sees it</source>
        <translation>Wie es ein Absender sieht, dessen Resolver nicht validiert</translation>
    </message>
    <message>
        <source>Who would deliver to this server</source>
        <translation>Wer an diesen Server zustellen würde</translation>
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
        <translation>Was entscheidet</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What has changed since it was judged</source>
        <translation>Was sich seit der Beurteilung geändert hat</translation>
    </message>
    <message>
        <source>No verdict is another one now.</source>
        <translation>Kein Urteil lautet jetzt anders.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Damals</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>%1 is bogus: %2</source>
        <translation>%1 besteht die DNSSEC-Prüfung nicht: %2</translation>
    </message>
    <message>
        <source>Mail domain</source>
        <translation>Mail-Domain</translation>
    </message>
    <message>
        <source>In letters</source>
        <translation>In Buchstaben</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Resolver</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>Alias of</source>
        <translation>Alias von</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Signiert mit</translation>
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
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Abruf</translation>
    </message>
    <message>
        <source>Its host&apos;s certificate</source>
        <translation>Zertifikat ihres Hosts</translation>
    </message>
    <message>
        <source>%1, valid until %2</source>
        <translation>%1, gültig bis %2</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Aufbewahrt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>MX patterns</source>
        <translation>MX-Muster</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 passt</translation>
    </message>
    <message>
        <source>%1 matches none of them</source>
        <translation>%1 passt zu keinem</translation>
    </message>
    <message>
        <source>This MX host</source>
        <translation>Dieser MX-Host</translation>
    </message>
    <message>
        <source>Older Postfix rule</source>
        <translation>Regel älterer Postfix-Aufbauten</translation>
    </message>
    <message>
        <source>a name in the certificate matches</source>
        <translation>ein Name im Zertifikat passt</translation>
    </message>
    <message>
        <source>no name in the certificate matches</source>
        <translation>kein Name im Zertifikat passt</translation>
    </message>
    <message>
        <source>A sender that keeps no policy of this domain fetches this one: %1.</source>
        <translation>Ein Absender ohne gespeicherte Richtlinie dieser Domain ruft diese ab: %1.</translation>
    </message>
    <message>
        <source>A sender that keeps no policy of this domain delivers as to one without MTA-STS: %1.</source>
        <translation>Ein Absender ohne gespeicherte Richtlinie dieser Domain stellt zu wie ohne MTA-STS: %1.</translation>
    </message>
    <message>
        <source>A sender that keeps another one looks for this one as soon as it sees the id %1, and before it gives a message up (RFC 8461 section 5.1).</source>
        <translation>Ein Absender, der eine andere behält, holt diese, sobald er die Id %1 sieht, und bevor er eine Nachricht aufgibt (RFC 8461 Abschnitt 5.1).</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text of the policy</source>
        <translation>Text der Richtlinie</translation>
    </message>
    <message>
        <source>%1 more lines; a saved inspection holds them all.</source>
        <translation>%1 weitere Zeilen; eine gespeicherte Prüfung enthält sie alle.</translation>
    </message>
    <message>
        <source>Record id</source>
        <translation>Id des Records</translation>
    </message>
    <message>
        <source>Reported as</source>
        <translation>Gemeldet als</translation>
    </message>
    <message>
        <source>TLS reports</source>
        <translation>TLS-Berichte</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Gehen an</translation>
    </message>
    <message>
        <source>%1. certificate</source>
        <translation>%1. Zertifikat</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <translation>%1, %2 Bit</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the key</source>
        <translation>SHA-256 des Schlüssels</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>no path to a trust anchor could be built</source>
        <translation>kein Pfad zu einem Vertrauensanker ließ sich bilden</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Trust store</source>
        <translation>Vertrauensspeicher</translation>
    </message>
    <message>
        <source>Judged as of</source>
        <translation>Beurteilt zum Stand</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>none: revocation was not checked</source>
        <translation>keine: der Widerruf wurde nicht geprüft</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <source>EHLO name</source>
        <translation>EHLO-Name</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Acting as</source>
        <translation>Verhalten wie</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Server name (SNI)</source>
        <translation>Servername (SNI)</translation>
    </message>
    <message>
        <source>Stapled OCSP response</source>
        <translation>Angeheftete OCSP-Antwort</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Certificates as sent</source>
        <translation>Zertifikate, wie gesendet</translation>
    </message>
    <message>
        <source>TLSA records that would match</source>
        <translation>TLSA-Records, die passen würden</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Record</translation>
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
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Conformance to RFC 3207</source>
        <translation>Einhaltung von RFC 3207</translation>
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
        <source>Clause</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>EHLO lists</source>
        <translation>EHLO-Listen</translation>
    </message>
    <message>
        <source>not asked or not answered</source>
        <translation>nicht gefragt oder nicht beantwortet</translation>
    </message>
    <message>
        <source>before TLS</source>
        <translation>vor TLS</translation>
    </message>
    <message>
        <source>inside TLS</source>
        <translation>innerhalb von TLS</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Would a well-known sender deliver?</source>
        <translation>Würde ein bekannter Absender zustellen?</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Denn</translation>
    </message>
    <message>
        <source>What these senders do is taken from:</source>
        <translation>Was diese Absender tun, sagt:</translation>
    </message>
    <message>
        <source>the handshake fails</source>
        <translation>der Handshake schlägt fehl</translation>
    </message>
    <message>
        <source>Further certificates of this server</source>
        <translation>Weitere Zertifikate dieses Servers</translation>
    </message>
    <message>
        <source>Presented</source>
        <translation>Vorgelegt</translation>
    </message>
    <message>
        <source>The same as to %1, for the same reasons.</source>
        <translation>Dasselbe wie bei %1, aus denselben Gründen.</translation>
    </message>
    <message>
        <source>Not applicable here: %1</source>
        <translation>Hier nicht anwendbar: %1</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>The same as with %1.</source>
        <translation>Dasselbe wie bei %1.</translation>
    </message>
    <message>
        <source>The same as with %1, but for the times.</source>
        <translation>Dasselbe wie bei %1, bis auf die Zeiten.</translation>
    </message>
    <message>
        <source>not as %1 asks (%2): %3</source>
        <translation>anders als %1 verlangt (%2): %3</translation>
    </message>
    <message>
        <source>Mailseal transcript</source>
        <translation>Mailseal-Transkript</translation>
    </message>
    <message>
        <source>Seconds, TLS where it was up, C: client, S: server, --: remark; unprintable octets as \xNN</source>
        <translation>Sekunden, TLS, wo es stand, C: Client, S: Server, --: Bemerkung; nicht druckbare Oktette als \xNN</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>A sender with the policy “%1” delivers to %2 encrypted and knows the server: %3 (%4).</source>
        <translation>Ein Absender mit der Richtlinie „%1“ stellt verschlüsselt an %2 zu und kennt den Server: %3 (%4).</translation>
    </message>
    <message>
        <source>A sender with the policy “%1” delivers to %2 encrypted: %3 (%4).</source>
        <translation>Ein Absender mit der Richtlinie „%1“ stellt verschlüsselt an %2 zu: %3 (%4).</translation>
    </message>
    <message>
        <source>A sender with the policy “%1” delivers to %2 in clear text: %3 (%4).</source>
        <translation>Ein Absender mit der Richtlinie „%1“ stellt im Klartext an %2 zu: %3 (%4).</translation>
    </message>
    <message>
        <source>A sender with the policy “%1” holds mail to %2 back and tries again: %3 (%4).</source>
        <translation>Ein Absender mit der Richtlinie „%1“ hält Mail an %2 zurück und versucht es erneut: %3 (%4).</translation>
    </message>
    <message>
        <source>A sender with the policy “%1” returns mail to %2: %3 (%4).</source>
        <translation>Ein Absender mit der Richtlinie „%1“ gibt Mail an %2 zurück: %3 (%4).</translation>
    </message>
    <message>
        <source>What a sender with the policy “%1” would do with mail to %2 is not known: %3.</source>
        <translation>Was ein Absender mit der Richtlinie „%1“ mit Mail an %2 täte, ist nicht bekannt: %3.</translation>
    </message>
    <message>
        <source>Most senders deliver to %1 in clear text: %2.</source>
        <translation>Die meisten Absender stellen im Klartext an %1 zu: %2.</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted for senders with the policies %2.</source>
        <translation>Mail an %1 wird verschlüsselt übertragen, wenn der Absender eine dieser Richtlinien hat: %2.</translation>
    </message>
    <message>
        <source>Senders with the policies %1 hold it back: %2.</source>
        <translation>Absender mit diesen Richtlinien halten sie zurück: %1. Grund: %2.</translation>
    </message>
    <message>
        <source>Self-signed: no certificate was seen.</source>
        <translation>Selbstsigniert: Es war kein Zertifikat zu sehen.</translation>
    </message>
    <message>
        <source>Self-signed: no.</source>
        <translation>Selbstsigniert: nein.</translation>
    </message>
    <message>
        <source>Self-signed: yes, the certificate is its own issuer.</source>
        <translation>Selbstsigniert: ja, das Zertifikat ist sein eigener Aussteller.</translation>
    </message>
    <message>
        <source>Self-signed: the certificate is not, but the root of its chain is, and nobody here trusts that root.</source>
        <translation>Selbstsigniert: das Zertifikat nicht, wohl aber die Wurzel seiner Kette, und dieser Wurzel vertraut hier niemand.</translation>
    </message>
    <message>
        <source>Self-signed: yes, and made a trust anchor here.</source>
        <translation>Selbstsigniert: ja, und hier zum Vertrauensanker gemacht.</translation>
    </message>
    <message>
        <source>Accepted by: %1.</source>
        <translation>Angenommen von: %1.</translation>
    </message>
    <message>
        <source>Refused by: %1.</source>
        <translation>Abgelehnt von: %1.</translation>
    </message>
    <message>
        <source>STARTTLS is not offered again inside TLS</source>
        <translation>STARTTLS wird innerhalb von TLS nicht noch einmal angeboten</translation>
    </message>
    <message>
        <source>Nothing in clear text behind the 220</source>
        <translation>Nichts im Klartext hinter der 220</translation>
    </message>
    <message>
        <source>EHLO inside TLS is answered</source>
        <translation>EHLO innerhalb von TLS wird beantwortet</translation>
    </message>
    <message>
        <source>A refusal inside TLS is a 554</source>
        <translation>Eine Ablehnung innerhalb von TLS ist eine 554</translation>
    </message>
    <message>
        <source>No plaintext password mechanism in clear text</source>
        <translation>Kein Klartext-Passwortverfahren ohne TLS</translation>
    </message>
    <message>
        <source>EHLO keywords in upper case</source>
        <translation>EHLO-Schlüsselwörter in Großbuchstaben</translation>
    </message>
    <message>
        <source>TLS is closed by close_notify</source>
        <translation>TLS wird mit close_notify beendet</translation>
    </message>
    <message>
        <source>the EHLO list inside TLS has no STARTTLS</source>
        <translation>die EHLO-Liste innerhalb von TLS enthält kein STARTTLS</translation>
    </message>
    <message>
        <source>the EHLO list inside TLS offers STARTTLS once more</source>
        <translation>die EHLO-Liste innerhalb von TLS bietet STARTTLS noch einmal an</translation>
    </message>
    <message>
        <source>no EHLO was answered inside TLS</source>
        <translation>innerhalb von TLS wurde kein EHLO beantwortet</translation>
    </message>
    <message>
        <source>nothing followed the 220 in clear text</source>
        <translation>hinter der 220 folgte nichts im Klartext</translation>
    </message>
    <message>
        <source>%1 octets of clear text followed the 220</source>
        <translation>hinter der 220 folgten %1 Oktette Klartext</translation>
    </message>
    <message>
        <source>there was no 220 to STARTTLS</source>
        <translation>auf STARTTLS kam keine 220</translation>
    </message>
    <message>
        <source>implicit TLS has no STARTTLS command</source>
        <translation>implizites TLS kennt keinen STARTTLS-Befehl</translation>
    </message>
    <message>
        <source>answered 250</source>
        <translation>mit 250 beantwortet</translation>
    </message>
    <message>
        <source>answered %1 %2</source>
        <translation>mit %1 %2 beantwortet</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>the server refused the session with %1</source>
        <translation>der Server lehnte die Sitzung mit %1 ab</translation>
    </message>
    <message>
        <source>the policy ended the session before</source>
        <translation>die Richtlinie hat die Sitzung vorher beendet</translation>
    </message>
    <message>
        <source>refused with 554, as the RFC asks</source>
        <translation>mit 554 abgelehnt, wie es der RFC verlangt</translation>
    </message>
    <message>
        <source>refused with %1 %2 instead of 554</source>
        <translation>mit %1 %2 statt mit 554 abgelehnt</translation>
    </message>
    <message>
        <source>the server does not refuse the session</source>
        <translation>der Server lehnt die Sitzung nicht ab</translation>
    </message>
    <message>
        <source>AUTH is offered only inside TLS</source>
        <translation>AUTH wird nur innerhalb von TLS angeboten</translation>
    </message>
    <message>
        <source>offered in clear text: %1</source>
        <translation>im Klartext angeboten: %1</translation>
    </message>
    <message>
        <source>only mechanisms that do not send the password: %1</source>
        <translation>nur Verfahren, die das Passwort nicht übertragen: %1</translation>
    </message>
    <message>
        <source>AUTH is not offered at all</source>
        <translation>AUTH wird gar nicht angeboten</translation>
    </message>
    <message>
        <source>implicit TLS has no clear text</source>
        <translation>bei implizitem TLS gibt es keinen Klartext</translation>
    </message>
    <message>
        <source>all in upper case</source>
        <translation>alle in Großbuchstaben</translation>
    </message>
    <message>
        <source>in another case, which is allowed: %1</source>
        <translation>in anderer Schreibung, was erlaubt ist: %1</translation>
    </message>
    <message>
        <source>no EHLO was answered</source>
        <translation>kein EHLO wurde beantwortet</translation>
    </message>
    <message>
        <source>the server sent close_notify</source>
        <translation>der Server hat close_notify gesendet</translation>
    </message>
    <message>
        <source>the server closed TCP without close_notify</source>
        <translation>der Server hat TCP ohne close_notify geschlossen</translation>
    </message>
    <message>
        <source>we closed first</source>
        <translation>wir haben zuerst geschlossen</translation>
    </message>
    <message>
        <source>there was no TLS</source>
        <translation>es gab kein TLS</translation>
    </message>
    <message>
        <source>the server ended the connection instead of starting TLS</source>
        <translation>der Server hat die Verbindung beendet, statt TLS zu beginnen</translation>
    </message>
    <message>
        <source>TLS is not available for now, as a rule because key or certificate cannot be read</source>
        <translation>TLS ist zurzeit nicht verfügbar; meist sind Schlüssel oder Zertifikat nicht lesbar</translation>
    </message>
    <message>
        <source>the server found a fault in the command STARTTLS, which takes no argument</source>
        <translation>der Server bemängelt den Befehl STARTTLS, der kein Argument hat</translation>
    </message>
    <message>
        <source>the server lists STARTTLS but does not implement it</source>
        <translation>der Server führt STARTTLS auf, beherrscht es aber nicht</translation>
    </message>
    <message>
        <source>the server takes STARTTLS for out of sequence</source>
        <translation>der Server hält STARTTLS an dieser Stelle für unzulässig</translation>
    </message>
    <message>
        <source>the server demands something else before STARTTLS</source>
        <translation>der Server verlangt vor STARTTLS etwas anderes</translation>
    </message>
    <message>
        <source>the server refuses this client</source>
        <translation>der Server weist diesen Client ab</translation>
    </message>
    <message>
        <source>the server did not start TLS</source>
        <translation>der Server hat TLS nicht begonnen</translation>
    </message>
    <message>
        <source>The whole dialogue was completed, QUIT included.</source>
        <translation>Der Dialog lief vollständig ab, QUIT eingeschlossen.</translation>
    </message>
    <message>
        <source>The policy was not satisfied, so QUIT was sent right after the handshake (RFC 3207 section 4.1).</source>
        <translation>Die Richtlinie war nicht erfüllt, deshalb ging gleich nach dem Handshake QUIT hinaus (RFC 3207, Abschnitt 4.1).</translation>
    </message>
    <message>
        <source>The server&apos;s EHLO reply does not list STARTTLS.</source>
        <translation>Die EHLO-Antwort des Servers führt STARTTLS nicht auf.</translation>
    </message>
    <message>
        <source>Something on the way overwrote STARTTLS in the server&apos;s EHLO reply.</source>
        <translation>Unterwegs wurde STARTTLS in der EHLO-Antwort des Servers überschrieben.</translation>
    </message>
    <message>
        <source>STARTTLS is offered but was refused.</source>
        <translation>STARTTLS wird angeboten, wurde aber abgelehnt.</translation>
    </message>
    <message>
        <source>TLS was begun, but no session came of it: %1</source>
        <translation>TLS wurde begonnen, eine Sitzung kam aber nicht zustande: %1</translation>
    </message>
    <message>
        <source>The server refused EHLO, so nothing is known of STARTTLS.</source>
        <translation>Der Server hat EHLO abgelehnt; über STARTTLS ist damit nichts bekannt.</translation>
    </message>
    <message>
        <source>TLS was established, and then the server refused the session inside it (RFC 3207 section 4.1).</source>
        <translation>TLS kam zustande, danach lehnte der Server die Sitzung darin ab (RFC 3207, Abschnitt 4.1).</translation>
    </message>
    <message>
        <source>The name has no address: %1</source>
        <translation>Der Name hat keine Adresse: %1</translation>
    </message>
    <message>
        <source>The domain says that it takes no mail (RFC 7505).</source>
        <translation>Die Domain erklärt, dass sie keine Mail annimmt (RFC 7505).</translation>
    </message>
    <message>
        <source>The host is up, but nothing listens on this port: %1</source>
        <translation>Der Host ist erreichbar, aber auf diesem Port lauscht nichts: %1</translation>
    </message>
    <message>
        <source>The network has no way to this address: %1</source>
        <translation>Im Netz führt kein Weg zu dieser Adresse: %1</translation>
    </message>
    <message>
        <source>The connection attempt was never answered; nothing is known of STARTTLS.</source>
        <translation>Auf den Verbindungsversuch kam keine Antwort; über STARTTLS ist damit nichts bekannt.</translation>
    </message>
    <message>
        <source>The connection was made, but no greeting came; nothing is known of STARTTLS.</source>
        <translation>Die Verbindung kam zustande, aber keine Begrüßung; über STARTTLS ist damit nichts bekannt.</translation>
    </message>
    <message>
        <source>The greeting was a refusal; nothing is known of STARTTLS.</source>
        <translation>Die Begrüßung war eine Abweisung; über STARTTLS ist damit nichts bekannt.</translation>
    </message>
    <message>
        <source>The server stopped answering in the middle of the dialogue.</source>
        <translation>Der Server hat mitten im Dialog aufgehört zu antworten.</translation>
    </message>
    <message>
        <source>TLS was begun, but the handshake did not finish in time.</source>
        <translation>TLS wurde begonnen, der Handshake aber nicht rechtzeitig fertig.</translation>
    </message>
    <message>
        <source>A reply exceeded every bound and was broken off.</source>
        <translation>Eine Antwort überschritt jede Grenze und wurde abgebrochen.</translation>
    </message>
    <message>
        <source>What came was no SMTP reply: %1</source>
        <translation>Was kam, war keine SMTP-Antwort: %1</translation>
    </message>
    <message>
        <source>The server closed the connection in the middle of the dialogue.</source>
        <translation>Der Server hat die Verbindung mitten im Dialog geschlossen.</translation>
    </message>
    <message>
        <source>The proxy did not make the connection: %1</source>
        <translation>Der Proxy hat die Verbindung nicht hergestellt: %1</translation>
    </message>
    <message>
        <source>The inspection was stopped before its end.</source>
        <translation>Die Prüfung wurde vor ihrem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>The time for the whole inspection ran out.</source>
        <translation>Die Zeit für die ganze Prüfung ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificates were judged without a connection.</source>
        <translation>Die Zertifikate wurden ohne Verbindung beurteilt.</translation>
    </message>
    <message>
        <source>Check the spelling of the name and the resolver of this machine.</source>
        <translation>Schreibweise des Namens und Resolver dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>Check the port: 25 for mail between servers, 587 or 465 for submission.</source>
        <translation>Port prüfen: 25 für Mail zwischen Servern, 587 oder 465 für die Einlieferung.</translation>
    </message>
    <message>
        <source>Check the route, or ask for the other address family only (--ipv4, --ipv6).</source>
        <translation>Route prüfen oder nur die andere Adressfamilie verwenden (--ipv4, --ipv6).</translation>
    </message>
    <message>
        <source>Many networks block port 25: try from another network, through a proxy, or port 587.</source>
        <translation>Viele Netze sperren Port 25: aus einem anderen Netz, über einen Proxy oder mit Port 587 versuchen.</translation>
    </message>
    <message>
        <source>Try again, with a longer --timeout: some servers delay the greeting.</source>
        <translation>Erneut versuchen, mit längerem --timeout: manche Server verzögern die Begrüßung.</translation>
    </message>
    <message>
        <source>Try again later; if it stays, look into the server&apos;s log at this time.</source>
        <translation>Später erneut versuchen; bleibt es dabei, zeigt das Log des Servers zu dieser Zeit mehr.</translation>
    </message>
    <message>
        <source>Check that an SMTP server listens on this port; port 465 begins with TLS.</source>
        <translation>Prüfen, ob auf diesem Port ein SMTP-Server lauscht; Port 465 beginnt mit TLS.</translation>
    </message>
    <message>
        <source>Check address, user and password of the proxy.</source>
        <translation>Adresse, Benutzer und Passwort des Proxys prüfen.</translation>
    </message>
    <message>
        <source>Inspect again when it suits.</source>
        <translation>Bei Gelegenheit erneut prüfen.</translation>
    </message>
    <message>
        <source>Inspect again with a longer --timeout.</source>
        <translation>Mit längerem --timeout erneut prüfen.</translation>
    </message>
    <message>
        <source>The server turns this client away for now; nothing more was sent, and nothing follows about STARTTLS.</source>
        <translation>Der Server weist diesen Client vorerst ab; es wurde nichts weiter gesendet, und über STARTTLS folgt daraus nichts.</translation>
    </message>
    <message>
        <source>STARTTLS is offered but was answered %1: %2.</source>
        <translation>STARTTLS wird angeboten, wurde aber mit %1 beantwortet: %2.</translation>
    </message>
    <message>
        <source>The server&apos;s EHLO reply does not list STARTTLS, nor did it on a second connection.</source>
        <translation>Die EHLO-Antwort des Servers führt STARTTLS nicht auf, auch auf einer zweiten Verbindung nicht.</translation>
    </message>
    <message>
        <source>%1 octets of clear text behind the 220 were discarded</source>
        <translation>%1 Bytes Klartext hinter der 220 wurden verworfen</translation>
    </message>
    <message>
        <source>the policy is not satisfied: QUIT (RFC 3207 section 4.1)</source>
        <translation>die Richtlinie ist nicht erfüllt: QUIT (RFC 3207 Abschnitt 4.1)</translation>
    </message>
    <message>
        <source>the handshake&apos;s messages could not be watched: signature, stapled response and certificate request are unknown</source>
        <translation>die Nachrichten des Handshakes ließen sich nicht beobachten: Signatur, mitgelieferte OCSP-Antwort und Zertifikatsanforderung sind unbekannt</translation>
    </message>
    <message>
        <source>further lines of the server are only counted</source>
        <translation>weitere Zeilen des Servers werden nur gezählt</translation>
    </message>
    <message>
        <source>STARTTLS was missing: asked once more on a second connection</source>
        <translation>STARTTLS fehlte: auf einer zweiten Verbindung noch einmal gefragt</translation>
    </message>
    <message>
        <source>STARTTLS was not offered on the second connection either</source>
        <translation>STARTTLS wurde auch auf der zweiten Verbindung nicht angeboten</translation>
    </message>
    <message>
        <source>the second connection did not get as far as EHLO</source>
        <translation>die zweite Verbindung kam nicht bis zum EHLO</translation>
    </message>
    <message>
        <source>no suite in common: tried again on a second connection with anonymous suites</source>
        <translation>keine gemeinsame Suite: auf einer zweiten Verbindung noch einmal mit anonymen Suiten versucht</translation>
    </message>
    <message>
        <source>anonymous suites found nothing in common either</source>
        <translation>auch mit anonymen Suiten gab es nichts Gemeinsames</translation>
    </message>
    <message>
        <source>port %1 of the same host: accepts connections</source>
        <translation>Port %1 desselben Hosts: nimmt Verbindungen an</translation>
    </message>
    <message>
        <source>port %1 of the same host: refuses connections, so the host is up</source>
        <translation>Port %1 desselben Hosts: lehnt Verbindungen ab, der Host ist also erreichbar</translation>
    </message>
    <message>
        <source>port %1 of the same host: no answer</source>
        <translation>Port %1 desselben Hosts: keine Antwort</translation>
    </message>
    <message>
        <source>the try of other ports was broken off</source>
        <translation>der Versuch mit anderen Ports wurde abgebrochen</translation>
    </message>
    <message>
        <source>further connection, %1: another certificate</source>
        <translation>weitere Verbindung, %1: ein anderes Zertifikat</translation>
    </message>
    <message>
        <source>further connection, %1: the same certificate</source>
        <translation>weitere Verbindung, %1: dasselbe Zertifikat</translation>
    </message>
    <message>
        <source>further connection, %1: the handshake fails</source>
        <translation>weitere Verbindung, %1: der Handshake schlägt fehl</translation>
    </message>
    <message>
        <source>further connection, %1: not seen</source>
        <translation>weitere Verbindung, %1: nicht gesehen</translation>
    </message>
    <message>
        <source>%1 keys only</source>
        <translation>nur %1-Schlüssel</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS-Handshake fehlgeschlagen</translation>
    </message>
    <message>
        <source>the server sent alert %1</source>
        <translation>der Server hat den Alert %1 gesendet</translation>
    </message>
    <message>
        <source>alert %1 was sent</source>
        <translation>der Alert %1 wurde gesendet</translation>
    </message>
    <message>
        <source>STARTTLS is not offered</source>
        <translation>STARTTLS wird nicht angeboten</translation>
    </message>
    <message>
        <source>the same name</source>
        <translation>derselbe Name</translation>
    </message>
    <message>
        <source>the wildcard covers the left-most label</source>
        <translation>der Platzhalter deckt das erste Label ab</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>ein anderer Name</translation>
    </message>
    <message>
        <source>a wildcard covers one label only</source>
        <translation>ein Platzhalter deckt nur ein Label ab</translation>
    </message>
    <message>
        <source>a wildcard counts only as the whole left-most label</source>
        <translation>ein Platzhalter gilt nur als ganzes erstes Label</translation>
    </message>
    <message>
        <source>the same address</source>
        <translation>dieselbe Adresse</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>eine andere Adresse</translation>
    </message>
    <message>
        <source>the common name is never looked at (RFC 9525)</source>
        <translation>der Common Name zählt nicht (RFC 9525)</translation>
    </message>
    <message>
        <source>a name is not compared with an address</source>
        <translation>ein Name wird nicht mit einer Adresse verglichen</translation>
    </message>
    <message>
        <source>not a valid name</source>
        <translation>kein gültiger Name</translation>
    </message>
    <message>
        <source>what was asked for is no host name</source>
        <translation>gefragt war nach etwas, das kein Hostname ist</translation>
    </message>
    <message>
        <source>as typed</source>
        <translation>wie eingegeben</translation>
    </message>
    <message>
        <source>from the MX record</source>
        <translation>aus dem MX-Record</translation>
    </message>
    <message>
        <source>the mail domain</source>
        <translation>die Maildomain</translation>
    </message>
    <message>
        <source>the TLSA base domain</source>
        <translation>die TLSA-Basisdomain</translation>
    </message>
    <message>
        <source>Type a domain or a server, for example example.org or mx.example.org:587.</source>
        <translation>Eine Domain oder einen Server eingeben, zum Beispiel example.org oder mx.example.org:587.</translation>
    </message>
    <message>
        <source>“%1” is no host name: letters, digits and hyphens between dots, at most 63 in a label.</source>
        <translation>„%1“ ist kein Hostname: Buchstaben, Ziffern und Bindestriche zwischen Punkten, höchstens 63 je Label.</translation>
    </message>
    <message>
        <source>“%1”: a port is a number from 1 to 65535, as in mx.example.org:587.</source>
        <translation>„%1“: ein Port ist eine Zahl von 1 bis 65535, wie in mx.example.org:587.</translation>
    </message>
    <message>
        <source>“%1” is no IP address; an IPv6 address with a port is written [2001:db8::1]:587.</source>
        <translation>„%1“ ist keine IP-Adresse; eine IPv6-Adresse mit Port schreibt man [2001:db8::1]:587.</translation>
    </message>
    <message>
        <source>“%1”: this scheme is not known; use smtp://, submission://, submissions:// or lmtp://.</source>
        <translation>„%1“: dieses Schema ist nicht bekannt; es gibt smtp://, submission://, submissions:// und lmtp://.</translation>
    </message>
    <message>
        <source>“%1”: not yet; so far SMTP, submission and LMTP are inspected.</source>
        <translation>„%1“: noch nicht; bisher werden SMTP, Submission und LMTP geprüft.</translation>
    </message>
    <message>
        <source>signed and valid</source>
        <translation>signiert und gültig</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht signiert</translation>
    </message>
    <message>
        <source>bogus</source>
        <translation>Signaturen ungültig</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>nicht feststellbar</translation>
    </message>
    <message>
        <source>no such record</source>
        <translation>kein solcher Record</translation>
    </message>
    <message>
        <source>no such name</source>
        <translation>kein solcher Name</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort zur rechten Zeit</translation>
    </message>
    <message>
        <source>the lookup failed</source>
        <translation>die Abfrage schlug fehl</translation>
    </message>
    <message>
        <source>the lookup was refused</source>
        <translation>die Abfrage wurde abgelehnt</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Resolver</source>
        <translation>Resolver</translation>
    </message>
    <message>
        <source>“%1” looks like a mail address; type the mail server instead.</source>
        <translation>„%1“ sieht wie eine Mailadresse aus; stattdessen den Mailserver eingeben.</translation>
    </message>
    <message>
        <source>“%1”: only a host and a port can follow; leave out path and query.</source>
        <translation>„%1“: danach können nur Host und Port stehen; Pfad und Abfrage weglassen.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>nicht beurteilt</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Self-signed</source>
        <translation>Selbstsigniert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>%1. certificate</source>
        <translation>%1. Zertifikat</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <translation>%1, %2 Bit</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256 of the key</source>
        <translation>SHA-256 des Schlüssels</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>Trust store</source>
        <translation>Vertrauensspeicher</translation>
    </message>
    <message>
        <source>Judged as of</source>
        <translation>Beurteilt zum Stand</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Inspected</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>Quelladresse</translation>
    </message>
    <message>
        <source>EHLO name</source>
        <translation>EHLO-Name</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Acting as</source>
        <translation>Verhalten wie</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Server name (SNI)</source>
        <translation>Servername (SNI)</translation>
    </message>
    <message>
        <source>public key</source>
        <translation>öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>erfüllt</translation>
    </message>
    <message>
        <source>violated</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nicht anwendbar</translation>
    </message>
    <message>
        <source>undetermined</source>
        <translation>unbestimmt</translation>
    </message>
    <message>
        <source>authenticated</source>
        <translation>authentifiziert</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>clear text</source>
        <translation>Klartext</translation>
    </message>
    <message>
        <source>deferred</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Submissions</translation>
    </message>
    <message>
        <source>implicit TLS</source>
        <translation>implizites TLS</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>looking up the addresses</source>
        <translation>die Adressen werden nachgeschlagen</translation>
    </message>
    <message>
        <source>fetching the MTA-STS policy</source>
        <translation>die MTA-STS-Richtlinie wird geholt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>die Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>waiting for the greeting: some servers delay it on purpose</source>
        <translation>wartet auf die Begrüßung: manche Server verzögern sie absichtlich</translation>
    </message>
    <message>
        <source>waiting for the answer to EHLO</source>
        <translation>wartet auf die Antwort auf EHLO</translation>
    </message>
    <message>
        <source>waiting for the answer to HELO</source>
        <translation>wartet auf die Antwort auf HELO</translation>
    </message>
    <message>
        <source>waiting for the answer to STARTTLS</source>
        <translation>wartet auf die Antwort auf STARTTLS</translation>
    </message>
    <message>
        <source>TLS handshake</source>
        <translation>TLS-Handshake</translation>
    </message>
    <message>
        <source>waiting for the answer to EHLO inside TLS</source>
        <translation>wartet auf die Antwort auf EHLO innerhalb von TLS</translation>
    </message>
    <message>
        <source>saying goodbye</source>
        <translation>verabschiedet sich</translation>
    </message>
    <message>
        <source>looking at what other clients are shown</source>
        <translation>sieht nach, was anderen Clients gezeigt wird</translation>
    </message>
    <message>
        <source>asking once more on a second connection</source>
        <translation>fragt auf einer zweiten Verbindung noch einmal</translation>
    </message>
    <message>
        <source>port 25 does not answer: trying ports 465 and 587</source>
        <translation>Port 25 antwortet nicht: die Ports 465 und 587 werden versucht</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>ended after the handshake, as the policy asks</source>
        <translation>nach dem Handshake beendet, wie es die Richtlinie verlangt</translation>
    </message>
    <message>
        <source>STARTTLS is masked by a firewall</source>
        <translation>STARTTLS wird von einer Firewall maskiert</translation>
    </message>
    <message>
        <source>STARTTLS was refused</source>
        <translation>STARTTLS wurde abgelehnt</translation>
    </message>
    <message>
        <source>the TLS handshake failed</source>
        <translation>der TLS-Handshake ist gescheitert</translation>
    </message>
    <message>
        <source>EHLO was refused</source>
        <translation>EHLO wurde abgelehnt</translation>
    </message>
    <message>
        <source>refused inside TLS</source>
        <translation>innerhalb von TLS abgelehnt</translation>
    </message>
    <message>
        <source>the name could not be resolved</source>
        <translation>der Name war nicht aufzulösen</translation>
    </message>
    <message>
        <source>the domain takes no mail</source>
        <translation>die Domain nimmt keine Mail an</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>Verbindung abgewiesen</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>no answer to the connection attempt</source>
        <translation>keine Antwort auf den Verbindungsversuch</translation>
    </message>
    <message>
        <source>no greeting in time</source>
        <translation>keine Begrüßung in der Zeit</translation>
    </message>
    <message>
        <source>the greeting was a refusal</source>
        <translation>die Begrüßung war eine Abweisung</translation>
    </message>
    <message>
        <source>no reply in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>the TLS handshake did not finish in time</source>
        <translation>der TLS-Handshake wurde nicht rechtzeitig fertig</translation>
    </message>
    <message>
        <source>a reply without end</source>
        <translation>eine Antwort ohne Ende</translation>
    </message>
    <message>
        <source>not an SMTP reply</source>
        <translation>keine SMTP-Antwort</translation>
    </message>
    <message>
        <source>the server closed the connection</source>
        <translation>der Server hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the proxy failed</source>
        <translation>der Proxy hat versagt</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>out of time</source>
        <translation>die Zeit ist abgelaufen</translation>
    </message>
    <message>
        <source>judged without a connection</source>
        <translation>ohne Verbindung beurteilt</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>the certificate is its own issuer</source>
        <translation>das Zertifikat ist sein eigener Aussteller</translation>
    </message>
    <message>
        <source>but the root of its chain is, and it is no trust anchor here</source>
        <translation>aber die Wurzel seiner Kette ist es, und sie ist hier kein Vertrauensanker</translation>
    </message>
    <message>
        <source>and made a trust anchor here</source>
        <translation>und hier zum Vertrauensanker gemacht</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 durch %2</translation>
    </message>
    <message>
        <source>%1, delivery %2</source>
        <translation>%1, Zustellung %2</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Chain trusted</source>
        <translation>Kette vertrauenswürdig</translation>
    </message>
    <message>
        <source>Chain in order</source>
        <translation>Kette geordnet</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Names the server</source>
        <translation>Nennt den Server</translation>
    </message>
    <message>
        <source>Name asked for</source>
        <translation>Gefragter Name</translation>
    </message>
    <message>
        <source>Matched by</source>
        <translation>Passend durch</translation>
    </message>
    <message>
        <source>Presented name</source>
        <translation>Vorgelegter Name</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Cipher suite</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>Schlüsselaustausch</translation>
    </message>
    <message>
        <source>Signature of the handshake</source>
        <translation>Signatur des Handshakes</translation>
    </message>
    <message>
        <source>Asks for a client certificate</source>
        <translation>Verlangt ein Client-Zertifikat</translation>
    </message>
    <message>
        <source>Alert from the server</source>
        <translation>Alert vom Server</translation>
    </message>
    <message>
        <source>Alert to the server</source>
        <translation>Alert an den Server</translation>
    </message>
    <message>
        <source>Reply that ended it</source>
        <translation>Beendende Antwort</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>EHLO list before TLS</source>
        <translation>EHLO-Liste vor TLS</translation>
    </message>
    <message>
        <source>EHLO list inside TLS</source>
        <translation>EHLO-Liste in TLS</translation>
    </message>
    <message>
        <source>%1 before TLS</source>
        <translation>%1 vor TLS</translation>
    </message>
    <message>
        <source>%1 inside TLS</source>
        <translation>%1 in TLS</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Conformance</source>
        <translation>Konformität</translation>
    </message>
    <message>
        <source>TLS begins by</source>
        <translation>TLS beginnt durch</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindungsaufbau</translation>
    </message>
    <message>
        <source>EHLO before TLS</source>
        <translation>EHLO vor TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>EHLO inside TLS</source>
        <translation>EHLO in TLS</translation>
    </message>
    <message>
        <source>QUIT</source>
        <translation>QUIT</translation>
    </message>
    <message>
        <source>Who would deliver</source>
        <translation>Wer würde zustellen</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Timings</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>HELO before TLS</source>
        <translation>HELO vor TLS</translation>
    </message>
    <message>
        <source>HELO inside TLS</source>
        <translation>HELO in TLS</translation>
    </message>
    <message>
        <source>Another command</source>
        <translation>Anderer Befehl</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 Unterschied</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 Unterschiede</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>%1. certificate: %2</source>
        <translation>%1. Zertifikat: %2</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>only left</source>
        <translation>nur links</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>nur rechts</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>nicht vergleichbar</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>better for: %1</source>
        <translation>besser für: %1</translation>
    </message>
    <message>
        <source>worse for: %1</source>
        <translation>schlechter für: %1</translation>
    </message>
    <message>
        <source>no, the certificate does not name it</source>
        <translation>nein, das Zertifikat nennt ihn nicht</translation>
    </message>
    <message>
        <source>1 certificate</source>
        <translation>1 Zertifikat</translation>
    </message>
    <message>
        <source>%1 certificates</source>
        <translation>%1 Zertifikate</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>matches: %1</source>
        <translation>passt: %1</translation>
    </message>
    <message>
        <source>does not match: %1</source>
        <translation>passt nicht: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1 on both sides</source>
        <translation>%1 auf beiden Seiten</translation>
    </message>
    <message>
        <source>equal: no difference</source>
        <translation>gleich: kein Unterschied</translation>
    </message>
    <message>
        <source>; right is worse for: %1</source>
        <translation>; rechts schlechter für: %1</translation>
    </message>
    <message>
        <source>; right is better for: %1</source>
        <translation>; rechts besser für: %1</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>no difference found, but not everything could be told</source>
        <translation>kein Unterschied gefunden, doch nicht alles ließ sich feststellen</translation>
    </message>
    <message>
        <source>%1, %2 not comparable</source>
        <translation>%1, %2 nicht vergleichbar</translation>
    </message>
    <message>
        <source>Another certificate (%1)</source>
        <translation>Anderes Zertifikat (%1)</translation>
    </message>
    <message>
        <source>MX lookup</source>
        <translation>MX-Abfrage</translation>
    </message>
    <message>
        <source>MX records</source>
        <translation>MX-Records</translation>
    </message>
    <message>
        <source>MX preference</source>
        <translation>MX-Vorrang</translation>
    </message>
    <message>
        <source>Address lookup</source>
        <translation>Adressabfrage</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>TLSA lookup</source>
        <translation>TLSA-Abfrage</translation>
    </message>
    <message>
        <source>TLSA base domain</source>
        <translation>TLSA-Basisdomain</translation>
    </message>
    <message>
        <source>TLSA records</source>
        <translation>TLSA-Records</translation>
    </message>
    <message>
        <source>TLSA records match</source>
        <translation>TLSA-Records passen</translation>
    </message>
    <message>
        <source>MTA-STS record</source>
        <translation>MTA-STS-Record</translation>
    </message>
    <message>
        <source>MTA-STS lookup</source>
        <translation>MTA-STS-Abfrage</translation>
    </message>
    <message>
        <source>MTA-STS id</source>
        <translation>MTA-STS-id</translation>
    </message>
    <message>
        <source>MTA-STS policy</source>
        <translation>MTA-STS-Richtlinie</translation>
    </message>
    <message>
        <source>MTA-STS mode</source>
        <translation>MTA-STS-Modus</translation>
    </message>
    <message>
        <source>MTA-STS max_age</source>
        <translation>MTA-STS-max_age</translation>
    </message>
    <message>
        <source>MTA-STS mx patterns</source>
        <translation>MTA-STS-mx-Muster</translation>
    </message>
    <message>
        <source>Listed by MTA-STS</source>
        <translation>Von MTA-STS genannt</translation>
    </message>
    <message>
        <source>MTA-STS problem</source>
        <translation>MTA-STS-Problem</translation>
    </message>
    <message>
        <source>TLS-RPT lookup</source>
        <translation>TLS-RPT-Abfrage</translation>
    </message>
    <message>
        <source>TLS-RPT addresses</source>
        <translation>TLS-RPT-Adressen</translation>
    </message>
    <message>
        <source>TLS-RPT problem</source>
        <translation>TLS-RPT-Problem</translation>
    </message>
    <message>
        <source>Stapled OCSP response</source>
        <translation>Angeheftete OCSP-Antwort</translation>
    </message>
    <message>
        <source>OCSP response verified</source>
        <translation>OCSP-Antwort bestätigt</translation>
    </message>
    <message>
        <source>OCSP response of</source>
        <translation>OCSP-Antwort vom</translation>
    </message>
    <message>
        <source>MTA-STS and TLS-RPT</source>
        <translation>MTA-STS und TLS-RPT</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>not fetched</source>
        <translation>nicht geholt</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>geholt</translation>
    </message>
    <message>
        <source>its host could not be resolved</source>
        <translation>ihr Host ließ sich nicht auflösen</translation>
    </message>
    <message>
        <source>its host could not be reached</source>
        <translation>ihr Host war nicht erreichbar</translation>
    </message>
    <message>
        <source>its host&apos;s certificate is not valid</source>
        <translation>das Zertifikat ihres Hosts gilt nicht</translation>
    </message>
    <message>
        <source>its host answered with an error</source>
        <translation>ihr Host antwortete mit einem Fehler</translation>
    </message>
    <message>
        <source>its host redirected</source>
        <translation>ihr Host leitete weiter</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>not fetched in time</source>
        <translation>nicht rechtzeitig geholt</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>A newer version of Mailseal saw how it ended and says: %1</source>
        <translation>Eine neuere Version von Mailseal hat gesehen, wie es endete, und sagt: %1</translation>
    </message>
    <message>
        <source>Open the file with the version that made it, or a newer one.</source>
        <translation>Öffnen Sie die Datei mit der Version, die sie geschrieben hat, oder einer neueren.</translation>
    </message>
    <message>
        <source>the file cannot be read: %1</source>
        <translation>die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>this is a folder, a pipe or a device: name a saved file</source>
        <translation>das ist ein Ordner, eine Pipe oder ein Gerät: geben Sie eine gespeicherte Datei an</translation>
    </message>
    <message>
        <source>the file is empty: use another copy, or inspect again</source>
        <translation>die Datei ist leer: nehmen Sie eine andere Kopie, oder prüfen Sie erneut</translation>
    </message>
    <message>
        <source>the file is larger than %1 MiB, more than is opened: save fewer servers in one file</source>
        <translation>die Datei ist größer als %1 MiB, mehr wird nicht geöffnet: speichern Sie weniger Server in einer Datei</translation>
    </message>
    <message>
        <source>the file is not in UTF-8 (%1): save it as UTF-8, or use the file as Mailseal wrote it</source>
        <translation>die Datei ist nicht in UTF-8 (%1): speichern Sie sie als UTF-8, oder nehmen Sie die Datei, wie Mailseal sie schrieb</translation>
    </message>
    <message>
        <source>the file is no saved inspection or was cut: it is not JSON from byte %1 on; use another copy</source>
        <translation>die Datei ist keine gespeicherte Prüfung oder wurde abgeschnitten: ab Byte %1 ist sie kein JSON; nehmen Sie eine andere Kopie</translation>
    </message>
    <message>
        <source>the file is nested more than %1 deep, as no saved inspection is: use another copy</source>
        <translation>die Datei ist mehr als %1 Ebenen tief verschachtelt, wie es keine gespeicherte Prüfung ist: nehmen Sie eine andere Kopie</translation>
    </message>
    <message>
        <source>the file holds more values than are opened (%1): save fewer servers in one file</source>
        <translation>die Datei enthält mehr Werte, als geöffnet werden (%1): speichern Sie weniger Server in einer Datei</translation>
    </message>
    <message>
        <source>the file says “%1” twice in one place, so nobody can tell which counts: use the file as Mailseal wrote it</source>
        <translation>die Datei nennt „%1“ zweimal an einer Stelle, sodass niemand sagen kann, was gilt: nehmen Sie die Datei, wie Mailseal sie schrieb</translation>
    </message>
    <message>
        <source>the file was made by a newer version of Mailseal (%1): open it with that version, or update this one</source>
        <translation>die Datei stammt von einer neueren Version von Mailseal (%1): öffnen Sie sie mit jener Version, oder aktualisieren Sie diese</translation>
    </message>
    <message>
        <source>the file is no saved inspection (%1): name a .mailseal file</source>
        <translation>die Datei ist keine gespeicherte Prüfung (%1): geben Sie eine .mailseal-Datei an</translation>
    </message>
    <message>
        <source>the file does not hold what a saved inspection holds (%1): use the file as Mailseal wrote it, or inspect again</source>
        <translation>die Datei enthält nicht, was eine gespeicherte Prüfung enthält (%1): nehmen Sie die Datei, wie Mailseal sie schrieb, oder prüfen Sie erneut</translation>
    </message>
    <message>
        <source>ended in a way that this version does not know</source>
        <translation>auf eine Weise beendet, die diese Version nicht kennt</translation>
    </message>
    <message>
        <source>the file holds certificates or keys, no saved inspection: name a .mailseal file</source>
        <translation>die Datei enthält Zertifikate oder Schlüssel, keine gespeicherte Prüfung: geben Sie eine .mailseal-Datei an</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>TLS reports</source>
        <translation>TLS-Berichte</translation>
    </message>
    <message>
        <source>enforce: senders hold back what would fail</source>
        <translation>enforce: Absender halten zurück, was scheitern würde</translation>
    </message>
    <message>
        <source>testing: senders report what would fail</source>
        <translation>testing: Absender melden, was scheitern würde</translation>
    </message>
    <message>
        <source>none: senders deliver as without a policy</source>
        <translation>none: Absender stellen zu wie ohne Richtlinie</translation>
    </message>
    <message>
        <source>a certificate that the server sends has this value</source>
        <translation>ein Zertifikat, das der Server schickt, hat diesen Wert</translation>
    </message>
    <message>
        <source>no certificate that it may speak of has this value</source>
        <translation>kein Zertifikat, von dem er sprechen darf, hat diesen Wert</translation>
    </message>
    <message>
        <source>mail senders do not use this usage (RFC 7672 section 3.1.3)</source>
        <translation>Mailabsender verwenden diese Usage nicht (RFC 7672 Abschnitt 3.1.3)</translation>
    </message>
    <message>
        <source>an unknown selector</source>
        <translation>ein unbekannter Selektor</translation>
    </message>
    <message>
        <source>an unknown matching type</source>
        <translation>ein unbekannter Matching Type</translation>
    </message>
    <message>
        <source>a digest of this type has another length</source>
        <translation>ein Hash dieser Art hat eine andere Länge</translation>
    </message>
    <message>
        <source>no certificate and no public key can be read from it</source>
        <translation>weder ein Zertifikat noch ein öffentlicher Schlüssel lässt sich daraus lesen</translation>
    </message>
    <message>
        <source>a stronger digest of the same kind stands beside it (RFC 7671 section 9)</source>
        <translation>ein stärkerer Hash derselben Art steht daneben (RFC 7671 Abschnitt 9)</translation>
    </message>
    <message>
        <source>it names an issuer&apos;s certificate that the server does not send</source>
        <translation>er nennt das Zertifikat eines Ausstellers, das der Server nicht schickt</translation>
    </message>
    <message>
        <source>there was no certificate to compare it with</source>
        <translation>es gab kein Zertifikat zum Vergleichen</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>the server offers STARTTLS and takes it</source>
        <translation>der Server bietet STARTTLS an und nimmt es an</translation>
    </message>
    <message>
        <source>the handshake gives TLS 1.3</source>
        <translation>der Handshake ergibt TLS 1.3</translation>
    </message>
    <message>
        <source>the given TLSA records (%1) are DNSSEC-secure</source>
        <translation>die vorgegebenen TLSA-Records (%1) sind durch DNSSEC gesichert</translation>
    </message>
    <message>
        <source>the given MTA-STS policy is the domain&apos;s own: its record and its host are fine</source>
        <translation>die vorgegebene MTA-STS-Richtlinie ist die der Domain: ihr DNS-Record und ihr Server sind in Ordnung</translation>
    </message>
    <message>
        <source>the MTA-STS policy is in mode %1</source>
        <translation>die MTA-STS-Richtlinie ist im Modus %1</translation>
    </message>
    <message>
        <source>it is %1</source>
        <translation>es ist %1</translation>
    </message>
    <message>
        <source>%1 is a trust anchor</source>
        <translation>%1 ist ein Vertrauensanker</translation>
    </message>
    <message>
        <source>the name to be found is %1</source>
        <translation>der gesuchte Name ist %1</translation>
    </message>
    <message>
        <source>Type a TLSA record, for example 3 1 1 and 64 hex digits.</source>
        <translation>Einen TLSA-Record eingeben, zum Beispiel 3 1 1 und 64 Hex-Ziffern.</translation>
    </message>
    <message>
        <source>That is longer than any TLSA record.</source>
        <translation>Das ist länger als jeder TLSA-Record.</translation>
    </message>
    <message>
        <source>“%1”: a TLSA record begins with usage, selector and matching type, as in 3 1 1.</source>
        <translation>„%1“: ein TLSA-Record beginnt mit Verwendung, Selektor und Vergleichsart, wie in 3 1 1.</translation>
    </message>
    <message>
        <source>“%1”: the usage is a number, 3 (DANE-EE) or 2 (DANE-TA).</source>
        <translation>„%1“: die Verwendung ist eine Zahl, 3 (DANE-EE) oder 2 (DANE-TA).</translation>
    </message>
    <message>
        <source>“%1”: the selector is a number, 0 (Cert) or 1 (SPKI).</source>
        <translation>„%1“: der Selektor ist eine Zahl, 0 (Cert) oder 1 (SPKI).</translation>
    </message>
    <message>
        <source>“%1”: the matching type is a number, 0 (Full), 1 (SHA2-256) or 2 (SHA2-512).</source>
        <translation>„%1“: die Vergleichsart ist eine Zahl, 0 (Full), 1 (SHA2-256) oder 2 (SHA2-512).</translation>
    </message>
    <message>
        <source>“%1”: the value is missing behind usage, selector and matching type.</source>
        <translation>„%1“: hinter Verwendung, Selektor und Vergleichsart fehlt der Wert.</translation>
    </message>
    <message>
        <source>“%1”: the value is written in hex digits, 0 to 9 and a to f.</source>
        <translation>„%1“: der Wert steht in Hex-Ziffern, 0 bis 9 und a bis f.</translation>
    </message>
    <message>
        <source>“%1”: half an octet is missing, the hex digits are odd in number.</source>
        <translation>„%1“: es fehlt ein halbes Oktett, die Zahl der Hex-Ziffern ist ungerade.</translation>
    </message>
    <message>
        <source>no source says whether it looks at %1, which would hold the message back</source>
        <translation>keine Quelle sagt, ob er auf %1 achtet, was die Nachricht zurückhalten würde</translation>
    </message>
    <message>
        <source>no source says what it does here</source>
        <translation>keine Quelle sagt, was er hier tut</translation>
    </message>
    <message>
        <source>as “%1”: %2</source>
        <translation>wie „%1“: %2</translation>
    </message>
    <message>
        <source>without SNI</source>
        <translation>ohne SNI</translation>
    </message>
    <message>
        <source>with SNI</source>
        <translation>mit SNI</translation>
    </message>
    <message>
        <source>with %1 keys only</source>
        <translation>nur mit %1-Schlüsseln</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>Kein Zertifikat</translation>
    </message>
    <message>
        <source>The server authenticates itself by nothing.</source>
        <translation>Der Server weist sich durch nichts aus.</translation>
    </message>
    <message>
        <source>None seen</source>
        <translation>Keines zu sehen</translation>
    </message>
    <message>
        <source>The session did not come to a certificate.</source>
        <translation>Die Sitzung kam nicht bis zu einem Zertifikat.</translation>
    </message>
    <message>
        <source>Yes, %1</source>
        <translation>Ja, %1</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Could not be told</source>
        <translation>Nicht feststellbar</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>An outdated version (RFC 8996).</source>
        <translation>Eine veraltete Version (RFC 8996).</translation>
    </message>
    <message>
        <source>The suite authenticates nobody.</source>
        <translation>Die Suite weist niemanden aus.</translation>
    </message>
    <message>
        <source>But the server refuses mail inside TLS.</source>
        <translation>Doch der Server lehnt Mail innerhalb von TLS ab.</translation>
    </message>
    <message>
        <source>But the session did not get further: %1.</source>
        <translation>Doch weiter kam die Sitzung nicht: %1.</translation>
    </message>
    <message>
        <source>Issued by %1.</source>
        <translation>Ausgestellt von %1.</translation>
    </message>
    <message>
        <source>Yes: accepted by %1 of %2</source>
        <translation>Ja: angenommen von %1 von %2</translation>
    </message>
    <message>
        <source>The certificate is its own issuer. Accepted by: %1.</source>
        <translation>Das Zertifikat ist sein eigener Aussteller. Angenommen von: %1.</translation>
    </message>
    <message>
        <source>No, but its root is unknown</source>
        <translation>Nein, aber die Wurzel ist unbekannt</translation>
    </message>
    <message>
        <source>The chain ends in a self-signed certificate that is no trust anchor.</source>
        <translation>Die Kette endet bei einem selbstsignierten Zertifikat, das kein Vertrauensanker ist.</translation>
    </message>
    <message>
        <source>Yes, and trusted</source>
        <translation>Ja, und vertraut</translation>
    </message>
    <message>
        <source>The certificate is its own issuer and one of the trust anchors.</source>
        <translation>Das Zertifikat ist sein eigener Aussteller und einer der Vertrauensanker.</translation>
    </message>
    <message>
        <source>No name to look for</source>
        <translation>Kein Name zu suchen</translation>
    </message>
    <message>
        <source>Nothing was typed that a certificate could name.</source>
        <translation>Es wurde nichts eingegeben, was ein Zertifikat nennen könnte.</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Does not match</source>
        <translation>Stimmt nicht überein</translation>
    </message>
    <message>
        <source>%1 was looked for; the certificate names %2.</source>
        <translation>Gesucht war %1; das Zertifikat nennt %2.</translation>
    </message>
    <message>
        <source>Trusted by %1</source>
        <translation>Vertraut durch %1</translation>
    </message>
    <message>
        <source>Until %1, %2. %3.</source>
        <translation>Bis %1, %2. %3.</translation>
    </message>
    <message>
        <source>In date, by no known CA</source>
        <translation>Gültig, von keiner bekannten CA</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>Nicht vertraut</translation>
    </message>
    <message>
        <source>Not looked up</source>
        <translation>Nicht nachgeschlagen</translation>
    </message>
    <message>
        <source>The domain takes no mail</source>
        <translation>Die Domain nimmt keine Mail an</translation>
    </message>
    <message>
        <source>No such domain</source>
        <translation>Keine solche Domain</translation>
    </message>
    <message>
        <source>The MX answer is bogus</source>
        <translation>MX-Signaturen ungültig</translation>
    </message>
    <message>
        <source>The MX lookup failed</source>
        <translation>MX-Abfrage gescheitert</translation>
    </message>
    <message>
        <source>DANE does not match</source>
        <translation>DANE stimmt nicht</translation>
    </message>
    <message>
        <source>MTA-STS does not name it</source>
        <translation>MTA-STS nennt ihn nicht</translation>
    </message>
    <message>
        <source>DANE could not be told</source>
        <translation>DANE unklar</translation>
    </message>
    <message>
        <source>DANE matches</source>
        <translation>DANE stimmt</translation>
    </message>
    <message>
        <source>MTA-STS is enforced</source>
        <translation>MTA-STS verbindlich</translation>
    </message>
    <message>
        <source>MTA-STS in testing mode</source>
        <translation>MTA-STS im Testbetrieb</translation>
    </message>
    <message>
        <source>Neither DANE nor MTA-STS</source>
        <translation>Weder DANE noch MTA-STS</translation>
    </message>
    <message>
        <source>Looked up through %1, %2 questions.</source>
        <translation>Nachgeschlagen über %1, %2 Fragen.</translation>
    </message>
    <message>
        <source>Looked up through %1, %2 question.</source>
        <translation>Nachgeschlagen über %1, %2 Frage.</translation>
    </message>
    <message>
        <source>Looked up through %1, %2 questions. It leaves DNSSEC signatures out, so whether an answer is signed cannot be told: choose another resolver in the settings.</source>
        <translation>Nachgeschlagen über %1, %2 Fragen. Er lässt DNSSEC-Signaturen weg; ob eine Antwort signiert ist, lässt sich so nicht sagen: Wählen Sie in den Einstellungen einen anderen Resolver.</translation>
    </message>
    <message>
        <source>Looked up through %1, %2 question. It leaves DNSSEC signatures out, so whether an answer is signed cannot be told: choose another resolver in the settings.</source>
        <translation>Nachgeschlagen über %1, %2 Frage. Er lässt DNSSEC-Signaturen weg; ob eine Antwort signiert ist, lässt sich so nicht sagen: Wählen Sie in den Einstellungen einen anderen Resolver.</translation>
    </message>
    <message>
        <source>Whether there are TLSA records could not be told: senders that apply DANE hold mail back until it can.</source>
        <translation>Ob es TLSA-Records gibt, ließ sich nicht feststellen: Absender mit DANE halten Mail so lange zurück.</translation>
    </message>
    <message>
        <source>There is no TLSA record at %1: DANE is not in use.</source>
        <translation>Unter %1 steht kein TLSA-Record: DANE wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The TLSA records count for nobody: they, or the addresses of the server, are not signed.</source>
        <translation>Die TLSA-Records zählen für niemanden: Sie oder die Adressen des Servers sind nicht signiert.</translation>
    </message>
    <message>
        <source>Whether the TLSA records are signed could not be told.</source>
        <translation>Ob die TLSA-Records signiert sind, ließ sich nicht feststellen.</translation>
    </message>
    <message>
        <source>There was no certificate to compare the %1 records with.</source>
        <translation>Es gab kein Zertifikat, mit dem sich die %1 Records vergleichen ließen.</translation>
    </message>
    <message>
        <source>There was no certificate to compare the record with.</source>
        <translation>Es gab kein Zertifikat, mit dem sich der Record vergleichen ließe.</translation>
    </message>
    <message>
        <source>None of the %1 records can be used: senders that apply DANE encrypt and do not ask who the server is.</source>
        <translation>Keiner der %1 Records ist verwendbar: Absender mit DANE verschlüsseln und fragen nicht, wer der Server ist.</translation>
    </message>
    <message>
        <source>The only record cannot be used: senders that apply DANE encrypt and do not ask who the server is.</source>
        <translation>Der eine Record ist nicht verwendbar: Absender mit DANE verschlüsseln und fragen nicht, wer der Server ist.</translation>
    </message>
    <message>
        <source>%1 of %2 usable records match: senders that apply DANE know the server.</source>
        <translation>%1 von %2 verwendbaren Records stimmen überein: Absender mit DANE kennen den Server.</translation>
    </message>
    <message>
        <source>%1 of %2 usable record matches: senders that apply DANE know the server.</source>
        <translation>%1 von %2 verwendbaren Record stimmt überein: Absender mit DANE kennen den Server.</translation>
    </message>
    <message>
        <source>%1 of %2 usable records match, but the certificate does not stand the other tests: senders that apply DANE hold mail back.</source>
        <translation>%1 von %2 verwendbaren Records stimmen überein, doch das Zertifikat besteht die übrigen Prüfungen nicht: Absender mit DANE halten Mail zurück.</translation>
    </message>
    <message>
        <source>%1 of %2 usable record matches, but the certificate does not stand the other tests: senders that apply DANE hold mail back.</source>
        <translation>%1 von %2 verwendbaren Record stimmt überein, doch das Zertifikat besteht die übrigen Prüfungen nicht: Absender mit DANE halten Mail zurück.</translation>
    </message>
    <message>
        <source>None of the %1 usable records matches: senders that apply DANE hold mail back.</source>
        <translation>Keiner der %1 verwendbaren Records stimmt überein: Absender mit DANE halten Mail zurück.</translation>
    </message>
    <message>
        <source>The only usable record does not match: senders that apply DANE hold mail back.</source>
        <translation>Der eine verwendbare Record stimmt nicht überein: Absender mit DANE halten Mail zurück.</translation>
    </message>
    <message>
        <source>Whether there is an MTA-STS record could not be told.</source>
        <translation>Ob es einen MTA-STS-Record gibt, ließ sich nicht feststellen.</translation>
    </message>
    <message>
        <source>The MTA-STS record does not count: senders deliver as if there were no policy.</source>
        <translation>Der MTA-STS-Record zählt nicht: Absender stellen zu, als gäbe es keine Richtlinie.</translation>
    </message>
    <message>
        <source>There is no MTA-STS record: senders deliver as if there were no policy.</source>
        <translation>Es gibt keinen MTA-STS-Record: Absender stellen zu wie ohne Richtlinie.</translation>
    </message>
    <message>
        <source>There is a record; the policy itself was not fetched.</source>
        <translation>Es gibt einen Record; die Richtlinie selbst wurde nicht abgerufen.</translation>
    </message>
    <message>
        <source>There is a record, but no policy: %1. Senders deliver as if there were none, unless they still know an older one.</source>
        <translation>Es gibt einen Record, aber keine Richtlinie: %1. Absender stellen zu wie ohne, sofern sie keine ältere mehr kennen.</translation>
    </message>
    <message>
        <source>There is a policy, but it is not valid. Senders deliver as if there were none, unless they still know an older one.</source>
        <translation>Es gibt eine Richtlinie, doch sie ist ungültig. Absender stellen zu wie ohne, sofern sie keine ältere mehr kennen.</translation>
    </message>
    <message>
        <source>The policy is enforced and names %1: senders that know MTA-STS insist on a valid certificate.</source>
        <translation>Die Richtlinie gilt verbindlich und nennt %1: Absender mit MTA-STS bestehen auf einem gültigen Zertifikat.</translation>
    </message>
    <message>
        <source>The policy is enforced and does not name %1: senders that know MTA-STS hold mail back.</source>
        <translation>Die Richtlinie gilt verbindlich und nennt %1 nicht: Absender mit MTA-STS halten Mail zurück.</translation>
    </message>
    <message>
        <source>The policy is in testing mode and names %1: senders that know MTA-STS report failures and deliver.</source>
        <translation>Die Richtlinie ist im Testbetrieb und nennt %1: Absender mit MTA-STS melden Fehler und stellen zu.</translation>
    </message>
    <message>
        <source>The policy is in testing mode and does not name %1: senders that know MTA-STS report it and deliver.</source>
        <translation>Die Richtlinie ist im Testbetrieb und nennt %1 nicht: Absender mit MTA-STS melden das und stellen zu.</translation>
    </message>
    <message>
        <source>The policy&apos;s mode is none: senders deliver as if there were no MTA-STS.</source>
        <translation>Die Richtlinie steht auf „none“: Absender stellen zu, als gäbe es kein MTA-STS.</translation>
    </message>
    <message>
        <source>Where reports go could not be told.</source>
        <translation>Wohin Berichte gehen, ließ sich nicht feststellen.</translation>
    </message>
    <message>
        <source>Senders report what failed to %1.</source>
        <translation>Absender melden Fehlschläge an %1.</translation>
    </message>
    <message>
        <source>Nobody is told what failed: no reports are asked for.</source>
        <translation>Von Fehlschlägen erfährt niemand: Berichte werden nicht erbeten.</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <source>Not made for servers</source>
        <translation>Nicht für Server bestimmt</translation>
    </message>
    <message>
        <source>Issued by no real CA</source>
        <translation>Von keiner echten CA</translation>
    </message>
    <message>
        <source>Chain incomplete</source>
        <translation>Kette unvollständig</translation>
    </message>
    <message>
        <source>Chain not valid</source>
        <translation>Kette ungültig</translation>
    </message>
    <message>
        <source>Weak key</source>
        <translation>Schwacher Schlüssel</translation>
    </message>
    <message>
        <source>Weak signature</source>
        <translation>Schwache Signatur</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>The certificate is its own issuer.</source>
        <translation>Das Zertifikat ist sein eigener Aussteller.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>The certificate is its own issuer; nobody accepts it.</source>
        <translation>Das Zertifikat ist sein eigener Aussteller; niemand nimmt es an.</translation>
    </message>
    <message>
        <source>The certificate names no host; %1 was looked for.</source>
        <translation>Das Zertifikat nennt keinen Host; gesucht war %1.</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertraut</translation>
    </message>
    <message>
        <source>TLSA: %1 of %2 usable record matches</source>
        <translation>TLSA: %1 von %2 verwendbaren Record stimmt</translation>
    </message>
    <message>
        <source>TLSA: %1 of %2 usable records match</source>
        <translation>TLSA: %1 von %2 verwendbaren Records stimmen</translation>
    </message>
    <message>
        <source>MTA-STS: no record</source>
        <translation>MTA-STS: kein Record</translation>
    </message>
    <message>
        <source>MTA-STS: no policy</source>
        <translation>MTA-STS: keine Richtlinie</translation>
    </message>
    <message>
        <source>MX: %1</source>
        <translation>MX: %1</translation>
    </message>
    <message>
        <source>expired today</source>
        <translation>heute abgelaufen</translation>
    </message>
    <message>
        <source>expired yesterday</source>
        <translation>gestern abgelaufen</translation>
    </message>
    <message>
        <source>expired %1 days ago</source>
        <translation>vor %1 Tagen abgelaufen</translation>
    </message>
    <message>
        <source>expires within a day</source>
        <translation>läuft binnen eines Tages ab</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>noch 1 Tag</translation>
    </message>
    <message>
        <source>%1 days left</source>
        <translation>noch %1 Tage</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>validity unknown</source>
        <translation>Gültigkeit unbekannt</translation>
    </message>
    <message>
        <source>not valid before %1</source>
        <translation>gültig erst ab %1</translation>
    </message>
    <message>
        <source>clear text only</source>
        <translation>nur Klartext</translation>
    </message>
    <message>
        <source>no certificate</source>
        <translation>kein Zertifikat</translation>
    </message>
    <message>
        <source>self-signed</source>
        <translation>selbstsigniert</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not valid yet</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>incomplete chain</source>
        <translation>Kette unvollständig</translation>
    </message>
    <message>
        <source>untrusted root</source>
        <translation>fremde Wurzel</translation>
    </message>
    <message>
        <source>wrong name</source>
        <translation>falscher Name</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>nicht vertraut</translation>
    </message>
    <message>
        <source>But only from senders that send the name (SNI).</source>
        <translation>Aber nur von Absendern, die den Namen senden (SNI).</translation>
    </message>
    <message>
        <source>Nobody has judged %1 yet.</source>
        <translation>Noch hat niemand %1 beurteilt.</translation>
    </message>
    <message>
        <source>takes no mail</source>
        <translation>nimmt keine Mail an</translation>
    </message>
    <message>
        <source>%1 takes no mail, and says so (null MX, RFC 7505).</source>
        <translation>%1 nimmt keine Mail an und sagt es (Null-MX, RFC 7505).</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertrauenswürdig</translation>
    </message>
    <message>
        <source>The certificate is trusted, and it names %1.</source>
        <translation>Das Zertifikat ist vertrauenswürdig, und es nennt %1.</translation>
    </message>
    <message>
        <source>The certificate is trusted; no name was given to compare it with.</source>
        <translation>Das Zertifikat ist vertrauenswürdig; es wurde kein Name zum Vergleichen angegeben.</translation>
    </message>
    <message>
        <source>Clients that check certificates refuse this one: %2.</source>
        <translation>Clients, die Zertifikate prüfen, weisen dieses zurück: %2.</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted (%2), and the server is who it says it is: its certificate is trusted and names it.</source>
        <translation>Mail an %1 reist verschlüsselt (%2), und der Server ist, wer er zu sein sagt: sein Zertifikat ist vertrauenswürdig und nennt ihn.</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted (%2), and the server is who it says it is: its TLSA record proves the certificate.</source>
        <translation>Mail an %1 reist verschlüsselt (%2), und der Server ist, wer er zu sein sagt: sein TLSA-Eintrag belegt das Zertifikat.</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted (%2), and the server is who it says it is: its certificate is trusted and names it, and its TLSA record proves it.</source>
        <translation>Mail an %1 reist verschlüsselt (%2), und der Server ist, wer er zu sein sagt: sein Zertifikat ist vertrauenswürdig und nennt ihn, und sein TLSA-Eintrag belegt es.</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted, and the server is who it says it is; but somebody should look: %2.</source>
        <translation>Mail an %1 reist verschlüsselt, und der Server ist, wer er zu sein sagt; aber jemand sollte nachsehen: %2.</translation>
    </message>
    <message>
        <source>not authenticated</source>
        <translation>nicht authentifiziert</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted; senders that check certificates hold it back: %2.</source>
        <translation>Mail an %1 reist verschlüsselt; Absender, die Zertifikate prüfen, halten sie zurück: %2.</translation>
    </message>
    <message>
        <source>bogus DNS answer</source>
        <translation>gefälschte DNS-Antwort</translation>
    </message>
    <message>
        <source>clear text slipped in</source>
        <translation>untergeschobener Klartext</translation>
    </message>
    <message>
        <source>%2 octets of clear text were slipped in before the TLS of %1: the server is broken, or somebody on the way changes the dialogue.</source>
        <translation>Vor dem TLS von %1 wurden %2 Oktette Klartext untergeschoben: der Server ist fehlerhaft, oder jemand unterwegs verändert den Dialog.</translation>
    </message>
    <message>
        <source>Mail to %1 travels in clear text: the server does not offer STARTTLS.</source>
        <translation>Mail an %1 reist im Klartext: der Server bietet kein STARTTLS an.</translation>
    </message>
    <message>
        <source>STARTTLS is masked</source>
        <translation>STARTTLS ist überschrieben</translation>
    </message>
    <message>
        <source>Mail to %1 travels in clear text: something on the way overwrites STARTTLS in the server&apos;s reply.</source>
        <translation>Mail an %1 reist im Klartext: etwas unterwegs überschreibt STARTTLS in der Antwort des Servers.</translation>
    </message>
    <message>
        <source>Mail to %1 travels in clear text: the server offers STARTTLS and refuses it (“%2 %3”).</source>
        <translation>Mail an %1 reist im Klartext: der Server bietet STARTTLS an und weist es ab („%2 %3“).</translation>
    </message>
    <message>
        <source>Mail to %1 travels in clear text or not at all: %2.</source>
        <translation>Mail an %1 reist im Klartext oder gar nicht: %2.</translation>
    </message>
    <message>
        <source>TLS only with SNI</source>
        <translation>TLS nur mit SNI</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted only from senders that send its name (SNI); for the others TLS fails.</source>
        <translation>Mail an %1 reist nur von Absendern verschlüsselt, die seinen Namen senden (SNI); bei den anderen scheitert TLS.</translation>
    </message>
    <message>
        <source>TLS only without SNI</source>
        <translation>TLS nur ohne SNI</translation>
    </message>
    <message>
        <source>%1 takes no mail inside TLS: “%2 %3”.</source>
        <translation>%1 nimmt in TLS keine Mail an: „%2 %3“.</translation>
    </message>
    <message>
        <source>DANE is broken</source>
        <translation>DANE ist gebrochen</translation>
    </message>
    <message>
        <source>Senders that look at DANE hold mail to %1 back: %2.</source>
        <translation>Absender, die auf DANE achten, halten Mail an %1 zurück: %2.</translation>
    </message>
    <message>
        <source>MTA-STS is broken</source>
        <translation>MTA-STS ist gebrochen</translation>
    </message>
    <message>
        <source>Senders that keep MTA-STS policies hold mail to %1 back: %2.</source>
        <translation>Absender, die MTA-STS-Richtlinien befolgen, halten Mail an %1 zurück: %2.</translation>
    </message>
    <message>
        <source>The certificate of %1 is revoked: nobody should rely on it.</source>
        <translation>Das Zertifikat von %1 ist widerrufen: niemand sollte sich darauf verlassen.</translation>
    </message>
    <message>
        <source>TLS at once</source>
        <translation>sofort TLS</translation>
    </message>
    <message>
        <source>What mail to %1 meets could not be told: %2.</source>
        <translation>Was Mail an %1 antrifft, war nicht festzustellen: %2.</translation>
    </message>
    <message>
        <source>no TLS at once</source>
        <translation>kein sofortiges TLS</translation>
    </message>
    <message>
        <source>refuses this client</source>
        <translation>weist diesen Client ab</translation>
    </message>
    <message>
        <source>Whether mail to %1 travels encrypted could not be told: the server refuses this client (“%2 %3”).</source>
        <translation>Ob Mail an %1 verschlüsselt reist, war nicht festzustellen: der Server weist diesen Client ab („%2 %3“).</translation>
    </message>
    <message>
        <source>turns this client away</source>
        <translation>vertröstet diesen Client</translation>
    </message>
    <message>
        <source>Whether mail to %1 travels encrypted could not be told: the server turns this client away for now (“%2 %3”).</source>
        <translation>Ob Mail an %1 verschlüsselt reist, war nicht festzustellen: der Server vertröstet diesen Client („%2 %3“).</translation>
    </message>
    <message>
        <source>handshake broken off here</source>
        <translation>Handshake hier abgebrochen</translation>
    </message>
    <message>
        <source>Whether mail to %1 travels encrypted could not be told: %2.</source>
        <translation>Ob Mail an %1 verschlüsselt reist, war nicht festzustellen: %2.</translation>
    </message>
    <message>
        <source>a promise could not be checked</source>
        <translation>ein Versprechen war nicht zu prüfen</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted; whether every sender delivers could not be told: %2.</source>
        <translation>Mail an %1 reist verschlüsselt; ob jeder Absender zustellt, war nicht festzustellen: %2.</translation>
    </message>
    <message>
        <source>could not be told</source>
        <translation>nicht festzustellen</translation>
    </message>
    <message>
        <source>The server refuses EHLO and takes HELO, and without EHLO there is no STARTTLS.</source>
        <translation>Der Server weist EHLO ab und nimmt HELO an, und ohne EHLO gibt es kein STARTTLS.</translation>
    </message>
    <message>
        <source>no alert was sent</source>
        <translation>kein Alert wurde gesendet</translation>
    </message>
    <message>
        <source>alert %1</source>
        <translation>Alert %1</translation>
    </message>
    <message>
        <source>further connection, %1: the same certificate, and it ends otherwise</source>
        <translation>weitere Verbindung, %1: dasselbe Zertifikat, und sie endet anders</translation>
    </message>
    <message>
        <source>no greeting came: a TLS handshake is tried on a second connection</source>
        <translation>keine Begrüßung kam: auf einer zweiten Verbindung wird ein TLS-Handshake versucht</translation>
    </message>
    <message>
        <source>the server speaks TLS at once on this port</source>
        <translation>der Server spricht auf diesem Port sofort TLS</translation>
    </message>
    <message>
        <source>the server does not speak TLS at once either</source>
        <translation>der Server spricht auch nicht sofort TLS</translation>
    </message>
    <message>
        <source>further connection, %1: the server takes no second connection beside the first; asked again behind it</source>
        <translation>weitere Verbindung, %1: der Server nimmt neben der ersten keine zweite an; hinterher noch einmal gefragt</translation>
    </message>
    <message>
        <source>TLS ended before the first reply inside it</source>
        <translation>TLS endete vor der ersten Antwort darin</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>the resolver did not answer in time</source>
        <translation>der Resolver hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>the resolver failed (SERVFAIL) for %1</source>
        <translation>der Resolver scheiterte (SERVFAIL) bei %1</translation>
    </message>
    <message>
        <source>the resolver refused to answer for %1</source>
        <translation>der Resolver verweigerte die Antwort zu %1</translation>
    </message>
    <message>
        <source>%1 has no address</source>
        <translation>%1 hat keine Adresse</translation>
    </message>
    <message>
        <source>the host has no IPv4 address</source>
        <translation>der Host hat keine IPv4-Adresse</translation>
    </message>
    <message>
        <source>the host has no IPv6 address</source>
        <translation>der Host hat keine IPv6-Adresse</translation>
    </message>
    <message>
        <source>the MX record names the root, which is no host</source>
        <translation>der MX-Eintrag nennt die Wurzel, die kein Host ist</translation>
    </message>
    <message>
        <source>the MX record holds the address %1 where a host name belongs (RFC 5321 §5.1)</source>
        <translation>im MX-Eintrag steht die Adresse %1, wo ein Hostname hingehört (RFC 5321 §5.1)</translation>
    </message>
    <message>
        <source>the MX record names %1, which is no host name</source>
        <translation>der MX-Eintrag nennt %1, was kein Hostname ist</translation>
    </message>
    <message>
        <source>the answer for %1 is bogus</source>
        <translation>die Antwort zu %1 hat ungültige Signaturen</translation>
    </message>
    <message>
        <source>the response cannot be read</source>
        <translation>die Antwort ist nicht lesbar</translation>
    </message>
    <message>
        <source>it speaks of another certificate</source>
        <translation>sie handelt von einem anderen Zertifikat</translation>
    </message>
    <message>
        <source>the certificate&apos;s issuer is not known</source>
        <translation>der Aussteller des Zertifikats ist nicht bekannt</translation>
    </message>
    <message>
        <source>its signature does not verify</source>
        <translation>ihre Signatur stimmt nicht</translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation>sie gilt noch nicht</translation>
    </message>
    <message>
        <source>it is out of date</source>
        <translation>sie ist veraltet</translation>
    </message>
    <message>
        <source>the responder does not know the certificate</source>
        <translation>der OCSP-Dienst kennt das Zertifikat nicht</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>der Speicher reicht nicht</translation>
    </message>
    <message>
        <source>data behind the certificate</source>
        <translation>Daten hinter dem Zertifikat</translation>
    </message>
    <message>
        <source>it is longer than %1 MiB</source>
        <translation>sie ist länger als %1 MiB</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>there is no CERTIFICATE block in it</source>
        <translation>sie enthält keinen CERTIFICATE-Block</translation>
    </message>
    <message>
        <source>PEM block %1 cannot be read</source>
        <translation>PEM-Block %1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>it is neither PEM nor one certificate in DER</source>
        <translation>es ist weder PEM noch ein Zertifikat in DER</translation>
    </message>
    <message>
        <source>not every line is a DS or DNSKEY record</source>
        <translation>nicht jede Zeile ist ein DS- oder DNSKEY-Eintrag</translation>
    </message>
    <message>
        <source>MTA-STS: unknown, the lookup failed</source>
        <translation>MTA-STS: unbekannt, die Abfrage scheiterte</translation>
    </message>
    <message>
        <source>By the common name only</source>
        <translation>Nur im Common Name</translation>
    </message>
    <message>
        <source>%1 stands only in the common name (%2): Postfix, Exim and OpenSSL take it, clients by RFC 9525 refuse it.</source>
        <translation>%1 steht nur im Common Name (%2): Postfix, Exim und OpenSSL nehmen das an, Clients nach RFC 9525 lehnen es ab.</translation>
    </message>
    <message>
        <source>Matches for some</source>
        <translation>Passt für manche</translation>
    </message>
    <message>
        <source>%1 by %2, which OpenSSL, and Postfix with it, refuses.</source>
        <translation>%1 durch %2, was OpenSSL und damit Postfix ablehnt.</translation>
    </message>
    <message>
        <source>The answer for its address is bogus</source>
        <translation>Signaturen seiner Adresse ungültig</translation>
    </message>
    <message>
        <source>The TLSA answer fails DNSSEC validation: senders that apply DANE hold mail back.</source>
        <translation>Die TLSA-Antwort besteht die DNSSEC-Prüfung nicht: Absender, die DANE anwenden, halten Mail zurück.</translation>
    </message>
    <message>
        <source>the wildcard covers a whole top-level domain: OpenSSL, and Postfix with it, refuses that</source>
        <translation>der Wildcard-Name deckt eine ganze Top-Level-Domain ab: OpenSSL und damit Postfix lehnt das ab</translation>
    </message>
    <message>
        <source>the common name, taken by Postfix, OpenSSL and GnuTLS where no DNS name is there, and never by RFC 9525</source>
        <translation>der Common Name: Postfix, OpenSSL und GnuTLS nehmen ihn, wo kein DNS-Name da ist, nach RFC 9525 zählt er nie</translation>
    </message>
    <message>
        <source>“%1”: behind \# stand the number of octets and exactly as many, as in \# 35 0301… (RFC 3597).</source>
        <translation>„%1“: Hinter \# stehen die Anzahl der Oktette und genau so viele, wie in \# 35 0301… (RFC 3597).</translation>
    </message>
    <message>
        <source>Senders that validate the DNS hold mail to %1 back: %2.</source>
        <translation>Absender, die das DNS prüfen, halten Mail an %1 zurück: %2.</translation>
    </message>
    <message>
        <source>the answer is no HTTP</source>
        <translation>die Antwort ist kein HTTP</translation>
    </message>
    <message>
        <source>the connection was closed before the whole answer had come</source>
        <translation>die Verbindung wurde geschlossen, bevor die ganze Antwort da war</translation>
    </message>
    <message>
        <source>in a way of its own: %1</source>
        <translation>auf eigene Weise: %1</translation>
    </message>
    <message>
        <source>could not be asked</source>
        <translation>konnte nicht gefragt werden</translation>
    </message>
    <message>
        <source>trusts this chain</source>
        <translation>vertraut dieser Kette</translation>
    </message>
    <message>
        <source>does not trust this chain</source>
        <translation>vertraut dieser Kette nicht</translation>
    </message>
    <message>
        <source>OpenSSL%1 (Postfix, Sendmail)</source>
        <translation>OpenSSL%1 (Postfix, Sendmail)</translation>
    </message>
    <message>
        <source>GnuTLS%1 (Debian&apos;s Exim, msmtp)</source>
        <translation>GnuTLS%1 (Debians Exim, msmtp)</translation>
    </message>
    <message>
        <source>the copy in the trust store</source>
        <translation>das Exemplar im Vertrauensspeicher</translation>
    </message>
    <message>
        <source>the copy that the server sends</source>
        <translation>das vom Server gesendete Exemplar</translation>
    </message>
    <message>
        <source>A CA comes first</source>
        <translation>Eine CA steht vorn</translation>
    </message>
    <message>
        <source>Chain expired</source>
        <translation>Kette abgelaufen</translation>
    </message>
    <message>
        <source>Root in the store expired</source>
        <translation>Wurzel im Speicher abgelaufen</translation>
    </message>
    <message>
        <source>Name excluded by its CA</source>
        <translation>Name von der CA ausgeschlossen</translation>
    </message>
    <message>
        <source>Name not permitted by its CA</source>
        <translation>Name der CA nicht erlaubt</translation>
    </message>
    <message>
        <source>Unknown critical extension</source>
        <translation>Unbekannte kritische Erweiterung</translation>
    </message>
    <message>
        <source>Path not found by OpenSSL</source>
        <translation>Pfad von OpenSSL nicht gefunden</translation>
    </message>
    <message>
        <source>Issuer unknown</source>
        <translation>Aussteller unbekannt</translation>
    </message>
    <message>
        <source>Issuer does not fit</source>
        <translation>Aussteller passt nicht</translation>
    </message>
    <message>
        <source>Staple missing</source>
        <translation>Angeheftete Antwort fehlt</translation>
    </message>
    <message>
        <source>Extensions in version 1</source>
        <translation>Erweiterungen in Version 1</translation>
    </message>
    <message>
        <source>[… %1 octets cut]</source>
        <translation>[… %1 Oktette abgeschnitten]</translation>
    </message>
    <message>
        <source>none in clear text; what is offered inside TLS was not seen</source>
        <translation>keiner im Klartext; was in TLS angeboten wird, wurde nicht gesehen</translation>
    </message>
    <message>
        <source>But only from senders that send no name (SNI).</source>
        <translation>Aber nur von Absendern, die keinen Namen senden (SNI).</translation>
    </message>
    <message>
        <source>But not everything is well: see above.</source>
        <translation>Aber nicht alles ist in Ordnung: siehe oben.</translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Nicht verglichen</translation>
    </message>
    <message>
        <source>The first certificate is not the server&apos;s own.</source>
        <translation>Das erste Zertifikat ist nicht das des Servers.</translation>
    </message>
    <message>
        <source>Wildcard excluded by its CA</source>
        <translation>Platzhalter von der CA ausgeschlossen</translation>
    </message>
    <message>
        <source>trusted by DANE</source>
        <translation>durch DANE vertrauenswürdig</translation>
    </message>
    <message>
        <source>A TLSA record proves the certificate of %1; clients that ask a CA refuse it.</source>
        <translation>Ein TLSA-Eintrag belegt das Zertifikat von %1; Clients, die eine CA fragen, weisen es zurück.</translation>
    </message>
    <message>
        <source>The certificate is trusted, and it names %1; but somebody should look: %2.</source>
        <translation>Das Zertifikat ist vertrauenswürdig, und es nennt %1; aber jemand sollte nachsehen: %2.</translation>
    </message>
    <message>
        <source>mail is held back</source>
        <translation>Mail wird zurückgehalten</translation>
    </message>
    <message>
        <source>TLS with %1 comes up, and mail does not arrive: %2.</source>
        <translation>TLS mit %1 kommt zustande, und Mail kommt nicht an: %2.</translation>
    </message>
    <message>
        <source>mail is held back without SNI</source>
        <translation>Mail wird ohne SNI zurückgehalten</translation>
    </message>
    <message>
        <source>Mail to %1 arrives encrypted only from senders that send its name (SNI); with the others: %2.</source>
        <translation>Mail an %1 kommt verschlüsselt nur von Absendern an, die seinen Namen senden (SNI); bei den anderen: %2.</translation>
    </message>
    <message>
        <source>Who expects TLS at once on this port of %1 gets none: %2.</source>
        <translation>Wer auf diesem Port von %1 sofort TLS erwartet, bekommt keines: %2.</translation>
    </message>
    <message>
        <source>turned away inside TLS</source>
        <translation>in TLS abgewiesen</translation>
    </message>
    <message>
        <source>TLS with %1 comes up; what becomes of mail could not be told, for the server says “%2 %3”.</source>
        <translation>TLS mit %1 kommt zustande; was aus Mail wird, war nicht festzustellen, denn der Server sagt „%2 %3“.</translation>
    </message>
    <message>
        <source>TLS with %1 comes up; what becomes of mail could not be told: %2.</source>
        <translation>TLS mit %1 kommt zustande; was aus Mail wird, war nicht festzustellen: %2.</translation>
    </message>
    <message>
        <source>could not be told without SNI</source>
        <translation>ohne SNI nicht festzustellen</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted from senders that send its name (SNI); for the others it could not be told: %2.</source>
        <translation>Mail an %1 reist verschlüsselt von Absendern, die seinen Namen senden (SNI); für die anderen war es nicht festzustellen: %2.</translation>
    </message>
    <message>
        <source>The server turns this client away for now.</source>
        <translation>Der Server vertröstet diesen Client.</translation>
    </message>
    <message>
        <source>Mail to %1 travels encrypted only from senders that send no name (SNI); the others do not get through.</source>
        <translation>Mail an %1 reist nur von Absendern verschlüsselt, die keinen Namen senden (SNI); die anderen kommen nicht durch.</translation>
    </message>
    <message>
        <source>The server&apos;s EHLO reply does not list STARTTLS; on another connection it did.</source>
        <translation>Die EHLO-Antwort des Servers nennt kein STARTTLS; auf einer anderen Verbindung nannte sie es.</translation>
    </message>
</context>
</TS>
