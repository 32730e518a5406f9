"""`Idempotency-Key` on calls that create: asked again, they answer the same again."""

import hashlib
import json
from collections.abc import Callable
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Header, Schema
from ninja.errors import HttpError
from ninja.responses import NinjaJSONEncoder

from advisor.api.authentication import caller
from advisor.models.kept_answer import KEY_LENGTH
from advisor.once.actions import Answer, answer_once

Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        pattern=rf"^[\x21-\x7e]{{1,{KEY_LENGTH - 10}}}$",
        description="Any text of your own, best a UUID. Send the same one again after "
        "a lost answer, within a day: it is made once, and you get the same answer. "
        "With another body it is refused with 422.",
    ),
]
SHOWN_ONCE = (
    "This key made “{name}” ({id}) already. Its text was in the first answer and is "
    "kept nowhere: delete that one, and make another with another key."
)


def answer(made: Schema, status: int = 201, etag: str = "") -> Answer:
    """What to answer, in a form that can be kept and sent again byte by byte."""
    body = json.dumps(made.model_dump(), cls=NinjaJSONEncoder)
    return {"status": status, "body": body, "etag": etag}


def created_once(
    request: HttpRequest,
    key: str | None,
    make: Callable[[], Answer],
    *,
    known: Answer | None = None,
    secret: str = "",
) -> HttpResponse:
    """Answer what `make` answers; without a key, every call makes another one.

    `known`: that answer, where it is known before anything is written: others then
    wait for less. A field `secret` of the body is never kept: asking again is told
    so, with 409.
    """
    if key is None:
        return _response(make())
    first: list[Answer] = []

    def kept() -> Answer:
        first.append(made := make())
        return {**made, "body": _without(secret, made["body"])}

    again = answer_once(
        owner=caller(request),
        key=_named(key),
        asked=_digest(request),
        make=kept,
        known=known,
    )
    if first:
        return _response(first[0])
    if secret:
        raise HttpError(409, SHOWN_ONCE.format(**json.loads(again["body"])))
    return _response(again)


def _named(key: str) -> str:
    """With and without quotes is one key: the draft standard writes it quoted."""
    return "api:" + key.removeprefix('"').removesuffix('"')


def _digest(request: HttpRequest) -> str:
    """Of the call: another order of names in the body makes no other call."""
    body: Any = json.loads(request.body) if request.body.strip() else None
    asked = json.dumps([request.method, request.path, body], sort_keys=True)
    return hashlib.sha256(asked.encode()).hexdigest()


def _without(secret: str, body: str) -> str:
    if not secret:
        return body
    return json.dumps({k: v for k, v in json.loads(body).items() if k != secret})


def _response(made: Answer) -> HttpResponse:
    response = HttpResponse(
        made["body"],
        status=made["status"],
        content_type="application/json; charset=utf-8",
    )
    if made["etag"]:
        response["ETag"] = made["etag"]
    return response
