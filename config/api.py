"""The API at /api/v1/: routers of both apps, one parser, one error shape."""

import json
import math
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.parser import Parser
from ninja.throttling import AnonRateThrottle, AuthRateThrottle

from advisor.api.evaluations import router as evaluations
from advisor.api.frameworks import router as frameworks
from advisor.api.members import router as members
from advisor.api.recommendations import router as recommendations
from advisor.api.rule_sets import router as rule_sets
from config.errors import register
from guide.api import claims, comparisons


class StrictParser(Parser):
    """JSON objects only; no Infinity or NaN, not even as 1e400."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        try:
            body = json.loads(
                request.body, parse_constant=refuse_number, parse_float=finite
            )
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if not isinstance(body, dict):
            raise ValueError("not an object")
        return body


def refuse_number(text: str) -> float:
    raise ValueError(f"{text} is not a JSON number")


def finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else refuse_number(text)


api = NinjaAPI(
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
    throttle=[AnonRateThrottle(), AuthRateThrottle()],
)
register(api)
api.add_router("/frameworks", frameworks)
api.add_router("/comparisons", comparisons)
api.add_router("/claims", claims)
api.add_router("", rule_sets)
api.add_router("/evaluations", evaluations)
api.add_router("/recommendations", recommendations)
api.add_router("/me", members)
