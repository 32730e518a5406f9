"""JSON bodies read strictly, for both APIs: what is odd is refused, never guessed."""

import json
import math
import re
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from config.errors import UnreadableBodyError

# No database keeps NUL in text, and half a surrogate pair is no character.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class StrictParser(Parser):
    """Objects only: no name twice, no Infinity or NaN, no text that cannot be kept."""

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
        if not is_plain(request.body):
            refuse_unstorable_texts(body)
        return body


def is_plain(body: bytes) -> bool:
    """Whether nothing in it can stand for NUL or half a character.

    Both are written as escapes, in bytes above ASCII, or in UTF-16 with its NULs.
    """
    return body.isascii() and b"\\u" not in body and b"\0" not in body


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
    return found


def refuse_unstorable_texts(body: dict[str, Any]) -> None:
    """Walk names and values without recursion, however deep they are nested."""
    waiting: list[Any] = [body]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str) and UNSTORABLE.search(value):
            raise UnreadableBodyError("A text holds NUL or half of a character.")
