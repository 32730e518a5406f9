"""The open download: complete, public only, the same bytes, safe to open."""

import csv
import hashlib
import io

import jsonschema_rs
import pytest
from wagtail.models import PageViewRestriction

from guide import kept_for_edition
from guide.lab.records import all_runs
from guide.models import Claim, ComparisonPage
from guide.open_data.published import open_data
from guide.probes.records import all_records
from tests.guide.factories import (
    cell,
    make_claim,
    make_comparison,
    make_framework,
    row,
)

pytestmark = pytest.mark.django_db
FILES = ["guide.json", "claims.csv", "tables.csv", "lab.csv"]
PATHS = [f"/data/{name}" for name in FILES]
ALL = ["/data/", "/data/SHA256SUMS", *PATHS]


def document(client) -> dict:
    return client.get("/data/guide.json").json()


def lines(client, name: str) -> list[dict[str, str]]:
    text = client.get(f"/data/{name}").content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_it_holds_every_published_claim_and_table(client):
    found = document(client)
    assert len(found["claims"]) == Claim.objects.live().count()
    assert len(found["tables"]) == ComparisonPage.objects.live().count()
    assert [claim["slug"] for claim in lines(client, "claims.csv")] == [
        claim["slug"] for claim in found["claims"]
    ]
    cells = sum(len(r["cells"]) for t in found["tables"] for r in t["rows"])
    assert len(lines(client, "tables.csv")) == cells


def test_it_holds_every_lab_run_with_its_intervals(client):
    assert document(client)["lab_runs"] == list(all_runs())
    found = lines(client, "lab.csv")
    assert {line["run"] for line in found} == {run["id"] for run in all_runs()}
    for line in found:
        assert float(line["low"]) <= float(line["best"]) <= float(line["high"])


def test_it_holds_the_last_run_of_every_probe(client):
    records = all_records()
    assert [run["probe"] for run in document(client)["probes"]] == list(records)
    assert records


def test_it_says_its_licence_and_date(client):
    found = document(client)
    assert found["licence"]["name"] == "CC BY 4.0"
    assert found["changed_on"]


def test_it_is_what_the_schema_promises_and_nothing_else(client):
    schema = client.get("/data/schema.json").json()
    found = document(client)
    jsonschema_rs.validate(schema, found)
    assert set(found) == set(schema["properties"])
    found["claims"][0]["status"] = "perhaps"
    assert not jsonschema_rs.is_valid(schema, found)


def test_every_claim_and_table_has_exactly_the_documented_fields(client):
    schema = client.get("/data/schema.json").json()["$defs"]
    found = document(client)
    for claim in found["claims"]:
        assert set(claim) == set(schema["OpenClaim"]["properties"])
    for table in found["tables"]:
        assert set(table) == set(schema["OpenTable"]["properties"])


def test_the_page_explains_every_part(client):
    for part in client.get("/data/").context["parts"]:
        assert part["fields"], part["title"]


@pytest.mark.parametrize("path", PATHS)
def test_the_digest_is_of_the_bytes_and_on_the_page(client, path):
    response = client.get(path)
    digest = hashlib.sha256(response.content).hexdigest()
    assert response["ETag"] == f'"{digest}"'
    assert digest in client.get("/data/").content.decode()
    name = path.rpartition("/")[2]
    sums = client.get("/data/SHA256SUMS").content.decode().splitlines()
    assert f"{digest}  {name}" in sums


@pytest.mark.parametrize("path", PATHS)
def test_the_same_content_is_not_sent_twice(client, path):
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    claim = Claim.objects.live().first()
    claim.statement = "Something else."
    claim.save_revision().publish()
    if "claims" in path or "guide" in path:
        again = client.get(path, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 200


@pytest.mark.parametrize("path", ALL)
def test_it_does_not_depend_on_the_day(client, path, monkeypatch):
    from datetime import date

    before = client.get(path).content
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2099, 1, 1))
    assert client.get(path).content == before


def secret_table(**fields):
    framework = make_framework("bottle")
    return make_comparison(
        [framework], [row("Secret row", cell(framework))], slug="secret", **fields
    )


@pytest.mark.parametrize("path", ALL)
def test_a_draft_claim_is_nowhere(client, path):
    before = client.get(path).content
    make_claim("secret", statement="Secret statement.", live=False).save_revision()
    live = Claim.objects.live().first()
    live.statement = "Only in the draft."
    live.save_revision()
    assert client.get(path).content == before


@pytest.mark.parametrize("path", ALL)
@pytest.mark.parametrize("hidden", ["unpublished", "private"])
def test_a_hidden_table_is_nowhere(client, path, hidden):
    before = client.get(path).content
    page = secret_table(live=hidden == "private")
    if hidden == "private":
        assert client.get("/data/tables.csv").content.count(b"Secret row") == 1
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    after = client.get(path).content
    assert after == before
    assert b"Secret row" not in after


def test_no_cell_is_a_formula(client):
    make_claim("evil", statement='=HYPERLINK("http://x","y")', versions="+1")
    claim = next(c for c in lines(client, "claims.csv") if c["slug"] == "evil")
    assert claim["statement"].startswith("'=")
    assert claim["versions"] == "'+1"


@pytest.mark.parametrize("path", ALL)
def test_more_content_costs_no_more_queries(
    client, path, django_assert_max_num_queries
):
    for number in range(5):
        framework = make_framework()
        claims = [make_claim(sources=3).pk]
        make_comparison(
            [framework], [row("R", cell(framework, claims=claims))], slug=f"t{number}"
        )
    client.get(path)
    with django_assert_max_num_queries(9):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("name", ["guide.xml", "..%2Fsecret", "guide.json%00", "x"])
def test_there_is_no_other_file(client, name):
    assert client.get(f"/data/{name}").status_code == 404


def test_an_empty_guide_is_still_a_document(client):
    Claim.objects.all().delete()
    ComparisonPage.objects.all().delete()
    assert document(client)["claims"] == []
    assert client.get("/data/").status_code == 200


def test_the_files_are_made_once_for_each_edition(
    client, monkeypatch, django_assert_num_queries
):
    edition = [1]
    monkeypatch.setattr(kept_for_edition, "_watched", [lambda: edition[0]])
    monkeypatch.setattr(open_data, "_kept", None)
    client.get("/data/claims.csv")

    with django_assert_num_queries(0):
        again = client.get("/data/claims.csv")
    new = make_claim("made-meanwhile")
    edition[0] = 2
    then = client.get("/data/claims.csv")

    assert new.slug.encode() not in again.content
    assert new.slug.encode() in then.content
