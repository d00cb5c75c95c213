#!/usr/bin/env python3
"""Speed and memory of mailseal-cli beside openssl s_client and posttls-finger, on one Postfix, in one run.

    bench.py --build FOLDER --servers FOLDER [--runs N] [--smoke]

Whole processes are timed, start-up included, in turn (one run of each, then again), and medians are given: the
reference is posttls-finger. Figures are printed, never judged: a slow machine is no failed test. `--smoke` makes
a single run and fails only where a figure could not be made.

The round trip of 50 ms is made by a proxy on loopback that hands on each chunk 25 ms after it came, in either
direction. The kernel answers a TCP handshake on loopback at once; on a wire the SYN, its answer and the client's last
acknowledgement take 75 ms until the server knows of a connection. So the proxy waits that long before it connects
onward: a session costs one round trip for TCP, one until the greeting is there, and one for every turn. DNS is as far
away by a proxy of its own.
"""

import argparse
import asyncio
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "lab"))

import oracles  # noqa: E402
import pki  # noqa: E402
import servers  # noqa: E402
import zones  # noqa: E402

HOST = "mx.lab.example"
SECOND = "with its second"
ONE_WAY = 0.025
ROUND_TRIPS_ALLOWED = 7
ROUND_TRIPS_ALLOWED_BESIDE = 8.5  # with the further connection, which begins at the greeting
MEMORY_ALLOWED = 32.0
SPEED_ALLOWED = 1.5
PAINT_ALLOWED = 1.3
SCROLL_ALLOWED = 1.5
COMPARE_ALLOWED = 100.0
BLOCK_ALLOWED = 16.0
DOMAIN_ALLOWED = 1.3
MX_HOSTS = 4
ADDRESSES_EACH = 2


class DelayingProxy:
    """Listens on loopback and hands on to `port`, everything 25 ms later, in a thread of its own."""

    def __init__(self, port, addresses=("127.0.0.1",)):
        self.target = port
        self.addresses = addresses
        self.port = servers.free_port()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self.thread.start()
        self.ready.wait(10)

    async def _serve(self):
        self.loop, self.ended = asyncio.get_running_loop(), asyncio.Event()
        async with await asyncio.start_server(self._session, self.addresses, self.port):
            self.ready.set()
            await self.ended.wait()

    async def _session(self, reader, writer):
        await asyncio.sleep(3 * ONE_WAY)
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
        pumps = [asyncio.ensure_future(self._pump(reader, far_writer)),
                 asyncio.ensure_future(self._pump(far_reader, writer))]
        # The session is over once either side has closed and the other has heard of it.
        await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        for pump in pumps:
            pump.cancel()

    async def _pump(self, source, sink):
        """In order, each chunk one way later than it came."""
        queue = asyncio.Queue()

        async def deliver():
            while True:
                due, data = await queue.get()
                await asyncio.sleep(max(0.0, due - self.loop.time()))
                if not data:
                    sink.close()
                    return
                sink.write(data)

        delivery = asyncio.ensure_future(deliver())
        try:
            while True:
                data = await source.read(65536)
                await queue.put((self.loop.time() + ONE_WAY, data))
                if not data:
                    break
        except ConnectionError:
            await queue.put((self.loop.time() + ONE_WAY, b""))
        await delivery

    def stop(self):
        self.loop.call_soon_threadsafe(self.ended.set)
        self.thread.join(10)


class DelayingNames(asyncio.DatagramProtocol):
    """The same for questions to a name server by UDP."""

    def __init__(self, port):
        self.target, self.port = port, zones.free_port()
        self.ready = threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self.thread.start()
        self.ready.wait(10)

    async def _serve(self):
        self.loop, self.ended = asyncio.get_running_loop(), asyncio.Event()
        self.transport, _ = await self.loop.create_datagram_endpoint(lambda: self, ("127.0.0.1", self.port))
        self.ready.set()
        await self.ended.wait()
        self.transport.close()

    def datagram_received(self, data, addr):
        self.loop.call_later(ONE_WAY, lambda: self.loop.create_task(self._ask(data, addr)))

    async def _ask(self, question, client):
        answered = self.loop.create_future()

        class Answer(asyncio.DatagramProtocol):
            def datagram_received(self, data, addr):
                if not answered.done():
                    answered.set_result(data)

        far, _ = await self.loop.create_datagram_endpoint(Answer, remote_addr=("127.0.0.1", self.target))
        far.sendto(question)
        answer = await asyncio.wait_for(answered, 10)
        far.close()
        self.loop.call_later(ONE_WAY, self.transport.sendto, answer, client)

    def stop(self):
        self.loop.call_soon_threadsafe(self.ended.set)
        self.thread.join(10)


