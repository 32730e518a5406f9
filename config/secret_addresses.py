"""What a log must not hold: whoever reads one can neither use nor name anybody."""

import re
from typing import Any

_SLASH = r"(?:/|%2[fF])"  # as it stands in an address, or in a parameter of one
# What follows is a secret: a shared result, a private feed, a reader's own message, or
# the key of a mail that confirms an address or sets a new password.
SECRET_ADDRESSES = (
    "advisor/shared",
    "api/v1/shared",
    "saved/feed",
    "feedback/thanks",
    "feedback/confirm",
    "feedback/message",
    "account/confirm-email",
    "account/password/reset/key",
)
SECRET = re.compile(
    "((?:"
    + "|".join(_SLASH + address.replace("/", _SLASH) for address in SECRET_ADDRESSES)
    + rf"){_SLASH})(?:(?!%2[fF])[^/\s\"'\\?&])+"
)
TOKEN = re.compile(r"(Bearer[\s:]+|wagtail_(?=\w{30}))[\w.~+/=-]+", re.IGNORECASE)
MAIL_ADDRESS = re.compile(
    r"[\w.!#$*+^`{|}~-]+(?:@|%40)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", re.IGNORECASE
)


def without_secrets(logger: Any, name: str, event: Any) -> Any:
    """A structlog processor: keys, tokens and mail addresses left out.

    After a renderer it scrubs the finished line, tracebacks and all; before one, the
    texts of the event.
    """
    if isinstance(event, str):
        return scrubbed(event)
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = scrubbed(value)
    return event


def scrubbed(line: str) -> str:
    line = SECRET.sub(r"\1...", line)
    line = TOKEN.sub(r"\1...", line)
    return MAIL_ADDRESS.sub("...@...", line)
