"""Whether a program answers what its profile says. Both sides face the same list."""

import json
import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from guide.lab.profiles import Profile, Program

TAG = re.compile(r"<(?:!doctype|/?[a-z])[^>]*>", re.IGNORECASE)


class WrongAnswerError(Exception):
    """A program does not do what its profile says; the message names both."""


def check_answers(
    profile: Profile, program: Program, answers: Sequence[dict[str, Any]]
) -> None:
    """Raise WrongAnswerError at the first answer that differs from the profile's."""
    for request, answer in zip(profile.requests, answers, strict=True):
        for problem in problems(profile, program, request, answer):
            place = f"{request.get('method', 'GET')} {request['path']}"
            raise WrongAnswerError(f"{profile.slug}, {program.key}, {place}: {problem}")


def problems(
    profile: Profile, program: Program, wanted: dict[str, Any], answer: dict[str, Any]
) -> list[str]:
    headers = {name.lower(): value for name, value in answer["headers"]}
    found = [
        f"no {name} header"
        for name in profile.headers
        if name.lower() not in headers and "refused" not in wanted
    ]
    status = wanted["status"]
    if isinstance(status, dict):
        status = status[program.framework]
    if answer["status"] != status:
        found.append(f"status {answer['status']} instead of {status}")
    if "location" in wanted and headers.get("location") != wanted["location"]:
        found.append(f"leads to {headers.get('location')}")
    return found + wrong_body(wanted, headers, answer["body"])


def wrong_body(wanted: dict[str, Any], headers: dict[str, str], body: str) -> list[str]:
    found = []
    if "json" in wanted:
        kind = headers.get("content-type", "").partition(";")[0]
        if kind != "application/json":
            found.append(f"content type {kind}")
        elif json.loads(body) != wanted["json"]:
            found.append(f"JSON {body}")
    text = text_of(body)
    found += [f"no {words!r}" for words in wanted.get("text", []) if words not in text]
    unwanted = wanted.get("text_not", [])
    return found + [f"shows {words!r}" for words in unwanted if words in text]


def text_of(html: str) -> str:
    """The words of a page: tags gone, entities read."""
    return unescape(TAG.sub(" ", html))
