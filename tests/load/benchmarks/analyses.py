"""How long `POST /analyses` takes: `python -m tests.load.benchmarks.analyses`.

Calls go through Django's whole stack but no network. For a small, a middling and the
largest rule set it prints median, p95 and the slowest of many calls, each with a
document the process has not seen, and the median of the processor's time alone, which
a busy machine does not stretch. Exits with 1 when a call at the limits took longer
than two seconds.
"""

import json
import os
import random
import statistics
import sys
import time

import django

ROUNDS = 20
BOUND = 2.0  # seconds, for 60 criteria, 12 frameworks and 60 questions


def prepare() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()


def seconds_of_calls(size, rounds: int) -> tuple[list[float], list[float]]:
    """Seconds per call and of the processor, each with other scores and points."""
    from django.test import Client

    from tests.load.benchmarks.engine import document_of

    chance, client = random.Random(3), Client()
    times, busy = [], []
    for number in range(rounds):
        document = document_of(size, seed=number)
        answers = {
            question["id"]: chance.choice(question["options"])["id"]
            for question in document["questions"]
            if chance.random() < 0.8
        }
        body = json.dumps({"ruleset": document, "answers": answers})
        begin, worked = time.perf_counter(), time.process_time()
        response = client.post("/api/v1/analyses", body, "application/json")
        times.append(time.perf_counter() - begin)
        busy.append(time.process_time() - worked)
        if response.status_code != 200:
            raise SystemExit(f"{response.status_code}: {response.content[:300]!r}")
    return times, busy


def main() -> int:
    prepare()
    from tests.load.benchmarks.engine import SIZES

    sys.stdout.write(
        "frameworks criteria questions options   median      p95  slowest      cpu"
        "   (milliseconds)\n"
    )
    slowest = 0.0
    for size in SIZES:
        times, busy = seconds_of_calls(size, ROUNDS)
        slowest = max(times)
        p95 = statistics.quantiles(times, n=20)[-1]
        sys.stdout.write(
            f"{size.frameworks:10} {size.criteria:8} {size.questions:9} "
            f"{size.options:7} {1000 * statistics.median(times):8.0f} "
            f"{1000 * p95:8.0f} {1000 * slowest:8.0f} "
            f"{1000 * statistics.median(busy):8.0f}\n"
        )
    sys.stdout.write(f"The largest: {slowest:.2f} s of {BOUND:.1f} s allowed.\n")
    return int(slowest > BOUND)


if __name__ == "__main__":
    sys.exit(main())
