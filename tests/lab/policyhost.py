"""The web server of every MTA-STS policy host in the lab: one certificate and one way to answer for each name."""

import dataclasses
import socket
import ssl
import threading

ENOUGH = 30.0  # seconds that a connection is kept at most


@dataclasses.dataclass
class Answer:
    body: bytes
    status: str = "200 OK"
    content_type: str = "text/plain"
    headers: str = ""
    how: str = "whole"  # or "never", "slowly" (a line at a time), "cut" (the last ten octets missing)

    def octets(self):
        head = (f"HTTP/1.1 {self.status}\r\nContent-Type: {self.content_type}\r\n"
                f"Content-Length: {len(self.body)}\r\n{self.headers}Connection: close\r\n\r\n")
        return head.encode() + self.body


class PolicyHost:
    def __init__(self):
        self.contexts, self.answers, self.requests = {}, {}, []
        self.stopping = threading.Event()
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.sni_callback = self.choose
        self.listeners = {}
        self.listen("tls", self.serve)
        self.listen("plain", self.serve_plain)

    def add(self, name, chain, answer):
        self.contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.contexts[name].load_cert_chain(chain)
        if not self.answers:
            self.context.load_cert_chain(chain)
        self.answers[name] = answer

    def port(self, way="tls"):
        return self.listeners[way].getsockname()[1]

    def listen(self, way, serve):
        self.listeners[way] = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.accept, args=(self.listeners[way], serve), daemon=True).start()

    def accept(self, listener, serve):
        while True:
            try:
                peer = listener.accept()[0]
            except OSError:
                return
            threading.Thread(target=self.guarded, args=(serve, peer), daemon=True).start()

    def guarded(self, serve, peer):
        with peer:
            peer.settimeout(ENOUGH)
            try:
                serve(peer)
            except OSError:
                pass  # a client that hangs up is one of the things to be seen

    def choose(self, connection, name, _context):
        if name in self.contexts:
            connection.context = self.contexts[name]

    def serve(self, peer):
        with self.context.wrap_socket(peer, server_side=True) as connection:
            request = self.read(connection)
            self.requests.append(request)
            lines = request.split("\r\n")
            host = next((line[6:] for line in lines if line.lower().startswith("host: ")), "")
            self.answer(connection, self.answers[host] if lines[0] == "GET /.well-known/mta-sts.txt HTTP/1.1" else
                        Answer(b"", "404 Not Found"))

    def serve_plain(self, peer):
        peer.recv(1)
        peer.sendall(Answer(b"no TLS here").octets())

    def read(self, connection):
        request = b""
        while not request.endswith(b"\r\n\r\n"):
            more = connection.recv(4096)
            if not more:
                break
            request += more
        return request.decode("latin-1")

    def answer(self, connection, answer):
        octets = answer.octets()
        if answer.how == "never":
            self.stopping.wait(ENOUGH)
        elif answer.how == "slowly":
            for line in octets.splitlines(keepends=True):
                connection.sendall(line)
                self.stopping.wait(0.1)
        else:
            connection.sendall(octets[:-10] if answer.how == "cut" else octets)

    def stop(self):
        self.stopping.set()
        for listener in self.listeners.values():
            listener.close()
