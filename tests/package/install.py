#!/usr/bin/env python3
"""Is the Debian package sound, does it install into a fresh root, do both programs start there, and is it removed
without a trace?

  tests/package/install.py --build BUILD --cache FOLDER --server EXAMPLESERVER

The fresh root is a minimal Debian, made by mmdebstrap from the sources that this machine's apt has, with nothing but
what apt installs for the package. It is kept as an archive in FOLDER, with the packages that were downloaded, so that a
second run needs no network. Needs root (chroot, namespaces of its own for mounts and processes); elsewhere it is
skipped (exit 77).
"""
import argparse
import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

from screen import Screen  # noqa: E402

SKIPPED = 77
KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
# What a desktop has beside: their triggers keep the caches of file types, icons and manual pages.
DESKTOP = ["shared-mime-info", "desktop-file-utils", "hicolor-icon-theme", "gtk-update-icon-cache", "man-db"]
# The colour of the seal in resources/icons/mailseal.svg, which the empty window shows.
SEAL = (0xbb, 0x2a, 0x20)
# Not the package's: what apt, dpkg and the base system write down about every installation.
JOURNALS = ("/var/log/", "/var/lib/apt/", "/var/cache/apt/", "/var/cache/debconf/", "/var/lib/dpkg/", "/var/cache/man/",
            "/var/cache/ldconfig/", "/etc/ld.so.cache", "/tmp", "/dev", "/proc", "/run", "/sys")


class Failure(Exception):
    pass


