"""Putting notices aside, and choosing how to hear of them."""

from django.db import transaction
from django.utils import timezone

from advisor.models import Notice, NoticeSettings, Recommendation, User
from advisor.secret_links import digest_of_secret, new_secret


@transaction.atomic
def dismiss_notices(*, recommendation: Recommendation) -> int:
    """Put aside what was said about it so far; returns how many notices that were."""
    waiting = Notice.objects.filter(recommendation=recommendation, dismissed_at=None)
    return waiting.update(dismissed_at=timezone.now())


@transaction.atomic
def choose_notices(*, member: User, by_mail: bool) -> NoticeSettings:
    """Whether to write to `member` when a new rule set was published."""
    chosen = _settings_of(member)
    chosen.by_mail = by_mail
    chosen.save(update_fields=["by_mail"])
    return chosen


@transaction.atomic
def make_feed(*, member: User) -> NoticeSettings:
    """A feed at an address nobody can guess. The address before it, if any, ends."""
    chosen = _settings_of(member)
    chosen.feed_token = new_secret()
    chosen.feed_digest = digest_of_secret(chosen.feed_token)
    chosen.save(update_fields=["feed_token", "feed_digest"])
    return chosen


@transaction.atomic
def end_feed(*, member: User) -> NoticeSettings:
    """Whoever has the address reads nothing any more."""
    chosen = _settings_of(member)
    chosen.feed_token = chosen.feed_digest = None
    chosen.save(update_fields=["feed_token", "feed_digest"])
    return chosen


def _settings_of(member: User) -> NoticeSettings:
    chosen, _ = NoticeSettings.objects.select_for_update().get_or_create(member=member)
    return chosen
