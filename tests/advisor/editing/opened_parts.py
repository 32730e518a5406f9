"""A form of a part as a browser has it open."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from advisor.models import RuleSet

WORDS = "Said in better words."


def url(name: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_advisor_ruleset:{name}", args=args)


def newest() -> RuleSet:
    return RuleSet.objects.get().get_latest_revision_as_object()


def at(rule_set: RuleSet, stream: str, number: int) -> str:
    return url("part", rule_set.pk, stream, getattr(rule_set, stream)[number].id)


def opened(client: Client, address: str) -> dict[str, str]:
    """The hidden fields of a form as a browser would send them back."""
    page = client.get(address).content.decode()
    fields = re.findall(r'<input type="hidden" name="(\w+)"[^>]* value="([^"]*)"', page)
    return {name: value for name, value in fields if "csrf" not in name}
