"""Postfix and Exim from an unpacked package, with a configuration of their own in the lab's folder.

They listen on loopback only, take no mail, run in the foreground and are ended by their own process id. Neither
system users nor privileges are needed: nss_wrapper and uid_wrapper show them the users they ask for.
"""

import glob
import os
import pathlib
import re
import signal
import socket
import subprocess
import time

WRAPPERS = {"uid": "libuid_wrapper.so", "nss": "libnss_wrapper.so"}
START_DEADLINE = 20.0


class LabError(Exception):
    """The lab itself could not be set up; says why."""


def free_port(address="127.0.0.1"):
    with socket.socket() as probe:
        probe.bind((address, 0))
        return probe.getsockname()[1]


def wait_until(what, condition, deadline=START_DEADLINE):
    end = time.monotonic() + deadline
    while not condition():
        if time.monotonic() > end:
            raise LabError(f"waited {deadline:.0f} s in vain for {what}")
        time.sleep(0.02)


def listens(address, port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((address, port)) == 0


def wrapper(name):
    found = glob.glob(f"/usr/lib/*/{WRAPPERS[name]}")
    if not found:
        raise LabError(f"{WRAPPERS[name]} is missing (package lib{name}-wrapper)")
    return found[0]


def users_environment(folder, fake_root):
    """nss_wrapper's user list, and with `fake_root` uid_wrapper: every change of user succeeds and changes nothing."""
    uid, gid = (os.getuid(), os.getgid()) if os.getuid() != 0 else (2, 2)
    (folder / "passwd").write_text("root:x:0:0:root:/:/bin/false\n"
                                   "postfix:x:101:101::/:/bin/false\n"
                                   "nobody:x:65534:65534::/:/bin/false\n"
                                   f"Debian-exim:x:{uid}:{gid}::/:/bin/false\n")
    (folder / "group").write_text("root:x:0:\npostfix:x:101:\npostdrop:x:102:\nnogroup:x:65534:\n"
                                  f"Debian-exim:x:{gid}:\n")
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C",
                   "NSS_WRAPPER_PASSWD": str(folder / "passwd"), "NSS_WRAPPER_GROUP": str(folder / "group"),
                   "LD_PRELOAD": wrapper("nss")}
    if fake_root:
        environment |= {"LD_PRELOAD": f"{wrapper('uid')} {wrapper('nss')}", "UID_WRAPPER": "1",
                        "UID_WRAPPER_ROOT": "1"}
    return environment


