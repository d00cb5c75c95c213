#!/usr/bin/env python3
"""Real servers: every row inspects a Postfix or an Exim and compares what Mailseal says with what posttls-finger and
openssl s_client say of the same server in the same minute.

    lab.py --cli PATH --servers FOLDER [--only NAME] [--oracles-only] [--keep]

FOLDER holds the unpacked servers (tests/lab/fetch.sh). Exits 77 where they are missing, 1 where a row fails.
"""

import argparse
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import oracles  # noqa: E402
import pki  # noqa: E402
import rows  # noqa: E402
import servers  # noqa: E402

SKIPPED = 77
DELIVERY_OF_TRUST = {"Verified": "authenticated", "Trusted": "deferred", "Untrusted": "deferred",
                     "Anonymous": "deferred"}


class Disagreement(Exception):
    """One failed comparison; holds both sides."""


def check(what, ours, theirs, *outputs):
    if ours != theirs:
        raise Disagreement(f"{what}: Mailseal has {ours!r}, expected {theirs!r}\n" + "\n".join(outputs))


class Lab:
    def __init__(self, folder, arguments):
        self.cli = arguments.cli
        self.folder = folder
        self.pki = pki.Pki(folder / "pki")
        unpacked = pathlib.Path(arguments.servers)
        self.postfix = servers.Postfix(folder / "postfix", unpacked / "postfix")
        self.exim = servers.Exim(folder / "exim", unpacked / "exim4-daemon-light")
        self.finger = oracles.Finger(self.postfix)
        self.names = oracles.standard_names()
        self.ports = {}

    def start(self, table):
        for row in table:
            chain = self.chain(row)
            if row.server == "exim":
                self.ports[row.name] = self.exim.add(self.by_sni(row, chain))
            elif row.program == "postscreen":
                self.ports[row.name] = self.postfix.add(row.name, row.options, "postscreen", "1")
                # postscreen hands the connection to the service of this name.
                self.postfix.services.append(
                    f"smtpd pass - - n - - smtpd -o {{ syslog_name = lab/{row.name} }} "
                    f"-o {{ smtpd_tls_security_level = may }} -o {{ smtpd_tls_chain_files = {chain} }}")
            else:
                options = [f"smtpd_tls_chain_files = {chain}"] if chain else []
                options += self.sni_map(row)
                options += [] if "smtpd_tls_security_level" in " ".join(row.options) else \
                    ["smtpd_tls_security_level = may"]
                self.ports[row.name] = self.postfix.add(row.name, [*options, *row.options])
        self.postfix.start()
        if any(row.server == "exim" for row in table):
            self.exim.start()

    def stop(self):
        self.postfix.stop()
        self.exim.stop()

    def by_sni(self, row, chain):
        """Exim's expansion for the file of chains."""
        if row.sni is None:
            return chain
        return f"${{if eq{{$tls_in_sni}}{{{rows.HOST}}}{{{self.sni_leaf(row)}}}{{{chain}}}}}"

    def sni_leaf(self, row):
        return self.pki.leaf(f"{row.name}-sni", **row.sni)

    def sni_map(self, row):
        if row.sni is None:
            return []
        table = self.folder / f"{row.name}.sni"
        table.write_text(f"{rows.HOST} {self.sni_leaf(row)}\n")
        return [f"tls_server_sni_maps = texthash:{table}"]

    def chain(self, row):
        if row.certificates is None:
            return None
        files = [self.pki.leaf(f"{row.name}-{number}", **options) for number, options in
                 enumerate(row.certificates)]
        return ", ".join(map(str, files))

    # ---- Mailseal's side

    def inspect(self, row, policy, *options, variants=True):
        """The one inspection of the row's server; checks what holds for every one of them."""
        scheme = "submissions" if row.wrapped else "smtp"
        command = [self.cli, "inspect", "--format", "json", "--policy", policy, "--roots", str(self.pki.roots),
                   "--connect", f"127.0.0.1:{self.ports[row.name]}", "--ehlo", "client.lab.example", *options,
                   *([] if row.variants and variants else ["--no-variants"]), f"{scheme}://{rows.HOST}"]
        done = subprocess.run(command, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
        shown = " ".join(command) + "\n" + (done.stdout + done.stderr).decode("utf-8", "replace")
        try:
            survey = json.loads(done.stdout)
        except ValueError:
            raise Disagreement(f"no JSON on standard output (exit {done.returncode})\n{shown}") from None
        check("schema", survey["schema"], "mailseal/survey/1", shown)
        check("number of inspections", len(survey["inspections"]), 1, shown)
        one = survey["inspections"][0]
        verdicts = {verdict["policy"]: verdict for verdict in one["verdicts"]}
        codes = {"satisfied": 0, "violated": 1, "not-applicable": 1, "undetermined": 3}
        check(f"exit code under {policy}", done.returncode, codes[verdicts[policy]["standing"]], shown)
        check("host", one["target"]["host"], rows.HOST, shown)
        there = {"address": "127.0.0.1", "port": self.ports[row.name]}
        check("connected to", one["target"]["connectedTo"], there, shown)
        for verdict in verdicts.values():
            check(f"a deciding fact under {verdict['policy']}", bool(verdict["because"]), True, shown)
        self.check_lock_step(one, shown)
        return one, verdicts, shown

    def check_lock_step(self, one, shown):
        """Never a byte before the server's turn has ended: a client line follows a reply's last line, or opens TLS."""
        speaker, ended, tls = "server", False, one["target"]["start"] == "implicit"
        for entry in one["transcript"]:
            if entry["from"] == "note":
                # Another connection, or the handshake, starts the turns anew.
                continue
            if entry["from"] == "client":
                resumed = entry["tls"] and not tls
                check(f"lock-step before “{entry['text']}”", (speaker == "server" and ended) or resumed, True, shown)
            else:
                ended = re.match(r"[2-5][0-9]{2}( |$)", entry["text"]) is not None
            speaker, tls = entry["from"], entry["tls"]

    # ---- The comparison

    def compare(self, row):
        port, roots = self.ports[row.name], self.pki.roots
        pins = [self.pki.sha256(f"{row.name}-{number}") for number in range(len(row.certificates or []))] or ["00" * 32]
        one, verdicts, shown = self.inspect(row, "opportunistic", *(word for pin in pins for word in ("--pin", pin)))
        check("end", one["end"], row.end, shown)
        for policy, standing in row.standings.items():
            check(f"standing under {policy}", verdicts[policy]["standing"], standing, shown)
        codes = {finding["code"] for verdict in verdicts.values() for finding in verdict["because"]}
        codes |= {finding["code"] for finding in (one["chain"] or {}).get("problems", [])}
        for code in row.findings:
            check(f"finding {code}", code in codes, True, str(sorted(codes)), shown)
        if row.oracles:
            self.compare_finger(row, port, roots, pins, verdicts, shown)
            self.compare_s_client(row, port, roots, one, verdicts, shown)
        if row.oracles and row.certificates:
            self.compare_acting(row, verdicts)
        if row.extra:
            row.extra(self, row, one, shown)

    def compare_finger(self, row, port, roots, pins, verdicts, shown):
        grouped = [":".join(re.findall("..", pin)).upper() for pin in pins]
        for policy, level, matches in [("opportunistic", "may", []), ("encrypt", "encrypt", []),
                                       ("webpki", "verify", [rows.HOST]), ("secure", "secure", [rows.HOST]),
                                       ("fingerprint", "fingerprint", grouped)]:
            if policy == "fingerprint" and not row.certificates:
                continue
            sni = rows.HOST if row.sni and policy == "webpki" else None
            seen = self.finger.ask(level, port, roots=roots, matches=matches, wrapped=row.wrapped, sni=sni)
            if policy in ("opportunistic", "encrypt"):
                delivery = "encrypted" if seen.established else \
                    "cleartext" if seen.in_clear and level == "may" else "deferred"
            else:
                delivery = DELIVERY_OF_TRUST.get(seen.trust, "deferred") if seen.established else "deferred"
            check(f"delivery under {policy} (posttls-finger -l {level})", verdicts[policy]["delivery"], delivery,
                  "--- posttls-finger", seen.output, "--- mailseal-cli", shown)

    def compare_s_client(self, row, port, roots, one, verdicts, shown):
        seen = oracles.s_client(port, rows.HOST, roots, row.wrapped)
        both = ["--- openssl s_client", seen.output, "--- mailseal-cli", shown]
        check("satisfied under webpki (s_client -verify_return_error)",
              verdicts["webpki"]["standing"] == "satisfied", seen.established, *both)
        if not one["tls"]:
            return
        ciphers = oracles.OFFERED if row.certificates else "ALL:@SECLEVEL=0"
        seen = oracles.s_client(port, rows.HOST, roots, row.wrapped, ciphers, verify=False)
        both[1] = seen.output
        sent = [certificate["sha256"] for certificate in one["chain"]["sent"]] if one["chain"] else []
        check("chain in the order sent (s_client -showcerts)", sent, seen.chain, *both)
        pems = [pki.digest(pki.certificates(certificate["pem"])[0]) for certificate in
                (one["chain"] or {"sent": []})["sent"]]
        check("PEM of each certificate", pems, sent, *both)
        check("protocol", one["tls"]["protocol"], seen.protocol, *both)
        check("cipher", one["tls"]["cipher"], self.names.get(seen.cipher, seen.cipher), *both)
        if seen.key_exchange not in ("", "DH"):
            check("key exchange", one["tls"]["keyExchange"], {"prime256v1": "P-256"}.get(
                seen.key_exchange, seen.key_exchange), *both)

    def compare_acting(self, row, verdicts):
        """Under webpki the session ends with QUIT at once where webpki is violated, and Postfix has seen so."""
        mark = self.postfix.mark()
        one, acted, shown = self.inspect(row, "webpki", variants=False)
        satisfied = acted["webpki"]["standing"] == "satisfied"
        check("webpki's standing does not depend on the policy acted under", acted["webpki"]["standing"],
              verdicts["webpki"]["standing"], shown)
        check("end under webpki", one["end"], "completed" if satisfied else "quit-after-handshake", shown)
        inside = [entry["text"] for entry in one["transcript"] if entry["tls"] and entry["from"] == "client"]
        check("commands inside TLS under webpki", [text.split()[0] for text in inside],
              ["EHLO", "QUIT"] if satisfied else ["QUIT"], shown)
        if row.server == "postfix":
            lines = self.postfix.wait_for_session(mark, row.name)
            greetings = (2 if satisfied else 1) - (1 if row.wrapped else 0)
            counted = re.search(r"disconnect from .*", lines[-1]).group(0)
            check("EHLO commands in Postfix's log", re.findall(r"ehlo=(\d+)", counted),
                  [str(greetings)] if greetings else [], counted, shown)
            check("QUIT in Postfix's log", "quit=1" in counted, True, counted, shown)

    # ---- Without Mailseal: whether the servers are what their rows say

    def ask_oracles(self, row):
        port = self.ports[row.name]
        for level, matches in [("may", []), ("verify", [rows.HOST])]:
            seen = self.finger.ask(level, port, roots=self.pki.roots, matches=matches, wrapped=row.wrapped)
            print(f"    {level}: {seen.trust or '-'} {seen.protocol} {seen.cipher} {seen.key_exchange} "
                  f"established={seen.established} clear={seen.in_clear}")
        seen = oracles.s_client(port, rows.HOST, self.pki.roots, row.wrapped)
        print(f"    s_client: verified={seen.established} {seen.protocol} {seen.cipher} {seen.key_exchange} "
              f"sent={len(seen.chain)}")


def say_in_clear(port, *commands):
    """The last reply of a plain conversation, for what a server does before TLS."""
    with socket.create_connection(("127.0.0.1", port), 20) as peer, peer.makefile("rw", newline="\r\n") as stream:
        def reply():
            for line in stream:
                if line[3:4] != "-":
                    return line.strip()
            return ""
        last = reply()
        for command in commands:
            stream.write(command + "\r\n")
            stream.flush()
            last = reply()
        return last


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cli", required=True)
    parser.add_argument("--servers", required=True)
    parser.add_argument("--only")
    parser.add_argument("--oracles-only", action="store_true")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    table = [row for row in rows.TABLE if arguments.only in (None, row.name)]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailseal-lab-"))
    lab, failed = None, 0
    try:
        lab = Lab(folder, arguments)
        lab.start(table)
        for row in table:
            try:
                if arguments.oracles_only:
                    print(f"{row.name}:")
                    lab.ask_oracles(row)
                    continue
                lab.compare(row)
                print(f"PASS   : lab {row.name}", flush=True)
            except (Disagreement, servers.LabError, subprocess.TimeoutExpired, KeyError, TypeError) as problem:
                failed += 1
                print(f"FAIL!  : lab {row.name}\n{type(problem).__name__}: {problem}\n", flush=True)
    except servers.LabError as problem:
        missing = lab is None
        print(f"{'SKIP' if missing else 'FAIL!'}   : lab: {problem}")
        return SKIPPED if missing else 1
    finally:
        if lab:
            lab.stop()
        if arguments.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    if arguments.oracles_only:
        return 0
    print(f"Totals: {len(table) - failed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
