"""Servers by hand that do one odd thing each and are otherwise in order: they take a message and say in their reply
how it came, "inside TLS" or "in clear text"."""

import dataclasses
import socket
import ssl
import threading
import typing

import gnutls

ENOUGH = 30.0  # seconds that a connection is kept at most
TAKEN = {True: b"250 2.0.0 taken inside TLS\r\n", False: b"250 2.0.0 taken in clear text\r\n"}


@dataclasses.dataclass
class Manner:
    """What the server says and does; the defaults are in order."""
    greeting: bytes = b"220 odd.lab.zz ESMTP\r\n"
    ehlo: bytes = b"250-odd.lab.zz\r\n250-SIZE 1000000\r\n250 STARTTLS\r\n"
    inside: bytes = b"250-odd.lab.zz\r\n250 SIZE 1000000\r\n"  # the answer to EHLO inside TLS
    helo: bytes = b"250 odd.lab.zz\r\n"
    starttls: bytes = b"220 2.0.0 go ahead\r\n"
    handshake: str = "python"  # or "gnutls" (its `priority`), "stalls", "garbage", "closes" right behind it
    speaks_first: bytes = b""   # the first octets inside TLS
    every_reply: typing.Optional[bytes] = None  # to every command inside TLS but QUIT
    demands_tls: bool = False   # 530 to MAIL in clear text
    wants_certificate: bool = False
    priority: str = "NORMAL"
    taken: typing.Optional[bytes] = None  # the reply to a message; by default it says how it came
    ciphers: str = "DEFAULT:@SECLEVEL=0"
    versions: tuple = (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3)


class OddServer:
    def __init__(self, address, manner, chain):
        self.manner, self.chain = manner, chain
        self.stopping = threading.Event()
        self.context = self.tls_context() if chain else None
        self.listener = socket.create_server((address, 25), backlog=64)
        threading.Thread(target=self.accept, daemon=True).start()

    def tls_context(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_ciphers(self.manner.ciphers)  # before the chain: its signatures are held against the level
        context.minimum_version, context.maximum_version = self.manner.versions
        context.load_cert_chain(self.chain)
        if self.manner.wants_certificate:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(self.chain.parent / "root.pem")
        return context

    def accept(self):
        while True:
            try:
                peer = self.listener.accept()[0]
            except OSError:
                return
            threading.Thread(target=self.guarded, args=(peer,), daemon=True).start()

    def guarded(self, peer):
        with peer:
            peer.settimeout(ENOUGH)
            try:
                peer.sendall(self.manner.greeting)
                if self.converse(Plain(peer), False):
                    self.secure(peer)
            except (OSError, gnutls.GnuTlsError):
                pass  # a client that hangs up is one of the things to be seen

    def secure(self, peer):
        """What comes behind the 220."""
        how = self.manner.handshake
        if how == "stalls":
            self.stopping.wait(ENOUGH)
        elif how == "garbage":
            peer.sendall(b"500 5.5.1 command unrecognized\r\n" * 4)
        elif how == "gnutls":
            with gnutls.Session(peer, self.chain, self.manner.priority) as session:
                self.converse(session, True)
        else:
            with self.context.wrap_socket(peer, server_side=True, do_handshake_on_connect=False) as secured:
                try:
                    secured.do_handshake()
                    if how == "python":
                        self.converse(Plain(secured), True)
                    secured.unwrap()
                finally:
                    self.close_gently(secured)

    @staticmethod
    def close_gently(secured):
        """Not before what the client says has been read: a reset would take the alert with it."""
        raw = socket.socket(fileno=secured.detach())
        with raw:
            raw.settimeout(1)
            raw.shutdown(socket.SHUT_WR)
            while raw.recv(4096):
                pass

    def converse(self, stream, secured):
        """True: STARTTLS was taken."""
        manner = self.manner
        stream.send(manner.speaks_first if secured else b"")
        while line := stream.line():
            verb = line.split()[0].upper() if line.strip() else b""
            if verb == b"QUIT":
                stream.send(b"221 2.0.0 bye\r\n")
                return False
            if secured and manner.every_reply is not None:
                stream.send(manner.every_reply)
            elif verb == b"EHLO":
                stream.send(manner.inside if secured else manner.ehlo)
            elif verb == b"HELO":
                stream.send(manner.helo)
            elif verb == b"STARTTLS" and not secured:
                stream.send(manner.starttls)
                if manner.starttls.startswith(b"220"):
                    return True
            elif verb == b"MAIL" and manner.demands_tls and not secured:
                stream.send(b"530 5.7.0 Must issue a STARTTLS command first\r\n")
            elif verb == b"DATA":
                stream.send(b"354 go ahead\r\n")
                while stream.line() not in (b".\r\n", b""):
                    pass
                stream.send(manner.taken or TAKEN[secured])
            else:
                stream.send(b"250 2.0.0 fine\r\n")
        return False

    def stop(self):
        self.stopping.set()
        self.listener.close()


class Plain:
    """A socket, or one of Python's TLS, read line by line and not an octet beyond."""

    def __init__(self, peer):
        self.peer = peer

    def send(self, octets):
        if octets:
            self.peer.sendall(octets)

    def line(self):
        line = b""
        while not line.endswith(b"\n"):
            octet = self.peer.recv(1)
            if not octet:
                return b""
            line += octet
        return line
