"""A site in which every field that keeps words keeps hostile ones, and all it shows."""

from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.site.attacks.crawling import Answer, crawl
from tests.site.attacks.hostile_site import hostile_site, starts
from tests.site.attacks.hostile_words import Marks


@dataclass
class Shown:
    """All that three people saw, and whose words were in it."""

    answers: list[Answer]
    marks: Marks

    def of_kind(self, *kinds: str) -> list[Answer]:
        return [answer for answer in self.answers if answer.kind in kinds]


@pytest.fixture(scope="package")
def shown(django_db_setup, django_db_blocker):
    cache.clear()
    with django_db_blocker.unblock(), transaction.atomic():
        marks, world = hostile_site()
        answers = [
            answer
            for person in ("anonymous", "owner", "admin")
            for answer in crawl(person, world.client(person), starts(world, person))
        ]
        transaction.set_rollback(True)
    cache.clear()
    return Shown(answers, marks)
