#!/usr/bin/env python3
"""A real name server: an NSD on a loopback port with a signed zone, an unsigned one, a broken one and one signed with
SHA-1 below it, keys made at start, and zones that only an administrator has (home.arpa, test …). Before it stands a
front that fails for some names. What mailseal-cli says of each domain is compared with what the zones hold.

    dns_lab.py --cli PATH [--only NAME] [--keep]

Exits 77 where nsd or ldnsutils is missing, 1 where a row fails.
"""

import argparse
import hashlib
import json
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import zones  # noqa: E402
from zones import run, tool  # noqa: E402

SKIPPED = 77
TOOLS = (*zones.TOOLS, "openssl")
SIGNED = """
ns 300 IN A 127.0.0.1
@ 300 IN MX 20 mx2
@ 300 IN MX 10 mx1
mx1 300 IN A 127.0.0.1
_{port}._tcp.mx1 300 IN TLSA 3 1 1 {spki}
mx2 300 IN A 127.0.0.1
alias 300 IN MX 10 www
www 300 IN CNAME host
host 300 IN A 127.0.0.1
_{port}._tcp.host 300 IN TLSA 3 1 1 {spki}
_{port}._tcp.host 300 IN TLSA 2 0 1 {wrong}
_mta-sts 300 IN TXT "v=STSv1; id=1;"
null 300 IN MX 0 .
implicit 300 IN A 127.0.0.1
xn--mnchen-3ya 300 IN MX 10 mx1
literal 300 IN MX 10 127.0.0.1.
both 300 IN MX 0 .
both 300 IN MX 10 mx1
twice 300 IN MX 10 .
twice 300 IN MX 20 .
twice 300 IN MX 30 mx1
_smtp._tls.both 300 IN TXT "v=TLSRPTv1; rua=mailto:a@lab.zz; rua=mailto:b@lab.zz"
dangling 300 IN MX 10 gone
gone 300 IN CNAME nothing
aaaa-servfail 300 IN MX 10 mx.aaaa-servfail
mx.aaaa-servfail 300 IN A 127.0.0.1
_{port}._tcp.mx.aaaa-servfail 300 IN TLSA 3 1 1 {spki}
aaaa-refused 300 IN MX 10 mx.aaaa-refused
mx.aaaa-refused 300 IN A 127.0.0.1
_{port}._tcp.mx.aaaa-refused 300 IN TLSA 3 1 1 {spki}
aaaa-drop 300 IN MX 10 mx.aaaa-drop
mx.aaaa-drop 300 IN A 127.0.0.1
_{port}._tcp.mx.aaaa-drop 300 IN TLSA 3 1 1 {spki}
tlsa-servfail 300 IN MX 10 mx.tlsa-servfail
mx.tlsa-servfail 300 IN A 127.0.0.1
"""
RULES = [("mx.aaaa-servfail.lab.zz.", 28, "servfail"), ("mx.aaaa-refused.lab.zz.", 28, "refused"),
         ("mx.aaaa-drop.lab.zz.", 28, "drop"), ("mx-servfail.lab.zz.", 15, "servfail"),
         ("mx-refused.lab.zz.", 15, "refused"), ("mx-drop.lab.zz.", 15, "drop"),
         ("mx.tlsa-servfail.lab.zz.", 52, "servfail"), ("mx.tlsa-servfail.plain.lab.zz.", 52, "servfail")]
# Names that libunbound answers itself or that the root denies, and some administrator's resolver has.
ADMINISTRATORS = ("home.arpa", "test", "invalid", "internal", "local", "lan", "corp")
OWN = """
ns 300 IN A 127.0.0.1
@ 300 IN MX 10 mx
mx 300 IN A 127.0.0.1
"""
BELOW = """
@ 300 IN MX 10 mx
mx 300 IN A 127.0.0.1
_{port}._tcp.mx 300 IN TLSA 3 1 1 {spki}
hosted 300 IN MX 10 mx1.lab.zz.
tlsa-servfail 300 IN MX 10 mx.tlsa-servfail
mx.tlsa-servfail 300 IN A 127.0.0.1
"""


