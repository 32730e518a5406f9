"""What a request asks: which rule set, which answers, and where in the questions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

from django.http import HttpRequest

from advisor.documents.catalogue import Catalogue, catalogue_of
from advisor.journey.answers import RULE_SET, Journey, read_journey
from advisor.models import RuleSetVersion
from advisor.models.version_in_force import version_in_force
from advisor.verdicts.evaluation import evaluation_for


class NoRuleSetError(Exception):
    """Nothing has been published yet, so there is nothing to ask."""


@dataclass(frozen=True)
class Asked:
    """One request, read. The same address always reads the same."""

    version: RuleSetVersion
    catalogue: Catalogue
    journey: Journey

    @cached_property
    def evaluation(self) -> Mapping[str, Any]:
        return evaluation_for(self.version, self.journey.answers)


def asked(request: HttpRequest) -> Asked:
    """Reads the query string; raises NoRuleSetError before the first publishing."""
    # Not request.GET, which refuses long addresses instead of naming what is wrong.
    pairs = parse_qsl(
        request.META.get("QUERY_STRING", ""), keep_blank_values=True, errors="replace"
    )
    pinned = _pinned(pairs)
    version = pinned or version_in_force()
    if version is None:
        raise NoRuleSetError
    catalogue = catalogue_of(version.frozen)
    numbers = [pinned.number] if pinned else []
    return Asked(version, catalogue, read_journey(pairs, catalogue, numbers))


def _pinned(pairs: list[tuple[str, str]]) -> RuleSetVersion | None:
    numbers = {value for name, value in pairs if name == RULE_SET}
    if len(numbers) != 1:
        return None
    number = numbers.pop()
    # Longer numbers do not fit the column, and other digits than 0-9 mean the same.
    if not (number.isascii() and number.isdigit() and len(number) < 9):
        return None
    return RuleSetVersion.objects.filter(number=int(number)).first()
