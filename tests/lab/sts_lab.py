#!/usr/bin/env python3
"""MTA-STS with real programs: an NSD with one mail domain a row, a web server that plays every policy host, a Postfix
behind the MX records. Each row asserts the verdict of mta-sts and the result type that a sender would report; where a
policy counts, posttls-finger -l secure must agree with what enforce makes of the certificate.

    sts_lab.py --cli PATH --servers FOLDER [--only NAME] [--keep]

FOLDER holds the unpacked servers (tests/lab/fetch.sh). Exits 77 where they or a program are missing, 1 where a row
fails.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import oracles  # noqa: E402
import pki  # noqa: E402
import policyhost  # noqa: E402
import servers  # noqa: E402
import sts_rows  # noqa: E402
import zones  # noqa: E402

SKIPPED = 77
EXIT_CODES = {"satisfied": 0, "violated": 1, "not-applicable": 1, "undetermined": 3}
TRUSTED = {"Verified": "authenticated"}


class Disagreement(Exception):
    """One failed comparison; holds both sides."""


def check(what, ours, theirs, *outputs):
    if ours != theirs:
        raise Disagreement(f"{what}: Mailseal has {ours!r}, expected {theirs!r}\n" + "\n".join(outputs))


def domain(row):
    return f"{row.name}.{sts_rows.ZONE}"


class Lab:
    def __init__(self, folder, arguments, table):
        self.cli, self.running, self.ports = arguments.cli, [], {}
        self.pki = pki.Pki(folder / "pki")
        self.postfix = servers.Postfix(folder / "postfix", pathlib.Path(arguments.servers) / "postfix")
        self.finger = oracles.Finger(self.postfix)
        self.host = policyhost.PolicyHost()
        self.running.append(self.host)
        for name, certificate in sts_rows.SERVERS.items():
            options = ["smtpd_tls_security_level = none"] if certificate is None else \
                ["smtpd_tls_security_level = may",
                 f"smtpd_tls_chain_files = {self.pki.leaf(name, **certificate)}"]
            self.ports[name] = self.postfix.add(name, options)
        text = "ns 300 IN A 127.0.0.1\n" + "".join(f"{host}. 300 IN A 127.0.0.1\n" for host in sts_rows.SOUND_HOSTS)
        for row in table:
            text += self.records(row)
            name = f"mta-sts.{domain(row)}"
            chain = self.pki.leaf(f"web-{row.name}", **({"host": name} | row.certificate))
            self.host.add(name, chain, row.answer)
        (folder / "zones").mkdir()
        self.names = zones.NameServer(folder / "zones", [zones.Zone(sts_rows.ZONE, text)])
        self.running.append(self.names)
        self.postfix.start()
        self.running.append(self.postfix)

    def records(self, row):
        lines = [f"{domain(row)}. 300 IN MX 10 {row.mx}.",
                 f'_smtp._tls.{domain(row)}. 300 IN TXT "v=TLSRPTv1; rua=mailto:tls@{domain(row)}"',
                 *(f'_mta-sts.{domain(row)}. 300 IN TXT "{record}"' for record in row.records)]
        return "".join(line + "\n" for line in lines)

    def stop(self):
        for one in reversed(self.running):
            one.stop()

    def command(self, row, form):
        ways = {"tls": self.host.port("tls"), "plain": self.host.port("plain"), "closed": zones.free_port()}
        sts = ["--sts-connect", f"127.0.0.1:{ways[row.way]}"] if row.way in ways else []
        return [self.cli, "inspect", domain(row), "--format", form, "--policy", row.act, "--roots",
                str(self.pki.roots), "--ehlo", "client.lab.zz", "--resolver", f"127.0.0.1:{self.names.port}",
                "--dnssec-anchor", str(self.names.anchor), "--port", str(self.ports[row.server]), *sts, *row.options]

    def compare(self, row):
        self.host.requests.clear()
        command = self.command(row, "json")
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        shown = " ".join(command) + "\n" + done.stdout + done.stderr
        try:
            one = json.loads(done.stdout)["inspections"][0]
        except (ValueError, IndexError):
            raise Disagreement(f"no inspection on standard output (exit {done.returncode})\n{shown}") from None
        verdicts = {verdict["policy"]: verdict for verdict in one["verdicts"]}
        check("exit code", done.returncode, EXIT_CODES[verdicts[row.act]["standing"]], shown)
        check("end", one["end"], row.end, shown)
        check("host", one["target"]["host"], row.mx, shown)
        check("where reports go", one["tlsRpt"]["rua"], [f"mailto:tls@{domain(row)}"], shown)
        self.check_verdict(row, verdicts["mta-sts"], one["sts"], shown)
        self.check_policy(row, one["sts"], shown)
        self.check_requests(row, shown)
        if row.matches and row.mode == "enforce":
            self.compare_finger(row, verdicts["mta-sts"], shown)
        if row.server == "self-signed":
            check("a self-signed MX is still encrypted", verdicts["opportunistic"]["delivery"], "encrypted", shown)

    def check_verdict(self, row, verdict, sts, shown):
        check("standing", verdict["standing"], row.standing, shown)
        check("delivery", verdict["delivery"], row.delivery, shown)
        check("deciding fact", verdict["because"][0]["code"], row.deciding, shown)
        check("result type (RFC 8460)", verdict["result"], row.result, shown)
        codes = {finding["code"] for finding in verdict["because"] + sts["problems"]}
        check("further findings", [code for code in row.codes if code not in codes], [], str(sorted(codes)), shown)

    def check_policy(self, row, sts, shown):
        check("fetch", sts["fetch"], row.fetch, shown)
        check("mode", sts["mode"], row.mode, shown)
        check("matches by the RFC", sts["matches"], row.matches, shown)
        check("matches by the older rule", sts["matchesAnyPattern"], row.matches_any, shown)
        problems = {finding["line"]: finding["code"] for finding in sts["problems"] if finding.get("line")}
        check("problems by line", {line: problems.get(line) for line in row.lines}, row.lines, shown)
        if row.fetch == "ok" and row.answer.body:
            literal = row.answer.body.decode().replace("\r", "\\x0d")
            check("literal text", sts["literal"], literal, shown)

    def check_requests(self, row, shown):
        asked = [request.split("\r\n")[0] for request in self.host.requests]
        check("requests at the policy host", asked, ["GET /.well-known/mta-sts.txt HTTP/1.1"] * row.requests, shown)

    def compare_finger(self, row, verdict, shown):
        seen = self.finger.ask("secure", self.ports[row.server], roots=self.pki.roots, matches=[row.mx])
        theirs = TRUSTED.get(seen.trust, "deferred") if seen.established else "deferred"
        check("delivery (posttls-finger -l secure)", verdict["delivery"], theirs, "--- posttls-finger", seen.output,
              "--- mailseal-cli", shown)


def reads_well(lab, table):
    """The text for people names the policy, its lines and what is to be mended."""
    row = next(row for row in table if row.name == "syntax")
    command = [*lab.command(row, "text"), "--full"]
    text = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False).stdout
    flat = " ".join(text.split())
    for words in ("https://mta-sts.syntax.lab.zz/.well-known/mta-sts.txt", "mode enforce", "line 2: ",
                  "sts-policy-invalid", "an older policy of this domain"):
        check(f"“{words}” in the text", words in flat, True, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--servers", required=True)
    parser.add_argument("--only")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    missing = [name for name in (*zones.TOOLS, "openssl") if not zones.tool(name)]
    if missing:
        print(f"SKIP   : missing: {', '.join(missing)}")
        return SKIPPED
    table = [row for row in sts_rows.TABLE if arguments.only in (None, row.name)]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailseal-sts-"))
    lab, failed, passed = None, 0, 0
    try:
        lab = Lab(folder, arguments, table)
        checks = [(row.name, lambda row=row: lab.compare(row)) for row in table]
        if not arguments.only:
            checks.append(("reads-well", lambda: reads_well(lab, table)))
        for name, run in checks:
            try:
                run()
                passed += 1
                print(f"PASS   : sts {name}", flush=True)
            except (Disagreement, subprocess.TimeoutExpired, KeyError, TypeError, IndexError) as problem:
                failed += 1
                print(f"FAIL!  : sts {name}\n{type(problem).__name__}: {problem}\n", flush=True)
    except servers.LabError as problem:
        print(f"{'FAIL!' if lab else 'SKIP'}   : sts lab: {problem}")
        return 1 if lab else SKIPPED
    finally:
        if lab:
            lab.stop()
        if arguments.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"Totals: {passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
