"""Real senders: Postfix's smtp(8) at six levels and Exim as Debian sets it up, in queues of their own. Each sends one
message to one recipient a domain; what became of it is read from its log, and where a server by hand says in its reply
how the message came, from that."""

import dataclasses
import pathlib
import re
import smtplib
import socket
import subprocess
import threading

import servers

LEVELS = {"may": "opportunistic", "encrypt": "encrypt", "verify": "webpki", "secure": "secure", "dane": "dane",
          "dane-only": "dane-only"}
AUTHENTICATING = ("verify", "secure", "dane", "dane-only")
PATIENCE = 3  # seconds that a sender waits for a server that says nothing


@dataclasses.dataclass
class Fate:
    """What became of a message; `log` are the lines that tell."""
    delivery: str
    log: str


def how_it_came(text):
    return "cleartext" if "taken in clear text" in text else "encrypted" if "taken inside TLS" in text else None


class PostfixSender(servers.Postfix):
    def __init__(self, folder, unpacked, roots):
        super().__init__(folder, unpacked)
        self.roots = roots

    def start_sending(self):
        for level in LEVELS:
            words = [f"syslog_name = sender/{level}", f"smtp_tls_security_level = {level}"]
            words += ["smtp_dns_support_level = dnssec"] if level.startswith("dane") else []
            options = " ".join(f"-o {{ {word} }}" for word in words)
            self.services.append(f"{level} unix - - n - 12 smtp {options}")
        self.services += ["cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr",
                          "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce",
                          "trace unix - - n - 0 bounce", "error unix - - n - - error", "retry unix - - n - - error"]
        self.port = self.add("in")
        self.start({
            "myhostname": "client.lab.example", "smtpd_relay_restrictions": "permit_mynetworks, reject",
            "smtpd_recipient_restrictions": "permit_mynetworks, reject",
            "transport_maps": "regexp:{ " + " ".join(f"{{/^{level}@/ {level}:}}" for level in LEVELS) + " }",
            "smtp_tls_CAfile": self.roots, "smtp_tls_loglevel": "1", "smtp_connection_cache_on_demand": "no",
            # Nothing but patience is changed: clear text after a failed handshake is tried when a message is older
            # than the first of these.
            "minimal_backoff_time": "1s", "maximal_backoff_time": "1h", "queue_run_delay": "1s",
            "default_destination_concurrency_failed_cohort_limit": "0",
            **{f"smtp_{step}_timeout": f"{PATIENCE}s" for step in
               ("connect", "helo", "starttls", "mail", "rcpt", "data_init", "data_done", "quit")},
        })

    def send(self, recipients):
        with smtplib.SMTP("127.0.0.1", self.port) as client:
            for recipient in recipients:
                client.sendmail("", [recipient], "Subject: lab\r\n\r\nA message of the sender lab.\r\n")

    def try_again(self):
        """What is deferred, whatever its time, as postqueue -f does: F, D and A are qmgr's requests."""
        with socket.socket(socket.AF_UNIX) as manager:
            manager.connect(str(self.folder / "queue/public/qmgr"))
            manager.sendall(b"FDA")

    def fates(self):
        """By recipient, of every message that is delivered, bounced, or deferred for the second time."""
        attempts, pending, fates = {}, {}, {}
        for line in self.log_text().splitlines():
            process = re.search(r" \S+\[\d+\]: ", line)
            if process is None:
                continue
            pending.setdefault(process[0], []).append(line)
            if found := re.search(r": (\w+): to=<([^>]+)>.* status=", line):
                attempts.setdefault(found.groups(), []).append(pending.pop(process[0]))
        for (_, recipient), tries in attempts.items():
            if len(tries) > 1 or "status=deferred" not in tries[-1][-1]:
                log = "\n".join(line for lines in tries for line in lines)
                fates.setdefault(recipient, Fate(self.outcome(recipient.partition("@")[0], tries[-1]), log))
        return fates

    @staticmethod
    def outcome(level, lines):
        if "status=sent" not in lines[-1]:
            return "refused" if "status=bounced" in lines[-1] else "deferred"
        trust = [found[1] for line in lines if (found := re.search(r"(\w+) TLS connection established to", line))]
        came = how_it_came(lines[-1]) or ("encrypted" if trust else "cleartext")
        return "authenticated" if came == "encrypted" and trust[-1] == "Verified" and level in AUTHENTICATING else came


class EximSender:
    """Debian's router, transport and retry rules, word by word; each message is delivered in the foreground."""

    def __init__(self, folder, unpacked, settings):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.program = pathlib.Path(unpacked).resolve() / "usr/sbin/exim4"
        parts = pathlib.Path(settings).resolve() / "etc/exim4/conf.d"
        part = {name: (parts / name).read_text() for name in (
            "router/200_exim4-config_primary", "transport/10_exim4-config_transport-macros",
            "transport/30_exim4-config_remote_smtp", "retry/30_exim4-config")}
        self.config = self.folder / "exim.conf"
        self.config.write_text("\n".join([
            # The lab's addresses are the loopback's, which Debian's router passes over.
            "DCconfig_internet = yes", "ROUTER_DNSLOOKUP_IGNORE_TARGET_HOSTS = <; 0.0.0.0",
            "primary_hostname = client.lab.example", f"exim_path = {self.program}",
            "keep_environment = LD_PRELOAD : ^NSS_WRAPPER : ^UID_WRAPPER", f"spool_directory = {self.folder}/spool",
            f"log_file_path = {self.folder}/%slog", "log_selector = +smtp_confirmation +tls_certificate_verified",
            "domainlist local_domains = @", "domainlist relay_to_domains =", "begin routers",
            part["router/200_exim4-config_primary"], "begin transports",
            part["transport/10_exim4-config_transport-macros"], part["transport/30_exim4-config_remote_smtp"],
            f"command_timeout = {PATIENCE}s", f"connect_timeout = {PATIENCE}s", "begin retry",
            part["retry/30_exim4-config"], ""]))
        self.config.chmod(0o600)
        self.environment = servers.users_environment(self.folder, fake_root=True)
        self.log = self.folder / "mainlog"
        self.one_by_one = threading.Lock()

    def send(self, recipient):
        """Returns what became of it."""
        run = subprocess.run([self.program, "-C", self.config, "-odi", "-oi", "-f", "<>", recipient],
                             input="Subject: lab\n\nA message of the sender lab.\n", text=True, check=False,
                             env=self.environment, capture_output=True, timeout=120)
        with self.one_by_one:
            text = self.log.read_text(errors="replace") if self.log.exists() else ""
        lines = [line for line in text.splitlines() if recipient in line]
        return Fate(self.outcome(recipient, lines), "\n".join([*lines, run.stderr]))

    @staticmethod
    def outcome(recipient, lines):
        for line in reversed(lines):
            if f"=> {recipient} " in line:
                if " CV=dane" in line:
                    return "authenticated"
                return "encrypted" if " X=" in line else "cleartext"
            if f"** {recipient}" in line:
                return "refused"
            if f"== {recipient} " in line:
                return "deferred"
        return "unknown"
