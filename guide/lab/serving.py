"""Served requests: the same server in front of each program, and a load generator.

Only on 127.0.0.1, for a second at a time; what is started is stopped by
its process id.
"""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from guide.lab.measuring import Samples, add, database_of, in_turn
from guide.lab.plans import Plan
from guide.lab.process import Worker
from guide.lab.profiles import Profile, Program

INSTRUMENT = Path(__file__).parent / "instrument"
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
FAILED = re.compile(r"Non-2xx|Socket errors")
CONNECTIONS = 8
WARM_UP = 20
PATIENCE = 20.0  # seconds for a server to answer


class ServingError(Exception):
    """A server did not come up or answered with errors."""


def load_generator() -> str | None:
    """Path of `wrk`, or None where it is not installed."""
    return shutil.which("wrk")


def load_generator_name() -> str | None:
    """`wrk` with its version, or None."""
    wrk = load_generator()
    if wrk is None:
        return None
    told = subprocess.run(  # noqa: S603 - asked for its version only
        [wrk, "--version"], capture_output=True, text=True, check=False
    )
    return " ".join((told.stdout + told.stderr).split()[:2])


def why_not(profile: Profile, python: Path, plan: Plan) -> str | None:
    """Why served requests will not be measured, or None if they will."""
    if profile.at_once:
        return "not measured: its requests wait on timers, see the time for all at once"
    if plan.served_starts == 0:
        return "not measured: left out of this run"
    if load_generator() is None:
        return "not measured: no load generator (wrk) is installed"
    if not granian_of(python).exists():
        return "not measured: the server (granian) is not installed"
    return None


def serve_and_measure(
    profile: Profile, python: Path, plan: Plan, report: Callable[[str], None]
) -> Samples:
    """Requests per second by program, one value per start of the servers."""
    rates: Samples = {}
    with database_of(profile) as database, tempfile.TemporaryDirectory() as folder:
        loads = [
            (program, Load(profile, program, python, database, Path(folder)))
            for program in profile.programs
        ]
        for start in range(plan.served_starts):
            report(f"{profile.title}: servers, {start + 1} of {plan.served_starts}")
            with ExitStack() as stack:
                ready = []
                for program, load in in_turn(loads, start):
                    server = Server(program, python, database)
                    ready.append((program, load, stack.enter_context(server)))
                for _program, load, server in ready:
                    load.warm(server.port)
                for program, load, server in ready:
                    add(rates, program, [load.rate(server.port, plan.served_seconds)])
    return rates


class Server:
    """One granian worker with one program; ends with the block."""

    def __init__(self, program: Program, python: Path, database: str):
        self.port = free_port()
        command = [str(granian_of(python)), "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--interface", program.interface]
        command += ["--workers", "1", "--no-ws", "--log-level", "error"]
        if program.interface == "wsgi":
            command += ["--blocking-threads", str(program.threads)]
        environment = os.environ | {
            "LAB_PROGRAM": str(program.file),
            "LAB_DATABASE": database,
        }
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        self.process = subprocess.Popen(  # noqa: S603 - our own server
            [*command, "served:app"],
            cwd=INSTRUMENT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> "Server":
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        self.__exit__()
        raise ServingError("the server did not come up")

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Load:
    """The measured requests of one program, for any port it is served on. Tokens and
    cookies come from the program in a process of its own: they are signed, not kept."""

    def __init__(
        self,
        profile: Profile,
        program: Program,
        python: Path,
        database: str,
        folder: Path,
    ):
        with Worker(python, profile.task(program), database, seed=1) as worker:
            hello = worker.hello
        self.asks = [hello["asks"][place] for place in profile.measured]
        self.statuses = [hello["answers"][n]["status"] for n in profile.measured]
        self.script = folder / f"{program.key}.lua"
        self.script.write_text(script_of(self.asks), encoding="utf-8")

    def warm(self, port: int) -> None:
        """A few requests first; each must be answered as in process."""
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        for _ in range(WARM_UP):
            for ask, status in zip(self.asks, self.statuses, strict=True):
                headers = plain_headers(ask)
                body = ask["body"].encode()
                connection.request(ask["method"], ask["path"], body, headers)
                answer = connection.getresponse()
                answer.read()
                if answer.status != status:
                    raise ServingError(f"{ask['path']}: served {answer.status}")
        connection.close()

    def rate(self, port: int, seconds: int) -> float:
        """Answers per second under a load of `seconds`."""
        wrk = load_generator()
        if wrk is None:
            raise ServingError("wrk is gone")
        command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
        done = subprocess.run(  # noqa: S603 - our own server on 127.0.0.1
            [*command, "-s", str(self.script), f"http://127.0.0.1:{port}/"],
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds + PATIENCE,
        )
        found = RATE.search(done.stdout)
        if found is None or FAILED.search(done.stdout):
            raise ServingError(done.stdout.strip() or done.stderr.strip())
        return float(found.group(1))


def script_of(asks: list[dict[str, Any]]) -> str:
    """A script for wrk that sends `asks` in turn."""
    lines = ["local asks, turn = {}, 0", "function init()"]
    lines += [f"  asks[{n}] = {formatted(ask)}" for n, ask in enumerate(asks)]
    lines += ["end", "function request()", f"  turn = (turn + 1) % {len(asks)}"]
    return "\n".join([*lines, "  return asks[turn]", "end", ""])


def plain_headers(ask: dict[str, Any]) -> dict[str, str]:
    """Without those that depend on the connection."""
    left_out = {"host", "content-length"}
    return {n: value for n, value in ask["headers"].items() if n not in left_out}


def formatted(ask: dict[str, Any]) -> str:
    headers = ", ".join(
        f"[{quoted(name)}] = {quoted(value)}"
        for name, value in plain_headers(ask).items()
    )
    words = [quoted(ask["method"]), quoted(ask["path"]), f"{{{headers}}}"]
    return f"wrk.format({', '.join([*words, quoted(ask['body'])])})"


def quoted(text: str) -> str:
    """`text` as a string of Lua."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inner}"'


def granian_of(python: Path) -> Path:
    return python.with_name("granian")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
