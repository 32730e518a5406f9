"""Bodies that hold what no database keeps, however they are written."""

import pytest
from django.test import RequestFactory

from config.errors import UnreadableBodyError
from config.strict_json import StrictParser


def parsed(body: bytes):
    request = RequestFactory().post("/", body, content_type="application/json")
    return StrictParser().parse_body(request)


@pytest.mark.parametrize(
    "body",
    [
        rb'{"a": "\u0000"}',
        rb'{"\u0000": 1}',
        rb'{"a": [{"b": "\ud800"}]}',
        b'{"a": "\xed\xa0\x80"}',
        r'{"a": "\u0000"}'.encode("utf-16"),
        r'{"a": "\udfff"}'.encode("utf-32-be"),
        '{"a": "\x00"}'.encode("utf-16-le"),
    ],
)
def test_they_are_refused(body):
    with pytest.raises(UnreadableBodyError):
        parsed(body)


@pytest.mark.parametrize(
    "body",
    [b'{"a": "plain"}', rb'{"a": "\u00e9 \ud83d\ude00"}', '{"a": "é 😀"}'.encode()],
)
def test_everything_that_can_be_kept_is_taken(body):
    assert list(parsed(body)) == ["a"]
