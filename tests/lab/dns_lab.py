#!/usr/bin/env python3
"""A real name server: an NSD on a loopback port with a signed zone, an unsigned one and a broken one below it, keys
made at start. What mailseal-cli says of each domain is compared with what the zones hold.

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
"""
BELOW = """
@ 300 IN MX 10 mx
mx 300 IN A 127.0.0.1
_{port}._tcp.mx 300 IN TLSA 3 1 1 {spki}
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
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            peer = self.socket.accept()[0]
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
        self.names = zones.NameServer(folder, [zones.Zone("lab.zz", SIGNED.format(**self.values)),
                                               zones.Zone("plain.lab.zz", below, "unsigned"),
                                               zones.Zone("broken.lab.zz", below, "broken")])

    def inspect(self, target, *options, anchored=True):
        command = [self.cli, "inspect", target, "--format", "json", "--ehlo", "client.lab.zz", "--resolver",
                   f"127.0.0.1:{self.names.port}", "--port", str(self.mail.port), *options]
        if anchored:
            command += ["--dnssec-anchor", str(self.names.anchor)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
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
    expect("through", all_of[0]["observer"]["resolver"], f"127.0.0.1:{lab.names.port}")
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


ROWS = (signed, alias, unsigned, broken, null_mx, no_such_domain, implicit_mx, u_labels, address_literal,
        no_keys_to_be_had)


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
        if arguments.keep:
            print(folder)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
