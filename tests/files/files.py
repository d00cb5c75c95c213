#!/usr/bin/env python3
"""Saved files, by the real programs: what is written fits its schema, what is hostile is refused in words and in
bounded memory, and no kill and no full disk tears what was saved before.

    files.py --cli PROGRAM --samples PROGRAM --schemas FOLDER --saved FOLDER [--kills N] [--only PART]

Parts: schema, round-trip, older, hostile, kill, full-disk. Each check prints a line; the exit code is 1 where one failed.
"""

import argparse
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

MEMORY_ALLOWED_MIB = 400  # of a process that is handed a file of 100 MB
failed = 0


def check(what, fine, *details):
    global failed
    print(("PASS   : " if fine else "FAIL!  : ") + what, flush=True)
    if not fine:
        failed += 1
        for detail in details:
            print("   " + str(detail)[:2000], flush=True)


def show(cli, *arguments, **keywords):
    return subprocess.run([cli, "show", *map(str, arguments)], capture_output=True, timeout=120, check=False,
                          **keywords)


def validators(schemas):
    """One validator a kind of document; the schemas name one another by file name."""
    import jsonschema
    import warnings
    # Debian 12 has jsonschema 4.10, which knows no other way; newer ones know it still.
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    loaded = {path.name: json.loads(path.read_text("utf-8")) for path in schemas.glob("*.json")}
    found = {}
    for name, schema in loaded.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        resolver = jsonschema.RefResolver(base_uri="", referrer=schema, store=loaded)
        found[name.split(".")[0]] = jsonschema.Draft202012Validator(schema, resolver=resolver)
    return found


def fits(validator, document):
    errors = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
              for error in validator.iter_errors(document)]
    return errors[:5]


def schema_part(options, folder):
    validator = validators(options.schemas)
    subprocess.run([options.samples, folder], check=True)
    wrong, count = [], 0
    for path in sorted(folder.glob("*.json")):
        count += 1
        for error in fits(validator[path.name.split(".")[0]], json.loads(path.read_bytes())):
            wrong.append(f"{path.name}: {error}")
    check(f"{count} documents, every end under every policy among them, fit their schemas", count > 100 and not wrong,
          *wrong[:20])
    # A schema that takes anything would prove nothing.
    whole = json.loads((folder / "survey.full.json").read_bytes())
    for what, spoil in {
        "no inspections": lambda d: d.update(inspections=[]),
        "an end without a name": lambda d: d["inspections"][0].update(end=7),
        "no transcript": lambda d: d["inspections"][0].pop("transcript"),
        "a verdict without a reason": lambda d: d["inspections"][0]["verdicts"][0].pop("because"),
        "a transcript line from nobody": lambda d: d["inspections"][0]["transcript"][0].pop("from"),
    }.items():
        spoiled = json.loads(json.dumps(whole))
        spoil(spoiled)
        check(f"the schema notices: {what}", fits(validator["survey"], spoiled))
    newer = json.loads(json.dumps(whole))
    newer["inspections"][0]["fieldOfNextYear"] = {"a": 1}
    newer["inspections"][0]["verdicts"][0]["because"][0]["code"] = "code-of-next-year"
    check("the schema lets newer fields and codes pass", not fits(validator["survey"], newer),
          *fits(validator["survey"], newer))


def round_trip_part(options, folder):
    subprocess.run([options.samples, folder], check=True)
    different = []
    surveys = sorted(folder.glob("survey.*.json"))
    for path in surveys:
        shown = show(options.cli, path, "--format", "json")
        if shown.stdout != path.read_bytes():
            different.append(f"{path.name}: {shown.stderr.decode()}")
    check(f"{len(surveys)} surveys are shown as they were written", surveys and not different, *different[:10])
    document = json.loads((folder / "survey.full.json").read_bytes())
    document["inspections"][0]["fieldOfNextYear"] = {"a": [1, "x", None]}
    document["inspections"][0]["verdicts"][0]["because"][0]["code"] = "code-of-next-year"
    newer = folder / "newer.mailseal"
    newer.write_text(json.dumps(document), "utf-8")
    shown = show(options.cli, newer, "--format", "json")
    again = json.loads(shown.stdout or "{}")
    check("fields of a newer version survive", again.get("inspections", [{}])[0].get("fieldOfNextYear") ==
          {"a": [1, "x", None]}, shown.stderr.decode())
    check("codes of a newer version survive", shown.stdout.count(b"code-of-next-year") == 1, shown.stderr.decode())


