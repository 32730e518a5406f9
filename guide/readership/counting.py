"""Counting one read, and forgetting old days."""

from datetime import date, timedelta

import structlog
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Page

from guide.models.page_reads import PageReads
from guide.shelf import open_to_all

DAYS = 30  # how far "most read" looks back; older days are forgotten
ONCE_IN = 600  # seconds in which one address counts for a page once
MOST_PER_HOUR = 120  # reads that one address may add, for all pages together
HOUR = 3600

log = structlog.get_logger(__name__)


def is_public(page_id: int) -> bool:
    """Whether everybody may read this page."""
    pages = Page.objects.live().filter(pk=page_id, depth__gt=1)
    return open_to_all(pages).exists()


def within_limits(address: str, page_id: int) -> bool:
    """Whether a read from this address may count now.

    The address is kept by the cache alone, for an hour at most, and only as a keyed
    digest. Without a working cache nothing counts: the number is not worth an error.
    """
    try:
        if not cache.add(f"read_{_digest(address, page_id)}", 1, ONCE_IN):
            return False
        key = f"reads_{_digest(address, 0)}"
        cache.add(key, 0, HOUR)
        return cache.incr(key) <= MOST_PER_HOUR
    except Exception as error:
        log.warning("read_not_counted", error=repr(error))
        return False


def _digest(address: str, page_id: int) -> str:
    value = f"{address} {page_id}"
    return salted_hmac("guide.readership", value, algorithm="sha256").hexdigest()


def count_read(page_id: int) -> None:
    """Add one to the page's number of today."""
    today = PageReads.objects.filter(page_id=page_id, day=timezone.localdate())
    if today.update(count=F("count") + 1):
        return
    try:
        with transaction.atomic():
            PageReads.objects.create(page_id=page_id, day=timezone.localdate(), count=1)
    except IntegrityError:  # another reader was first today
        today.update(count=F("count") + 1)


def oldest_day() -> date:
    """The first day that "most read" still looks at."""
    return timezone.localdate() - timedelta(days=DAYS - 1)


def forget_old_reads() -> int:
    """Delete the numbers of days that no list looks at; how many there were."""
    deleted, _ = PageReads.objects.filter(day__lt=oldest_day()).delete()
    return deleted