class Server:
    """A child process in the foreground."""

    def __init__(self):
        self.process = None

    def launch(self, command, environment, folder, name):
        self.output = folder / f"{name}.out"
        with open(self.output, "wb") as output:
            self.process = subprocess.Popen([str(part) for part in command], env=environment,
                                            stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                            start_new_session=True)

    def require_running(self):
        if self.process.poll() is not None:
            raise LabError(f"{type(self).__name__} ended at once: {self.output.read_text(errors='replace')}"
                           f"{self.log_text()}")
        return True

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Postfix(Server):
    def __init__(self, folder, unpacked):
        super().__init__()
        self.folder = pathlib.Path(folder)
        self.package = pathlib.Path(unpacked).resolve()
        self.finger = self.package / "usr/sbin/posttls-finger"
        self.config = self.folder / "etc"
        self.finger_config = self.folder / "finger"
        self.log = self.folder / "mail.log"
        self.library_path = str(self.package / "usr/lib/postfix")
        self.services = []
        self.ports = []
        if not self.finger.exists():
            raise LabError(f"no Postfix in {unpacked} (tests/lab/fetch.sh unpacks it)")
        for part in ["etc", "finger", "data", "queue", *("queue/" + name for name in (
                "pid public private active incoming maildrop deferred defer bounce flush hold corrupt saved "
                "trace").split())]:
            (self.folder / part).mkdir(parents=True)

    def add(self, name, options=(), program="smtpd", processes="-"):
        """Another service on a port of its own; its log lines carry its name."""
        port = free_port()
        while port in self.ports:
            port = free_port()
        self.ports.append(port)
        self.add_at("127.0.0.1", port, name, options, program, processes)
        return port

    def add_at(self, address, port, name, options=(), program="smtpd", processes="-"):
        words = " ".join(f"-o {{ {option} }}" for option in [f"syslog_name = lab/{name}", *options])
        self.services.append(f"{address}:{port} inet n - n - {processes} {program} {words}")

    def start(self, settings=()):
        main = {
            "compatibility_level": "3.6", "queue_directory": self.folder / "queue",
            "data_directory": self.folder / "data", "command_directory": self.package / "usr/sbin",
            "daemon_directory": self.package / "usr/lib/postfix/sbin",
            "shlib_directory": self.package / "usr/lib/postfix", "meta_directory": self.package / "etc/postfix",
            "mail_owner": "postfix", "setgid_group": "postdrop", "default_privs": "nobody",
            "myhostname": "mx.lab.example", "mydestination": "", "alias_maps": "", "alias_database": "",
            "maillog_file_prefixes": self.folder, "maillog_file": self.log,
            "inet_protocols": "ipv4", "inet_interfaces": "127.0.0.1", "mynetworks": "127.0.0.0/8",
            "smtpd_peername_lookup": "no", "smtpd_recipient_restrictions": "reject",
            "smtpd_relay_restrictions": "reject", "local_transport": "error:the lab delivers nothing",
            "default_transport": "error:the lab delivers nothing", "tls_random_source": "dev:/dev/urandom",
            "import_environment": "MAIL_CONFIG MAIL_LOGTAG TZ LANG=C POSTLOG_SERVICE POSTLOG_HOSTNAME "
                                  "LD_LIBRARY_PATH LD_PRELOAD UID_WRAPPER UID_WRAPPER_ROOT "
                                  "NSS_WRAPPER_PASSWD NSS_WRAPPER_GROUP",
        } | dict(settings)
        (self.config / "main.cf").write_text("".join(f"{key} = {value}\n" for key, value in main.items()))
        (self.config / "master.cf").write_text("\n".join([
            "postlog unix-dgram n - n - 1 postlogd", "tlsmgr unix - - n 1000? 1 tlsmgr",
            "anvil unix - - n - 1 anvil", "rewrite unix - - n - - trivial-rewrite",
            "proxymap unix - - n - - proxymap", "dnsblog unix - - n - 0 dnsblog",
            "tlsproxy unix - - n - 0 tlsproxy", *self.services, ""]))
        # posttls-finger runs without wrappers, as its speed is measured: with users that every machine has.
        (self.finger_config / "main.cf").write_text(
            "compatibility_level = 3.6\nmail_owner = daemon\nsetgid_group = adm\ninet_protocols = ipv4\n"
            f"myhostname = client.lab.example\nshlib_directory = {self.library_path}\n")
        environment = users_environment(self.folder, fake_root=True) | {"LD_LIBRARY_PATH": self.library_path}
        self.launch([self.package / "usr/lib/postfix/sbin/master", "-d", "-c", self.config], environment,
                    self.folder, "master")
        wait_until("Postfix's log", lambda: self.require_running() and "daemon started" in self.log_text())
        # Its sockets are bound before the log line; a probing connection would only leave lines of its own.

    def log_text(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def mark(self):
        return len(self.log_text())

    def wait_for_session(self, since, name):
        """The log lines of the first session of service `name` that began after `since`, once it has ended. Others,
        begun before, may end in between: a process of Postfix's serves one at a time."""
        def lines():
            lines = [line for line in self.log_text()[since:].splitlines() if f"lab/{name}/" in line]
            begun = next((i for i, line in enumerate(lines) if ": connect from" in line), len(lines))
            process = re.search(r"\[\d+\]", lines[begun]).group(0) if begun < len(lines) else ""
            session = [line for line in lines[begun:] if process in line.split(": ", 1)[0]]
            ended = next((i for i, line in enumerate(session) if ": disconnect from" in line), None)
            return None if ended is None else session[:ended + 1]
        wait_until(f"the end of a session of {name} in Postfix's log", lambda: lines() is not None, 10)
        return lines()


class Exim(Server):
    def __init__(self, folder, unpacked):
        super().__init__()
        self.folder = pathlib.Path(folder)
        self.program = pathlib.Path(unpacked).resolve() / "usr/sbin/exim4"
        self.chains = {}
        if not self.program.exists():
            raise LabError(f"no Exim in {unpacked} (tests/lab/fetch.sh unpacks it)")
        self.folder.mkdir()

    def add(self, chain):
        port = free_port()
        while port in self.chains:
            port = free_port()
        self.chains[port] = chain
        return port

    def start(self):
        choices = "".join(f"${{if eq{{$received_port}}{{{port}}}{{{chain}}}}}" for port, chain in
                          self.chains.items())
        config = self.folder / "exim.conf"
        config.write_text("\n".join([
            "primary_hostname = mx.lab.example", "keep_environment =", f"spool_directory = {self.folder}/spool",
            f"log_file_path = {self.folder}/%slog", "tls_advertise_hosts = *", "host_lookup =",
            f"daemon_smtp_ports = {next(iter(self.chains))}",  # its default, smtp, needs /etc/services
            "local_interfaces = <; " + " ; ".join(f"[127.0.0.1]:{port}" for port in self.chains),
            f"tls_certificate = {choices}", "acl_smtp_rcpt = nobody", "begin acl", "nobody:", "  deny", ""]))
        config.chmod(0o600)
        self.launch([self.program, "-C", config, "-bdf", "-oP", self.folder / "exim.pid"],
                    users_environment(self.folder, fake_root=os.getuid() == 0), self.folder, "exim")
        wait_until("Exim", lambda: self.require_running() and "daemon started" in self.log_text())

    def log_text(self):
        log = self.folder / "mainlog"
        return log.read_text(errors="replace") if log.exists() else ""
