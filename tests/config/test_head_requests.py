import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/api/v1/claims", "/api/v1/comparisons", "/api/v1/openapi.json"]
)
def test_head_has_the_headers_of_get_and_no_body(client, path):
    asked, read = client.head(path), client.get(path)

    assert asked.status_code == read.status_code == 200
    assert asked.content == b""
    for name in ("ETag", "Content-Type", "Content-Length", "Cache-Control", "Vary"):
        assert asked.headers.get(name) == read.headers.get(name), name


def test_head_with_the_validator_of_get_is_not_modified(client):
    tag = client.get("/api/v1/claims")["ETag"]

    answer = client.head("/api/v1/claims", headers={"if-none-match": tag})

    assert answer.status_code == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [("/api/v1/me", 401), ("/api/v1/nothing", 404), ("/api/v1/evaluations", 405)],
)
def test_head_is_refused_where_get_is(client, path, status):
    assert client.head(path).status_code == client.get(path).status_code == status
