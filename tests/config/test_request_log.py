"""One line for each request, with what helps and without whom it was."""

import json

import pytest
from structlog.contextvars import get_contextvars

from config.request_log import NAME


def lines_of(logged) -> list[dict]:
    lines = map(json.loads, logged.getvalue().splitlines())
    return [line for line in lines if line["logger"] == NAME]


@pytest.mark.parametrize(
    ("path", "code", "level"),
    [("/healthz", 200, "info"), ("/api/v1/nothing?x=1", 404, "warning")],
)
def test_a_line_for_a_request(client, logged, path, code, level):
    client.get(path, REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="Reader/1.0")

    (line,) = lines_of(logged)
    assert line["request"] == f"GET {path}"
    assert (line["code"], line["level"]) == (code, level)
    assert line["milliseconds"] > 0
    assert len(line["request_id"]) == 16
    assert "203.0.113.9" not in str(line)
    assert "Reader" not in str(line)


def test_each_request_has_a_number_of_its_own_and_leaves_none_behind(client, logged):
    client.get("/healthz")
    client.get("/healthz")

    first, second = lines_of(logged)
    assert first["request_id"] != second["request_id"]
    assert get_contextvars() == {}
