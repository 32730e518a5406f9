"""What a member may take away, and leaving for good."""

from datetime import datetime
from importlib import import_module
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Prefetch, QuerySet
from wagtail.models import APIToken, ModelLogEntry, PageLogEntry

from advisor.accounts.other_data import messages_of, other_data
from advisor.models import (
    Notice,
    NoticeSettings,
    OwnRuleSet,
    Recommendation,
    User,
)
from guide.feedback.actions.withdrawing import withdraw_message
from guide.models import Comment, Correction

NOTICES = Prefetch(
    "notices",
    Notice.objects.select_related("version").defer(
        "version__document", "version__outcomes"
    ),
)


def export_member_data(*, user: User) -> dict[str, Any]:
    """Everything kept about `user`, ready for JSON. No password, no token's digest."""
    return {
        "account": {
            "username": user.username,
            "email": user.email,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "date_joined": _moment(user.date_joined),
            "last_login": _moment(user.last_login),
        },
        "email_addresses": [
            {"email": row.email, "verified": row.verified, "primary": row.primary}
            for row in EmailAddress.objects.filter(user=user).order_by("email")
        ],
        "recommendations": [
            _recommendation(row)
            for row in Recommendation.objects.filter(owner=user)
            .select_related("version")
            .prefetch_related(NOTICES)
            .order_by("created_at", "id")
        ],
        "own_rule_sets": [
            {
                "id": str(own.pk),
                "name": own.name,
                "based_on": own.based_on and own.based_on.number,
                "document": own.document,
                "created_at": _moment(own.created_at),
                "updated_at": _moment(own.updated_at),
            }
            for own in OwnRuleSet.objects.filter(owner=user)
            .select_related("based_on")
            .defer("based_on__document", "based_on__outcomes")
            .order_by("created_at", "id")
        ],
        "api_tokens": [
            {
                "name": token.name,
                "prefix": token.prefix,
                "created": _moment(token.created),
                "last_used_at": _moment(token.last_used_at),
                "revoked_at": _moment(token.revoked_at),
            }
            for token in APIToken.objects.filter(user=user).order_by("created")
        ],
        "notices": {
            "by_mail": _chosen(user, "by_mail"),
            "feed": bool(_chosen(user, "feed_token")),
        },
        **other_data(user),
    }


@transaction.atomic
def delete_member(*, user: User) -> None:
    """Erase the account with its recommendations, tokens, addresses and sessions.

    What it published for all stays, without its name; what it sent as a reader, from
    an address proven to be its own, is withdrawn. Raises ValidationError for the last
    active superuser: nobody could look after the site any more.
    """
    if user.is_superuser and not _other_superusers(user).exists():
        raise ValidationError("The last administrator cannot be deleted.")
    for message in (*messages_of(user, Correction), *messages_of(user, Comment)):
        withdraw_message(message=message)
    _leave_histories(user)
    _end_sessions(user)
    user.delete()


def _leave_histories(user: User) -> None:
    """What was done stays, without who; what was done to the account goes with it."""
    for model in (PageLogEntry, ModelLogEntry):
        model.objects.filter(user=user).update(user=None)
    kind = ContentType.objects.get_for_model(User)
    about = {"content_type": kind, "object_id": str(user.pk)}
    ModelLogEntry.objects.filter(**about).delete()
    LogEntry.objects.filter(**about).delete()


def _other_superusers(user: User) -> QuerySet[User]:
    return User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)


def _end_sessions(user: User) -> None:
    """Sessions name their user inside encoded data, so each has to be read."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if not hasattr(store, "get_model_class"):
        return  # Kept outside the database: it ends when the account is not found.
    for session in store.get_model_class().objects.iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()


def _recommendation(row: Recommendation) -> dict[str, Any]:
    return {
        "id": str(row.pk),
        "title": row.title,
        "note": row.note,
        "answers": row.answers,
        "evaluation": row.evaluation,
        "ruleset": {"version": row.version.number, "digest": row.version.digest},
        "revisit_on": row.revisit_on.isoformat() if row.revisit_on else None,
        "shared_with_a_link": row.share_token is not None,
        "notices": [_notice(notice) for notice in row.notices.all()],
        "created_at": _moment(row.created_at),
        "updated_at": _moment(row.updated_at),
        "deleted_at": _moment(row.deleted_at),
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        "version": notice.version.number,
        "kind": notice.kind,
        "headline": notice.headline,
        "cause": notice.cause,
        "created_at": _moment(notice.created_at),
        "dismissed_at": _moment(notice.dismissed_at),
    }


def _chosen(user: User, field: str) -> Any:
    rows = NoticeSettings.objects.filter(member=user).values_list(field, flat=True)
    return rows.first() or False


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
