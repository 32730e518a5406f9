"""People who work in the admin."""

from django.contrib.auth.models import Group
from django.test import Client

from tests.conftest import make_user


def make_staff(group: str, name: str = ""):
    """A new person of this group of editors."""
    user = make_user(name or group.lower())
    user.groups.add(Group.objects.get(name=group))
    return user


def staff(group: str, name: str = "") -> Client:
    """A browser in which a new person of this group is signed in."""
    client = Client()
    client.force_login(make_staff(group, name))
    return client
