"""One mail per member and version: what became of everything they saved."""

import structlog
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from advisor.models import MailedDigest, Notice, RuleSetVersion
from advisor.verdicts.wording import counted

MOST_LISTED = 50

log = structlog.get_logger(__name__)


def mail_digests(version: RuleSetVersion) -> int:
    """Write to all who asked for it and were not written to yet; returns how many.

    Only to addresses their owners verified. A mail that cannot be sent is tried again
    by the next run; one that may have been sent never is.
    """
    if RuleSetVersion.objects.filter(number__gt=version.number).exists():
        return 0
    sent = sum(_mail(address, version) for address in _addresses(version))
    log.info("digests_mailed", version=version.number, mails=sent)
    return sent


def _addresses(version: RuleSetVersion) -> QuerySet[EmailAddress]:
    told = Notice.objects.filter(version=version, recommendation__deleted_at=None)
    written = MailedDigest.objects.filter(version=version)
    return EmailAddress.objects.filter(
        verified=True,
        primary=True,
        user__is_active=True,
        user__notice_settings__by_mail=True,
        user__in=told.values("recommendation__owner"),
    ).exclude(user__in=written.values("member"))


def _mail(address: EmailAddress, version: RuleSetVersion) -> bool:
    if not _claimed(address, version):
        return False
    try:
        send_mail(*_letter(address, version), None, [address.email])
    except OSError as error:
        MailedDigest.objects.filter(member=address.user, version=version).delete()
        log.error("digest_not_sent", version=version.number, error=repr(error))
        return False
    return True


@transaction.atomic
def _claimed(address: EmailAddress, version: RuleSetVersion) -> bool:
    """Whether this run may write: first come, first served, held by the database."""
    _, first = MailedDigest.objects.get_or_create(member=address.user, version=version)
    return first


def _letter(address: EmailAddress, version: RuleSetVersion) -> tuple[str, str]:
    """Subject and text. What members typed stays out of the subject."""
    notices = Notice.objects.visible_to(address.user).filter(version=version)
    changed = notices.exclude(kind=Notice.Kind.HOLDS).count()
    holding = notices.count() - changed
    listed = notices.exclude(kind=Notice.Kind.HOLDS).select_related("recommendation")
    context = {
        "version": version,
        "holding": counted(holding, "saved result"),
        "any_holding": holding,
        "notices": [_line(notice) for notice in listed[:MOST_LISTED]],
        "more": max(0, changed - MOST_LISTED),
        "list_url": _address(reverse("advisor:saved-list")),
        "settings_url": _address(reverse("advisor:saved-notices")),
    }
    subject = f"Rule set version {version.number}: " + (
        f"{counted(changed, 'saved result')} changed"
        if changed
        else "your saved results still hold"
    )
    return subject, render_to_string("advisor/saved/notices_mail.txt", context)


def _line(notice: Notice) -> dict[str, str]:
    return {
        "title": notice.recommendation.title,
        "headline": notice.headline,
        "cause": notice.cause,
        "url": _address(
            reverse("advisor:saved-detail", args=[notice.recommendation_id])
        ),
    }


def _address(path: str) -> str:
    return f"{settings.BASE_URL.rstrip('/')}{path}"
