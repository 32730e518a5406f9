from django.core.management.base import BaseCommand

from guide.readership.counting import DAYS, forget_old_reads


class Command(BaseCommand):
    help = f"Delete the numbers of reads that are older than {DAYS} days."

    def handle(self, *args, **options):
        self.stdout.write(f"Forgot {forget_old_reads()} numbers of past days.")
