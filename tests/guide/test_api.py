"""`/comparisons` and `/claims` of the API, as the contract says them."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from guide.models import Claim, ComparisonPage
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db
PUBLIC = [
    "/api/v1/claims",
    "/api/v1/claims?status=supported&stale=false&framework=django",
    "/api/v1/comparisons",
    "/api/v1/comparisons/built-in",
    "/api/v1/comparisons/built-in?format=csv",
    "/api/v1/comparisons/built-in?format=markdown",
]


def first_claim() -> Claim:
    return Claim.objects.order_by("slug")[0]


def test_a_claim_has_the_keys_of_the_contract(client):
    claim = first_claim()
    body = client.get(f"/api/v1/claims/{claim.slug}").json()
    assert set(body) >= {
        "slug", "statement", "frameworks", "versions", "status", "grade", "sources",
        "checked_on", "review_by", "stale", "probe",
    }  # fmt: skip
    assert body["statement"] == claim.statement
    assert body["checked_on"] == claim.checked_on.isoformat()
    for source in body["sources"]:
        assert set(source) == {"title", "url", "retrieved_on"}


def test_the_ledger_comes_in_pages_that_meet(client):
    slugs = list(Claim.objects.order_by("slug").values_list("slug", flat=True))
    found = []
    for offset in range(0, len(slugs), 100):
        body = client.get(f"/api/v1/claims?limit=100&offset={offset}").json()
        assert set(body) == {"items", "count"}
        assert body["count"] == len(slugs)
        found += [row["slug"] for row in body["items"]]
    assert found == slugs


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("limit=101", "limit"),
        ("limit=0", "limit"),
        ("limit=-1", "limit"),
        ("limit=ten", "limit"),
        ("limit=", "limit"),
        (f"limit={10**30}", "limit"),
        ("offset=-1", "offset"),
        ("offset=1e3", "offset"),
        (f"offset={10**30}", "offset"),
        ("offset=1000001", "offset"),
        ("status=true-ish", "status"),
        ("stale=perhaps", "stale"),
        (f"framework={'x' * 51}", "framework"),
        ("framework=%00", "framework"),
    ],
)
def test_a_wrong_parameter_is_named(client, query, place):
    response = client.get(f"/api/v1/claims?{query}")
    assert response.status_code == 422
    assert [error["loc"] for error in response.json()["errors"]] == [["query", place]]


def test_an_offset_past_the_end_is_an_empty_page(client):
    body = client.get("/api/v1/claims?offset=1000000").json()
    assert body["items"] == []
    assert body["count"] > 0


def test_claims_are_filtered(client):
    make_claim(
        "gone-stale", review_by=date(2020, 1, 1), status="partly", finding="Partly."
    )
    stale = client.get("/api/v1/claims?stale=true&status=partly&limit=100").json()
    assert "gone-stale" in [row["slug"] for row in stale["items"]]
    assert all(row["stale"] and row["status"] == "partly" for row in stale["items"])
    fresh = client.get("/api/v1/claims?stale=false&limit=100").json()
    assert not any(row["stale"] for row in fresh["items"])
    django = client.get("/api/v1/claims?framework=django&limit=100").json()
    assert django["items"]
    assert all("django" in row["frameworks"] for row in django["items"])


def test_an_unpublished_claim_does_not_exist(client):
    make_claim("secret-claim", live=False)
    assert client.get("/api/v1/claims/secret-claim").status_code == 404
    assert client.get("/api/v1/claims?limit=100").json()["count"] == (
        Claim.objects.live().count()
    )


def test_a_table_has_the_keys_of_the_contract(client):
    body = client.get("/api/v1/comparisons/quick").json()
    assert body["slug"] == "quick"
    assert {"title", "frameworks", "rows"} <= set(body)
    slugs = set(body["frameworks"])
    for row in body["rows"]:
        assert {"criterion", "group", "cells"} <= set(row)
        assert [cell["framework"] for cell in row["cells"]] == body["frameworks"]
        for cell in row["cells"]:
            assert set(cell) == {
                "framework", "grade", "text", "notes", "claims", "opinion", "stale"
            }  # fmt: skip
            assert cell["claims"] or cell["opinion"]
            assert "<" not in cell["text"]
    assert slugs == {"django", "flask"}


def test_every_published_table_is_listed_and_readable(client):
    body = client.get("/api/v1/comparisons").json()
    assert body["count"] == ComparisonPage.objects.live().count() >= 5
    for row in body["items"]:
        assert client.get(f"/api/v1/comparisons/{row['slug']}").status_code == 200


def test_an_edited_cell_is_read_when_published_and_not_before(client):
    page = ComparisonPage.objects.get(slug="quick")
    page.rows[0].value["criterion"] = "Edited criterion"
    revision = page.save_revision()
    path = "/api/v1/comparisons/quick"
    assert "Edited criterion" not in client.get(path).content.decode()

    revision.publish()

    assert client.get(path).json()["rows"][0]["criterion"] == "Edited criterion"


@pytest.mark.parametrize("format", ["json", "csv", "markdown"])
@pytest.mark.parametrize("hidden", ["unpublished", "private"])
def test_a_hidden_table_does_not_exist(client, hidden, format):
    page = ComparisonPage.objects.get(slug="quick")
    if hidden == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        page.unpublish()
    path = f"/api/v1/comparisons/quick?format={format}"
    assert client.get(path).status_code == 404
    listed = client.get("/api/v1/comparisons").json()["items"]
    assert "quick" not in [row["slug"] for row in listed]


@pytest.mark.parametrize(
    ("format", "kind", "name"),
    [("csv", "text/csv", "quick.csv"), ("markdown", "text/markdown", "quick.md")],
)
def test_a_table_is_a_file_too(client, format, kind, name):
    response = client.get(f"/api/v1/comparisons/quick?format={format}")
    assert response["Content-Type"] == f"{kind}; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "django" in response.content.decode().lower()


def test_an_unknown_format_is_named(client):
    response = client.get("/api/v1/comparisons/quick?format=xml")
    assert response.status_code == 422
    assert response.json()["errors"][0]["loc"] == ["query", "format"]


@pytest.mark.parametrize("path", PUBLIC)
def test_public_reads_carry_an_etag_and_answer_304(client, path):
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert first.status_code == 200
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize("path", [*PUBLIC, f"{PUBLIC[0]}?limit=100"])
def test_reading_takes_few_queries(client, django_assert_max_num_queries, path):
    with django_assert_max_num_queries(5):
        assert client.get(path).status_code == 200
