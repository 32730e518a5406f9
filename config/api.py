"""The API at /api/v1/: routers of both apps, one parser, one error shape."""

import json
import math
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from advisor.api.evaluations import router as evaluations
from advisor.api.frameworks import router as frameworks
from advisor.api.members import router as members
from advisor.api.recommendations import router as recommendations
from advisor.api.rule_sets import router as rule_sets
from advisor.api.shared import router as shared
from config.api_description import DescribedAPI
from config.api_limits import limits
from config.docs_csp import docs_policy
from config.errors import UnreadableBodyError, register
from guide.api import claims, comparisons


class StrictParser(Parser):
    """JSON objects only: no name twice, no half characters, no Infinity or NaN."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        try:
            body = json.loads(
                request.body,
                parse_constant=refuse_number,
                parse_float=finite,
                object_pairs_hook=without_repeats,
            )
        except RecursionError as error:
            raise UnreadableBodyError("This is nested too deeply.") from error
        except ValueError as error:
            raise UnreadableBodyError("This is not JSON that can be read.") from error
        if not isinstance(body, dict):
            raise UnreadableBodyError("This must be a JSON object.")
        return body


def refuse_number(text: str) -> float:
    raise UnreadableBodyError(f"{text[:40]} is not a number that can be kept.")


def finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else refuse_number(text)


def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object, refused where it gives one name two values."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise UnreadableBodyError("A name stands twice in one object.")
    for text in (*found, *found.values()):
        if isinstance(text, str) and not text.isascii():
            refuse_half_characters(text)
    return found


def refuse_half_characters(text: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise UnreadableBodyError("A text has half of a character; send it again.")


api = DescribedAPI(
    title="Flask or Django? API",
    version="1",
    description=(
        "The facts of the guide and the decisions made with them. Reading is open to "
        "everyone; saved recommendations need a session or a token "
        "(`Authorization: Bearer ...`, made on your account page). Errors are "
        "`application/problem+json`; lists take `limit` (at most 100) and `offset`."
    ),
    urls_namespace="api",
    docs_url="/docs",
    openapi_url="/openapi.json",
    parser=StrictParser(),
    docs_decorator=docs_policy,
    throttle=limits(),
)
register(api)
api.add_router("/frameworks", frameworks)
api.add_router("/comparisons", comparisons)
api.add_router("/claims", claims)
api.add_router("", rule_sets)
api.add_router("/evaluations", evaluations)
api.add_router("/recommendations", recommendations)
api.add_router("/shared", shared)
api.add_router("/me", members)
