"""How long re-scoring 10,000 saved recommendations takes after publishing.

Run: `python -m tests.load.benchmarks.rescoring [number]`, with DATABASE_URL for another
database than a temporary SQLite file. Every set of answers is another one, so nothing
is remembered from one to the next: the worst case. Half of the run is cut off first and
then gone on with.
"""

import contextlib
import copy
import os
import random
import sys
import tempfile
import time
from unittest.mock import patch

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
FOLDER = tempfile.mkdtemp(prefix="rescoring-")
os.environ["DATA_DIR"] = FOLDER
os.environ.setdefault("LOG_LEVEL", "INFO")

import django  # noqa: E402 - settings come from the environment above

django.setup()

from django.core.management import call_command  # noqa: E402

from advisor.engine import digest_of, evaluate  # noqa: E402
from advisor.models import (  # noqa: E402
    Notice,
    Recommendation,
    RuleSet,
    RuleSetVersion,
    User,
)
from advisor.saved import rescoring  # noqa: E402

CHUNK = 500


def main(number: int) -> None:
    call_command("migrate", verbosity=0)
    call_command("seed_roles", stdout=sys.stderr)
    call_command("seed_guide", stdout=sys.stderr)
    call_command("seed_rule_set", stdout=sys.stderr)
    before = RuleSetVersion.objects.current()
    fill(before, number)
    after = changed(before)
    half = cut_off(after, number // 2)
    started = time.perf_counter()
    rescoring.rescore(after)
    rest = time.perf_counter() - started
    notices = Notice.objects.filter(version=after).count()
    assert notices == number, f"{notices} notices for {number} saved ones"
    sys.stdout.write(
        f"{number} saved, all answers different: {half + rest:.1f} s "
        f"({half:.1f} s, cut off, then {rest:.1f} s), {notices} notices\n"
    )


def fill(version: RuleSetVersion, number: int) -> None:
    """Saved ones with random answers, evaluated once and stored with each alike."""
    owner = User.objects.create_user("load", "load@example.org")
    stored = evaluate(version.rule_set_parsed, {}).as_dict()
    random.seed(20261122)
    rows = (
        Recommendation(
            owner=owner,
            version=version,
            title=f"Saved {n}",
            answers=answers(version),
            evaluation=stored,
        )
        for n in range(number)
    )
    Recommendation.objects.bulk_create(rows, batch_size=CHUNK)


def answers(version: RuleSetVersion) -> dict[str, str]:
    return {
        question["id"]: random.choice(question["options"])["id"]
        for question in version.document["questions"]
        if random.random() < 0.8
    }


def changed(version: RuleSetVersion) -> RuleSetVersion:
    """One score and one point differ."""
    document = copy.deepcopy(version.document)
    criterion = document["criteria"][0]["id"]
    document["frameworks"][0]["scores"][criterion].update(low=4, best=4, high=4)
    document["criteria"][1]["base_points"] += 1
    return RuleSetVersion.objects.create(
        rule_set=RuleSet.objects.get(),
        number=version.number + 1,
        document=document,
        digest=digest_of(document),
    )


def cut_off(version: RuleSetVersion, after: int) -> float:
    """Seconds until a run was cut off that had written `after` notices."""
    started = time.perf_counter()
    write = rescoring._write

    def until(*batch):
        if Notice.objects.filter(version=version).count() >= after:
            raise KeyboardInterrupt
        write(*batch)

    interrupted = contextlib.suppress(KeyboardInterrupt)
    with interrupted, patch.object(rescoring, "_write", until):
        rescoring.rescore(version)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
