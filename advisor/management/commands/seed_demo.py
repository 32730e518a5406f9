"""`manage.py seed_demo`: an editor, a moderator and a member to try the site with."""

from typing import Any

from django.core.management.base import BaseCommand

from advisor.editing.roles import seed_roles
from advisor.seeding.demo import DEMO_GROUPS, seed_demo


class Command(BaseCommand):
    help = "Create demo accounts and print their random passwords once."

    def handle(self, *args: Any, **options: Any) -> None:
        seed_roles()
        made = seed_demo()
        for account in made:
            self.stdout.write(
                f"  {account.username:<10} {account.email:<24} {account.password}"
            )
        kept = set(DEMO_GROUPS) - {account.username for account in made}
        for name in sorted(kept):
            self.stdout.write(f"  {name:<10} exists already and keeps its password.")
        if made:
            self.stdout.write("These passwords are not shown again.")
