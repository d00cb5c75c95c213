"""The sender lab's rows: a mail domain each, the server behind its MX host, and where a real sender does something else
than Mailseal says of its class, what and why."""

import dataclasses
import ssl
import typing

import dane_rows
import rows
from oddservers import Manner

ZONE = dane_rows.ZONE
HOST_OF_ROWS = rows.HOST


@dataclasses.dataclass
class Row(dane_rows.Row):
    """`server`: who stands behind the MX host. `differs`: sender: what it does, why Mailseal says
    otherwise, and where it is not every release's, whose."""
    server: typing.Union[str, Manner] = "postfix"
    program: str = "smtpd"
    sni: typing.Optional[dict] = None
    no_address: bool = False
    no_domain: bool = False
    literal: bool = False      # the senders are told the address, not a domain
    needs: tuple = ()          # authorities of the lab's own making
    ask: tuple = ()            # options of Mailseal's
    differs: dict = dataclasses.field(default_factory=dict)

    @property
    def records(self):
        return not (self.literal or self.no_domain)


NOT_ASKED = "whether a server that lets TLS fail takes mail in clear text is not asked: clear text, if it takes it"
NO_SNI = {"verify": ("deferred", "Postfix sends no SNI unless smtp_tls_servername says so; webpki is judged with it")}
UNSEEN = "our OpenSSL breaks the handshake off as Postfix's does, so the certificate is not seen"
NEXT_HOP = "Exim compares a certificate with the MX host's name and not with the domain's (RFC 7672 §3.2.2 has both)"
NEWER = "Debian 13"
RESET = "aiosmtpd closes with the client's EHLO unread, and Exim may see the reset in place of the alert"
DIFFERS = {
    "dane-weaker-digest-matches": dict.fromkeys(("dane", "dane-only"), ("authenticated", dane_rows.RAW_KEY, NEWER)),
    "aiosmtpd-client-certificate": {"exim": ("deferred", RESET, "whoever is slower")},
    "sni-map": NO_SNI, "exim-sni": NO_SNI,
    "demands-tls-handshake-fails": dict.fromkeys(("may", "dane", "exim"), ("refused", NOT_ASKED)),
    "tls-1.2-without-rfc-5746-tlsa": {"exim": ("authenticated", UNSEEN)},
    "dane-ta-names-next-hop": {"exim": ("deferred", NEXT_HOP)},
}


def of_lab(row):
    """A row of the lab, behind an MX host of its own."""
    def renamed(options):
        return options and {key: f"mx.{row.name}.{ZONE}" if value == HOST_OF_ROWS else value
                            for key, value in options.items()}
    certificates = [renamed(one) for one in row.certificates or []]
    return Row(row.name, certificate=certificates[0] if certificates else None, options=row.options,
               second=certificates[1] if len(certificates) > 1 else None, server=row.server, program=row.program,
               sni=renamed(row.sni))


def of_dane_lab(row):
    inherited = {field.name: getattr(row, field.name) for field in dataclasses.fields(dane_rows.Row)}
    return Row(**inherited | {"name": f"dane-{row.name}", "delivery": {}, "no_oracle": {}, "extra": None,
                              "certificate": {key: value.replace(row.domain, f"dane-{row.domain}")
                                              if isinstance(value, str) else value
                                              for key, value in row.certificate.items()}})


TLS11 = (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1)
LEGACY = "NORMAL:-VERS-ALL:+VERS-TLS1.2:%DISABLE_SAFE_RENEGOTIATION"
CLIENT_CERTIFICATE = Manner(wants_certificate=True)

