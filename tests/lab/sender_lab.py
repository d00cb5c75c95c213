#!/usr/bin/env python3
"""Real senders: Postfix's smtp(8) at may, encrypt, verify, secure, dane and dane-only, and Exim as Debian sets it up,
each send a message to every server and domain of the labs and to servers by hand that do one odd thing. What became of
it must be what Mailseal says of that class of client, and of that sender.

    sender_lab.py --cli PATH --servers FOLDER [--only NAMES] [--show] [--senders-only] [--keep]

NAMES are separated by commas. FOLDER holds the unpacked servers (tests/lab/fetch.sh). All of it runs in a network of
its own, as the DANE lab does.
Exits 77 where that or a program is missing, 1 where a row fails.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import dane_lab  # noqa: E402
import oddservers  # noqa: E402
import sender_rows  # noqa: E402
import senders  # noqa: E402
import servers  # noqa: E402
import stacks  # noqa: E402
import zones  # noqa: E402
from dane_lab import Disagreement, SKIPPED  # noqa: E402

PROFILES = {"may": "postfix-may", "dane": "postfix-dane", "exim": "exim"}
LONGEST = 60  # seconds until every message is delivered, bounced or deferred twice
EVERY_SENDER = (*senders.LEVELS, "exim")


class EximSink(servers.Exim):
    """Takes every message and forgets it."""

    def start(self):
        choices = "".join(f"${{if eq{{$received_ip_address}}{{{address}}}{{{chain}}}}}" for address, chain in
                          self.chains.items())
        config = self.folder / "exim.conf"
        config.write_text("\n".join([
            "primary_hostname = mx.lab.zz", "keep_environment =", f"spool_directory = {self.folder}/spool",
            f"log_file_path = {self.folder}/%slog", "tls_advertise_hosts = *", "host_lookup =",
            "daemon_smtp_ports = 25", "local_interfaces = <; " + " ; ".join(self.chains),
            f"tls_certificate = {choices}", "acl_smtp_rcpt = everybody", "acl_smtp_data = everybody", "begin acl",
            "everybody:", "  accept", "begin routers", "forget:", "  driver = redirect", "  data = :blackhole:", ""]))
        config.chmod(0o600)
        self.launch([self.program, "-C", config, "-bdf", "-oP", self.folder / "exim.pid"],
                    servers.users_environment(self.folder, fake_root=True), self.folder, "exim")
        servers.wait_until("Exim", lambda: self.require_running() and "daemon started" in self.log_text())


class Lab(dane_lab.Lab):
    def __init__(self, folder, arguments, table):
        unpacked = pathlib.Path(arguments.servers)
        self.exim = EximSink(folder / "exim", unpacked / "exim4-daemon-light")
        self.odd, self.stacks, self.address, self.unpacked = [], [], {}, unpacked
        super().__init__(folder, arguments, table)
        self.sender = senders.PostfixSender(folder / "sender", unpacked / "postfix", self.pki.roots)
        self.exim_sender = senders.EximSender(folder / "exim-sender", unpacked / "exim4-daemon-light",
                                              unpacked / "exim4-config")

    def start(self):
        # It takes every message and forgets it.
        self.postfix.services += ["cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr",
                                  "discard unix - - n - - discard", "bounce unix - - n - 0 bounce"]
        take = {"smtpd_recipient_restrictions": "permit_mynetworks, reject",
                "smtpd_relay_restrictions": "permit_mynetworks, reject", "default_transport": "discard:",
                "local_transport": "discard:"}
        start, self.postfix.start = self.postfix.start, lambda: None
        start(take)
        for stack in self.stacks:
            self.running.append(stack)
            stack.start()
        self.running += [*self.odd, self.postfix]
        super().start()
        self.running.remove(self.postfix)
        if self.exim.chains:
            self.exim.start()
            self.running.append(self.exim)
        self.sender.start_sending()
        self.running.append(self.sender)

    def add(self, row, address, texts, apart):
        self.address[row.name] = address
        if not (row.no_address or row.no_domain):
            self.serve(row, address)
        if row.records:
            self.publish(row, "" if row.no_address else address, texts, apart)

    def serve(self, row, address):
        if row.certificate is None:
            self.add_at_postfix(row, address, [])
            return
        for authority in row.needs:
            self.authority(authority)
        options = {key: value.format(address=address) if isinstance(value, str) else value
                   for key, value in row.certificate.items()}
        if isinstance(options.get("send"), str):  # a line's lowest, and all above it
            options["send"] = self.deep[self.deep.index(options["send"]):]
        chain = self.pki.leaf(row.name, options.pop("host", row.host), **options)
        if isinstance(row.server, oddservers.Manner):
            self.odd.append(oddservers.OddServer(address, row.server, chain))
        elif row.server in stacks.STACKS:
            stack = stacks.STACKS[row.server](self.folder / f"stack-{row.name}", self.unpacked, address, chain,
                                              address.replace("127.0.1.", "127.0.2."))
            stack.domain, stack.recipients = row.domain, EVERY_SENDER
            self.stacks.append(stack)
        elif row.server == "exim":
            self.exim.chains[address] = chain if row.sni is None else \
                f"${{if eq{{$tls_in_sni}}{{{row.host}}}{{{self.sni_leaf(row)}}}{{{chain}}}}}"
        else:
            chains = [chain] if row.second is None else \
                [chain, self.pki.leaf(f"{row.name}-second", **({"host": row.host} | row.second))]
            self.add_at_postfix(row, address, [f"smtpd_tls_chain_files = {', '.join(map(str, chains))}"])

    def add_at_postfix(self, row, address, options):
        options = [*options, *row.options]
        if "smtpd_tls_security_level" not in " ".join(options):
            options.append("smtpd_tls_security_level = may")
        if row.sni is not None:
            table = self.folder / f"{row.name}.sni"
            table.write_text(f"{row.host} {self.sni_leaf(row)}\n")
            options.append(f"tls_server_sni_maps = texthash:{table}")
        self.postfix.add_at(address, 25, row.name, options, row.program, "1" if row.program == "postscreen" else "-")
        if row.program == "postscreen":
            words = " ".join(f"-o {{ {option} }}" for option in options)
            self.postfix.services.append(f"smtpd pass - - n - - smtpd {words}")

    def sni_leaf(self, row):
        return self.pki.leaf(f"{row.name}-sni", **row.sni)

    def authority(self, name):
        if (self.pki.folder / f"{name}.pem").exists() or hasattr(self, name):
            return
        if name == "deep":
            self.deep = self.pki.deep_authorities("deep", 12)
        else:
            self.pki.weak_authority(name)

    # ---- What they do

    def recipient(self, row, sender):
        return f"{sender}@[{self.address[row.name]}]" if row.literal else f"{sender}@{row.domain}"

    def fates(self, table):
        """What became of every message, by row and sender."""
        asked = [(row, level) for row in table for level in senders.LEVELS]
        self.sender.send([self.recipient(*one) for one in asked])
        fates = {}
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            # Debian's Exim routes no address literals.
            by_exim = {row.name: pool.submit(self.exim_sender.send, self.recipient(row, "exim"))
                       for row in table if not row.literal}
            for name, future in by_exim.items():
                fates[name, "exim"] = future.result()
        deadline, again = time.monotonic() + LONGEST, time.monotonic() + 20
        while asked and time.monotonic() < deadline:
            told = self.sender.fates()
            for row, level in list(asked):
                fate = told.get(self.recipient(row, level))
                if fate:
                    fates[row.name, level] = fate
                    asked.remove((row, level))
            time.sleep(0.1)
            if time.monotonic() > again:
                # A queue that is busy may leave one lying: another message then.
                self.sender.send([self.recipient(*one) for one in asked])
                self.sender.try_again()
                again += 20
        for row, level in asked:
            lines = [line for line in self.sender.log_text().splitlines() if self.recipient(row, level) in line]
            fates[row.name, level] = senders.Fate(f"no end within {LONGEST} s", "\n".join(lines))
        return fates

    def say(self, row):
        """Mailseal's inspection of the row."""
        target = self.address[row.name] if row.literal else f"domain:{row.domain}"
        command = [self.cli, "inspect", target, "--format", "json", "--roots", str(self.pki.roots), "--ehlo",
                   "client.lab.example", "--resolver", dane_lab.RESOLVER, "--dnssec-anchor", str(self.names.anchor),
                   *row.ask]
        done = subprocess.run(command, capture_output=True, timeout=120, stdin=subprocess.DEVNULL, check=False)
        shown = " ".join(command) + "\n" + (done.stdout + done.stderr).decode("utf-8", "replace")
        try:
            return json.loads(done.stdout)["inspections"][0], shlex.join(command)
        except (ValueError, IndexError):
            raise Disagreement(f"no inspection on standard output (exit {done.returncode})\n{shown}") from None


