"""Answers to calls that the site is never asked about."""

import json
from http import HTTPStatus
from typing import Any

WORDS = {
    400: "The request could not be read.",
    408: "The request body did not come in time. Nothing was changed; try again.",
    413: "The request body is larger than this site accepts.",
    500: "Something went wrong on our side. It has been logged.",
    503: "Too much is being sent at once. Nothing was changed; try again.",
}


def refuse(proto: Any, status: int, path: str = "") -> None:
    """Say why, to a program under /api/ as a problem document, and hang up."""
    headers = [
        ("Cache-Control", "no-store"),
        ("Connection", "close"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if status == 503:
        headers.append(("Retry-After", "5"))
    if path.startswith("/api/"):
        headers.append(("Content-Type", "application/problem+json"))
        proto.response_str(status, headers, problem(status))
    else:
        headers.append(("Content-Type", "text/plain; charset=utf-8"))
        proto.response_str(status, headers, f"{WORDS[status]}\n")


def problem(status: int) -> str:
    title, detail = HTTPStatus(status).phrase, WORDS[status]
    said = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return json.dumps(said)