class Failure(Exception):
    pass


class MailServer:
    """EHLO, STARTTLS, EHLO, QUIT with a self-signed certificate."""

    def __init__(self, folder):
        self.certificate, self.key = folder / "cert.pem", folder / "key.pem"
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", 2,
            "-subj", "/CN=mx1.lab.zz", "-addext", "subjectAltName=DNS:mx1.lab.zz", "-keyout", self.key, "-out",
            self.certificate)
        public = subprocess.run(["openssl", "x509", "-in", self.certificate, "-noout", "-pubkey"], check=True,
                                capture_output=True).stdout
        der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=public, check=True,
                             capture_output=True).stdout
        self.spki = hashlib.sha256(der).hexdigest()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self.certificate, self.key)
        first = socket.create_server(("127.0.0.1", 0))
        self.port = first.getsockname()[1]
        for server in (first, socket.create_server(("127.0.0.2", self.port))):  # where a broken zone leads
            threading.Thread(target=self.accept, args=(server,), daemon=True).start()

    def accept(self, server):
        while True:
            peer = server.accept()[0]
            threading.Thread(target=self.serve, args=(peer,), daemon=True).start()

    def serve(self, peer):
        try:
            peer.settimeout(30)
            peer.sendall(b"220 mx1.lab.zz ESMTP\r\n")
            while True:
                line = b""
                while not line.endswith(b"\n"):
                    octet = peer.recv(1)
                    if not octet:
                        return
                    line += octet
                verb = line.strip().upper()
                if verb == b"STARTTLS":
                    peer.sendall(b"220 go ahead\r\n")
                    peer = self.context.wrap_socket(peer, server_side=True)
                elif verb == b"QUIT":
                    peer.sendall(b"221 bye\r\n")
                    return
                else:
                    peer.sendall(b"250-mx1.lab.zz\r\n250 STARTTLS\r\n" if not isinstance(peer, ssl.SSLSocket)
                                 else b"250-mx1.lab.zz\r\n250 SIZE\r\n")
        except OSError:
            pass
        finally:
            peer.close()