def compare(row, one, fates):
    """Every disagreement of the row, a line each, and the lines that tell."""
    verdicts = {verdict["policy"]: verdict for verdict in one["verdicts"]}
    profiles = {sender["id"]: sender for sender in one["senders"]}
    wrong = []
    for sender in EVERY_SENDER:
        fate = fates.get((row.name, sender))
        if fate is None:
            continue
        says = {}
        if sender in senders.LEVELS:
            policy = senders.LEVELS[sender]
            says[f"under {policy}"] = verdicts[policy]["delivery"]
        if sender in PROFILES:
            says[f"of {PROFILES[sender]}"] = profiles[PROFILES[sender]]["delivery"]
        told = "\n".join(fate.log.splitlines()[-3:])
        if sender in row.differs:
            expected, why, *somewhere = row.differs[sender]
            if somewhere and set(says.values()) == {fate.delivery}:
                continue  # this release's sender is not the one
            print(f"NOTE   : sender-lab {row.name}: {sender} {expected}: {why}")
            if fate.delivery != expected or set(says.values()) == {expected}:
                wrong.append(f"{sender}: {fate.delivery}, Mailseal {says}, the table {expected}, {why}\n{told}")
            continue
        wrong += [f"{sender}: {fate.delivery}, Mailseal {where} {delivery}\n{told}"
                  for where, delivery in says.items() if delivery != fate.delivery]
    return wrong


