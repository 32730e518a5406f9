"""Addresses that are keys: whoever reads a log must not be able to use them."""

import re
from collections.abc import MutableMapping
from typing import Any

# What follows is a secret: a shared result, a private feed, or a reader's own message.
SECRET = re.compile(
    r"((?:/advisor/shared|/api/v1/shared|/saved/feed"
    r"|/feedback/(?:thanks|confirm|message))/)[^/\s\"'?]+"
)


def without_secrets(
    logger: Any, name: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """A structlog processor: the line as it was, the secrets in it left out."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = SECRET.sub(r"\1...", value)
    return event
