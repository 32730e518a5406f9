from collections import Counter

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from guide.age.links.outgoing import outgoing_links
from guide.age.links.round import Pace, due, forget_unlinked, look_at
from guide.age.links.visit import Manners
from guide.models import LinkCheck

OFF = (
    "Link checks are off: nothing was asked of anybody. Set LINK_CHECKS=1, or run "
    "this with --online, to let this machine visit the sites that the guide links to."
)


class Command(BaseCommand):
    help = (
        "Look at the outgoing links of everything published: sources of claims, "
        "frameworks, texts. Slowly, a second between two requests to one site. Goes "
        "on where it stopped; a link is looked at again when its last result is old."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--online", action="store_true", help="visit other sites, this once"
        )
        parser.add_argument(
            "--most", type=int, metavar="N", help="look at no more than N links"
        )

    def handle(self, *args, online, most, verbosity, **options):
        if not (online or settings.LINK_CHECKS):
            self.stdout.write(OFF)
            return
        urls = outgoing_links()
        forget_unlinked(urls)
        waiting = due(urls, timezone.now())[: None if most is None else max(0, most)]
        self.stdout.write(f"{len(urls)} links, {len(waiting)} to look at now.")
        try:
            self.walk(waiting, verbosity)
        except KeyboardInterrupt:
            self.stdout.write("Stopped. Run it again to go on from here.")
        self.summary(urls)

    def walk(self, waiting: list[str], verbosity: int) -> None:
        manners = Manners(
            user_agent=f"FlaskOrDjangoLinkCheck/1.0 (+{settings.BASE_URL}/about/)",
            before=Pace(settings.LINK_CHECKS_PAUSE),
            allow_private=settings.LINK_CHECKS_PRIVATE,
        )
        for number, check in enumerate(look_at(waiting, manners), start=1):
            is_news = check.result != LinkCheck.Result.OK
            if verbosity > 1 or (verbosity and is_news):
                self.stdout.write(f"  {number}/{len(waiting)} {check}")
            elif verbosity and number % 25 == 0:
                self.stdout.write(f"  {number}/{len(waiting)} ...")

    def summary(self, urls: set[str]) -> None:
        """Where all links stand by now, not only those of this round."""
        checks = [check for check in LinkCheck.objects.all() if check.url in urls]
        counts = Counter(LinkCheck.Result(check.result).label for check in checks)
        words = [f"{count} {label.lower()}" for label, count in counts.items()]
        words += [f"{len(urls) - len(checks)} not looked at yet"]
        self.stdout.write(f"All links by now: {', '.join(words)}.")
        broken = [check for check in checks if check.is_broken]
        for check in broken:
            self.stdout.write(self.style.WARNING(f"  broken: {check}"))
        self.stdout.write(f"{len(broken)} broken.")
