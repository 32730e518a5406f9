"""Never a 5xx, whatever is sent where."""

import json

import pytest

pytestmark = pytest.mark.django_db

NASTY = [
    '"', "'", " ", "", "\x00", "a\x00b", "\ud800", "%", "*", "(", "a AND", "NEAR(",
    '"unclosed words', "<script>alert(1)</script>", "../../etc/passwd", "٣", "𝟛",
    "10" * 30, "-1", "1e400", "NaN", "x" * 10_000, "🙂" * 500, "{{7*7}}", "a:b", "^",
]  # fmt: skip
READING = [
    "/search/?q={}",
    "/search/?q=async&page={}",
    "/advisor/{}/",
    "/advisor/result/?{}=1",
    "/advisor/result/?ruleset={}",
    "/advisor/compare/?left={}&right={}",
    "/guide/{}/",
    "/corrections/?claim={}",
    "/corrections/?page={}",
    "/corrections/new/?claim={}",
    "/corrections/new/?table=quick&framework={}&criterion={}",
    "/comments/on/{}/",
    "/feedback/message/{}/",
    "/frameworks/{}/",
    "/api/v1/claims?framework={}",
    "/api/v1/claims?limit={}",
    "/api/v1/claims?offset={}",
    "/api/v1/claims/{}",
    "/api/v1/comparisons/{}",
    "/api/v1/comparisons/quick?format={}",
    "/api/v1/rulesets/{}",
    "/api/content/pages/?search={}",
    "/api/content/pages/?offset={}",
    "/api/content/pages/{}/",
    "/api/{}",
]


@pytest.mark.parametrize("address", READING)
def test_no_reading_address_fails_on_any_input(client, address):
    client.raise_request_exception = False
    failed = []
    for text in NASTY:
        quoted = "".join(
            f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass")
        )
        response = client.get(address.replace("{}", quoted))
        if response.status_code >= 500:
            failed.append((text[:40], response.status_code))
    assert failed == []


BODIES = [
    b"", b"[]", b"null", b"1", b'"text"', b"{", b"\xff\xfe", b"{}",
    b'{"answers": null}', b'{"answers": []}', b'{"answers": {"a": 1}}',
    b'{"answers": {"a": "\\u0000"}}', b'{"answers": {"a": "\\ud800"}}',
    b'{"answers": {}, "ruleset": 1e400}', b'{"answers": {}, "ruleset": 1.0}',
    b'{"answers": {}, "ruleset": true}', b'{"answers": {}, "ruleset": 99999999}',
    b'{"answers": {}, "extra": 1}', b'{"answers": {"no-such": "a"}}',
    b'{"answers": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body[:40].decode("latin1"))
def test_a_bad_evaluation_is_a_problem_that_names_the_place(client, body):
    response = client.post("/api/v1/evaluations", body, "application/json")
    assert response.status_code in (404, 422)
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == response.status_code
    assert problem["detail"]
    if response.status_code == 422:
        assert problem["errors"][0]["loc"][0] == "body"


def test_a_body_that_is_too_large_is_413(client):
    body = json.dumps({"answers": {"a": "x" * 3_000_000}})
    response = client.post("/api/v1/evaluations", body, "application/json")
    assert response.status_code == 413
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/api/v1/no-such-thing", 404),
        ("get", "/api/nothing/here", 404),
        ("put", "/api/v1/claims", 405),
        ("get", "/api/v1/evaluations", 405),
        ("get", "/api/v1/recommendations", 401),
        ("get", "/api/v1/me", 401),
        ("get", "/api/v1/claims?limit=101", 422),
        ("get", "/api/v1/claims?offset=-1", 422),
        ("get", "/api/v1/claims/no-such-claim", 404),
        ("get", "/api/content/pages/99999999/", 404),
    ],
)
def test_every_error_is_a_problem_document(client, method, path, status):
    response = getattr(client, method)(path)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/claims?" + "a=1&" * 10_001, 422),
        ("/api/v1/claims/%00", 404),
        ("/api/v1/claims/a%0Ab", 404),
        ("/api/v1/claims?a%00b=1", 422),
        ("/api/v1//claims", 404),
        ("/api/v1/claims/", 404),
        ("/api/v1/", 404),
        ("/api/v1/claims/" + "x" * 5_000, 422),
    ],
    ids=lambda value: str(value)[:30],
)
def test_no_odd_address_gets_html(client, path, status):
    response = client.get(path)
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("charset", ["hex", "utf-16", "idna", "nonsense", "utf-7"])
def test_no_named_character_set_breaks_a_call(client, charset):
    kind = f"application/json; charset={charset}"
    read = client.generic("GET", "/api/v1/claims?framework=%41", b"", kind)
    sent = client.generic("POST", "/api/v1/evaluations", b'{"answers": {}}', kind)
    assert (read.status_code, sent.status_code) == (200, 200)


def test_an_unknown_host_gets_a_problem_document(client):
    response = client.get("/api/v1/claims", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("put", "/api/v1/recommendations", {"GET", "POST"}),
        ("post", "/api/v1/claims", {"GET"}),
        ("delete", "/api/v1/evaluations", {"POST"}),
    ],
)
def test_405_says_what_is_allowed(client, method, path, allowed):
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert set(response["Allow"].split(", ")) == allowed


def test_a_failure_of_ours_is_a_problem_document_without_a_trace(client, monkeypatch):
    def broken(self):
        raise RuntimeError("secret detail")

    client.raise_request_exception = False
    monkeypatch.setattr("guide.models.claim.ClaimQuerySet.live", broken)
    response = client.get("/api/v1/claims")
    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    assert "secret" not in response.content.decode()
