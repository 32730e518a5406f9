"""Asks for the same thing four times at once, each thread with a connection of its own.

Prints how many answers there were, how many different ones, and how many things.
"""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import django

django.setup()

from django.db import connection  # noqa: E402 - after the setup

from advisor.models import Recommendation, RuleSetVersion, User  # noqa: E402
from advisor.once.actions import answer_once  # noqa: E402
from advisor.saved.actions import save_recommendation  # noqa: E402

AT_ONCE = 4


def main() -> None:
    owner = User.objects.create(username="hasty")
    version = RuleSetVersion.objects.current()
    together = threading.Barrier(AT_ONCE)

    def save() -> dict:
        saved = save_recommendation(
            owner=owner, version=version, answers={}, title="Once"
        )
        return {"id": str(saved.pk)}

    def ask(_: int) -> str:
        together.wait(timeout=30)
        try:
            return answer_once(owner=owner, key="k", asked="a", make=save)["id"]
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(ask, range(AT_ONCE)))
    made = Recommendation.objects.filter(owner=owner).count()
    sys.stdout.write(
        f"{len(answers)} answers, {len(set(answers))} of them, {made} made"
    )


if __name__ == "__main__":
    main()