class Lab:
    def __init__(self, cli, folder):
        self.cli = cli
        self.mail = MailServer(folder)
        self.values = {"port": self.mail.port, "spki": self.mail.spki, "wrong": "00" * 32}
        below = BELOW.format(**self.values)
        addresses = "@ 300 IN MX 20 mx\nmx 300 IN A 127.0.0.1\n"  # of which break_it changes the address alone
        self.names = zones.NameServer(folder, [
            zones.Zone("lab.zz", SIGNED.format(**self.values)), zones.Zone("plain.lab.zz", below, "unsigned"),
            zones.Zone("broken.lab.zz", below, "broken"), zones.Zone("bogus-address.lab.zz", addresses, "broken"),
            zones.Zone("sha1.lab.zz", below, algorithm="RSASHA1-NSEC3-SHA1"),
            *(zones.Zone(f"office.{name}", OWN, "unsigned", f"ns.office.{name}.", apart=True)
              for name in ADMINISTRATORS)])
        self.front = zones.Front(self.names, RULES)
        (folder / "test").mkdir()
        self.test = zones.NameServer(folder / "test", [
            zones.Zone("test", "ns 300 IN A 127.0.0.1\n", nameserver="ns.test."),
            zones.Zone("bogus.test", below, "broken", "ns.test.")])

    def inspect(self, target, *options, anchored=True, through=None, form="json"):
        through = through or self.front
        command = [self.cli, "inspect", target, "--format", form, "--ehlo", "client.lab.zz", "--resolver",
                   f"127.0.0.1:{through.port}", "--port", str(self.mail.port), *options]
        if anchored:
            command += ["--dnssec-anchor", str((self.test if through is self.test else self.names).anchor)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        if form != "json":
            return done.returncode, done.stdout
        try:
            return done.returncode, json.loads(done.stdout)["inspections"]
        except ValueError as error:
            raise Failure(f"{' '.join(command)}: {error}\n{done.stdout}{done.stderr}") from error


def expect(what, ours, theirs):
    if ours != theirs:
        raise Failure(f"{what}: Mailseal has {ours!r}, expected {theirs!r}")


def states(one):
    """What the DNS said of each, and how it ended."""
    return {key: (answer["dnssec"], answer["lookup"]) for key, answer in one["dns"].items()
            if isinstance(answer, dict) and key in ("mx", "addresses", "tlsa", "sts", "tlsRpt")}


def signed(lab):
    code, all_of = lab.inspect("lab.zz")
    expect("exit code", code, 0)
    expect("hosts by preference", [one["target"]["host"] for one in all_of], ["mx1.lab.zz", "mx2.lab.zz"])
    expect("answers", states(all_of[0]), {"mx": ("secure", "found"), "addresses": ("secure", "found"),
                                          "tlsa": ("secure", "found"), "sts": ("secure", "found"),
                                          "tlsRpt": ("secure", "nxdomain")})
    expect("proven absence", states(all_of[1])["tlsa"], ("secure", "nxdomain"))
    expect("TLSA", [record["text"] for record in all_of[0]["dns"]["tlsa"]["records"]], [f"3 1 1 {lab.mail.spki}"])
    expect("through", all_of[0]["observer"]["resolver"], f"127.0.0.1:{lab.front.port}")
    expect("strips", all_of[0]["dns"]["resolverStripsDnssec"], False)
    expect("domain", all_of[0]["target"]["domain"], "lab.zz")


def alias(lab):
    one = lab.inspect("alias.lab.zz")[1][0]
    expect("TLSA base", one["dns"]["tlsaBase"], "host.lab.zz")
    expect("records", len(one["dns"]["tlsa"]["records"]), 2)
    expect("remark", "mx-is-alias" in [remark["code"] for remark in one["remarks"]], True)


def unsigned(lab):
    one = lab.inspect("plain.lab.zz")[1][0]
    expect("answers", {key: value for key, value in states(one).items() if key in ("mx", "addresses", "tlsa")},
           {"mx": ("insecure", "found"), "addresses": ("insecure", "found"), "tlsa": ("insecure", "found")})


def broken(lab):
    one = lab.inspect("broken.lab.zz")[1][0]
    expect("MX", states(one)["mx"][0], "bogus")
    expect("says why", bool(one["dns"]["mx"]["whyBogus"]), True)
    expect("remark", "mx-bogus" in [remark["code"] for remark in one["remarks"]], True)
    expect("is no stripping", one["dns"]["resolverStripsDnssec"], False)


def null_mx(lab):
    code, all_of = lab.inspect("null.lab.zz")
    expect("exit code", code, 1)
    expect("ends", [one["end"] for one in all_of], ["null-mx"])
    expect("verdicts", {(one["standing"], one["delivery"]) for one in all_of[0]["verdicts"]
                        if one["policy"] in ("opportunistic", "encrypt", "webpki", "secure")},
           {("not-applicable", "refused")})


def no_such_domain(lab):
    code, all_of = lab.inspect("nowhere.lab.zz")
    expect("exit code", code, 3)
    expect("ends", [one["end"] for one in all_of], ["resolve-failed"])
    expect("MX", states(all_of[0])["mx"], ("secure", "nxdomain"))


def implicit_mx(lab):
    one = lab.inspect("implicit.lab.zz")[1][0]
    expect("host", one["target"]["host"], "implicit.lab.zz")
    expect("MX", states(one)["mx"], ("secure", "no-data"))
    expect("end", one["end"], "completed")


def u_labels(lab):
    one = lab.inspect("münchen.lab.zz")[1][0]
    expect("domain", one["target"]["domain"], "xn--mnchen-3ya.lab.zz")
    expect("host", one["target"]["host"], "mx1.lab.zz")


def address_literal(lab):
    code, all_of = lab.inspect("literal.lab.zz")
    expect("exit code", code, 3)
    expect("ends", [(one["target"]["host"], one["end"]) for one in all_of], [("127.0.0.1", "resolve-failed")])


def no_keys_to_be_had(lab):
    """Without the anchor the root's keys would be needed, and this server has none: nobody can tell."""
    one = lab.inspect("lab.zz", anchored=False)[1][0]
    expect("answers", {key: value[0] for key, value in states(one).items() if key in ("mx", "addresses", "tlsa")},
           {"mx": "unknown", "addresses": "unknown", "tlsa": "unknown"})
    expect("strips", one["dns"]["resolverStripsDnssec"], True)
    expect("remark", "resolver-strips-dnssec" in [remark["code"] for remark in one["remarks"]], True)


def codes(one):
    return [remark["code"] for remark in one["remarks"]]


def verdicts_of(one):
    return {verdict["policy"]: (verdict["standing"], verdict["delivery"]) for verdict in one["verdicts"]}


def never_fine(code, one, alarm):
    """Whatever the server does: a sender that validates keeps the mail."""
    expect("exit code", code, 3)
    expect("remark", alarm in codes(one), True)
    asked = {policy: result for policy, result in verdicts_of(one).items() if policy not in ("mua", "fingerprint")}
    expect("verdicts", set(asked.values()), {("undetermined", "deferred")})
    expect("decided by", {verdict["because"][0]["code"] for verdict in one["verdicts"] if verdict["policy"] in asked},
           {alarm})
    expect("looked on", one["end"], "completed")


def bogus_test(lab):
    code, all_of = lab.inspect("bogus.test", through=lab.test)
    never_fine(code, all_of[0], "mx-bogus")
    code, text = lab.inspect("bogus.test", through=lab.test, form="text")
    expect("exit code", code, 3)
    lead = "Senders that validate the DNS hold mail to mx.bogus.test back: the MX record of bogus.test fails DNSSEC"
    expect("on top", " ".join(text.split("\n\n")[1].split()).startswith(lead), True)  # it is wrapped
    expect("heading", "As a sender whose resolver does not validate sees it" in text, True)


def bogus_address(lab):
    code, all_of = lab.inspect("bogus-address.lab.zz")
    expect("answers", {key: value for key, value in states(all_of[0]).items() if key in ("mx", "addresses")},
           {"mx": ("secure", "found"), "addresses": ("bogus", "found")})
    never_fine(code, all_of[0], "address-bogus")


def one_family_fails(lab):
    """RFC 7672 §2.2.2: the other one is as secure as it was."""
    for how in ("servfail", "refused", "drop"):  # libunbound may say of all that the server failed
        one = lab.inspect(f"aaaa-{how}.lab.zz")[1][0]
        addresses = one["dns"]["addresses"]
        expect(f"addresses ({how})", (addresses["dnssec"], addresses["lookup"], addresses["ipv4"],
                                      addresses["ipv4Dnssec"], addresses["ipv6Dnssec"]),
               ("secure", "found", "found", "secure", "unknown"))
        expect(f"AAAA ({how})", addresses["ipv6"] in ("refused", "servfail", "timeout"), True)
        expect(f"TLSA ({how})", states(one)["tlsa"], ("secure", "found"))
        expect(f"dane ({how})", verdicts_of(one)["dane"], ("satisfied", "authenticated"))
        expect(f"remark ({how})", "lookup-unanswered" in codes(one), True)


def failed_lookups_are_unknown(lab):
    for how in ("servfail", "refused", "drop"):
        code, all_of = lab.inspect(f"mx-{how}.lab.zz")
        expect(f"exit code ({how})", code, 3)
        expect(f"MX ({how})", states(all_of[0])["mx"][0], "unknown")
        expect(f"verdicts ({how})", verdicts_of(all_of[0])["opportunistic"], ("undetermined", "deferred"))
        expect(f"never said ({how})", "does not exist" in (all_of[0]["session"]["endText"] or ""), False)


def failed_tlsa(lab):
    """RFC 7672 §2.1.2: deferred where the host is signed; where it is not DANE does not apply."""
    one = lab.inspect("tlsa-servfail.lab.zz")[1][0]
    expect("TLSA", states(one)["tlsa"], ("unknown", "servfail"))
    expect("signed", verdicts_of(one)["dane"], ("undetermined", "deferred"))
    one = lab.inspect("tlsa-servfail.plain.lab.zz")[1][0]
    expect("unsigned", verdicts_of(one)["dane"], ("not-applicable", "encrypted"))


def administrators_names(lab):
    """What the resolver says counts; libunbound would deny some itself, and the root the others."""
    for name in ADMINISTRATORS:
        one = lab.inspect(f"office.{name}")[1][0]
        expect(name, {key: value for key, value in states(one).items() if key in ("mx", "addresses")},
               {"mx": ("insecure", "found"), "addresses": ("insecure", "found")})
        expect(f"{name} was reached", one["end"], "completed")
        gone = lab.inspect(f"nowhere.office.{name}")[1][0]
        expect(f"not there in {name}", states(gone)["mx"], ("insecure", "nxdomain"))


def null_mx_beside_others(lab):
    for domain in ("both", "twice"):
        code, all_of = lab.inspect(f"{domain}.lab.zz")
        expect(f"hosts of {domain}", [one["target"]["host"] for one in all_of], ["mx1.lab.zz"])
        expect("exit code", code, 0)
        expect("remark", "null-mx-beside-others" in codes(all_of[0]), True)


def several_report_addresses(lab):
    one = lab.inspect("both.lab.zz")[1][0]
    expect("rua", one["tlsRpt"]["rua"], ["mailto:a@lab.zz", "mailto:b@lab.zz"])


def sha1(lab):
    one = lab.inspect("sha1.lab.zz")[1][0]
    expect("algorithm", one["dns"]["mx"]["algorithms"], ["RSASHA1-NSEC3-SHA1"])
    expect("warned", [remark["args"] for remark in one["remarks"] if remark["code"] == "dnssec-sha1"][:1],
           [["sha1.lab.zz", "RSASHA1-NSEC3-SHA1"]])
    one = lab.inspect("lab.zz")[1][0]
    expect("another", {one["dns"][key]["algorithms"][0] for key in ("mx", "addresses", "tlsa", "tlsRpt")},
           {"ECDSAP256SHA256"})
    expect("not warned", "dnssec-sha1" in codes(one), False)


def unsigned_domain_signed_mx(lab):
    """RFC 7672 §2.2.1"""
    one = lab.inspect("hosted.plain.lab.zz")[1][0]
    dane = next(verdict for verdict in one["verdicts"] if verdict["policy"] == "dane")
    expect("delivery", dane["delivery"], "encrypted")
    expect("said", [fact["args"] for fact in dane["because"] if fact["code"] == "domain-unsigned"],
           [["hosted.plain.lab.zz", "mx1.lab.zz"]])


def end_of_an_alias(lab):
    one = lab.inspect("dangling.lab.zz")[1][0]
    expect("what does not exist", one["session"]["endText"], "nothing.lab.zz does not exist")


ROWS = (signed, alias, unsigned, broken, null_mx, no_such_domain, implicit_mx, u_labels, address_literal,
        no_keys_to_be_had, bogus_test, bogus_address, one_family_fails, failed_lookups_are_unknown, failed_tlsa,
        administrators_names, null_mx_beside_others, several_report_addresses, sha1, unsigned_domain_signed_mx,
        end_of_an_alias)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--only")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    missing = [name for name in TOOLS if not tool(name)]
    if missing:
        print(f"SKIP   : missing: {', '.join(missing)}")
        return SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailseal-dns-"))
    failed = 0
    lab = None
    try:
        lab = Lab(arguments.cli, folder)
        for row in ROWS:
            if arguments.only and row.__name__ != arguments.only:
                continue
            try:
                row(lab)
                print(f"PASS   : {row.__name__}")
            except (Failure, KeyError, IndexError, TypeError) as failure:
                failed += 1
                print(f"FAIL!  : {row.__name__}: {failure!r}")
    finally:
        if lab:
            lab.names.stop()
            lab.test.stop()
        if arguments.keep:
            print(folder)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
