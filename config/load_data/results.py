"""Saved results of many members."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from advisor.models import Recommendation, RuleSetVersion, User
from advisor.verdicts.evaluation import evaluation_for

PER_MEMBER = 500
DIFFERENT = 200  # situations; each is saved many times
AT_ONCE = 1000
NAME = "load-{}"


def are_there() -> bool:
    return User.objects.filter(username=NAME.format(0)).exists()


def add_results(number: int) -> None:
    """Evaluated for real, by the rule set in force."""
    version = RuleSetVersion.objects.current()
    if version is None or not number:
        return
    unusable = make_password(None)
    owners = User.objects.bulk_create(
        User(username=NAME.format(n), password=unusable, email=f"load-{n}@example.org")
        for n in range(-(-number // PER_MEMBER))
    )
    situations = list(some_situations(version))
    now = timezone.now()
    for start in range(0, number, AT_ONCE):
        Recommendation.objects.bulk_create(
            recommendation(n, owners[n // PER_MEMBER], version, situations, now)
            for n in range(start, min(start + AT_ONCE, number))
        )


def recommendation(
    n: int, owner: User, version: RuleSetVersion, situations: list[Any], now: Any
) -> Recommendation:
    answers, evaluation = situations[n % len(situations)]
    moment = now - timedelta(minutes=n)
    return Recommendation(
        owner=owner,
        version=version,
        title=f"Situation {n}",
        note="Who was asked, and what was assumed.",
        answers=answers,
        evaluation=evaluation,
        created_at=moment,
        updated_at=moment,
    )


def some_situations(version: RuleSetVersion) -> Iterator[tuple[dict[str, str], Any]]:
    """The same ones every time."""
    choose = random.Random(1)  # noqa: S311 - to measure with, nothing to guess
    for _ in range(DIFFERENT):
        answers = {
            question["id"]: choose.choice(question["options"])["id"]
            for question in version.document["questions"]
            if choose.random() < 0.6
        }
        yield answers, evaluation_for(version, answers)
