"""`manage.py seed_rule_set`: the shipped rule set, never over an edited one."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from advisor.rule_sets.fields import UnknownClaimsError
from advisor.seeding.rule_set import seed_rule_set


class Command(BaseCommand):
    help = "Create and publish the shipped rule set where there is none."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            outcome = seed_rule_set()
        except UnknownClaimsError as error:
            raise CommandError(f"{error} Run seed_guide first.") from error
        except ValidationError as error:
            reasons = "\n".join(error.messages)
            raise CommandError(
                f"The shipped rule set is refused:\n{reasons}"
            ) from error
        self.stdout.write(str(outcome))
