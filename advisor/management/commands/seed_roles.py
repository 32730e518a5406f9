"""`manage.py seed_roles`: the groups of the admin and the way to approval."""

from typing import Any

from django.core.management.base import BaseCommand

from advisor.editing.roles import seed_roles


class Command(BaseCommand):
    help = "Create the groups and the workflow that are missing; change none."

    def handle(self, *args: Any, **options: Any) -> None:
        for sentence in seed_roles() or ["Groups and workflow are there already."]:
            self.stdout.write(sentence)
