"""One round: what is due, one machine never twice at once or in quick succession."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain, zip_longest

from django.utils import timezone

from guide.age.links.visit import Manners, visit
from guide.models import LinkCheck

# After what time an address is looked at again.
AGAIN = {
    LinkCheck.Result.OK: timedelta(days=14),
    LinkCheck.Result.TURNED_AWAY: timedelta(days=30),
    LinkCheck.Result.FAILED: timedelta(days=1),
    LinkCheck.Result.NO_ANSWER: timedelta(days=1),
}


@dataclass
class Pace:
    """Waits until the machine has had its pause."""

    pause: float  # seconds between two requests to one machine
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    last: dict[str, float] = field(default_factory=dict)

    def __call__(self, machine: str) -> None:
        if machine in self.last:
            self.sleep(max(0.0, self.last[machine] + self.pause - self.clock()))
        self.last[machine] = self.clock()


def due(urls: Iterable[str], now: datetime) -> list[str]:
    """Never looked at, or not for as long as its last result allows.

    In turn by machine, so that their pauses overlap instead of adding up.
    """
    seen = {check.url: check for check in LinkCheck.objects.all()}
    waiting = [url for url in sorted(urls) if _is_due(seen.get(url), now)]
    by_machine: dict[str, list[str]] = defaultdict(list)
    for url in waiting:
        by_machine[url.partition("//")[2].partition("/")[0]].append(url)
    turns = chain.from_iterable(zip_longest(*by_machine.values()))
    return [url for url in turns if url is not None]


def _is_due(check: LinkCheck | None, now: datetime) -> bool:
    if check is None:
        return True
    return now - check.checked_at >= AGAIN[LinkCheck.Result(check.result)]


def look_at(urls: Iterable[str], manners: Manners) -> Iterator[LinkCheck]:
    """Visit each and keep what it answered at once: an interrupted round loses one."""
    for url in urls:
        found = visit(url, manners)
        check = LinkCheck.objects.filter(url=url).first() or LinkCheck(url=url)
        check.note(found.result, found.detail, timezone.now())
        check.save()
        yield check


def forget_unlinked(urls: Iterable[str]) -> int:
    """Drop what was kept of addresses that nothing links to any more."""
    gone = set(LinkCheck.objects.values_list("url", flat=True)) - set(urls)
    LinkCheck.objects.filter(url__in=gone).delete()
    return len(gone)
