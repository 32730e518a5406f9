"""Measure the programs of one profile in process: interleaved, paired, many starts."""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from guide.lab.answers import check_answers
from guide.lab.plans import Plan
from guide.lab.process import Worker
from guide.lab.profiles import Profile, Program

WARM_UP = 40  # requests before the first timing
Samples = dict[str, list[list[float]]]  # program -> per start -> per round


@dataclass
class Measured:
    """Raw samples of one profile, by metric."""

    cpu_us: Samples = field(default_factory=dict)  # CPU time per request
    together_ms: Samples = field(default_factory=dict)  # until all at once are answered
    cold_ms: Samples = field(default_factory=dict)  # one value per start
    memory_mib: Samples = field(default_factory=dict)  # one value per start


def measure(
    profile: Profile,
    python: Path,
    plan: Plan,
    report: Callable[[str], None],
    slow_down: dict[str, float] | None = None,
) -> Measured:
    """Every start of every program. Raises WorkerError and WrongAnswerError.

    `slow_down` maps a program to a share of extra work, to prove the instrument.
    """
    measured = Measured()
    with database_of(profile) as path:
        warm_files(profile, python, path)
        for start in range(plan.starts):
            report(f"{profile.title}: start {start + 1} of {plan.starts}")
            one_start(profile, python, plan, path, start, measured, slow_down or {})
    return measured


class database_of:  # noqa: N801 - read as a function: `with database_of(profile)`
    """A new SQLite file with the profile's data, gone afterwards."""

    def __init__(self, profile: Profile):
        self.data = profile.data
        self.folder = tempfile.TemporaryDirectory(prefix="lab-")

    def __enter__(self) -> str:
        path = Path(self.folder.name) / "data.sqlite3"
        connection = sqlite3.connect(path)
        if self.data is not None:
            connection.executescript(self.data.read_text(encoding="utf-8"))
        connection.close()
        return str(path)

    def __exit__(self, *_error: object) -> None:
        self.folder.cleanup()


def warm_files(profile: Profile, python: Path, database: str) -> None:
    """Start each program once, unmeasured: bytecode and files are then in place.
    Here it also has to answer as its profile says."""
    for program in profile.programs:
        with Worker(python, profile.task(program), database, seed=1) as worker:
            check_answers(profile, program, worker.hello["answers"])


def one_start(
    profile: Profile,
    python: Path,
    plan: Plan,
    database: str,
    start: int,
    measured: Measured,
    slow_down: dict[str, float],
) -> None:
    """Start all programs, measure them in turns, end them."""
    with ExitStack() as stack:
        workers: list[tuple[Program, Worker]] = []
        for place, program in in_turn(list(enumerate(profile.programs)), start):
            task = profile.task(program)
            task["slow_down"] = slow_down.get(program.key, 0.0)
            seed = 1 + start * len(profile.programs) + place
            worker = stack.enter_context(Worker(python, task, database, seed))
            add(measured.cold_ms, program, [worker.hello["cold_ns"] / 1e6])
            workers.append((program, worker))
        if profile.at_once:
            rounds_at_once(profile, plan, workers, measured)
        else:
            rounds_one_by_one(profile, plan, workers, measured)
        for program, worker in workers:
            add(measured.memory_mib, program, [worker.end() / 1024])


def rounds_one_by_one(
    profile: Profile,
    plan: Plan,
    workers: list[tuple[Program, Worker]],
    measured: Measured,
) -> None:
    step = len(profile.measured)
    sizes = {}
    for program, worker in workers:
        cost = worker.batch(WARM_UP * step)["cpu_ns"] / (WARM_UP * step)
        sizes[program.key] = max(1, round(plan.batch_ms * 1e6 / cost / step)) * step
        add(measured.cpu_us, program, [])
    for number in range(plan.rounds):
        for program, worker in in_turn(workers, number):
            size = sizes[program.key]
            spent = worker.batch(size)["cpu_ns"] / size / 1e3
            measured.cpu_us[program.key][-1].append(spent)


def rounds_at_once(
    profile: Profile,
    plan: Plan,
    workers: list[tuple[Program, Worker]],
    measured: Measured,
) -> None:
    count = profile.at_once
    for program, worker in workers:
        worker.batch(count, "at_once")
        add(measured.cpu_us, program, [])
        add(measured.together_ms, program, [])
    for number in range(plan.rounds_at_once):
        for program, worker in in_turn(workers, number):
            spent = worker.batch(count, "at_once")
            measured.cpu_us[program.key][-1].append(spent["cpu_ns"] / count / 1e3)
            measured.together_ms[program.key][-1].append(spent["wall_ns"] / 1e6)


def in_turn(items: list[Any], number: int) -> list[Any]:
    """Forwards in even rounds, backwards in odd ones."""
    return items[::-1] if number % 2 else list(items)


def add(samples: Samples, program: Program, values: list[float]) -> None:
    samples.setdefault(program.key, []).append(values)
