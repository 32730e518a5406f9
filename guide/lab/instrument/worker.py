"""One program in a process of its own, measured when it is told to.

Reads one JSON object per line: first what to load, then {"do": "batch", "count": n},
{"do": "at_once", "count": n} or {"do": "end"}; answers each with one line. Nothing runs
in between, so two workers that take turns do not disturb each other.
"""

import gc
import json
import os
import resource
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from asking import Answer, Asgi, Ask, Wsgi
from loading import load_program
from tokens import ready_asks

OUT = os.fdopen(os.dup(1), "w")


def main() -> None:
    os.dup2(2, 1)  # a program that prints does not disturb the conversation
    task = json.loads(sys.stdin.readline())
    begun = time.process_time_ns()
    program = application_of(task)
    asks = ready_asks(task["requests"], task["token_from"], program.answer)
    answers = [program.answer(asks[0])]
    cold = time.process_time_ns() - begun
    answers += [program.answer(ask) for ask in asks[1:]]
    say(
        {
            "cold_ns": cold,
            "answers": list(map(plain, answers)),
            "asks": list(map(plain, asks)),
        }
    )
    measured = [asks[place] for place in task["measured"]]
    slow_down = task.get("slow_down", 0.0)
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "end":
            break
        cycle = [measured[n % len(measured)] for n in range(order["count"])]
        run = program.answer_all if order["do"] == "at_once" else one_by_one(program)
        say(timed(run, cycle, slow_down))
    say({"rss_kib": resident()})


def application_of(task: dict[str, Any]) -> Any:
    app = load_program(Path(task["program"]))
    if task["interface"] == "asgi":
        return Asgi(app)
    return Wsgi(app, task.get("threads", 1))


def one_by_one(program: Any) -> Any:
    def run(asks: list) -> None:
        for ask in asks:
            program.answer(ask)

    return run


def timed(run: Any, asks: list, slow_down: float) -> dict[str, int]:
    """Time of the whole batch. Collected before it, outside of the timing."""
    gc.collect()
    wall, cpu = time.perf_counter_ns(), time.process_time_ns()
    run(asks)
    spent = time.process_time_ns() - cpu
    while time.process_time_ns() - cpu < spent * (1 + slow_down):
        pass  # the injected slow-down that proves the instrument
    return {
        "cpu_ns": time.process_time_ns() - cpu,
        "wall_ns": time.perf_counter_ns() - wall,
    }


def plain(message: Answer | Ask) -> dict[str, Any]:
    return asdict(message) | {"body": message.body.decode("utf-8", "replace")}


def resident() -> int:
    """KiB of memory held now; the most ever held where Linux does not tell."""
    try:
        words = Path("/proc/self/statm").read_text().split()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(words[1]) * (resource.getpagesize() // 1024)


def say(message: dict[str, Any]) -> None:
    OUT.write(json.dumps(message) + "\n")
    OUT.flush()


if __name__ == "__main__":
    main()
