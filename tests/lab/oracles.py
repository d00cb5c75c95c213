"""What other programs make of the same server, for Mailseal's verdicts to be compared with.

posttls-finger is no oracle everywhere: its exit status says nothing, so its "TLS connection established" line is
read; it sends SNI only where told (`-s`). s_client prints a chain and "return code: 0" also for a session that dies
right after the handshake, so neither is asked about a server that demands a client certificate.
"""

import dataclasses
import os
import re
import subprocess

import pki

ESTABLISHED = re.compile(r"(\w+) TLS connection established to \S+: (\S+) with cipher (\S+) \(\S+ bits\)"
                         r"(?: key-exchange (\S+))?")
# What Mailseal offers: everything OpenSSL can still speak, anonymous suites apart.
OFFERED = "ALL:!aNULL:@SECLEVEL=0"


@dataclasses.dataclass
class Seen:
    """One oracle's account. `trust` is Postfix's word; `output` is shown when there is a disagreement."""
    established: bool
    trust: str
    protocol: str
    cipher: str
    key_exchange: str
    chain: list
    in_clear: bool
    output: str


def run(command, environment=None, text_in=None):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=60,
                          input=text_in, env=environment)
    output = done.stdout + done.stderr
    return done.returncode, output.decode("utf-8", "replace")


class Finger:
    def __init__(self, postfix):
        self.postfix = postfix
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "MAIL_CONFIG": str(postfix.finger_config),
                            "LD_LIBRARY_PATH": postfix.library_path}

    def command(self, level, port, roots=None, matches=(), wrapped=False, sni=None):
        command = [self.postfix.finger, "-T", "20", "-d", "sha256", "-l", level]
        command += ["-F", roots] if roots else []
        command += ["-w"] if wrapped else []
        command += ["-s", sni] if sni else []
        return [*command, f"[127.0.0.1]:{port}", *matches]

    def ask(self, *arguments, **options):
        return self.seen(self.command(*arguments, **options))

    def ask_domain(self, level, domain, roots, both_families=False):
        """Its MX hosts, as the system's resolver has them; AAAA is asked for only where both families are meant."""
        return self.seen([self.postfix.finger, "-T", "20", "-d", "sha256", "-l", level, "-F", roots,
                          *(["-o", "inet_protocols=all"] if both_families else []), domain])

    def seen(self, command):
        _, output = run(command, self.environment)
        line = ESTABLISHED.search(output)
        after = output[line.end():] if line else output
        return Seen(established=line is not None and "> QUIT" in after,
                    trust=line.group(1) if line else "", protocol=line.group(2) if line else "",
                    cipher=line.group(3) if line else "", key_exchange=(line.group(4) or "") if line else "",
                    chain=[], in_clear=line is None and "> STARTTLS" not in output and "> QUIT" in output,
                    output=output)


def standard_names():
    """OpenSSL's cipher names to IANA's."""
    _, output = run(["openssl", "ciphers", "-stdname", "ALL:COMPLEMENTOFALL:@SECLEVEL=0"])
    rows = (line.split() for line in output.splitlines())
    return {row[2]: row[0] for row in rows if len(row) > 2 and row[1] == "-"}


def s_client(port, name, roots, wrapped=False, ciphers=OFFERED, verify=True):
    """True in `established`: the chain leads to `roots` and names `name`."""
    command = ["openssl", "s_client", "-connect", f"127.0.0.1:{port}", "-servername", name, "-showcerts",
               "-cipher", ciphers, "-CAfile", roots, "-no-CAstore", "-no-CApath"]
    command += [] if wrapped else ["-starttls", "smtp"]
    command += ["-verify_return_error", "-verify_hostname", name, "-x509_strict"] if verify else []
    code, output = run(command, text_in=b"QUIT\r\n")
    found = re.search(r"New, (\S+), Cipher is (\S+)", output)
    session = re.search(r"^\s+Protocol\s*: (\S+)", output, re.M)
    # OpenSSL 3.5 says "Peer", and names a group of which it has no key (X25519MLKEM768) on a line of its own.
    share = re.search(r"(?:Server|Peer) Temp Key: ([^\s,]+)(?:, ([^\s,]+))?", output) or \
        re.search(r"Negotiated TLS1\.3 group: (\S+)()", output)
    shown = re.search(r"^Certificate chain\n(.*?)^---$", output, re.M | re.S)
    version = found.group(1) if found else ""
    return Seen(established=code == 0 and "Verification: OK" in output, trust="",
                protocol=session.group(1) if session else version, cipher=found.group(2) if found else "",
                key_exchange=(share.group(2) if share.group(1) == "ECDH" else share.group(1)) if share else "",
                chain=[pki.digest(der) for der in pki.certificates(shown.group(1))] if shown else [],
                in_clear=False, output=output)
