"""What else is kept about a member, beside what they saved: the rest of the export."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.db.models import Q, QuerySet
from wagtail.models import Comment as EditorsComment
from wagtail.models import CommentReply, ModelLogEntry, PageLogEntry
from wagtail.users.models import UserProfile

from advisor.models import KeptAnswer, MailedDigest, User
from guide.models import Comment, Correction


def other_data(user: User) -> dict[str, Any]:
    """Ready for JSON."""
    profile = UserProfile.objects.filter(user=user).first()
    return {
        "groups": list(user.groups.order_by("name").values_list("name", flat=True)),
        "second_factors": _rows(
            Authenticator.objects.filter(user=user),
            "type",
            "created_at",
            "last_used_at",
        ),
        "keys_of_calls": _rows(KeptAnswer.objects.filter(owner=user), "key", "made_at"),
        "mails_about_rule_sets": _rows(
            MailedDigest.objects.filter(member=user), "version__number", "sent_at"
        ),
        "corrections": [
            {"wrong": row.wrong, "right": row.right, **_message(row)}
            for row in messages_of(user, Correction)
        ],
        "comments": [
            {"text": row.text, **_message(row)} for row in messages_of(user, Comment)
        ],
        "editing": {
            "preferred_language": profile.preferred_language if profile else "",
            "time_zone": profile.current_time_zone if profile else "",
            "notes": _rows(
                EditorsComment.objects.filter(user=user), "text", "created_at"
            )
            + _rows(CommentReply.objects.filter(user=user), "text", "created_at"),
            "history": [
                row
                for model in (PageLogEntry, ModelLogEntry)
                for row in _rows(
                    model.objects.filter(user=user), "action", "label", "timestamp"
                )
            ]
            + _rows(LogEntry.objects.filter(user=user), "object_repr", "action_time"),
        },
    }


def messages_of(user: User, model: type[Correction] | type[Comment]) -> list[Any]:
    """What was sent with an address that is proven to be the member's."""
    messages = model._default_manager.order_by("created_at", "pk")
    proven = EmailAddress.objects.filter(user=user, verified=True)
    mine = Q(pk__in=[])
    for address in proven.values_list("email", flat=True):
        mine |= Q(email__iexact=address)
    return list(messages.filter(mine))


def _message(row: Correction | Comment) -> dict[str, Any]:
    return {
        "writer": row.writer,
        "email": row.email,
        "about": row.target_title,
        "status": row.status,
        "sent": row.created_at.isoformat(),
    }


def _rows(rows: QuerySet, *fields: str) -> list[dict[str, Any]]:
    return [
        {name: _plain(value) for name, value in row.items()}
        for row in rows.order_by("pk").values(*fields)
    ]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
