"""The lab's rows: one server each, and what must be seen of it beside the agreement with the oracles."""

import dataclasses
import typing

HOST = "mx.lab.example"
SOUND = {"host": HOST}
ALL = ("opportunistic", "encrypt", "webpki", "secure", "fingerprint")
FINE = dict.fromkeys(ALL, "satisfied")
ENCRYPTED = FINE | {"webpki": "violated", "secure": "violated"}


@dataclasses.dataclass
class Row:
    name: str
    certificates: typing.Optional[list] = dataclasses.field(default_factory=lambda: [SOUND])
    options: list = dataclasses.field(default_factory=list)
    standings: dict = dataclasses.field(default_factory=lambda: FINE)
    end: str = "completed"
    findings: tuple = ()
    server: str = "postfix"
    program: str = "smtpd"
    wrapped: bool = False
    sni: typing.Optional[dict] = None  # another certificate for those who send HOST as SNI (tls_server_sni_maps)
    variants: bool = False             # Mailseal looks for further certificates
    oracles: bool = True
    extra: typing.Optional[typing.Callable] = None


def expect(what, ours, theirs, *outputs):
    from lab import check  # the one sentence a disagreement is reported in
    check(what, ours, theirs, *outputs)


def refuses_mail_in_clear(lab, row, one, shown):
    from lab import say_in_clear
    reply = say_in_clear(lab.ports[row.name], "EHLO client.lab.example", "MAIL FROM:<>")
    expect("this Postfix demands TLS (RFC 3207 §4)", reply[:3], "530", reply)


def no_pregreet(lab, row, one, shown):
    log = lab.postfix.log_text()
    expect("postscreen saw no early talker", [line for line in log.splitlines() if "PREGREET" in line], [], shown)
    greeted = one["timings"]["greetingMs"]
    expect("the delayed greeting was waited for", greeted is not None and greeted >= 1500, True, shown)


def asked_twice(lab, row, one, shown):
    expect("STARTTLS that is missing is asked for once more", one["observer"]["connections"] >= 2, True, shown)
    expect("no TLS", [one["tls"], one["chain"]], [None, None], shown)


def certificate_in_spite_of_anonymous_suites(lab, row, one, shown):
    seen = lab.finger.ask("may", lab.ports[row.name])
    expect("an opportunistic Postfix gets no certificate here", seen.trust, "Anonymous", seen.output)
    expect("the certificate is seen all the same", one["chain"] is not None, True, shown)


def anonymous_on_a_second_connection(lab, row, one, shown):
    expect("no certificate exists", one["chain"], None, shown)
    expect("anonymous suites are offered on another connection", one["observer"]["connections"] >= 2, True, shown)
    expect("the suite is anonymous", "_anon_" in one["tls"]["cipher"], True, shown)


def self_signed_kind(kind):
    def extra(lab, row, one, shown):
        expect("self-signed", [one["chain"]["selfSigned"], one["chain"]["selfSignedKind"]], [kind == "leaf", kind],
               shown)
    return extra


def own_words(code):
    def extra(lab, row, one, shown):
        expect("the server's own words", (one["endReply"] or {}).get("code"), code, shown)
    return extra


def shown_without_sni(leads_elsewhere):
    """What a client without SNI is shown: one more certificate, and the verdicts of such clients name it."""
    def extra(lab, row, one, shown):
        expect("variants", [(other["sni"], other["keyType"]) for other in one["variants"]], [(False, None)], shown)
        leaf = one["variants"][0]["chain"]["sent"][0]["sha256"]
        expect("its certificate", leaf, lab.pki.sha256(f"{row.name}-0"), shown)
        judged = {verdict["policy"]: verdict["variant"] for verdict in one["verdicts"]}
        expect("judged by it", sorted(policy for policy, variant in judged.items() if variant == 0),
               ["encrypt", "fingerprint", "opportunistic", "secure"], shown)
        differs = {verdict["policy"] for verdict in one["verdicts"]
                   for finding in verdict["because"] if finding["code"] == "variant-differs"}
        expect("two outcomes", "secure" in differs, leads_elsewhere, shown)
    return extra


def no_variant(lab, row, one, shown):
    expect("variants", one["variants"], [], shown)
    expect("connections", one["observer"]["connections"], 2, shown)


TLS12 = ["smtpd_tls_protocols = TLSv1.2", "smtpd_tls_mandatory_protocols = TLSv1.2"]
UNDETERMINED = dict.fromkeys(ALL, "undetermined")

