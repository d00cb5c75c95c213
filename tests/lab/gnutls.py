"""As much of libgnutls as a server needs: what it refuses to speak is chosen by a priority string, which Python's own
TLS, OpenSSL, cannot (no RFC 5746, say)."""

import ctypes
import ctypes.util
import socket
import struct

SERVER, CERTIFICATES, PEM = 1, 1, 1
INTERRUPTED = -52


class GnuTlsError(Exception):
    """A call failed; holds GnuTLS's words."""


def library():
    name = ctypes.util.find_library("gnutls") or "libgnutls.so.30"
    found = ctypes.CDLL(name)
    found.gnutls_strerror.restype = ctypes.c_char_p
    found.gnutls_record_recv.restype = found.gnutls_record_send.restype = ctypes.c_ssize_t
    found.gnutls_record_send.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    found.gnutls_record_recv.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t]
    return found


class Session:
    """One connection's server side, its handshake done."""

    def __init__(self, peer, chain, priority):
        self.tls = library()
        self.session, self.credentials = ctypes.c_void_p(), ctypes.c_void_p()
        peer.setblocking(True)
        for option in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            peer.setsockopt(socket.SOL_SOCKET, option, struct.pack("ll", 30, 0))
        file = str(chain).encode()
        self.require(self.tls.gnutls_certificate_allocate_credentials(ctypes.byref(self.credentials)))
        self.require(self.tls.gnutls_certificate_set_x509_key_file(self.credentials, file, file, PEM))
        self.require(self.tls.gnutls_init(ctypes.byref(self.session), SERVER))
        self.require(self.tls.gnutls_priority_set_direct(self.session, priority.encode(), None))
        self.require(self.tls.gnutls_credentials_set(self.session, CERTIFICATES, self.credentials))
        self.tls.gnutls_transport_set_int2(self.session, peer.fileno(), peer.fileno())
        while (result := self.tls.gnutls_handshake(self.session)) < 0:
            if result != INTERRUPTED:
                self.require(result)

    def require(self, result):
        if result < 0:
            raise GnuTlsError(self.tls.gnutls_strerror(result).decode())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tls.gnutls_bye(self.session, 1)
        self.tls.gnutls_deinit(self.session)
        self.tls.gnutls_certificate_free_credentials(self.credentials)

    def send(self, octets):
        if octets:
            self.require(self.tls.gnutls_record_send(self.session, octets, len(octets)))

    def line(self):
        line, octet = b"", ctypes.create_string_buffer(1)
        while not line.endswith(b"\n"):
            if self.tls.gnutls_record_recv(self.session, octet, 1) <= 0:
                return b""
            line += octet.raw
        return line