def without_sentences(node):
    """What stands in a document for people may be worded better by every version, and the version is another."""
    if isinstance(node, list):
        return [without_sentences(one) for one in node]
    if not isinstance(node, dict):
        return node
    dropped = {"endDetail", "assumptions", "producer", "label"}
    if "severity" in node or "clause" in node or {"standing", "text"} <= node.keys():
        dropped |= {"text", "advice"}
    return {name: without_sentences(value) for name, value in node.items() if name not in dropped}


def holds(document, expected):
    """Whether everything that was said is said still; what a later version says beside it is its own."""
    if isinstance(expected, dict):
        return isinstance(document, dict) and all(
            name in document and holds(document[name], value) for name, value in expected.items())
    if isinstance(expected, list):
        return isinstance(document, list) and len(document) == len(expected) and all(map(holds, document, expected))
    return document == expected


def older_part(options, _folder):
    """Files that an earlier version wrote, beside what it showed of them: NAME.json where that was another document,
    NAME.txt, and comparison.LEFT.RIGHT.json."""
    saved = sorted(options.saved.glob("*.mailseal"))
    check("files of an earlier version are there", len(saved) > 8, options.saved)
    for path in saved:
        expected = path.with_suffix(".json")
        expected = json.loads((expected if expected.exists() else path).read_bytes())
        shown = show(options.cli, path, "--format", "json")
        document = json.loads(shown.stdout or "{}")
        check(f"{path.name} is shown as it was, as JSON",
              holds(document, without_sentences(expected)), shown.stderr.decode())
        said = show(options.cli, path).stdout.decode()
        lines = path.with_suffix(".txt").read_text("utf-8").splitlines()
        title = next(line for line in lines if " · " in line)
        who, *_, when = title.split(" · ")
        check(f"{path.name} is shown as text",
              any(line.startswith(f"{who} · ") and line.endswith(f" · {when}") for line in said.splitlines()),
              title, said[:300])
    for path in sorted(options.saved.glob("comparison.*.json")):
        _, left, right, _ = path.name.split(".")
        compared = subprocess.run([options.cli, "compare", f"{left}.mailseal", f"{right}.mailseal", "--format",
                                   "json"], cwd=options.saved, capture_output=True, timeout=120, check=False)
        document = json.loads(compared.stdout or "{}")
        check(f"{left} and {right} compare as they did",
              holds(document, without_sentences(json.loads(path.read_bytes()))), compared.stderr.decode())


def hostile_files(folder, whole):
    """name, content; a content of None: the path is made by the name."""
    text = whole.decode()
    yield "100 MB of text", b"{\"schema\":\"mailseal/survey/1\",\"x\":\"" + b"a" * 100_000_000 + b"\"}"
    yield "60 MB of empty lists", b"[" + b"[]," * 20_000_000 + b"[]]"
    yield "a million deep", b"[" * 1_000_000 + b"]" * 1_000_000
    yield "a million objects deep", b"{\"a\":" * 1_000_000
    yield "a wrong type", text.replace('"inspections":', '"inspections": 7, "x":', 1).encode()
    yield "a text for a number", text.replace('"port": 2525', '"port": "2525"', 1).encode()
    yield "a bad certificate", text.replace("-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE-----!!", 1).encode()
    yield "UTF-16", text.encode("utf-16")
    yield "Latin-1", whole.replace(b'"input":', b'"\xe4":"\xf6","input":', 1)
    yield "nothing", b""
    yield "blanks", b" \n\t" * 1000
    yield "zeros", b"\0" * 4096
    yield "a newer schema", text.replace("mailseal/survey/1", "mailseal/survey/2", 1).encode()
    yield "another schema", b'{"schema":"something/else/1"}'
    yield "a field twice", text.replace('"inspections":', '"inspections": [], "inspections":', 1).encode()
    yield "a huge number", text.replace('"port": 2525', '"port": 1e999', 1).encode()
    yield "not a number", text.replace('"port": 2525', '"port": NaN', 1).encode()
    yield "certificates", b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
    for eighth in range(1, 8):
        yield f"cut at {eighth}/8", whole[:len(whole) * eighth // 8]


def hostile_part(options, folder):
    subprocess.run([options.samples, folder], check=True)
    whole = (folder / "survey.full.json").read_bytes()
    target = folder / "hostile.mailseal"

    def refused(what, path):
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        shown = show(options.cli, path, preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_AS, (2 * 1024 ** 3, 2 * 1024 ** 3)))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        said = shown.stderr.decode("utf-8", "replace")
        fine = shown.returncode == 2 and not shown.stdout and len(said.strip().splitlines()) == 1 and len(said) < 600
        check(f"{what} is refused with one line and exit 2", fine, shown.returncode, said, shown.stdout[:200])
        check(f"{what} costs bounded memory", max(before, peak) / 1024 < MEMORY_ALLOWED_MIB,
              f"{peak // 1024} MiB, allowed {MEMORY_ALLOWED_MIB}")

    for what, content in hostile_files(folder, whole):
        if content == whole:
            check(f"the sample can be spoiled: {what}", False)
            continue
        target.write_bytes(content)
        refused(what, target)
    fifo = folder / "fifo"
    os.mkfifo(fifo)
    refused("a pipe", fifo)
    refused("a folder", folder)
    refused("a device", "/dev/zero")
    refused("a missing file", folder / "missing.mailseal")


