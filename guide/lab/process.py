"""A worker process: one program, measured batch by batch when it is told to."""

import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

WORKER = Path(__file__).parent / "instrument" / "worker.py"
PATIENCE = 20  # seconds to end before it is killed


class WorkerError(Exception):
    """A program did not start or stopped answering; carries its last words."""


class Worker:
    """Use as a context manager: the process ends with the block."""

    def __init__(self, python: Path, task: dict[str, Any], database: str, seed: int):
        environment = os.environ | {
            "LAB_DATABASE": database,
            "PYTHONHASHSEED": str(seed),
            "PYTHONDONTWRITEBYTECODE": "",
        }
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [str(python), str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        self.hello = self.say(task)

    def __enter__(self) -> "Worker":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def batch(self, count: int, do: str = "batch") -> dict[str, int]:
        """Nanoseconds of CPU and of wall time that `count` requests took together."""
        return self.say({"do": do, "count": count})

    def end(self) -> int:
        """KiB of memory held, then the process ends."""
        held: int = self.say({"do": "end"})["rss_kib"]
        self.process.wait(PATIENCE)
        return held

    def say(self, message: dict[str, Any]) -> dict[str, Any]:
        if self.process.stdin is None or self.process.stdout is None:
            raise WorkerError("a worker without pipes")
        try:
            self.process.stdin.write(json.dumps(message) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            _out, words = self.process.communicate()
            raise WorkerError(words.strip()[-2000:] or "it ended without a word")
        answer: dict[str, Any] = json.loads(line)
        return answer
