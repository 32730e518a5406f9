"""Ready-made accounts for trying the site out."""

import secrets
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q

from advisor.editing.roles import AUTHORS, PUBLISHERS
from advisor.models import User

# example.org belongs to nobody, so no mail can reach a stranger.
DEMO_GROUPS = {"editor": AUTHORS, "moderator": PUBLISHERS, "member": None}


@dataclass(frozen=True)
class DemoAccount:
    """An account that was just made. Its password is known only now."""

    username: str
    email: str
    password: str


@transaction.atomic
def seed_demo() -> list[DemoAccount]:
    """Make the accounts that are missing, with random passwords and verified mail.

    Returns those made now; one that exists is left alone.
    """
    return [
        _make(name, group)
        for name, group in DEMO_GROUPS.items()
        if not User.objects.filter(
            Q(username=name) | Q(email__iexact=_email(name))
        ).exists()
    ]


def _make(name: str, group: str | None) -> DemoAccount:
    password = secrets.token_urlsafe(12)
    user = User.objects.create_user(name, email=_email(name), password=password)
    EmailAddress.objects.create(
        user=user, email=user.email, verified=True, primary=True
    )
    if group:
        user.groups.add(Group.objects.get(name=group))
    return DemoAccount(name, user.email, password)


def _email(name: str) -> str:
    return f"{name}@example.org"
