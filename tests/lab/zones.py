"""An NSD with zones of the lab's own: signed, unsigned, and broken (each record says something else than what was
signed). Keys are made at start; a signed or broken zone's DS stands in the zone above it."""

import dataclasses
import re
import shutil
import socket
import struct
import subprocess
import threading
import time

TOOLS = ("nsd", "ldns-keygen", "ldns-signzone")


class ZoneError(Exception):
    """The name server could not be set up; says why."""


@dataclasses.dataclass
class Zone:
    name: str
    text: str
    kind: str = "signed"  # or "unsigned", "broken"
    nameserver: str = "ns.lab.zz."
    apart: bool = False   # not below the first zone: nobody delegates it
    algorithm: str = "ECDSAP256SHA256"

    def head(self):
        return (f"$ORIGIN {self.name}.\n@ 300 IN SOA {self.nameserver} admin.lab.zz. 1 3600 600 86400 300\n"
                f"@ 300 IN NS {self.nameserver}\n")


def run(*command, cwd=None):
    return subprocess.run([str(word) for word in command], cwd=cwd, check=True, capture_output=True, text=True).stdout


def tool(name):
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")


def break_it(signed):
    """The signatures stand; what they sign does not."""
    return re.sub(r"(\tTLSA\t\d \d \d )(..)", lambda found: f"{found[1]}{int(found[2], 16) ^ 255:02x}", signed) \
        .replace("\tMX\t10 mx.", "\tMX\t11 mx.").replace("\tA\t127.0.0.1", "\tA\t127.0.0.2")


class NameServer:
    """The first zone is the one above all others; `anchor` is the file with its DS."""

    def __init__(self, folder, zones, address="127.0.0.1", port=None):
        self.folder, self.address, self.port = folder, address, port or free_port(address)
        self.zones, keys, delegations = zones, {}, ""
        for zone in zones:
            if zone.kind != "unsigned":
                keys[zone.name] = run("ldns-keygen", "-a", zone.algorithm, "-k", zone.name, cwd=folder).strip()
        for zone in [zone for zone in zones[1:] if not zone.apart]:
            delegations += f"{zone.name}. 300 IN NS {zone.nameserver}\n"
            if zone.name in keys:
                delegations += (folder / f"{keys[zone.name]}.ds").read_text()
        for zone in zones:
            self.write(zone, keys.get(zone.name), delegations if zone is zones[0] else "")
        self.anchor = folder / f"{keys[zones[0].name]}.ds"
        self.launch()

    def write(self, zone, key, delegations):
        file = self.folder / f"{zone.name}.signed"
        if key is None:
            file.write_text(zone.head() + zone.text)
            return
        (self.folder / zone.name).write_text(zone.head() + zone.text + delegations)
        run("ldns-signzone", "-n", "-f", file.name, "-o", zone.name, zone.name, key, cwd=self.folder)
        if zone.kind == "broken":
            file.write_text(break_it(file.read_text()))

    def launch(self):
        zones = "".join(f'zone:\n  name: "{zone.name}"\n  zonefile: "{self.folder}/{zone.name}.signed"\n'
                        for zone in self.zones)
        configuration = self.folder / "nsd.conf"
        configuration.write_text(f"""server:
  ip-address: {self.address}@{self.port}
  server-count: 1
  username: ""
  chroot: ""
  zonesdir: "{self.folder}"
  database: ""
  pidfile: "{self.folder}/nsd.pid"
  xfrdfile: "{self.folder}/xfrd.state"
  xfrdir: "{self.folder}"
  zonelistfile: "{self.folder}/zone.list"
  hide-version: yes
remote-control:
  control-enable: no
{zones}""")
        self.log = self.folder / "nsd.log"
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([tool("nsd"), "-d", "-c", str(configuration)], stdout=log, stderr=log)
        await_answer(self, self.zones[0].name)

    def stop(self):
        end(self.process)