def show(row, fates):
    print(f"{row.name:34}", *(f"{sender}={fates[row.name, sender].delivery}" for sender in EVERY_SENDER
                              if (row.name, sender) in fates))


def run_rows(lab, table, arguments):
    """How many rows failed."""
    failed = 0
    if arguments.senders_only:
        fates = lab.fates(table)
        for row in table:
            show(row, fates)
        return 0
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        said = {row.name: pool.submit(lab.say, row) for row in
                sorted(table, key=lambda row: not row.ask)}
        fates = lab.fates(table)
        for row in table:
            try:
                one, shown = said[row.name].result()
                if arguments.show:
                    show(row, fates)
                wrong = compare(row, one, fates)
                if wrong:
                    raise Disagreement("\n".join([*wrong, shown]))
                print(f"PASS   : sender-lab {row.name}", flush=True)
            except (Disagreement, subprocess.TimeoutExpired, KeyError, IndexError, TypeError) as problem:
                failed += 1
                print(f"FAIL!  : sender-lab {row.name}\n{type(problem).__name__}: {problem}\n", flush=True)
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cli", required=True)
    parser.add_argument("--servers", required=True)
    parser.add_argument("--only")
    parser.add_argument("--show", action="store_true", help="what each sender did")
    parser.add_argument("--senders-only", action="store_true", help="without Mailseal: what each sender does")
    parser.add_argument("--keep", action="store_true")
    arguments = parser.parse_args()
    missing = dane_lab.missing_tools()
    if missing:
        print(f"SKIP   : missing: {', '.join(missing)}")
        return SKIPPED
    if dane_lab.INSIDE not in os.environ:
        dane_lab.go_inside()
    dane_lab.loopback_up()
    wanted = arguments.only.split(",") if arguments.only else None
    table = [row for row in sender_rows.TABLE if wanted is None or row.name in wanted]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailseal-senders-"))
    lab, failed, started = None, 0, False
    try:
        dane_lab.own_resolver(folder)
        lab = Lab(folder, arguments, table)
        lab.start()
        started = True
        failed = run_rows(lab, table, arguments)
    except (servers.LabError, zones.ZoneError) as problem:
        print(f"{'FAIL!' if lab else 'SKIP'}   : sender-lab: {problem}")
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
