"""Servers of other stacks, each unpacked from its package and run with a configuration of its own: nginx's mail proxy
and stunnel (OpenSSL, before a plain server by hand), chasquid (Go), aiosmtpd (Python). All take every message."""

import http.server
import os
import pathlib
import sys
import threading

import oddservers
import servers

TAKEN = b"250 2.0.0 taken\r\n"  # a server behind a proxy does not know how the message came


class Stack(servers.Server):
    """`chain`: key, certificate and intermediates in one file. `beside`: a loopback address of its own to use."""

    def __init__(self, folder, unpacked, address, chain, beside):
        super().__init__()
        self.folder, self.unpacked = pathlib.Path(folder), pathlib.Path(unpacked).resolve()
        self.address, self.chain, self.beside = address, chain, beside
        self.environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"}
        self.folder.mkdir()
        self.behind = None

    def start(self):
        self.launch(self.command(), self.environment, self.folder, "server")
        servers.wait_until(f"{type(self).__name__}",
                           lambda: self.require_running() and servers.listens(self.address, 25))

    def plain_server_behind(self):
        self.behind = oddservers.OddServer(self.beside, oddservers.Manner(taken=TAKEN), None)
        return f"{self.beside}:25"

    def log_text(self):
        return self.output.read_text(errors="replace")

    def stop(self):
        super().stop()
        if self.behind:
            self.behind.stop()


class Stunnel(Stack):
    def command(self):
        (self.folder / "stunnel.conf").write_text("\n".join([
            "foreground = yes", "pid =", "[smtp]", "protocol = smtp", f"accept = {self.address}:25",
            f"connect = {self.plain_server_behind()}", f"cert = {self.chain}", f"key = {self.chain}", ""]))
        return [self.unpacked / "stunnel4/usr/bin/stunnel4", self.folder / "stunnel.conf"]


class Nginx(Stack):
    """Its mail proxy asks a web server where a session goes to."""

    def command(self):
        where = self.plain_server_behind().split(":")

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                for header in (("Auth-Status", "OK"), ("Auth-Server", where[0]), ("Auth-Port", where[1])):
                    self.send_header(*header)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.web = http.server.ThreadingHTTPServer((self.beside, 80), Answer)
        threading.Thread(target=self.web.serve_forever, daemon=True).start()
        module = self.unpacked / "libnginx-mod-mail/usr/lib/nginx/modules/ngx_mail_module.so"
        (self.folder / "nginx.conf").write_text(f"""daemon off;
user root;
worker_processes 1;
load_module {module};
error_log stderr;
pid {self.folder}/nginx.pid;
events {{ }}
mail {{
    server_name mx.lab.zz;
    auth_http http://{self.beside}/;
    proxy_pass_error_message on;
    ssl_certificate {self.chain};
    ssl_certificate_key {self.chain};
    server {{
        listen {self.address}:25;
        protocol smtp;
        smtp_auth none;
        xclient off;
        starttls on;
    }}
}}
""")
        return [self.unpacked / "nginx/usr/sbin/nginx", "-c", self.folder / "nginx.conf", "-p", self.folder, "-e",
                "stderr"]

    def stop(self):
        super().stop()
        self.web.shutdown()


class Chasquid(Stack):
    domain = ""
    recipients = ()

    def command(self):
        for part in ("certs/mx.lab.zz", f"domains/{self.domain}", "data"):
            (self.folder / part).mkdir(parents=True)
        for name in ("fullchain.pem", "privkey.pem"):
            (self.folder / "certs/mx.lab.zz" / name).write_bytes(self.chain.read_bytes())
        (self.folder / "domains" / self.domain / "aliases").write_text(
            "".join(f"{recipient}: | /bin/true\n" for recipient in self.recipients))
        (self.folder / "chasquid.conf").write_text(
            f'hostname: "mx.lab.zz"\nsmtp_address: "{self.address}:25"\nsubmission_address: "{self.beside}:587"\n'
            f'submission_over_tls_address: "{self.beside}:465"\nmail_delivery_agent_bin: "/bin/true"\n'
            f'data_dir: "{self.folder}/data"\nmail_log_path: "<stderr>"\n')
        return [self.unpacked / "chasquid/usr/bin/chasquid", f"-config_dir={self.folder}"]


class Aiosmtpd(Stack):
    wants_certificate = False

    def command(self):
        packages = ("python3-aiosmtpd", "python3-attr", "python3-public")
        self.environment["PYTHONPATH"] = os.pathsep.join(
            str(self.unpacked / package / "usr/lib/python3/dist-packages") for package in packages)
        (self.folder / "server.py").write_text(f"""import asyncio, ssl
from aiosmtpd.smtp import SMTP

class Everything:
    async def handle_DATA(self, server, session, envelope):
        return "250 taken inside TLS" if session.ssl else "250 taken in clear text"

context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain({str(self.chain)!r})
if {self.wants_certificate}:
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations({str(self.chain.parent / "root.pem")!r})

async def serve():
    one = lambda: SMTP(Everything(), hostname="mx.lab.zz", tls_context=context)
    server = await asyncio.get_running_loop().create_server(one, {self.address!r}, 25)
    await server.serve_forever()

asyncio.run(serve())
""")
        return [sys.executable, "-B", self.folder / "server.py"]


class AiosmtpdWantsCertificate(Aiosmtpd):
    wants_certificate = True


STACKS = {"stunnel": Stunnel, "nginx": Nginx, "chasquid": Chasquid, "aiosmtpd": Aiosmtpd,
          "aiosmtpd-client-certificate": AiosmtpdWantsCertificate}
