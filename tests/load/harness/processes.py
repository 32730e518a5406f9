"""The programs a site runs on, started on 127.0.0.1 and stopped by process id."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 90  # seconds until something that was started must answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(*names: str) -> str:
    """The first of these programs that is installed; exits naming them if none is."""
    for name in names:
        newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
        if found := shutil.which(name) or (newest and str(newest[-1])):
            return found
    sys.exit(f"This needs {' or '.join(names)}: install it first.")


@dataclass
class Program:
    """One process with its log; `restart` runs the same command again."""

    command: list[str]
    log: Path
    environment: dict[str, str] = field(default_factory=dict)
    user: str | None = None
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Program":
        output = self.log.open("ab")
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT if self.user is None else "/",
            env={**os.environ, **self.environment},
            stdout=output,
            stderr=output,
            user=self.user,
            start_new_session=True,
        )
        return self

    def send(self, number: signal.Signals) -> None:
        """To the process and those it started."""
        if self.process is not None and self.process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def kill(self) -> None:
        self.send(signal.SIGKILL)
        self.wait()

    def family(self) -> list[int]:
        """Its process and all below it, also those that left its group (PostgreSQL)."""
        parents: dict[int, list[int]] = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                fields = stat.read_text().rpartition(")")[2].split()
                parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
        found = [self.process.pid] if self.process else []
        for pid in found:
            found += parents.get(pid, [])
        return found

    def kill_family(self) -> None:
        """kill -9 for all of them at once, as when power fails."""
        for pid in self.family():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.wait()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        self.send(number)
        try:
            self.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def wait(self, seconds: float = 20) -> None:
        if self.process is not None:
            self.process.wait(seconds)

    def restart(self) -> None:
        self.stop()
        self.start()


def wait_until(holds: Callable[[], bool], what: str, program: Program) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if program.process is not None and program.process.poll() is not None:
            break
        if holds():
            return
        time.sleep(0.05)
    tail = program.log.read_text(errors="replace")[-2000:]
    raise RuntimeError(f"{what} did not come up:\n{tail}")


def answers(url: str, host: str = "127.0.0.1") -> bool:
    """Whether the address is answered with 200 within two seconds."""
    request = urllib.request.Request(
        url, headers={"Host": host, "X-Forwarded-Proto": "https"}
    )
    try:
        with urllib.request.urlopen(request, timeout=2) as response:
            return response.status == 200
    except OSError:
        return False


def accepts(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that every user may enter, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="guide-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Postgres:
    program: Program
    port: int

    @property
    def url(self) -> str:
        return f"postgres://guide@127.0.0.1:{self.port}/postgres"


@contextmanager
def postgres(folder: Path) -> Iterator[Postgres]:
    """A cluster of its own, with durability on: losses are what we look for."""
    user = "postgres" if os.geteuid() == 0 else None
    data, port = folder / "postgres", free_port()
    data.mkdir()
    if user:
        shutil.chown(data, user)
    init = [program("initdb"), "-D", str(data), "-U", "guide", "--auth=trust"]
    subprocess.run(
        [*init, "-E", "UTF8", "--locale=C.UTF-8"],
        check=True,
        capture_output=True,
        cwd="/",
        user=user,
    )
    options = ["-p", str(port), "-k", str(data), "-c", "listen_addresses=127.0.0.1"]
    server = Program(
        [program("postgres"), "-D", str(data), *options],
        folder / "postgres.log",
        user=user,
    ).start()
    try:
        wait_until(lambda: accepts(port), "PostgreSQL", server)
        yield Postgres(server, port)
    finally:
        server.stop(signal.SIGINT)


@contextmanager
def redis(folder: Path) -> Iterator[tuple[Program, int]]:
    port = free_port()
    command = [program("redis-server", "valkey-server"), "--port", str(port)]
    options = ["--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    server = Program([*command, *options], folder / "redis.log").start()
    try:
        wait_until(lambda: accepts(port), "Redis", server)
        yield server, port
    finally:
        server.stop()


def application(
    folder: Path, port: int, environment: dict[str, str], workers: int = 1
) -> Program:
    """One application process as the image runs it, started and answering."""
    command = [
        sys.executable, "-m", "granian", "--interface", "rsgi", "--no-ws",
        "--host", "127.0.0.1", "--port", str(port), "--workers", str(workers),
        "--blocking-threads", "1", "--backpressure", "512",
        "--http", "1", "--http1-header-read-timeout", "10000",
        "--log-level", "warning", "config.rsgi:application",
    ]  # fmt: skip
    found = Program(command, folder / f"app-{port}.log", environment).start()
    url = f"http://127.0.0.1:{port}/healthz"
    wait_until(lambda: answers(url), "The application", found)
    return found


def manage(environment: dict[str, str], *words: str) -> str:
    """What a management command printed; raises with it when it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{words[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


@dataclass
class Proxy:
    program: Program
    port: int


@contextmanager
def nginx(folder: Path, app_ports: list[int]) -> Iterator["Proxy"]:
    """nginx with the shipped configuration in front of these ports."""
    port, run = free_port(), folder / "nginx"
    run.mkdir()
    servers = " ".join(
        f"server 127.0.0.1:{app} max_fails=1 fail_timeout=2s;" for app in app_ports
    )
    values = {
        "LISTEN": f"127.0.0.1:{port}",
        "SERVER_NAME": "guide.example",
        "APP_SERVERS": servers,
        "CACHE_FOLDER": str(folder / "pages"),
        "RUN_FOLDER": str(run),
    }
    template = ROOT / "config/deploy/nginx.conf.template"
    configuration = run / "nginx.conf"
    configuration.write_text(Template(template.read_text()).safe_substitute(values))
    command = [program("nginx"), "-c", str(configuration), "-g", "daemon off;"]
    server = Program(command, folder / "nginx.log").start()
    try:
        wait_until(lambda: accepts(port), "nginx", server)
        yield Proxy(server, port)
    finally:
        server.stop()
