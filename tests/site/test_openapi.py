"""The API's own description: kept as a file, and held against real calls."""

import json
from pathlib import Path

import pytest
from ninja.responses import NinjaJSONEncoder

from config.api import api

SNAPSHOT = Path(__file__).parent / "openapi.json"


def described() -> str:
    schema = api.get_openapi_schema()
    return json.dumps(schema, cls=NinjaJSONEncoder, indent=1, sort_keys=True) + "\n"


def test_the_api_is_what_the_snapshot_says(request):
    if request.config.getoption("--update-openapi"):
        SNAPSHOT.write_text(described())
    assert described() == SNAPSHOT.read_text(), (
        "The API changed. If that is wanted, say so in CHANGELOG.md and run this test "
        "with --update-openapi."
    )


@pytest.mark.django_db
def test_the_description_and_its_page_are_served(client):
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.")
    assert "/api/v1/evaluations" in document["paths"]
    page = client.get("/api/v1/docs")
    assert page.status_code == 200
    assert "cdn" not in page.content.decode()
    assert "unsafe" not in page["Content-Security-Policy"]


def operations_of(schema):
    return [
        (path, method, operation)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_operation_says_what_an_error_looks_like():
    schema = api.get_openapi_schema()
    assert "Problem" in schema["components"]["schemas"]
    for path, method, operation in operations_of(schema):
        contents = operation["responses"]["default"]["content"]
        assert list(contents) == ["application/problem+json"], (method, path)


def test_every_tag_and_way_to_sign_in_is_described():
    schema = api.get_openapi_schema()
    tags = {tag["name"] for tag in schema["tags"] if tag["description"]}
    schemes = schema["components"]["securitySchemes"]
    assert set(schemes) == {"token", "session"}
    for path, method, operation in operations_of(schema):
        assert set(operation["tags"]) <= tags, (method, path)
        ways = operation.get("security", [])
        assert {name for way in ways for name in way} in (set(), set(schemes))
        is_private = path.startswith(("/api/v1/me", "/api/v1/recommendations"))
        assert bool(ways) == is_private, (method, path)


def test_every_operation_has_an_id_and_a_summary():
    operations = operations_of(api.get_openapi_schema())
    unnamed = [
        f"{method} {path}"
        for path, method, operation in operations
        if not operation.get("operationId") or not operation.get("summary")
    ]
    assert len(operations) > 15
    assert unnamed == []
