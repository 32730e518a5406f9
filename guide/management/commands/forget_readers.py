"""`manage.py forget_readers`: drop what we no longer need to know of readers."""

from typing import Any

from django.core.management.base import BaseCommand

from guide.feedback.actions import forget_readers


class Command(BaseCommand):
    help = (
        "Delete messages nobody confirmed within 3 days, and the addresses of those "
        "decided more than 30 days ago. Run it every day; twice does no harm."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        forgotten = forget_readers()
        self.stdout.write(
            f"Deleted {forgotten.unconfirmed} unconfirmed messages; forgot "
            f"{forgotten.addresses} e-mail addresses and {forgotten.senders} senders."
        )
