from django.core.management.base import BaseCommand, CommandError

from guide.content_files import ContentError, load_content
from guide.seeding import seed


class Command(BaseCommand):
    help = (
        "Load the shipped guide: creates what is missing, updates what nobody edited, "
        "and leaves alone what editors changed or removed. Safe to run again."
    )

    def handle(self, *args, **options):
        try:
            tally = seed(load_content(), self.progress(options["verbosity"]))
        except ContentError as error:
            raise CommandError(f"Nothing was written. {error}") from error
        counts = ", ".join(f"{count} {outcome}" for outcome, count in tally.items())
        self.stdout.write(self.style.SUCCESS(f"Guide: {counts or 'nothing shipped'}."))

    def progress(self, verbosity: int):
        """Every line with -v 2; otherwise only a count now and then."""
        seen = 0

        def report(line: str) -> None:
            nonlocal seen
            seen += 1
            if verbosity > 1:
                self.stdout.write(f"  {line}")
            elif verbosity and seen % 50 == 0:
                self.stdout.write(f"  {seen} records ...")

        return report