TABLE = [
    Row("good", extra=self_signed_kind(None)),
    Row("self-signed", [SOUND | {"issuer": None, "send": ()}], standings=ENCRYPTED, findings=("self-signed-leaf",),
        extra=self_signed_kind("leaf")),
    Row("root-sent-with-chain", [SOUND | {"send": ("intermediate", "root")}], findings=()),
    Row("expired", [SOUND | {"days": (-90, -1)}], standings=ENCRYPTED, findings=("expired",)),
    Row("not-yet-valid", [SOUND | {"days": (5, 90)}], standings=ENCRYPTED, findings=("not-yet-valid",)),
    Row("wrong-name", [SOUND | {"host": "other.lab.example"}], standings=ENCRYPTED, findings=("name-mismatch",)),
    Row("missing-intermediate", [SOUND | {"send": ()}], standings=ENCRYPTED, findings=("incomplete-chain",)),
    Row("no-starttls", None, ["smtpd_tls_security_level = none"], dict.fromkeys(ALL, "violated"),
        end="starttls-not-offered", extra=asked_twice),
    Row("starttls-required", options=["smtpd_tls_security_level = encrypt"], extra=refuses_mail_in_clear),
    Row("sni-map", [SOUND | {"host": "other.lab.example"}], sni=SOUND, variants=True,
        standings=FINE | {"secure": "violated"}, findings=("name-mismatch", "variant-differs"),
        extra=shown_without_sni(True)),
    Row("sni-map-both-fine", sni=SOUND, variants=True, extra=shown_without_sni(False)),
    Row("same-without-sni", variants=True, extra=no_variant),
    Row("tls-1.2-only", options=TLS12),
    Row("implicit-tls", options=["smtpd_tls_wrappermode = yes"], wrapped=True),
    Row("implicit-tls-self-signed", [SOUND | {"issuer": None, "send": ()}], ["smtpd_tls_wrappermode = yes"],
        ENCRYPTED, wrapped=True, findings=("self-signed-leaf",)),
    Row("anonymous-preferred", options=[*TLS12, "tls_preempt_cipherlist = yes"],
        extra=certificate_in_spite_of_anonymous_suites),
    Row("anonymous-only", None, [*TLS12, "smtpd_tls_cert_file = none"],
        {"opportunistic": "satisfied", "encrypt": "satisfied", "webpki": "violated", "secure": "violated"},
        findings=("anonymous-suite",), extra=anonymous_on_a_second_connection),
    Row("rsa-and-ecdsa", [SOUND | {"kind": "RSA"}, SOUND]),
    Row("rsa-tls-1.2", [SOUND | {"kind": "RSA"}], TLS12),
    Row("client-certificate-demanded", options=["smtpd_tls_security_level = encrypt", "smtpd_tls_req_ccert = yes"],
        standings=UNDETERMINED, end="refused-after-tls", oracles=False, extra=own_words(421)),
    Row("greeting-554", options=["smtpd_delay_reject = no", "smtpd_client_restrictions = reject"],
        standings=UNDETERMINED, end="greeting-refused", oracles=False, extra=own_words(554)),
    Row("greeting-421", options=["smtpd_delay_reject = no", "smtpd_client_restrictions = "
                                 "check_client_access static:{421 4.3.2 Come back later}"],
        standings=UNDETERMINED, end="greeting-refused", oracles=False, findings=("throttled",),
        extra=own_words(421)),
    Row("postscreen-delayed-greeting", program="postscreen", extra=no_pregreet, options=[
        "postscreen_greet_wait = 2s", "postscreen_access_list =", "postscreen_cache_map =",
        "postscreen_greet_action = enforce"]),
    Row("exim", server="exim"),
    Row("exim-self-signed", [SOUND | {"issuer": None, "send": ()}], standings=ENCRYPTED, server="exim",
        findings=("self-signed-leaf",)),
    Row("exim-missing-intermediate", [SOUND | {"send": ()}], standings=ENCRYPTED, server="exim",
        findings=("incomplete-chain",)),
    # GnuTLS, which Debian's Exim is built with, does not say that it chose by the name.
    Row("exim-sni", [SOUND | {"host": "other.lab.example"}], sni=SOUND, variants=True, server="exim",
        standings=FINE | {"secure": "violated"}, findings=("name-mismatch", "variant-differs"),
        extra=shown_without_sni(True)),
]
