#!/usr/bin/env python3
"""DANE with real programs: an NSD with signed, unsigned and broken zones, a validating Unbound before it, a Postfix
behind every MX host. What Mailseal says of each domain is compared with posttls-finger at may, secure, dane and
dane-only, asked through the same resolver in the same minute.

    dane_lab.py --cli PATH --servers FOLDER [--only NAME] [--keep]

FOLDER holds the unpacked servers (tests/lab/fetch.sh). All of it runs in a network of its own with its own loopback,
where port 25 is free and /etc/resolv.conf names the lab's resolver. Exits 77 where that or a program is missing, 1
where a row fails.
"""

import argparse
import fcntl
import hashlib
import json
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import dane_rows  # noqa: E402
import oracles  # noqa: E402
import pki  # noqa: E402
import servers  # noqa: E402
import zones  # noqa: E402

SKIPPED = 77
INSIDE = "MAILSEAL_LAB_INSIDE"
NAMES, BEHIND, RESOLVER = "127.0.0.53", "127.0.0.2", "127.0.0.1"  # the zones, Unbound, and the front before it
OWN = ("office.home.arpa", "office.internal", "office.test")  # domains that only this resolver knows
UNDETERMINED = 3
LEVELS = {"opportunistic": "may", "secure": "secure", "dane": "dane", "dane-only": "dane-only"}
EXIT_CODES = {"satisfied": 0, "violated": 1, "not-applicable": 1, "undetermined": 3}


class Disagreement(Exception):
    """One failed comparison; holds both sides."""


def check(what, ours, theirs, *outputs):
    if ours != theirs:
        raise Disagreement(f"{what}: Mailseal has {ours!r}, expected {theirs!r}\n" + "\n".join(outputs))


def go_inside():
    """Runs this program again as its own root in a network of its own; never returns."""
    own = [*(() if os.geteuid() == 0 else ("--map-root-user",)), "--mount", "--net"]
    if subprocess.run(["unshare", *own, "true"], capture_output=True, check=False).returncode != 0:
        print("SKIP   : no network and mounts of one's own are to be had here (unshare)")
        sys.exit(SKIPPED)
    os.execvpe("unshare", ["unshare", *own, sys.executable, *sys.argv], os.environ | {INSIDE: "yes"})


def loopback_up():
    get, put, up = 0x8913, 0x8914, 1  # SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP: netdevice(7)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, get, request))[1]
        fcntl.ioctl(any_socket, put, struct.pack("16sh14x", b"lo", flags | up))


def own_resolver(folder):
    (folder / "resolv.conf").write_text(f"nameserver {RESOLVER}\noptions trust-ad\n")
    (folder / "hosts").write_text("127.0.0.1 localhost\n127.0.1.1 ee-key.lab.zz\n")
    for name in ("resolv.conf", "hosts"):
        subprocess.run(["mount", "--bind", folder / name, f"/etc/{name}"], check=True)


def public_key(der):
    """SubjectPublicKeyInfo of a certificate."""
    pem = subprocess.run(["openssl", "x509", "-inform", "DER", "-noout", "-pubkey"], input=der, check=True,
                         capture_output=True).stdout
    return subprocess.run(["openssl", "pkey", "-pubin", "-outform", "DER"], input=pem, check=True,
                          capture_output=True).stdout


