"""Every operation of both APIs that takes a body, and bodies it cannot use.

The operations are read off the APIs' own descriptions. What evaluations say to single
mistakes, by place: tests/site/test_bad_input.py; generated calls: test_schemathesis.py.
"""

import json
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from tests.site.authorisation.world import make_world

pytestmark = pytest.mark.django_db
DEEP = 100_000
DESCRIPTIONS = ("/api/v1/openapi.json", "/api/content/openapi.json")
# Bodies as they are sent.
WHOLE = [
    b"", b" ", b"[]", b"null", b"1", b'"text"', b"true", b"{", b"}", b"{]", b"\x00",
    b"\xff\xfe", b"\xef\xbb\xbf{}", b"\xc0\xaf", b"\xed\xa0\x80", b"NaN", b"Infinity",
    b"-1e400", b"9" * 5_000, b"[" * DEEP, b"[" * DEEP + b"]" * DEEP, b'{"a":' * DEEP,
    b'{"a": 1, "a": 2}', b"{'a': 1}", b"{/**/}", b"a=b&c=d", b"<a/>",
    b'{"\\u0000": 1}', b'{"\\ud800": 1}', b'{"__proto__": {"a": 1}}', b'{"": {}}',
]  # fmt: skip
# Values, each put in the place of every field in turn.
VALUES = [
    "null", "[]", "{}", "[[]]", "true", "0", "-1", "1.5", "1e400", "-1e400", "NaN",
    "Infinity", "9" * 40, "1" + "0" * 4_400, '""', '" "', '"\\u0000"', '"\\ud800"',
    '"\\udfff\\ud800"', '"\\u202e\\ufeff"', '"' + "x" * 100_000 + '"', '"%s%n{0}"',
    '"\'; DROP TABLE a; --"', '"\\ud83d\\udc69\\u200d\\ud83d\\udcbb"',
    "[" * 500 + "]" * 500,
    '{"id": null}', '{"$ne": 1}', '"0000-00-00"', '"10000-01-01T00:00:00Z"',
]  # fmt: skip
ALONE = ("null", "[]", "1e400", "9" * 40, '"\\u0000"', '"\\ud800"')
KINDS = [
    "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
    "multipart/form-data; boundary=x", "application/xml", "", "application/json; a=\"",
]  # fmt: skip


def operations(client) -> Iterator[tuple[str, str, list[str]]]:
    """Method, address with its parameters, and the names of the body's fields."""
    for description in DESCRIPTIONS:
        schema = client.get(description).json()
        root = description.removesuffix("/openapi.json")
        for path, methods in schema["paths"].items():
            for method, operation in methods.items():
                if "requestBody" in operation:
                    whole = path if path.startswith("/api") else root + path
                    yield method.upper(), whole, fields_of(operation, schema)


def fields_of(operation, schema) -> list[str]:
    found: list[str] = []
    for content in operation["requestBody"]["content"].values():
        waiting = [content["schema"]]
        while waiting:
            part = waiting.pop()
            waiting += part.get("anyOf", []) + part.get("allOf", [])
            if "$ref" in part:
                name = part["$ref"].rpartition("/")[2]
                waiting.append(schema["components"]["schemas"][name])
            found += part.get("properties", {})
    return sorted(set(found)) or ["a"]


@pytest.fixture
def world():
    return make_world()


def address(path: str, world) -> str:
    """With the owner's own things in it."""
    values = world.values | {
        "id": world.values["public_token" if "tokens" in path else "saved"],
        "page_id": world.values["page"], "site_id": world.values["site"],
        "document_id": world.values["document"], "image_id": 1, "redirect_id": 1,
        "type": "guide.Claim", "pk": 1, "revision_id": world.values["revision"],
        "token": world.values["share"], "slug": world.values["claim"],
    }  # fmt: skip
    return path.format(**values)


def send(world, method: str, path: str, body: bytes, kind: str) -> list[str]:
    """Why the answer is wrong; nothing where it is as it must be."""
    person = "admin" if path.startswith("/api/content/") else "owner"
    token = world.tokens[person]
    client = Client(
        raise_request_exception=False, headers={"authorization": f"Bearer {token}"}
    )
    with transaction.atomic():
        response = client.generic(method, path, body, kind)
        transaction.set_rollback(True)
    told = f"{method} {path} {kind} {body[:60]!r}: {response.status_code}"
    if response.status_code >= 500:
        return [told]
    problem = response.get("Content-Type", "")
    if response.status_code >= 400 and problem != "application/problem+json":
        return [f"{told} {problem}"]
    return []


def test_the_walk_finds_every_operation_with_a_body(client):
    found = list(operations(client))
    names = {(method, path) for method, path, _ in found}

    assert len(found) > 15
    assert {("POST", "/api/v1/evaluations"), ("POST", "/api/v1/analyses")} <= names
    assert ("PATCH", "/api/v1/recommendations/{id}") in names
    assert any(path == "/api/content/pages/" for _, path in names)
    assert all(fields for *_, fields in found)


def test_no_body_breaks_an_operation(client, world):
    wrong = [
        fault
        for method, path, _ in operations(client)
        for body in WHOLE
        for fault in send(world, method, address(path, world), body, "application/json")
    ]

    assert wrong == []


def test_no_value_of_a_field_breaks_an_operation(client, world):
    wrong = []
    for method, path, fields in operations(client):
        for value in VALUES:
            for body in bodies(fields, value):
                wrong += send(
                    world, method, address(path, world), body, "application/json"
                )

    assert wrong == []


def bodies(fields: list[str], value: str) -> Iterator[bytes]:
    """The value as all fields; those that broke things before as each one alone."""
    for name in fields[:8] if value in ALONE else ():
        yield f"{{{json.dumps(name)}: {value}}}".encode()
    members = ", ".join(f"{json.dumps(name)}: {value}" for name in fields)
    yield f"{{{members}}}".encode()


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_content_breaks_an_operation(client, world, kind):
    wrong = [
        fault
        for method, path, _ in operations(client)
        for body in (b"{}", b"--x\r\nbroken", b"a=1")
        for fault in send(world, method, address(path, world), body, kind)
    ]

    assert wrong == []


def test_every_operation_refuses_what_is_too_large(client, world):
    wrong = []
    for method, path, _ in operations(client):
        if "multipart" in path or path.endswith(("documents/", "images/")):
            continue
        token = world.tokens["owner"]
        response = client.generic(
            method, address(path, world), b'{"a": "' + b"x" * 2_700_000 + b'"}',
            "application/json", headers={"authorization": f"Bearer {token}"},
        )  # fmt: skip
        if response.status_code not in (413, 403, 404):
            wrong.append(f"{method} {path}: {response.status_code}")

    assert wrong == []
