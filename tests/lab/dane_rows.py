"""The DANE lab's rows: one mail domain each below lab.zz, with a Postfix of its own behind its MX host, and what every
kind of sender is expected to do with it. Levels at which posttls-finger is no oracle are listed with the reason."""

import dataclasses
import typing

ZONE = "lab.zz"
UNSIGNED = "plain.lab.zz"
BROKEN = "broken.lab.zz"

INSECURE_MX = "it takes an insecure MX record for good (-M dane), which a Postfix at dane-only by default does not"
FALLS_BACK = "without usable records it judges by secure, where a Postfix delivers as may (dane) or defers (dane-only)"
RAW_KEY = "it takes a raw public key (RFC 7250), against which OpenSSL holds every record, also of a weaker digest"


@dataclasses.dataclass
class Row:
    """`tlsa`: usage, selector and matching type, and whose value. `mx` and `cname` name a host; {row} stands for the
    row's name. The records stand at the MX host, or `at_end` of its alias."""
    name: str
    tlsa: tuple = ()
    delivery: dict = dataclasses.field(default_factory=dict)
    codes: dict = dataclasses.field(default_factory=dict)  # policy: its deciding fact
    certificate: dict = dataclasses.field(default_factory=dict)
    options: list = dataclasses.field(default_factory=list)
    second: typing.Optional[dict] = None  # a further certificate, of another kind of key
    zone: str = ZONE          # of the mail domain
    mx: str = ""              # what the MX record names; default: mx.DOMAIN
    cname: str = ""           # where the MX host's alias leads
    at_end: bool = False
    apart: bool = False       # the records in a zone of their own, which is broken
    no_oracle: dict = dataclasses.field(default_factory=dict)
    fails: tuple = ()         # (number of a type, how): what the resolver does for it at the host, see zones.Front
    by_certificate: str = ""  # why it is no oracle where it saw no certificate but a key (Postfix 3.9 and later)
    extra: typing.Optional[typing.Callable] = None

    @property
    def domain(self):
        return f"{self.name}.{self.zone}"

    @property
    def host(self):
        return self.mx.format(row=self.name) or f"mx.{self.domain}"

    @property
    def end(self):
        return self.cname.format(row=self.name) or self.host

    @property
    def base(self):
        return self.end if self.at_end else self.host


def both(delivery):
    return {"dane": delivery, "dane-only": delivery}


def decided(code):
    return {"dane": code, "dane-only": code}


def another_kind(outcome):
    """What a client that takes RSA only is shown, and whether DANE has another outcome there."""
    def extra(lab, row, one, shown):
        lab.expect("variants", [(other["sni"], other["keyType"]) for other in one["variants"]], [(True, "RSA")], shown)
        leaf = one["variants"][0]["chain"]["sent"][0]["sha256"]
        lab.expect("its certificate", leaf, lab.pki.sha256(f"{row.name}-second"), shown)
        for verdict in one["verdicts"]:
            found = [finding["args"] for finding in verdict["because"] if finding["code"] == "variant-differs"]
            is_dane = verdict["policy"] in ("dane", "dane-only")
            lab.expect(f"another outcome under {verdict['policy']}", found,
                       [["RSA", outcome]] if outcome and is_dane else [], shown)
    return extra


NO_RECORDS = {"delivery": {"dane": "encrypted", "dane-only": "deferred"},
              "no_oracle": {"dane": FALLS_BACK, "dane-only": FALLS_BACK}}
SELF_SIGNED = {"issuer": None, "send": ()}
GOOD = both("authenticated")
HELD = both("deferred")
NOBODY = {"opportunistic": "deferred", "encrypt": "deferred", "webpki": "deferred", "secure": "deferred"}

