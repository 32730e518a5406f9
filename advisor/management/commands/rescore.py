"""`manage.py rescore`: re-score what was saved, or finish a run that was cut off."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from advisor.models import RuleSetVersion
from advisor.saved.digest_mail import mail_digests
from advisor.saved.rescoring import rescore, unchecked


class Command(BaseCommand):
    help = (
        "Check every saved recommendation against the current rule set and tell its "
        "owner once. Safe to repeat: what was checked already is left out."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--no-mail", action="store_true", help="send nothing, only make notices"
        )

    def handle(self, *args: object, **options) -> None:
        version = RuleSetVersion.objects.current()
        if version is None:
            raise CommandError("No rule set has been published yet.")
        self.stdout.write(f"{unchecked(version).count()} left to check ...")
        checked = rescore(version)
        mails = 0 if options["no_mail"] else mail_digests(version)
        self.stdout.write(
            f"Checked {checked} against version {version.number}; {mails} mails sent."
        )