class Unbound:
    """A validating resolver that knows no name server but the lab's."""

    def __init__(self, folder, names, address="127.0.0.1", port=53):
        self.folder, self.address, self.port = folder, address, port
        own = [zone.name for zone in names.zones if zone.apart]  # an administrator's own, which nobody delegates
        believed = "".join(f'  local-zone: "{name.split(".", 1)[-1]}." nodefault\n  domain-insecure: "{name}."\n'
                           for name in own)
        stubs = "".join(f'stub-zone:\n  name: "{name}."\n  stub-addr: {names.address}@{names.port}\n'
                        for name in own)
        configuration = folder / "unbound.conf"
        configuration.write_text(f"""server:
  interface: {address}@{port}
  username: ""
  chroot: ""
  directory: "{folder}"
  pidfile: "{folder}/unbound.pid"
  use-syslog: no
  do-daemonize: no
  do-ip6: no
  num-threads: 1
  do-not-query-localhost: no
  module-config: "validator iterator"
  trust-anchor-file: "{names.anchor}"
  qname-minimisation: no
{believed}remote-control:
  control-enable: no
stub-zone:
  name: "{names.zones[0].name}"
  stub-addr: {names.address}@{names.port}
{stubs}""")
        self.log = folder / "unbound.log"
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([tool("unbound"), "-d", "-c", str(configuration)], stdout=log, stderr=log)
        await_answer(self, names.zones[0].name)

    def stop(self):
        end(self.process)


class Front:
    """Stands before a name server and fails for some of what is asked: `rules` are (suffix of a name, number of a
    type, "servfail", "refused" or "drop"). All else is handed on as it is, both ways."""

    def __init__(self, behind, rules, address="127.0.0.1", port=None):
        self.behind, self.rules, self.address, self.port = behind, rules, address, port or free_port(address)
        self.udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.udp.bind((address, self.port))
        self.tcp = socket.create_server((address, self.port))
        for serve in (self.serve_udp, self.serve_tcp):
            threading.Thread(target=serve, daemon=True).start()

    def answer(self, query, ask):
        """What the client gets; None: nothing."""
        name, at = [], 12
        while query[at]:
            name.append(query[at + 1:at + 1 + query[at]].decode("ascii").lower())
            at += 1 + query[at]
        kind, = struct.unpack(">H", query[at + 1:at + 3])
        for suffix, number, what in self.rules:
            if kind == number and (".".join(name) + ".").endswith(suffix):
                if what == "drop":
                    return None
                code = {"servfail": 2, "refused": 5}[what]
                return query[:2] + struct.pack(">5H", 0x8180 | code, 1, 0, 0, 0) + query[12:at + 5]
        return ask(query)

    def ask_udp(self, query):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(10)
            client.sendto(query, (self.behind.address, self.behind.port))
            return client.recv(65535)

    def ask_tcp(self, query):
        with socket.create_connection((self.behind.address, self.behind.port), 10) as client:
            client.sendall(struct.pack(">H", len(query)) + query)
            with client.makefile("rb") as stream:
                return stream.read(struct.unpack(">H", stream.read(2))[0])

    def serve_udp(self):
        while True:
            query, client = self.udp.recvfrom(65535)
            threading.Thread(target=self.reply_udp, args=(query, client), daemon=True).start()

    def reply_udp(self, query, client):
        try:
            answer = self.answer(query, self.ask_udp)
            if answer:
                self.udp.sendto(answer, client)
        except OSError:
            pass  # the client asks again

    def serve_tcp(self):
        while True:
            peer = self.tcp.accept()[0]
            threading.Thread(target=self.reply_tcp, args=(peer,), daemon=True).start()

    def reply_tcp(self, peer):
        try:
            with peer, peer.makefile("rb") as stream:
                while size := stream.read(2):
                    answer = self.answer(stream.read(struct.unpack(">H", size)[0]), self.ask_tcp)
                    if answer is None:
                        return
                    peer.sendall(struct.pack(">H", len(answer)) + answer)
        except OSError:
            pass

    def stop(self):
        self.udp.close()
        self.tcp.close()


def free_port(address="127.0.0.1"):
    """One that is free for TCP and UDP."""
    while True:
        with socket.socket() as tcp, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
            tcp.bind((address, 0))
            port = tcp.getsockname()[1]
            try:
                udp.bind((address, port))
                return port
            except OSError:
                continue


def await_answer(server, zone):
    """Until it answers for the zone's SOA."""
    name = b"".join(bytes([len(label)]) + label.encode() for label in zone.split(".")) + b"\0"
    query = struct.pack(">6H", 1, 0x0100, 1, 0, 0, 0) + name + struct.pack(">2H", 6, 1)
    deadline = time.monotonic() + 60
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.settimeout(0.2)
        while time.monotonic() < deadline and server.process.poll() is None:
            try:
                client.sendto(query, (server.address, server.port))
                if client.recv(512)[3] & 0x0F == 0:
                    return
            except OSError:
                time.sleep(0.02)
    server.stop()
    raise ZoneError(f"{type(server).__name__} did not start:\n{server.log.read_text()}")


def end(process):
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