def run(command, **more):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          **more)
    if done.returncode:
        raise Failure(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


class Checks:
    """Prints a line for each requirement; counts those that failed."""

    def __init__(self):
        self.failed = 0

    def check(self, requirement, fine, detail=""):
        print(f"{'PASS   ' if fine else 'FAIL!  '}: {requirement}", flush=True)
        if not fine:
            self.failed += 1
            for line in str(detail).strip().splitlines()[:60]:
                print(f"         {line}")

    def passes(self, requirement, command):
        try:
            self.check(requirement, True, run(command))
        except (Failure, OSError) as problem:
            self.check(requirement, False, problem)


def make_package(build, folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    run(["cpack", "--config", os.path.join(build, "CPackConfig.cmake"), "-B", folder])
    made = [name for name in os.listdir(folder) if name.endswith(".deb")]
    if len(made) != 1:
        raise Failure(f"cpack made {made}, not one package")
    return os.path.join(folder, made[0])


def sources():
    """The Debian repositories that this machine's apt is configured for, one line each."""
    form = "$(ORIGIN)|$(CREATED_BY)|$(REPO_URI)|$(RELEASE)|$(COMPONENT)"
    lines = []
    for row in run(["apt-get", "indextargets", "--format", form]).splitlines():
        origin, kind, uri, suite, component = row.split("|")
        if origin == "Debian" and kind == "Packages":
            signed = f"[signed-by={KEYRING}] " if os.path.exists(KEYRING) else ""
            lines.append(f"deb {signed}{uri} {suite} {component}")
    return list(dict.fromkeys(lines))


def apt_options():
    """How this machine's apt reaches its sources: proxies and the like."""
    kept = ("Acquire::http", "Acquire::https", "Acquire::ftp", "Acquire::Check-Valid-Until", "Dir::Etc::netrc")
    return [line for line in run(["apt-config", "dump"]).splitlines()
            if line.startswith(kept) and not line.endswith('"";') and "Dir::Etc" not in line]


def make_base(package, archive):
    """A minimal Debian with the packages downloaded that the package and a desktop ask for, none of them installed."""
    release = dict(line.rstrip().split("=", 1) for line in open("/etc/os-release") if "=" in line)
    lists = sources()
    if not lists:
        skip("apt has no Debian source that the fresh root could be made from (apt-get update?)")
    download = ('APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get -y --no-install-recommends --download-only install '
                f'{package} {" ".join(DESKTOP)}')
    command = ["mmdebstrap", "--mode=root", "--variant=apt", "--format=tar", "--skip=cleanup/apt",
               "--dpkgopt=force-unsafe-io", f"--customize-hook={download}"]
    command += [f"--aptopt={option}" for option in apt_options()]
    run(command + [release["VERSION_CODENAME"].strip('"'), archive + ".new"] + lists)
    os.replace(archive + ".new", archive)


def base(package, cache):
    """The archive of the fresh root for this package's dependencies, made where it is not there yet."""
    asked = run(["dpkg-deb", "--field", package, "Depends"]) + " ".join(DESKTOP) + "\n".join(sources())
    archive = os.path.join(cache, f"root-{hashlib.sha256(asked.encode()).hexdigest()[:16]}.tar")
    if not os.path.exists(archive):
        for old in os.listdir(cache):
            if old.startswith("root-"):
                os.remove(os.path.join(cache, old))
        make_base(package, archive)
    return archive


class Root:
    """A fresh root; commands run in namespaces of their own, so that nothing stays mounted or running."""

    def __init__(self, archive, folder):
        self.folder = folder
        run(["tar", "--numeric-owner", "--xattrs", "--exclude=./dev/*", "-xf", archive, "-C", folder])
        for name in ("tmp/home",):
            os.makedirs(os.path.join(folder, name), exist_ok=True)
            os.chmod(os.path.join(folder, name), 0o777)

    def command(self, arguments, user="0:0", **environment):
        variables = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/tmp/home", "LC_ALL": "C.UTF-8",
                     "DEBIAN_FRONTEND": "noninteractive", "XDG_RUNTIME_DIR": "/tmp/home", **environment}
        mounts = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && exec chroot "$@"'
        return ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", mounts, self.folder,
                f"--userspec={user}", self.folder, "/usr/bin/env", "-i",
                *[f"{name}={value}" for name, value in variables.items()], *arguments]

    def run(self, *arguments, **environment):
        return run(self.command(arguments, **environment))

    def as_user(self, *arguments):
        return subprocess.run(self.command(arguments, user="65534:65534"), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def apt(self, *arguments):
        return self.run("apt-get", "-y", "-q", "--no-install-recommends", *arguments)

    def path(self, name):
        return os.path.join(self.folder, name.lstrip("/"))

    def files(self):
        """Every file with what it is: type, mode, owner, content."""
        found = {}
        for folder, folders, names in os.walk(self.folder):
            inside = folder[len(self.folder):]
            folders[:] = [name for name in folders if not f"{inside}/{name}/".startswith(JOURNALS)]
            for name in folders + names:
                path = f"{inside}/{name}"
                if not path.startswith(JOURNALS):
                    found[path] = describe(self.folder + path)
        return found


def describe(path):
    status = os.lstat(path)
    content = ""
    if stat.S_ISLNK(status.st_mode):
        content = os.readlink(path)
    elif stat.S_ISREG(status.st_mode):
        with open(path, "rb") as file:
            content = hashlib.sha256(file.read()).hexdigest()
    return f"{stat.filemode(status.st_mode)} {status.st_uid}:{status.st_gid} {content}"


def difference(before, after):
    lines = [f"left behind: {path}" for path in sorted(after.keys() - before.keys())]
    lines += [f"missing: {path}" for path in sorted(before.keys() - after.keys())]
    return "\n".join(lines + [f"changed: {path}: {before[path]} -> {after[path]}" for path in sorted(before)
                              if path in after and before[path] != after[path]])


def static_checks(checks, package):
    name = os.path.basename(package)
    version = run(["dpkg-deb", "--field", package, "Version"]).strip()
    architecture = run(["dpkg", "--print-architecture"]).strip()
    checks.check("the package is named after its version", name == f"mailseal_{version}_{architecture}.deb", name)
    # What AppStream finds is held against what is expected of it in pages.py, by name; a lintian that has no such tag
    # (Debian 12) refuses to suppress it.
    tag = "appstream-metadata-validation-failed"
    known = subprocess.run(["lintian-explain-tags", tag], capture_output=True, check=False).returncode == 0
    checks.passes("lintian finds no error and no warning",
                  ["lintian", "--allow-root", "--no-cfg", *(["--suppress-tags", tag] if known else []),
                   "--fail-on", "error,warning", package])
    depends = run(["dpkg-deb", "--field", package, "Depends"])
    for needed in ("libqt6svg6", "dns-root-data", "libqt6widgets6", "libqt6network6", "libssl3"):
        checks.check(f"it depends on {needed}", needed in depends, depends)


def dependencies(root):
    """What apt installs for the package, beside it."""
    plan = root.run("apt-get", "-s", "--no-install-recommends", "install", "/tmp/package.deb")
    return [line.split()[1] for line in plan.splitlines() if line.startswith("Inst ")
            and line.split()[1] != "mailseal"]


def inspect_an_example(checks, root, server):
    """The command line walks a server of ours through STARTTLS, with its certificates judged."""
    example = subprocess.Popen([server, root.path("/tmp/roots.pem")], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               text=True)
    try:
        host, port = example.stdout.readline().split()
        done = root.as_user("mailseal-cli", "inspect", f"{host}:{port}", "--connect", f"127.0.0.1:{port}",
                            "--roots", "/tmp/roots.pem", "--policy", "webpki", "--format", "json")
    finally:
        example.stdin.close()
        example.wait()
    try:
        one = json.loads(done.stdout)["inspections"][0]
        fine = done.returncode == 0 and one["end"] == "completed" and one["chain"]["trusted"]
    except (ValueError, KeyError, TypeError):
        fine = False
    checks.check("mailseal-cli inspects a server there: STARTTLS, a trusted chain, exit 0", fine,
                 f"exit {done.returncode}\n{done.stderr}{done.stdout}")


def start_programs(checks, root, server, version, cache):
    for program in ("mailseal", "mailseal-cli"):
        done = root.as_user(program, "--version")
        checks.check(f"{program} --version says {version}", done.stdout == f"{program} {version}\n",
                     done.stdout + done.stderr)
    done = root.as_user("mailseal-cli", "help")
    checks.check("mailseal-cli help lists the verbs", "mailseal-cli inspect" in done.stdout, done.stderr)
    done = root.as_user("env", "LC_ALL=de_DE.UTF-8", "mailseal-cli", "help")
    checks.check("it speaks German, from the program itself", "Aufruf:" in done.stdout, done.stdout)
    done = root.as_user("mailseal")
    checks.check("without a display the window says so and names mailseal-cli", done.returncode == 2 and
                 "mailseal-cli" in done.stderr, done.stderr)
    inspect_an_example(checks, root, server)
    with tempfile.TemporaryDirectory() as folder, Screen(folder) as screen:
        log = open(os.path.join(cache, "window.log"), "w+")
        command = root.command(["mailseal"], user="65534:65534", DISPLAY=screen.display)
        window = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        def is_alive(): return window.poll() is None
        fine = screen.wait_for(screen.has_window, is_alive, 60)
        checks.check("the window opens and paints", fine, f"exit {window.poll()}; {log.seek(0) or log.read()}")
        fine = fine and screen.wait_for(lambda: screen.has_colour(*SEAL), is_alive, 20)
        checks.check("its icons are drawn, so the plugin for SVG is there", fine)
        screen.save(os.path.join(cache, "window.png"))
        window.kill()  # and with it everything in its namespace
        window.wait()
        log.close()


def desktop_knows(checks, root):
    """The triggers of a desktop's packages have taken up what the package brought."""
    def holds(name, text):
        try:
            with open(root.path(name), "rb") as file:
                return text.encode() in file.read()
        except OSError:
            return False
    kind = "application/x-mailseal+json"
    checks.check("the file type is known by its name", holds("/usr/share/mime/globs2", f"{kind}:*.mailseal"))
    checks.check("the window is what opens it",
                 holds("/usr/share/applications/mimeinfo.cache", f"{kind}=mailseal.desktop"))
    checks.check("the icons are in the theme's cache",
                 holds("/usr/share/icons/hicolor/icon-theme.cache", "application-x-mailseal+json"))
    checks.check("man knows both programs", "mailseal-cli" in root.run("whatis", "mailseal-cli") and
                 "mailseal (1)" in root.run("whatis", "mailseal"))


def walk_through(checks, root, package, server, cache):
    shutil.copy(package, root.path("/tmp/package.deb"))
    version = run(["dpkg-deb", "--field", package, "Version"]).strip().split("-")[0]
    needed = dependencies(root)
    root.apt("--no-download", "install", *needed)
    before = root.files()
    root.apt("install", "/tmp/package.deb")  # as a person does; nothing is left to download
    installed = root.run("dpkg", "--verify", "mailseal")
    checks.check("it installs, every file as it was packed", installed == "", installed)
    start_programs(checks, root, server, version, cache)
    root.apt("purge", "mailseal")
    after = root.files()
    checks.check(f"purged, the root is as before ({len(before)} files, {len(needed)} packages it asked for)",
                 before == after, difference(before, after))

    root.apt("--no-download", "install", *DESKTOP)
    before = root.files()
    root.apt("install", "/tmp/package.deb")
    desktop_knows(checks, root)
    root.apt("purge", "mailseal")
    after = root.files()
    checks.check(f"on a desktop too, caches of types, icons and manual included ({len(before)} files)",
                 before == after, difference(before, after))
    checks.check("dpkg has forgotten it", "mailseal" not in root.run("dpkg-query", "-W"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True, type=os.path.abspath)
    parser.add_argument("--cache", required=True, type=os.path.abspath)
    parser.add_argument("--server", required=True, type=os.path.abspath)
    arguments = parser.parse_args()
    if os.geteuid() != 0:
        skip("a fresh root needs root (chroot); run it as root")
    for tool in ("mmdebstrap", "lintian", "cpack", "unshare", "Xvfb"):
        if not shutil.which(tool):
            skip(f"{tool} is not installed")
    probe = subprocess.run(["unshare", "--mount", "--pid", "--fork", "--kill-child", "true"], stderr=subprocess.PIPE)
    if probe.returncode:
        skip("this machine lets root have no mount namespace of its own: " + probe.stderr.decode().strip())

    checks = Checks()
    os.makedirs(arguments.cache, exist_ok=True)
    package = make_package(arguments.build, os.path.join(arguments.cache, "package"))
    static_checks(checks, package)
    archive = base(package, arguments.cache)
    folder = tempfile.mkdtemp(prefix="root-", dir=arguments.cache)
    try:
        os.chmod(folder, 0o755)
        walk_through(checks, Root(archive, folder), package, arguments.server, arguments.cache)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    try:
        main()
    except Failure as problem:
        print(f"FAIL!  : {problem}")
        sys.exit(1)
