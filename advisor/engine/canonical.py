"""One byte string per JSON value, and its digest."""

import hashlib
import json


def canonical_json(value: object) -> bytes:
    """Encode a JSON value with sorted keys, no spaces, as UTF-8.

    Raises TypeError for what JSON has no form for, ValueError for NaN, infinity
    and lone surrogates (UnicodeEncodeError is a ValueError).
    """
    text = json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )
    return text.encode("utf-8")


def digest_of(document: object) -> str:
    """`sha256:` and 64 hex digits over the canonical JSON of `document`."""
    return "sha256:" + hashlib.sha256(canonical_json(document)).hexdigest()
