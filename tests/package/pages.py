#!/usr/bin/env python3
"""Do the man pages and the completions say what the programs say, and does a desktop understand what it is given?

  tests/package/pages.py --build BUILD

The truth is what the programs print: the verbs of `mailseal-cli help`, the options of `mailseal-cli help VERB`, the
values that an option names when it refuses another. Each must stand in the man page and be offered by bash, zsh and
fish, and nothing else.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the source tree stays as it is

from shells import Bash, Fish, Zsh  # noqa: E402

SKIPPED = 77


class Program:
    """What mailseal-cli and mailseal say about themselves."""

    def __init__(self, folder, home):
        self.home = home
        self.cli = os.path.join(folder, "bin/mailseal-cli")
        self.window = os.path.join(folder, "bin/mailseal")
        usage = re.findall(r"^  mailseal-cli ([a-z]\S*) (.+)", self.say("help"), re.MULTILINE)
        self.operands = {verb: operands for verb, operands in usage if verb != "help"}
        self.verbs = list(self.operands)
        option = re.compile(r"^  (--[a-z0-9-]+)(?: (\S.*?))?(?=  |$)", re.MULTILINE)
        self.options = {verb: option.findall(self.say("help", verb)) for verb in self.verbs}

    def say(self, *arguments):
        done = subprocess.run([self.cli, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, cwd=self.home, env={"LC_ALL": "C.UTF-8"})
        return done.stdout

    def choices(self, verb, option):
        """The values that an option names when it is given one that it does not know; none where it takes any."""
        # Without an operand, so that nothing is inspected; a verb that reads a file may want to see it first.
        file = ["saved.mailseal"] if re.match(r"FILE|\S*[.]pem", self.operands[verb]) else []
        said = re.search(r"unknown \w+ nonsense; there is: (.*)", self.say(verb, option, "nonsense", *file))
        return set(said.group(1).split(", ")) if said else set()

    def window_options(self):
        said = subprocess.run([self.window, "--help"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        return set(re.findall(r"(?<=[ ,])--?[a-z][a-z-]*", re.sub(r"mailseal-cli", "", said.stdout)))


class Checks:
    def __init__(self):
        self.failed = 0
        self.count = 0

    def same(self, requirement, found, wanted):
        self.holds(requirement, set(found) == set(wanted),
                   f"surplus: {sorted(set(found) - set(wanted))}, missing: {sorted(set(wanted) - set(found))}")

    def contains(self, requirement, found, wanted):
        self.holds(requirement, set(wanted) <= set(found), f"missing: {sorted(set(wanted) - set(found))} "
                                                           f"in {sorted(found)}")

    def holds(self, requirement, fine, detail=""):
        self.count += 1
        print(f"{'PASS   ' if fine else 'FAIL!  '}: {requirement}{'' if fine else ': ' + detail}", flush=True)
        self.failed += not fine


def plain(roff):
    """The text of a man page's source: escapes and fonts undone."""
    text = re.sub(r"\\f[BIRP]", "", roff).replace("\\-", "-").replace("\\(aq", "'").replace("\\(dq", '"')
    return re.sub(r"^\.(B|I|BR|IR|BI|IB|RB|RI) ", "", text, flags=re.MULTILINE)


def read_page(prefix, language, name):
    path = os.path.join(prefix, "share/man", language, "man1", name + ".1.gz")
    return path, subprocess.run(["gzip", "-dc", path], stdout=subprocess.PIPE, text=True, check=True).stdout


def check_man(checks, program, prefix):
    for language in ("", "de"):
        where = f"mailseal-cli(1) {language or 'en'}"
        path, source = read_page(prefix, language, "mailseal-cli")
        for name in ("mailseal-cli", "mailseal"):
            path, _ = read_page(prefix, language, name)
            done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", path],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                                  env={**os.environ, "MANROFFSEQ": "", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
            checks.holds(f"{name}(1) {language or 'en'}: nothing that roff warns of", done.stderr == "", done.stderr)
        checks.holds(f"{where}: every place has been filled in", not re.search("[@%][A-Z]+[@%]", source))
        sections = dict(re.findall(r'^\.SS "(\S+)[^\n]*\n(.*?)(?=^\.S[SH])', source, re.MULTILINE | re.DOTALL))
        checks.contains(f"{where}: every verb has a section", sections, program.verbs)
        for verb in program.verbs:
            entries = re.findall(r"^\.TP\n(--[a-z0-9-]+)(?: (.+))?$", plain(sections.get(verb, "")), re.MULTILINE)
            checks.same(f"{where}: the options of {verb}", entries, program.options[verb])
    _, window = read_page(prefix, "", "mailseal")
    checks.contains("mailseal(1): the options of --help", re.findall(r"--?[a-z][a-z-]*", plain(window)),
                    program.window_options())


# What AppStream 1.0 says of every program that has no home page yet, and of an element that 0.16 knows in no other way.
EXPECTED = ("url-homepage-missing", "developer-name-tag-deprecated", "developer-info-missing")


