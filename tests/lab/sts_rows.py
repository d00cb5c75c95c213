"""The rows of the MTA-STS lab: one mail domain each, with its record, its policy host and the server behind its MX."""

import dataclasses
import typing

from policyhost import Answer

ZONE = "lab.zz"
INNER = f"in.{ZONE}"  # what "*.in.lab.zz" is about
SOUND_HOSTS = [f"mx.{INNER}", f"a.b.{INNER}", INNER, f"mail.{INNER}.evil.{ZONE}"]
# The server behind an MX record, by name: the options of its certificate, null where it offers no STARTTLS.
SERVERS = {
    "sound": {"host": SOUND_HOSTS[0], "names": SOUND_HOSTS[1:]},
    "self-signed": {"host": SOUND_HOSTS[0], "issuer": None, "send": ()},
    "expired": {"host": SOUND_HOSTS[0], "days": (-90, -1)},
    "other-name": {"host": f"elsewhere.{ZONE}"},
    "no-starttls": None,
}


def policy(mode="enforce", mx=f"mx.{INNER}", max_age="2419200", end="\n"):
    return end.join(["version: STSv1", f"mode: {mode}", f"mx: {mx}", f"max_age: {max_age}", ""]).encode()


@dataclasses.dataclass
class Row:
    name: str
    answer: Answer = dataclasses.field(default_factory=lambda: Answer(policy()))
    records: tuple = ("v=STSv1; id=20261125;",)
    certificate: dict = dataclasses.field(default_factory=dict)  # of the policy host, where it differs
    mx: str = SOUND_HOSTS[0]
    server: str = "sound"
    way: str = "tls"  # or "plain", "closed" (nothing listens), "dns" (the zone has no such host)
    act: str = "mta-sts"
    options: tuple = ()
    # what must follow
    standing: str = "not-applicable"
    delivery: str = "encrypted"
    deciding: str = "sts-fetch-failed"
    result: typing.Optional[str] = None
    fetch: str = "ok"
    end: str = "completed"
    mode: typing.Optional[str] = None
    matches: typing.Optional[bool] = None
    matches_any: typing.Optional[bool] = None
    lines: dict = dataclasses.field(default_factory=dict)  # line → code of the problem there
    codes: tuple = ()  # further codes, of the verdict or of what was found
    requests: int = 1


def kept(name, **more):
    """The policy counts and everything is as it asks."""
    return Row(name, **{"standing": "satisfied", "delivery": "authenticated", "deciding": "chain-and-name-fine",
                        "mode": "enforce", "matches": True, "matches_any": True} | more)


def held(name, deciding, result, **more):
    """The policy counts and the server is not as it asks."""
    return Row(name, **{"standing": "violated", "delivery": "deferred", "deciding": deciding, "result": result,
                        "mode": "enforce", "matches": True, "matches_any": True,
                        "end": "quit-after-handshake"} | more)


def unfetched(name, fetch, result="sts-policy-fetch-error", **more):
    return Row(name, **{"fetch": fetch, "result": result, "codes": ("sts-older-policy-cached",)} | more)


def invalid(name, body, lines, **more):
    return Row(name, **{"answer": Answer(body), "lines": lines, "deciding": "sts-policy-invalid",
                        "result": "sts-policy-invalid", "codes": ("sts-older-policy-cached",)} | more)


def unasked(name, records, deciding, **more):
    return Row(name, records=records, deciding=deciding, fetch="not-tried", requests=0,
               codes=("sts-older-policy-cached",), **more)


def mismatch(name, mx, pattern, **more):
    return held(name, "sts-mx-mismatch", "validation-failure", mx=mx, answer=Answer(policy(mx=pattern)),
                **{"matches": False, "codes": ("sts-any-pattern-differs",)} | more)


WILDCARD = f"*.{INNER}"
TESTING = Answer(policy("testing"))