def run_once(command, environment=None, text_in=b"", expected=(0,)):
    """Seconds from start to end."""
    read_end, write_end = os.pipe()
    os.write(write_end, text_in)
    os.close(write_end)
    begun = time.perf_counter()
    done = subprocess.run([str(part) for part in command], env=environment, stdin=read_end, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT)
    taken = time.perf_counter() - begun
    os.close(read_end)
    if done.returncode not in expected:
        raise servers.LabError(f"{' '.join(map(str, command))} ended with {done.returncode}\n"
                               f"{done.stdout.decode('utf-8', 'replace')}")
    return taken


def peak_memory(command, folder, **rest):
    """MiB, by GNU time: a child of this interpreter would be charged with the interpreter's own peak."""
    written = folder / "memory"
    run_once(["/usr/bin/time", "-f", "%M", "-o", written, *command], **rest)
    return int(written.read_text().split()[-1]) / 1024


def memory_of_many(cli, count, roots, port, folder):
    """MiB, at its peak: one server under so many names, each result let go once it is written."""
    targets = folder / "targets"
    targets.write_text("".join(f"host:mx{number}.lab.example\n" for number in range(count)))
    return peak_memory([cli, "inspect", "--targets", targets, "--roots", roots, "--ehlo", "client.lab.example",
                        "--connect", f"127.0.0.1:{port}", "--format", "jsonl"], folder)


def commands(cli, finger, roots, port):
    """The three programs, each doing the same on one connection: EHLO, STARTTLS, TLS, EHLO where it does so, QUIT. Last
    Mailseal as it comes, with its second connection: what is shown without SNI."""
    inspect = [cli, "inspect", "--policy", "webpki", "--roots", roots, "--ehlo", "client.lab.example", "--connect",
               f"127.0.0.1:{port}", f"host:{HOST}"]
    return {
        "openssl s_client": dict(command=["openssl", "s_client", "-quiet", "-starttls", "smtp", "-connect",
                                          f"127.0.0.1:{port}", "-servername", HOST, "-CAfile", roots],
                                 text_in=b"QUIT\r\n"),
        "posttls-finger": dict(command=finger.command("verify", port, roots=roots, matches=[HOST]),
                               environment=finger.environment),
        "mailseal-cli": dict(command=[*inspect, "--no-variants"]),
        SECOND: dict(command=inspect),
    }