class Lab:
    def __init__(self, folder, arguments, table):
        self.cli, self.folder, self.running = arguments.cli, folder, []
        self.pki = pki.Pki(folder / "pki")
        self.postfix = servers.Postfix(folder / "postfix", pathlib.Path(arguments.servers) / "postfix")
        self.finger = oracles.Finger(self.postfix)
        texts = {dane_rows.ZONE: f"ns 300 IN A {NAMES}\n", dane_rows.UNSIGNED: "", dane_rows.BROKEN: ""}
        apart = []
        for number, row in enumerate(table):
            self.add(row, f"127.0.1.{number + 1}", texts, apart)
        (folder / "zones").mkdir()
        kinds = {dane_rows.ZONE: "signed", dane_rows.UNSIGNED: "unsigned", dane_rows.BROKEN: "broken"}
        own = f"ns 300 IN A {NAMES}\n@ 300 IN MX 10 mx\nmx 300 IN A 127.0.1.1\n"
        self.zones = [*(zones.Zone(name, text, kinds[name]) for name, text in texts.items()), *apart,
                      *(zones.Zone(name, own, "unsigned", f"ns.{name}.", apart=True) for name in OWN)]
        self.rules = [(f"{row.base}.", *row.fails) for row in table if row.fails]

    def start(self):
        self.postfix.start()
        self.running.append(self.postfix)
        self.names = zones.NameServer(self.folder / "zones", self.zones, NAMES, 53)
        self.running.append(self.names)
        self.resolver = zones.Unbound(self.folder, self.names, BEHIND)
        self.running.append(self.resolver)
        self.running.append(zones.Front(self.resolver, self.rules, RESOLVER, 53))

    def stop(self):
        for one in reversed(self.running):
            one.stop()

    def add(self, row, address, texts, apart):
        self.serve(row, address)
        self.publish(row, address, texts, apart)

    def serve(self, row, address):
        options = dict(row.certificate)
        chain = self.pki.leaf(row.name, options.pop("host", row.host), **options)
        chains = [chain]
        if row.second is not None:
            chains.append(self.pki.leaf(f"{row.name}-second", row.host, **row.second))
        levels = [] if "smtpd_tls_security_level" in " ".join(row.options) else ["smtpd_tls_security_level = may"]
        files = f"smtpd_tls_chain_files = {', '.join(map(str, chains))}"
        self.postfix.add_at(address, 25, row.name, [files, *levels, *row.options])

    def publish(self, row, address, texts, apart):
        """The row's records, each in the longest zone that holds its owner; an address "" leaves it out."""
        def put(owner, record):
            zone = max((name for name in texts if owner.endswith("." + name)), key=len)
            texts[zone] += f"{owner}. 300 IN {record}\n"
        put(row.domain, f"MX 10 {row.host}.")
        if row.end != row.host:
            put(row.host, f"CNAME {row.end}.")
        if address:
            put(row.end, f"A {address}")
        records = [f"TLSA {kind} {self.value(row, kind, whose)}" for kind, whose in row.tlsa]
        if row.apart:
            text = "".join(f"_25 300 IN {record}\n" for record in records)
            apart.append(zones.Zone(f"_tcp.{row.base}", text, "broken"))
            return
        for record in records:
            put(f"_25._tcp.{row.base}", record)

    def value(self, row, kind, whose):
        _, selector, matching = kind.split()
        name = {"leaf": row.name, "wrong": row.name, "second": f"{row.name}-second"}.get(whose, whose)
        der = pki.certificates((self.pki.folder / f"{name}.pem").read_text())[0]
        octets = public_key(der) if selector == "1" else der
        octets = octets[::-1] if whose == "wrong" else octets
        digest = {"0": octets.hex(), "1": hashlib.sha256(octets).hexdigest(),
                  "2": hashlib.sha512(octets).hexdigest()}
        return digest[matching]

    @staticmethod
    def expect(what, ours, theirs, *outputs):
        check(what, ours, theirs, *outputs)

    def inspect(self, row, policy):
        command = [self.cli, "inspect", f"domain:{row.domain}", "--format", "json", "--policy", policy, "--roots",
                   str(self.pki.roots), "--ehlo", "client.lab.example", "--resolver", RESOLVER, "--dnssec-anchor",
                   str(self.names.anchor), *([] if row.second else ["--no-variants"])]
        done = subprocess.run(command, capture_output=True, timeout=120, stdin=subprocess.DEVNULL, check=False)
        shown = " ".join(command) + "\n" + (done.stdout + done.stderr).decode("utf-8", "replace")
        try:
            inspections = json.loads(done.stdout)["inspections"]
        except ValueError:
            raise Disagreement(f"no JSON on standard output (exit {done.returncode})\n{shown}") from None
        check("number of inspections", len(inspections), 1, shown)
        verdicts = {verdict["policy"]: verdict for verdict in inspections[0]["verdicts"]}
        # A bogus answer is never fine, whatever those make of the server who do not ask for it.
        alarm = any(remark["code"] in ("mx-bogus", "address-bogus", "tlsa-bogus") for remark in
                    inspections[0]["remarks"])
        expected = EXIT_CODES[verdicts[policy]["standing"]]
        check(f"exit code under {policy}", done.returncode, expected or (UNDETERMINED if alarm else 0), shown)
        return inspections[0], verdicts, shown

    def compare(self, row):
        one, verdicts, shown = self.inspect(row, "opportunistic")
        for policy, delivery in row.delivery.items():
            check(f"delivery under {policy}", verdicts[policy]["delivery"], delivery, shown)
        for policy, code in row.codes.items():
            check(f"what decides {policy}", verdicts[policy]["because"][0]["code"], code, shown)
        if row.tlsa and verdicts["dane"]["delivery"] == "authenticated":
            check("TLSA base domain", one["dns"]["tlsaBase"], row.base, shown)
        for policy, level in LEVELS.items():
            if policy in row.no_oracle:
                print(f"NOTE   : dane-lab {row.name}: -l {level} is no oracle: {row.no_oracle[policy]}")
                continue
            self.compare_finger(row, policy, level, verdicts, shown)
        self.compare_acting(row, verdicts)
        if row.extra:
            row.extra(self, row, one, shown)

    def compare_finger(self, row, policy, level, verdicts, shown):
        seen = self.finger.ask_domain(level, row.domain, self.pki.roots, bool(row.fails))
        if row.by_certificate and "Matched DANE raw public key" in seen.output:
            print(f"NOTE   : dane-lab {row.name}: -l {level} is no oracle: {row.by_certificate}")
            return
        if level == "may":
            delivery = "encrypted" if seen.established else "cleartext" if seen.in_clear else "deferred"
        else:
            delivery = {"Verified": "authenticated"}.get(seen.trust, "deferred") if seen.established else "deferred"
            if seen.trust == "Trusted" and "Matched DANE" in seen.output:
                delivery = "encrypted"  # the MX record is insecure: its log says "verified as trusted"
        check(f"delivery under {policy} (posttls-finger -l {level})", verdicts[policy]["delivery"], delivery,
              "--- posttls-finger", seen.output, "--- mailseal-cli", shown)

    def compare_acting(self, row, verdicts):
        """Acting under dane the same is found, and QUIT goes out at once where it holds the message back."""
        one, acted, shown = self.inspect(row, "dane")
        for policy in ("dane", "dane-only"):
            for key in ("standing", "delivery"):
                check(f"{key} of {policy}, acted under", acted[policy][key], verdicts[policy][key], shown)
        if one["tls"]:
            holds = acted["dane"]["delivery"] == "deferred"
            check("end under dane", one["end"], "quit-after-handshake" if holds else "completed", shown)