TABLE = [
    Row("ee-key", [("3 1 1", "leaf")], GOOD, decided("tlsa-match")),
    Row("ee-key-self-signed", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"), SELF_SIGNED),
    Row("ee-certificate-sha512", [("3 0 2", "leaf")], GOOD, decided("tlsa-match")),
    Row("ee-whole-key", [("3 1 0", "leaf")], GOOD, decided("tlsa-match")),
    Row("ta-key", [("2 1 1", "intermediate")], GOOD, decided("tlsa-match")),
    Row("ta-root-sent", [("2 0 1", "root")], GOOD, decided("tlsa-match"), {"send": ("intermediate", "root")}),
    Row("ta-whole-root-not-sent", [("2 0 0", "root")], GOOD, decided("tlsa-match")),
    Row("one-of-two", [("3 1 1", "wrong"), ("3 1 1", "leaf")], GOOD, decided("tlsa-match")),
    Row("ee-beside-ta-not-sent", [("2 0 1", "root"), ("3 1 1", "leaf")], GOOD, decided("tlsa-match")),
    Row("unusable-beside-good", [("1 1 1", "wrong"), ("3 1 1", "leaf")], GOOD, decided("tlsa-match")),
    Row("two-kinds-one-record", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"), second={"kind": "RSA"},
        extra=another_kind("deferred")),
    Row("two-kinds-two-records", [("3 1 1", "leaf"), ("3 1 1", "second")], GOOD, decided("tlsa-match"),
        second={"kind": "RSA"}, extra=another_kind(None)),
    Row("none-matches", [("3 1 1", "wrong"), ("2 1 1", "wrong")], HELD, decided("tlsa-mismatch")),
    Row("ta-not-sent", [("2 0 1", "root")], HELD, decided("tlsa-ta-not-sent")),
    Row("weaker-digest-matches", [("3 1 1", "leaf"), ("3 1 2", "wrong")], HELD, decided("tlsa-mismatch"),
        by_certificate=RAW_KEY),
    Row("unusable-only", [("1 1 1", "leaf"), ("0 0 1", "root")], **NO_RECORDS, codes=decided("tlsa-unusable")),
    Row("ee-expired", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"), {"days": (-90, -1)}),
    Row("ee-other-name", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"), {"host": "other.example"}),
    Row("ta-expired", [("2 1 1", "intermediate")], HELD, decided("expired"), {"days": (-90, -1)}),
    Row("ta-other-name", [("2 1 1", "intermediate")], HELD, decided("name-mismatch"), {"host": "other.example"}),
    Row("ta-names-next-hop", [("2 1 1", "intermediate")], GOOD, decided("tlsa-match"),
        {"host": "ta-names-next-hop.lab.zz"}),
    Row("no-starttls", [("3 1 1", "leaf")], HELD | {"opportunistic": "cleartext"}, decided("starttls-not-offered"),
        options=["smtpd_tls_security_level = none"]),
    Row("no-records", (), **NO_RECORDS, codes=decided("tlsa-none")),
    Row("insecure-zone", [("3 1 1", "leaf")], zone=UNSIGNED, **NO_RECORDS, codes=decided("tlsa-insecure")),
    Row("insecure-host", [("3 1 1", "leaf")], mx="mx.{row}.plain.lab.zz", **NO_RECORDS,
        codes=decided("tlsa-insecure")),
    Row("insecure-mx", [("3 1 1", "leaf")], {"dane": "encrypted", "dane-only": "deferred"},
        {"dane": "tlsa-match", "dane-only": "domain-unsigned"}, zone=UNSIGNED, mx="mx.{row}.lab.zz",
        no_oracle={"dane-only": INSECURE_MX}),
    Row("insecure-mx-none-matches", [("3 1 1", "wrong")], HELD, {"dane": "tlsa-mismatch"}, zone=UNSIGNED,
        mx="mx.{row}.lab.zz"),
    Row("bogus-tlsa", [("3 1 1", "leaf")], HELD, decided("tlsa-bogus"), apart=True),
    Row("bogus-mx", [("3 1 1", "leaf")], HELD | NOBODY, decided("mx-bogus") | {"opportunistic": "mx-bogus"},
        zone=BROKEN),
    Row("aaaa-servfail", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"), fails=(28, "servfail")),
    Row("aaaa-refused", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"), fails=(28, "refused")),
    Row("tlsa-servfail", [("3 1 1", "leaf")], HELD, decided("tlsa-lookup-failed"), fails=(52, "servfail")),
    Row("tlsa-servfail-insecure-host", [("3 1 1", "leaf")], zone=UNSIGNED, **NO_RECORDS,
        codes=decided("tlsa-insecure"), fails=(52, "servfail")),
    Row("ta-common-name", [("2 1 1", "intermediate")], GOOD | {"secure": "authenticated"}, decided("tlsa-match"),
        {"san": False}),
    Row("ta-common-name-of-another", [("2 1 1", "intermediate")], HELD, decided("name-mismatch"),
        {"san": False, "host": "other.example"}),
    Row("ta-common-name-beside-another", [("2 1 1", "intermediate")], HELD, decided("name-mismatch"),
        {"common_name": "mx.ta-common-name-beside-another.lab.zz", "host": "other.example"}),
    Row("wildcard-of-next-hop", [("3 1 1", "leaf")], GOOD | {"secure": "authenticated"}, decided("tlsa-match"),
        {"host": "*.wildcard-of-next-hop.lab.zz"}),
    Row("alias-records-at-its-end", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"), at_end=True,
        cname="box.{row}.lab.zz"),
    Row("alias-records-at-itself", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"),
        cname="box.{row}.lab.zz"),
    Row("alias-into-unsigned-zone", [("3 1 1", "leaf")], GOOD, decided("tlsa-match"),
        cname="{row}.plain.lab.zz"),
    Row("alias-into-unsigned-zone-none-matches", [("3 1 1", "wrong")], HELD, decided("tlsa-mismatch"),
        cname="{row}.plain.lab.zz"),
]
