"""Which state of a saved result somebody saw, as an ETag and as a form's number."""

import re

from django.db.models import Q
from django.utils.http import parse_etags

from advisor.conflicts import ChangedMeanwhileError
from advisor.models import Recommendation

ANY = Q()
TAG = re.compile(r'"([0-9]{1,9})-(private|[0-9a-f]{16})"')
NUMBER = re.compile(r"[0-9]{1,9}")


def etag_of(recommendation: Recommendation) -> str:
    """Another one whenever anything the API says about it has changed."""
    link = recommendation.share_digest
    return f'"{recommendation.revision}-{link[:16] if link else "private"}"'


def seen_by(if_match: str | None) -> Q:
    """Which rows the header `If-Match` lets through; any without a header.

    Raises ChangedMeanwhileError where it names no state of ours. Weak tags never
    match (RFC 9110, 13.1.1).
    """
    if if_match is None:
        return ANY
    tags = parse_etags(if_match)
    if tags == ["*"]:
        return ANY
    found = [_state(*match.groups()) for tag in tags if (match := TAG.fullmatch(tag))]
    if not found:
        raise ChangedMeanwhileError
    condition = found[0]
    for other in found[1:]:
        condition |= other
    return condition


def opened_with(version: str) -> Q:
    """Which rows a form with this version may change; any for a form without one."""
    if not version:
        return ANY
    if not NUMBER.fullmatch(version):
        raise ChangedMeanwhileError
    return Q(revision=int(version))


def _state(revision: str, link: str) -> Q:
    private = link == "private"
    shared = Q(share_digest=None) if private else Q(share_digest__startswith=link)
    return Q(revision=int(revision)) & shared