def check_desktop(checks, prefix):
    """The public validators, without the network; nothing but silence is fine, but for what is expected."""
    share = os.path.join(prefix, "share")
    for command in (["desktop-file-validate", f"{share}/applications/mailseal.desktop"],
                    ["appstreamcli", "validate", "--no-net", f"{share}/metainfo/org.mailseal.mailseal.metainfo.xml"],
                    ["update-mime-database", f"{share}/mime"]):
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, env={**os.environ, "LC_ALL": "C.UTF-8", "XDG_DATA_DIRS": share})
        lines = [line for line in done.stdout.splitlines() if line.strip()]
        expected = [line for line in lines if any(tag in line for tag in EXPECTED)]
        said = "\n".join(line for line in lines if line not in expected and not re.match(". Validation ", line))
        checks.holds(f"{command[0]} finds nothing", not said and (done.returncode == 0 or expected),
                     f"{done.returncode} {said}")
    with open(f"{share}/applications/mailseal.desktop") as file:
        kinds = re.search("^MimeType=(.*);$", file.read(), re.MULTILINE).group(1).split(";")
    with open(f"{share}/mime/globs2") as file:
        checks.contains("the file type that the window opens is the one of *.mailseal", file.read().split(),
                        [f"50:{kind}:*.mailseal" for kind in kinds])
    for kind in kinds:
        for size in ("16x16", "48x48", "256x256", "scalable"):
            name = f"{share}/icons/hicolor/{size}/mimetypes/{kind.replace('/', '-')}"
            checks.holds(f"it has an icon, {size}", os.path.exists(name + ".svg") or os.path.exists(name + ".png"))


def check_shell(checks, shell, program):
    name = shell.name
    checks.contains(f"{name}: verbs", shell.tab("mailseal-cli "), program.verbs + ["help"])
    checks.same(f"{name}: help offers the verbs", shell.tab("mailseal-cli help "), program.verbs)
    for verb in program.verbs:
        offered = {word for word in shell.tab(f"mailseal-cli {verb} --") if word.startswith("--") and word != "--"}
        options = {option for option, _ in program.options[verb]} | {"--help"}
        checks.same(f"{name}: the options of {verb}", {word.rstrip("=") for word in offered}, options)
        for option, value in program.options[verb]:
            choices = program.choices(verb, option) if value else set()
            if option in ("--policy", "--service", "--format"):
                checks.holds(f"mailseal-cli {verb}: {option} names its values", bool(choices))
            if choices:
                checks.same(f"{name}: the values of {verb} {option}", shell.tab(f"mailseal-cli {verb} {option} "),
                            choices)
                begun = sorted(choices)[-1]
                completed = shell.tab(f"mailseal-cli {verb} {option}={begun[:-1]}")
                checks.holds(f"{name}: {verb} {option}={begun[:-1]} is completed",
                             any(word.endswith(begun) for word in completed), str(completed))
            if value == "FILE":
                checks.contains(f"{name}: {verb} {option} offers files",
                                shell.tab(f"mailseal-cli {verb} {option} "), ["ca.pem"])
    targets = {"host:", "submissions://"}
    checks.contains(f"{name}: what a target begins with", shell.tab("mailseal-cli inspect "), targets)
    checks.holds(f"{name}: hosts that are known, behind host:",
                 any(word.endswith("mx.known.example") for word in shell.tab("mailseal-cli inspect host:mx.kno")))
    for verb, operand in (("show", "saved.mailseal"), ("compare", "saved.mailseal"), ("verify", "ca.pem")):
        if verb in program.verbs:
            checks.contains(f"{name}: files for {verb}", shell.tab(f"mailseal-cli {verb} "), [operand])
    checks.contains(f"{name}: mailseal opens what was saved", shell.tab("mailseal sav"), ["saved.mailseal"])
    checks.contains(f"{name}: the options of mailseal", shell.tab("mailseal --"),
                    [option for option in program.window_options() if option.startswith("--")])


def prepare_home(folder):
    for name in ("ca.pem", "saved.mailseal"):
        open(os.path.join(folder, name), "w").close()
    os.mkdir(os.path.join(folder, ".ssh"))
    with open(os.path.join(folder, ".ssh/known_hosts"), "w") as file:
        file.write("mx.known.example ssh-ed25519 AAAA\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    build = parser.parse_args().build
    tools = ("bash", "zsh", "fish", "man", "cmake", "desktop-file-validate", "appstreamcli", "update-mime-database")
    missing = [tool for tool in tools if not shutil.which(tool)]
    if not os.path.exists("/usr/share/bash-completion/bash_completion"):
        missing.append("bash-completion")
    if missing:
        print(f"skipped: not installed: {', '.join(missing)}")
        sys.exit(SKIPPED)
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        prefix, home = os.path.join(folder, "usr"), os.path.join(folder, "home")
        os.mkdir(home)
        prepare_home(home)
        subprocess.run(["cmake", "--install", build, "--prefix", prefix], stdout=subprocess.DEVNULL, check=True)
        program = Program(prefix, home)
        checks.holds("there are verbs, and each has options", bool(program.verbs) and all(program.options.values()))
        check_man(checks, program, prefix)
        check_desktop(checks, prefix)
        for shell in (Bash, Zsh, Fish):
            asked = shell(prefix, home)
            check_shell(checks, asked, program)
            asked.close()
    print(f"{checks.count - checks.failed} of {checks.count} hold")
    sys.exit(1 if checks.failed else 0)


if __name__ == "__main__":
    main()