def few(runs, share):
    """Of what takes longer: a share of the runs, three at least where that many are made at all."""
    return max(min(3, runs), runs // share)


def interleaved(programs, runs):
    """name → median milliseconds; one unmeasured run of each first, for the page cache."""
    taken = {name: [] for name in programs}
    for turn in range(runs + 1):
        for name, program in programs.items():
            seconds = run_once(**program)
            if turn > 0:
                taken[name].append(seconds * 1000)
    return {name: statistics.median(figures) for name, figures in taken.items()}


def report(figures, reference):
    for name, milliseconds in figures.items():
        print(f"  {name:18} {milliseconds:7.1f} ms   {milliseconds / figures[reference]:5.2f} × {reference}")


def bench_sessions(arguments, folder, runs):
    certificates = pki.Pki(folder / "pki")
    chain = certificates.leaf("good", HOST)
    postfix = servers.Postfix(folder / "postfix", pathlib.Path(arguments.servers) / "postfix")
    port = postfix.add("good", [f"smtpd_tls_chain_files = {chain}", "smtpd_tls_security_level = may",
                                "smtpd_client_connection_count_limit = 0"])
    cli = pathlib.Path(arguments.build) / "app/mailseal-cli"
    try:
        postfix.start()
        finger = oracles.Finger(postfix)
        print(f"loopback, whole processes, medians of {runs} interleaved runs:")
        programs = commands(cli, finger, certificates.roots, port)
        near = interleaved(programs, runs)
        report(near, "posttls-finger")
        print(f"  mailseal-cli: {near['mailseal-cli'] / near['posttls-finger']:.2f} × posttls-finger "
              f"(allowed {SPEED_ALLOWED}, goal 1.0)")
        print("peak memory, medians of 3 runs:")
        for name, program in programs.items():
            memory = statistics.median(peak_memory(folder=folder, **program) for _ in range(3))
            print(f"  {name:18} {memory:7.1f} MiB" + (f"   (allowed {MEMORY_ALLOWED:.0f})"
                                                       if name == "mailseal-cli" else ""))
        for count in (10, 100) if runs == 1 else (100, 1000):
            memory = memory_of_many(cli, count, certificates.roots, port, folder)
            print(f"  {count:4} JSON lines    {memory:7.1f} MiB")
        proxy = DelayingProxy(port)
        print(f"50 ms round trip, medians of {few(runs, 2)} interleaved runs:")
        far = interleaved(commands(cli, finger, certificates.roots, proxy.port), few(runs, 2))
        for name, milliseconds in far.items():
            print(f"  {name:18} {milliseconds:7.1f} ms   {milliseconds / 50:5.2f} round trips' time")
        print(f"  mailseal-cli: {far['mailseal-cli']:.0f} ms of {ROUND_TRIPS_ALLOWED * 50 * 1.05 + 15:.1f} ms allowed "
              f"({ROUND_TRIPS_ALLOWED} round trips × 1.05 + 15 ms)")
        print(f"  {SECOND}: {far[SECOND]:.0f} ms of {ROUND_TRIPS_ALLOWED_BESIDE * 50 + 15:.1f} ms allowed "
              f"({ROUND_TRIPS_ALLOWED_BESIDE} round trips + 15 ms)")
        proxy.stop()
    finally:
        postfix.stop()


def domain_zone():
    """host → its addresses, and the zone that says so."""
    hosts, text = {}, "ns 300 IN A 127.0.0.1\n"
    for number in range(MX_HOSTS):
        name = f"mx{number + 1}"
        hosts[f"{name}.lab.zz"] = [f"127.0.{number + 1}.{place + 1}" for place in range(ADDRESSES_EACH)]
        text += f"@ 300 IN MX {10 * (number + 1)} {name}\n"
        text += "".join(f"{name} 300 IN A {address}\n" for address in hosts[f"{name}.lab.zz"])
        text += f"_25._tcp.{name} 300 IN TLSA 3 1 1 {'00' * 32}\n"
    return hosts, zones.Zone("lab.zz", text)


def resolved_after(command):
    """Milliseconds until the addresses were known, as an inspection of its own has it."""
    done = subprocess.run([*map(str, command), "--format", "json"], capture_output=True, check=True, timeout=60)
    return json.loads(done.stdout)["inspections"][0]["timings"]["resolveMs"]


def bench_domain(arguments, folder, runs):
    """One domain beside the slowest of its servers, each inspected alone."""
    for name in ("domain", "domain/zones"):
        (folder / name).mkdir()
    certificates = pki.Pki(folder / "domain/pki")
    hosts, zone = domain_zone()
    chain = certificates.leaf("all", "lab.zz", names=list(hosts))
    postfix = servers.Postfix(folder / "domain/postfix", pathlib.Path(arguments.servers) / "postfix")
    port = postfix.add("all", [f"smtpd_tls_chain_files = {chain}", "smtpd_tls_security_level = may",
                               "smtpd_client_connection_count_limit = 0"])
    stops = []
    try:
        postfix.start()
        stops.append(postfix.stop)
        try:
            names = zones.NameServer(folder / "domain/zones", [zone])
        except (zones.ZoneError, FileNotFoundError) as problem:
            raise servers.LabError(f"no name server: {problem}") from problem
        stops.append(names.stop)
        proxy = DelayingProxy(port, [address for addresses in hosts.values() for address in addresses])
        stops.append(proxy.stop)
        far_names = DelayingNames(names.port)
        stops.append(far_names.stop)
        base = [pathlib.Path(arguments.build) / "app/mailseal-cli", "inspect", "--roots", certificates.roots, "--ehlo",
                "client.lab.example", "--resolver", f"127.0.0.1:{far_names.port}", "--dnssec-anchor", names.anchor]
        whole = [*base, "--port", str(proxy.port), "lab.zz"]
        programs = {"domain": dict(command=whole)}
        for host, addresses in hosts.items():
            programs |= {address: dict(command=[*base, "--connect", f"{address}:{proxy.port}", f"host:{host}"])
                         for address in addresses}
        figures = interleaved(programs, few(runs, 4))
        dns = statistics.median(resolved_after(whole) for _ in range(3))
        slowest = max(taken for name, taken in figures.items() if name != "domain")
        print(f"a domain with {MX_HOSTS} MX x {ADDRESSES_EACH} addresses, 50 ms round trip, medians of "
              f"{few(runs, 4)} interleaved runs:")
        print(f"  the domain {figures['domain']:.0f} ms, of which {dns:.0f} ms until the addresses are known; its "
              f"slowest server alone {slowest:.0f} ms")
        print(f"  without DNS: {(figures['domain'] - dns) / slowest:.2f} × the slowest server "
              f"(allowed {DOMAIN_ALLOWED})")
    finally:
        for stop in reversed(stops):
            stop()


def bench_first_paint(arguments, runs):
    programs = {name: pathlib.Path(arguments.build) / "tests/bench" / name
                for name in ("emptywindow", "labelwindow", "firstpaint")}
    missing = [name for name, program in programs.items() if not program.exists()]
    if missing:
        raise servers.LabError(f"not built: {', '.join(missing)}")
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    print(f"first paint, whole processes ended by it (offscreen), medians of {runs} interleaved runs:")
    figures = interleaved({name: dict(command=[program], environment=environment)
                           for name, program in programs.items()}, runs)
    report(figures, "emptywindow")
    print(f"  the window: {figures['firstpaint'] / figures['emptywindow']:.2f} × an empty window "
          f"(allowed {PAINT_ALLOWED}), {figures['firstpaint'] / figures['labelwindow']:.2f} × one with a single word: "
          "an empty window loads no font")


def bench_smoothness(arguments, runs):
    program = pathlib.Path(arguments.build) / "tests/bench/smoothness"
    if not program.exists():
        raise servers.LabError("not built: smoothness")
    environment = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    figures = {}
    for _ in range(few(runs, 7)):
        output = subprocess.run([program], env=environment, capture_output=True, text=True, check=True).stdout
        for name, milliseconds in (line.split() for line in output.splitlines()):
            figures.setdefault(name, []).append(float(milliseconds))
    middle = {name: statistics.median(values) for name, values in figures.items()}
    print("much to show (offscreen), medians:")
    print(f"  a step of scrolling through 1,000 servers: {middle['scroll-1000']:.2f} ms, "
          f"{middle['scroll-1000'] / middle['scroll-20']:.2f} × one through 20 (allowed {SCROLL_ALLOWED})")
    print(f"  comparing 60 certificates and 5,000 names: {middle['compare']:.0f} ms (allowed {COMPARE_ALLOWED:.0f}), "
          f"the window waits {middle['blocked']:.1f} ms at most (allowed {BLOCK_ALLOWED:.0f})")


def bench_comparing(arguments, runs):
    program = pathlib.Path(arguments.build) / "tests/bench/comparing"
    if not program.exists():
        raise servers.LabError("not built: comparing")
    figures = {}
    for _ in range(few(runs, 7)):
        output = subprocess.run([program], capture_output=True, text=True, check=True).stdout
        for name, milliseconds in (line.split() for line in output.splitlines()):
            figures.setdefault(name, []).append(float(milliseconds))
    middle = {name: statistics.median(values) for name, values in figures.items()}
    print("comparing two servers of 60 certificates, 5,000 names and 5,000 EHLO keywords each, medians:")
    print(f"  the comparison: {middle['compare']:.1f} ms (allowed {COMPARE_ALLOWED:.0f}), "
          f"{middle['compare'] / middle['json']:.2f} × writing and reading one of the two as JSON; "
          f"of equal ones {middle['compare-equal']:.1f} ms")
    print(f"  of twice as much: {middle['compare-twice'] / middle['compare']:.2f} × (linear would be 2.00); "
          f"written as JSON: {middle['write-comparison']:.1f} ms")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--servers", required=True)
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--smoke", action="store_true")
    arguments = parser.parse_args()
    runs = 1 if arguments.smoke else arguments.runs
    folder = pathlib.Path(tempfile.mkdtemp(prefix="mailseal-bench-"))
    failed = 0
    try:
        for part in (lambda: bench_sessions(arguments, folder, runs), lambda: bench_domain(arguments, folder, runs),
                     lambda: bench_first_paint(arguments, runs),
                     lambda: bench_smoothness(arguments, runs), lambda: bench_comparing(arguments, runs)):
            try:
                part()
            except (servers.LabError, OSError, subprocess.SubprocessError) as problem:
                failed += 1
                print(f"  no figure: {problem}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