ODD = [
    Row("odd-in-order", server=Manner()),
    Row("closes-behind-handshake", server=Manner(handshake="closes")),
    Row("handshake-stalls", server=Manner(handshake="stalls"), ask=("--no-variants",)),
    Row("handshake-garbage", server=Manner(handshake="garbage")),
    Row("greeting-inside-tls", server=Manner(speaks_first=b"220 odd.lab.zz ESMTP once more\r\n")),
    Row("second-greeting", server=Manner(greeting=b"220 odd.lab.zz ESMTP\r\n220 odd.lab.zz again\r\n")),
    Row("greeting-554-closes", server=Manner(greeting=b"554 5.7.1 no service for you\r\n")),
    Row("refuses-inside-tls", server=Manner(every_reply=b"554 5.7.1 Error: not by this certificate\r\n")),
    Row("refuses-inside-tls-for-now", server=Manner(every_reply=b"450 4.7.0 Error: come back\r\n")),
    Row("helo-refused", server=Manner(ehlo=b"550 5.7.1 no\r\n", helo=b"550 5.7.1 no\r\n")),
    Row("helo-only", server=Manner(ehlo=b"502 5.5.1 what\r\n")),
    Row("helo-only-inside-tls", server=Manner(inside=b"502 5.5.1 what\r\n")),
    Row("starttls-502", server=Manner(starttls=b"502 5.5.1 not implemented\r\n")),
    Row("starttls-454", server=Manner(starttls=b"454 4.7.0 TLS not available\r\n")),
    Row("clear-text-behind-220", server=Manner(starttls=b"220 2.0.0 go ahead\r\n250 2.0.0 injected\r\n")),
    Row("keyword-lower-case", server=Manner(ehlo=b"250-odd.lab.zz\r\n250-size 1000000\r\n250 starttls\r\n")),
    Row("starttls-in-first-line", server=Manner(ehlo=b"250 STARTTLS\r\n")),
    Row("starttls-with-equals", server=Manner(ehlo=b"250-odd.lab.zz\r\n250 STARTTLS=1\r\n")),
    Row("blank-line-before-ehlo", server=Manner(ehlo=b"\r\n250-odd.lab.zz\r\n250 STARTTLS\r\n")),
    Row("blank-line-behind-greeting", server=Manner(greeting=b"220 odd.lab.zz ESMTP\r\n\r\n")),
    Row("tls-1.1-only", server=Manner(versions=TLS11)),
    Row("tls-1.2-without-rfc-5746", server=Manner(handshake="gnutls", priority=LEGACY)),
    Row("tls-1.2-signed-with-sha1", certificate={"kind": "RSA"}, server=Manner(
        handshake="gnutls", priority="NORMAL:-VERS-ALL:+VERS-TLS1.2:-SIGN-ALL:+SIGN-RSA-SHA1")),
    Row("sha1-intermediate", certificate={"issuer": "sha1", "send": ("sha1",)}, server=Manner(), needs=("sha1",)),
    Row("sha1-leaf", certificate={"digest": "sha1"}, server=Manner()),
    Row("rsa-1024", certificate={"kind": "RSA:1024"}, server=Manner()),
    Row("rsa-768", certificate={"kind": "RSA:768"}, server=Manner()),
    Row("sha1-leaf-ta", certificate={"digest": "sha1"}, tlsa=[("2 1 1", "intermediate")], server=Manner()),
    Row("chain-of-nine", certificate={"issuer": "deep9", "send": "deep9"}, server=Manner(), needs=("deep",)),
    Row("chain-of-ten", certificate={"issuer": "deep10", "send": "deep10"}, server=Manner(), needs=("deep",)),
    Row("chain-of-twelve-ta", certificate={"issuer": "deep12", "send": "deep12"}, tlsa=[("2 1 1", "deep1")],
        server=Manner(), needs=("deep",)),
    Row("chain-of-twelve", certificate={"issuer": "deep12", "send": "deep12"}, server=Manner(), needs=("deep",)),
    Row("address-in-certificate", certificate={"san": "IP:{address}"}, server=Manner(), literal=True),
    Row("name-for-address", server=Manner(), literal=True),
    Row("common-name-only", certificate={"san": ""}, server=Manner()),
    Row("common-name-only-ta", certificate={"san": ""}, tlsa=[("2 1 1", "intermediate")], server=Manner()),
    Row("client-certificate", server=CLIENT_CERTIFICATE),
    Row("client-certificate-tls-1.2", server=Manner(wants_certificate=True, versions=(
        ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2))),
    Row("demands-tls", server=Manner(demands_tls=True)),
    Row("demands-tls-handshake-fails", server=Manner(demands_tls=True, handshake="garbage")),
    Row("no-such-domain", no_domain=True),
    Row("no-such-mx-host", mx="nobody.{row}.lab.zz", no_address=True),
    Row("mx-without-address", no_address=True),
]
# Servers of other stacks; GnuTLS's and Python's own TLS stand behind the odd servers as well.
STACKS = [Row("stunnel", server="stunnel"), Row("nginx-mail-proxy", server="nginx"),
          Row("chasquid-go", server="chasquid"), Row("aiosmtpd", server="aiosmtpd"),
          Row("aiosmtpd-tlsa", server="aiosmtpd", tlsa=[("3 1 1", "leaf")]),
          Row("aiosmtpd-client-certificate", server="aiosmtpd-client-certificate"),
          Row("gnutls", server=Manner(handshake="gnutls")),
          Row("gnutls-tls-1.2", server=Manner(handshake="gnutls", priority="NORMAL:-VERS-ALL:+VERS-TLS1.2")),
          Row("gnutls-self-signed", certificate={"issuer": None, "send": ()}, server=Manner(handshake="gnutls"))]


def with_tlsa(name, record=("3 1 1", "leaf")):
    """The same server, and a TLSA record of its key that counts."""
    row = next(one for one in ODD if one.name == name)
    return dataclasses.replace(row, name=f"{name}-tlsa", tlsa=[record])


PROMISED = [with_tlsa(name) for name in (
    "closes-behind-handshake", "handshake-stalls", "handshake-garbage", "greeting-inside-tls", "second-greeting",
    "refuses-inside-tls", "starttls-502", "starttls-454", "clear-text-behind-220", "keyword-lower-case",
    "starttls-with-equals", "blank-line-before-ehlo", "blank-line-behind-greeting", "greeting-554-closes",
    "tls-1.1-only", "tls-1.2-without-rfc-5746", "rsa-1024")]

TABLE = [*ODD, *STACKS, *PROMISED, *(of_lab(row) for row in rows.TABLE if not row.wrapped),
         *(of_dane_lab(row) for row in dane_rows.TABLE)]
for row in TABLE:
    row.differs = DIFFERS.get(row.name, {})
