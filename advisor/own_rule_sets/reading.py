"""A rule-set document from bytes somebody sent: read strictly, every problem named.

The engine looks at what it reckons with. The words beside it (labels, help, sources)
are shown on pages, so they must be what those pages expect.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

from advisor.engine import Problem, RuleSetError, parse_rule_set
from advisor.own_rule_sets.words import word_problems

MOST_BYTES = 512 * 1024  # with blanks; the engine allows 256 KiB without them


def document_in(sent: bytes) -> dict[str, Any]:
    """The document in `sent`, checked. Raises RuleSetError with every problem."""
    if len(sent) > MOST_BYTES:
        raise _unreadable(f"is larger than {MOST_BYTES // 1024} KiB")
    try:
        document = json.loads(
            sent.decode("utf-8-sig"),
            parse_constant=_refused_number,
            parse_float=_finite,
            object_pairs_hook=_without_repeats,
        )
    except UnicodeDecodeError as error:
        raise _unreadable("is not text in UTF-8") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _unreadable(f"is not JSON: {error.msg} at {place}") from error
    except RecursionError as error:
        raise _unreadable("is nested too deeply") from error
    except RuleSetError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise _unreadable("has a number that is too long") from error
    return checked(document)


def checked(document: object) -> dict[str, Any]:
    """The document with its scale spelled out. Raises RuleSetError."""
    if not isinstance(document, Mapping):
        raise _unreadable("must be a JSON object with criteria, frameworks, questions")
    problems = list(word_problems(document))
    try:
        rule_set = parse_rule_set(document)
    except RuleSetError as error:
        raise RuleSetError([*error.problems, *problems]) from error
    if problems:
        raise RuleSetError(problems)
    return {**document, "scale_max": rule_set.scale_max}


def _unreadable(message: str) -> RuleSetError:
    return RuleSetError([Problem("document", message)])


def _refused_number(text: str) -> float:
    raise _unreadable(f"has a number that cannot be kept: {text[:40]}")


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refused_number(text)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _unreadable(f"has a name twice in one object: {ascii(name)[:60]}")
        found[name] = value
    return found