def kill_part(options, folder):
    """kill -9 at every moment of a save: the file is the old one or the new one, whole."""
    subprocess.run([options.samples, folder], check=True)
    one = json.loads((folder / "survey.full.json").read_bytes())
    contents = []
    for name, count in (("old", 300), ("new", 400)):
        source = folder / f"{name}.mailseal"
        source.write_text(json.dumps({**one, "inspections": one["inspections"] * count}), "utf-8")
        shown = show(options.cli, source, "--format", "json", "--output", folder / f"{name}.json")
        check(f"the {name} survey can be written", (folder / f"{name}.json").exists(), shown.stderr.decode())
        contents.append((folder / f"{name}.json").read_bytes())
    old, new = contents
    target = folder / "target.mailseal"
    chance = random.Random(20261125)
    torn, killed, done = [], 0, 0
    for round_number in range(options.kills):
        target.write_bytes(old)
        program = subprocess.Popen([options.cli, "show", folder / "new.mailseal", "--format", "json", "--output",
                                    target], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            program.wait(chance.uniform(0.0, 1.2))
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
            program.wait()
            killed += 1
        content = target.read_bytes()
        done += content == new
        if content not in (old, new):
            torn.append(f"round {round_number}: {len(content)} bytes")
    check(f"after {killed} kills among {options.kills} saves the file is the old or the new one, whole "
          f"({done} times the new one)", not torn, *torn)


def full_disk_part(options, folder):
    """No more than a few kilobytes can be written: the old file stays, and the reason is said."""
    subprocess.run([options.samples, folder], check=True)
    target = folder / "target.mailseal"
    target.write_bytes(b"what was there before")

    def small_files():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    shown = show(options.cli, folder / "survey.full.json", "--format", "json", "--output", target,
                 preexec_fn=small_files)
    check("a disk that is full leaves the old file whole", target.read_bytes() == b"what was there before")
    check("a disk that is full is said, with exit 2", shown.returncode == 2 and shown.stderr,
          shown.returncode, shown.stderr)
    left = [path.name for path in folder.iterdir() if path.name.startswith("target") and path != target]
    check("nothing half-written is left behind", not left, left)
    shown = show(options.cli, folder / "survey.full.json", "--format", "json", "--output", folder / "no" / "where")
    check("a missing folder is said, with exit 2", shown.returncode == 2 and shown.stderr, shown.returncode)


PARTS = {"schema": schema_part, "round-trip": round_trip_part, "older": older_part, "hostile": hostile_part,
         "kill": kill_part, "full-disk": full_disk_part}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", required=True)
    parser.add_argument("--samples", required=True)
    parser.add_argument("--schemas", required=True, type=pathlib.Path)
    parser.add_argument("--saved", required=True, type=pathlib.Path, help="files that an earlier version wrote")
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--only", choices=PARTS)
    options = parser.parse_args()
    for name, part in PARTS.items():
        if options.only and options.only != name:
            continue
        folder = pathlib.Path(tempfile.mkdtemp(prefix="mailseal-files-"))
        try:
            part(options, folder)
        finally:
            shutil.rmtree(folder)
    print(f"{'FAIL' if failed else 'PASS'}: {failed} checks failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