TABLE = [
    # the policy and the server as they should be
    kept("enforce"),
    kept("crlf", answer=Answer(policy(end="\r\n"))),
    kept("slowly", answer=Answer(policy(), how="slowly")),
    kept("content-type-with-charset", answer=Answer(policy(), content_type="text/plain; charset=utf-8")),
    kept("content-type-html", answer=Answer(policy(), content_type="text/html"), codes=("sts-content-type",)),
    kept("other-txt-beside", records=("v=STSv1; id=20261125;", "v=spf1 -all")),
    kept("wildcard", answer=Answer(policy(mx=WILDCARD))),
    kept("testing", answer=TESTING, mode="testing", delivery="encrypted", codes=("sts-mode-testing",)),
    Row("none", Answer(policy("none")), deciding="sts-mode-none", mode="none", matches=True, matches_any=True),

    # "*" is one whole left-most label (RFC 8461 §4.1)
    mismatch("wildcard-two-labels", f"a.b.{INNER}", WILDCARD),
    mismatch("wildcard-no-label", INNER, WILDCARD),
    mismatch("wildcard-in-front-of-evil", f"mail.{INNER}.evil.{ZONE}", WILDCARD),
    mismatch("mx-not-covered", f"mx.{INNER}", f"mail.{INNER}", matches_any=False, codes=()),
    held("mx-not-covered-testing", "sts-mx-mismatch", "validation-failure", matches=False, matches_any=False,
         answer=Answer(policy("testing", f"mail.{INNER}")), mode="testing", delivery="encrypted", end="completed",
         codes=("sts-mode-testing",)),

    # the server behind the MX record
    held("server-self-signed", "self-signed-leaf", "certificate-not-trusted", server="self-signed"),
    held("server-expired", "expired", "certificate-expired", server="expired"),
    held("server-other-name", "name-mismatch", "certificate-host-mismatch", server="other-name", matches_any=False),
    held("server-no-starttls", "starttls-not-offered", "starttls-not-supported", server="no-starttls",
         end="starttls-not-offered", matches_any=None),
    held("testing-server-expired", "expired", "certificate-expired", server="expired", answer=TESTING, mode="testing",
         delivery="encrypted", end="completed", codes=("sts-mode-testing",)),
    held("testing-server-no-starttls", "starttls-not-offered", "starttls-not-supported", server="no-starttls",
         answer=TESTING, mode="testing", delivery="cleartext", end="starttls-not-offered", matches_any=None),

    # the record (§3.1)
    unasked("no-record", (), "sts-no-policy"),
    unasked("no-record-no-starttls", (), "sts-no-policy", server="no-starttls", delivery="cleartext",
            end="starttls-not-offered"),
    unasked("two-records", ("v=STSv1; id=1;", "v=STSv1; id=2;"), "sts-several-records"),
    unasked("record-without-id", ("v=STSv1;",), "sts-record-invalid"),

    # the fetch (§3.3)
    unfetched("status-404", "status", answer=Answer(policy(), "404 Not Found")),
    unfetched("status-503", "status", answer=Answer(policy(), "503 Service Unavailable")),
    unfetched("redirect", "redirect", answer=Answer(policy(), "301 Moved Permanently",
                                                    headers="Location: https://mta-sts.enforce.lab.zz/\r\n")),
    unfetched("certificate-other-name", "certificate", "sts-webpki-invalid", certificate={"host": f"www.{ZONE}"},
              codes=("name-mismatch",)),
    unfetched("certificate-self-signed", "certificate", "sts-webpki-invalid",
              certificate={"issuer": None, "send": ()}, codes=("self-signed-leaf",)),
    unfetched("certificate-expired", "certificate", "sts-webpki-invalid", certificate={"days": (-90, -1)},
              codes=("expired",)),
    unfetched("certificate-without-intermediate", "certificate", "sts-webpki-invalid", certificate={"send": ()},
              codes=("incomplete-chain",)),
    unfetched("oversize", "too-large", answer=Answer(policy() + b"#" * 65536)),
    unfetched("cut", "connect-failed", answer=Answer(policy(), how="cut")),
    unfetched("hanging", "timeout", answer=Answer(policy(), how="never"), act="opportunistic",
              options=("--timeout", "4")),
    unfetched("plain-http", "connect-failed", way="plain", requests=0),
    unfetched("nobody-listens", "connect-failed", way="closed", requests=0),
    unfetched("host-does-not-exist", "resolve-failed", way="dns", requests=0),
    unfetched("unfetched-and-server-expired", "status", answer=Answer(b"", "404 Not Found"), server="expired",
              codes=("sts-older-policy-cached", "sts-older-policy-defers")),

    # its text (§3.2)
    invalid("syntax", b"version: STSv1\nmode enforce\nmx: mx.in.lab.zz\nmax_age: 1000000\n", {2: "sts-line-invalid"}),
    invalid("html-page", b"<html>\n<p>Welcome</p>\n</html>\n", {1: "sts-line-invalid", 3: "sts-line-invalid"}),
    invalid("mode-in-capitals", policy("Enforce"), {2: "sts-field-invalid"}),
    invalid("max-age-too-long", policy(max_age="99999999"), {4: "sts-field-invalid"}),
    invalid("no-max-age", b"version: STSv1\nmode: enforce\nmx: mx.in.lab.zz\n", {},
            codes=("sts-field-missing", "sts-older-policy-cached")),
    invalid("empty", b"", {}, codes=("sts-field-missing",)),
]