def by_resolv_conf(lab):
    """Without --resolver: the system's is believed where libunbound would answer itself, and so is hosts(5), which
    says nothing of a domain's mail servers."""
    def states(target):
        command = [lab.cli, "inspect", f"domain:{target}", "--format", "json", "--ehlo", "client.lab.example",
                   "--dnssec-anchor", str(lab.names.anchor)]
        done = subprocess.run(command, capture_output=True, timeout=120, stdin=subprocess.DEVNULL, check=False)
        shown = (done.stdout + done.stderr).decode("utf-8", "replace")
        one = json.loads(done.stdout)["inspections"][0]
        return one["observer"]["resolver"], one["dns"]["mx"]["dnssec"], one["dns"]["mx"]["lookup"], shown
    for name in OWN:
        *seen, shown = states(name)
        check(name, seen, ["system", "insecure", "found"], shown)
        *seen, shown = states(f"nowhere.{name}")
        check(f"nowhere.{name}", seen, ["system", "insecure", "nxdomain"], shown)
    *seen, shown = states("ee-key.lab.zz")
    check("a name of /etc/hosts", seen, ["system", "secure", "found"], shown)


def missing_tools():
    return [name for name in (*zones.TOOLS, "unbound", "openssl", "unshare", "mount") if not zones.tool(name)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--servers", required=True)
    parser.add_argument("--only")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    missing = missing_tools()
    if missing:
        print(f"SKIP   : missing: {', '.join(missing)}")
        return SKIPPED
    if INSIDE not in os.environ:
        go_inside()
    loopback_up()
    only = "ee-key" if arguments.only == "by-resolv-conf" else arguments.only  # it needs one server
    table = [row for row in dane_rows.TABLE if only in (None, row.name)]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailseal-dane-"))
    lab, started, failed = None, False, 0
    try:
        own_resolver(folder)
        lab = Lab(folder, arguments, table)
        lab.start()
        started = True
        for row in table:
            try:
                lab.compare(row)
                print(f"PASS   : dane-lab {row.name}", flush=True)
            except (Disagreement, subprocess.TimeoutExpired, KeyError, IndexError, TypeError) as problem:
                failed += 1
                print(f"FAIL!  : dane-lab {row.name}\n{type(problem).__name__}: {problem}\n", flush=True)
        if arguments.only in (None, "by-resolv-conf"):
            table = [*table, by_resolv_conf]
            try:
                by_resolv_conf(lab)
                print("PASS   : dane-lab by-resolv-conf", flush=True)
            except (Disagreement, subprocess.TimeoutExpired, KeyError, IndexError, ValueError) as problem:
                failed += 1
                print(f"FAIL!  : dane-lab by-resolv-conf\n{type(problem).__name__}: {problem}\n", flush=True)
    except (servers.LabError, zones.ZoneError) as problem:
        print(f"{'FAIL!' if lab else 'SKIP'}   : dane-lab: {problem}")
        return 1 if lab else SKIPPED
    finally:
        if lab:
            lab.stop()
        if arguments.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    if started:
        print(f"Totals: {len(table) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
