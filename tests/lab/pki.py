"""Certificates of the lab, made by the openssl command in the lab's own folder: a root, an intermediate, and one
leaf a row."""

import datetime
import hashlib
import pathlib
import re
import ssl
import subprocess

CA_CONFIG = """
[ca]
default_ca = lab
[lab]
dir = {folder}
new_certs_dir = {folder}
database = {folder}/index.txt
serial = {folder}/serial
default_md = sha256
policy = anything
email_in_dn = no
unique_subject = no
[anything]
commonName = supplied
[req]
distinguished_name = subject
[subject]
"""


def openssl(*arguments):
    run = subprocess.run(["openssl", *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if run.returncode != 0:
        raise RuntimeError("openssl " + " ".join(map(str, arguments)) + "\n" + run.stderr)
    return run.stdout


def certificates(pem):
    """The certificates of a PEM text, in order, as DER."""
    blocks = re.findall(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", pem, re.S)
    return [ssl.PEM_cert_to_DER_cert(block) for block in blocks]


def digest(der):
    return hashlib.sha256(der).hexdigest()


def stamp(days):
    when = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)
    return when.strftime("%Y%m%d%H%M%SZ")


class Pki:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        (self.folder / "index.txt").touch()
        (self.folder / "serial").write_text("1000\n")
        (self.folder / "ca.cnf").write_text(CA_CONFIG.format(folder=self.folder))
        self._authority("root", "Lab Root", issuer=None)
        self._authority("intermediate", "Lab Intermediate", issuer="root")
        self.roots = self.folder / "root.pem"

    def _key(self, name, kind="EC"):
        path = self.folder / f"{name}.key"
        """`kind`: "EC", "RSA" or "RSA:1024"."""
        bits = kind.partition(":")[2]
        options = ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"] if kind == "EC" else \
            ["RSA", *(["-pkeyopt", f"rsa_keygen_bits:{bits}"] if bits else [])]
        openssl("genpkey", "-quiet", "-algorithm", *options, "-out", path)
        return path

    def _sign(self, name, subject, extensions, issuer, days=(-1, 90), kind="EC", digest="sha256"):
        key = self._key(name, kind)
        request = self.folder / f"{name}.csr"
        file = self.folder / f"{name}.ext"
        file.write_text("\n".join(extensions) + "\n")
        openssl("req", "-new", "-config", self.folder / "ca.cnf", "-key", key, "-subj", f"/CN={subject}",
                "-out", request)
        signer = ["-selfsign", "-keyfile", key] if issuer is None else \
            ["-cert", self.folder / f"{issuer}.pem", "-keyfile", self.folder / f"{issuer}.key"]
        openssl("ca", "-batch", "-notext", "-config", self.folder / "ca.cnf", *signer, "-md", digest, "-in", request,
                "-extfile", file, "-startdate", stamp(days[0]), "-enddate", stamp(days[1]),
                "-out", self.folder / f"{name}.pem")

    def _authority(self, name, subject, issuer, digest="sha256"):
        self._sign(name, subject, ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign",
                                   "subjectKeyIdentifier=hash", "authorityKeyIdentifier=keyid"], issuer,
                   digest=digest)

    def weak_authority(self, name):
        """Another intermediate, signed with SHA-1."""
        self._authority(name, f"Lab {name}", "root", "sha1")

    def deep_authorities(self, name, depth):
        """A line of that many below the root; the names, the lowest first, as a server sends them."""
        line = [f"{name}{number}" for number in range(1, depth + 1)]
        for above, one in zip(["root", *line], line):
            self._authority(one, f"Lab {one}", above)
        return tuple(reversed(line))

    def leaf(self, name, host, issuer="intermediate", days=(-1, 90), kind="EC", send=("intermediate",), names=(),
             san=True, common_name=None, digest="sha256"):
        """Key, leaf and what the server sends behind it, in one file as smtpd_tls_chain_files wants them. `san`: the
        host's and `names`, or a text as OpenSSL writes it; False for none but the common name."""
        extensions = ["extendedKeyUsage=serverAuth", "basicConstraints=CA:FALSE", "subjectKeyIdentifier=hash"]
        listed = ",".join(f"DNS:{one}" for one in (host, *names)) if san is True else san
        if listed:
            extensions.append(f"subjectAltName={listed}")
        if issuer is not None:
            extensions.append("authorityKeyIdentifier=keyid")
        self._sign(name, common_name or host, extensions, issuer, days, kind, digest)
        chain = self.folder / f"{name}.chain"
        chain.write_text("".join((self.folder / part).read_text() for part in
                                 [f"{name}.key", f"{name}.pem", *(f"{more}.pem" for more in send)]))
        return chain

    def sha256(self, name):
        return digest(certificates((self.folder / f"{name}.pem").read_text())[0])
