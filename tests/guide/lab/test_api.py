"""Runs in the API."""

import pytest

from tests.guide.lab.a_run import make_run

pytestmark = pytest.mark.django_db


def test_runs_are_listed_newest_first_without_samples(client, shipped):
    old, new = shipped(make_run(), make_run(started_at="2026-12-01T10:00:00+00:00"))
    answer = client.get("/api/v1/lab").json()
    assert answer["count"] == 2
    assert [item["id"] for item in answer["items"]] == [new["id"], old["id"]]
    assert set(answer["items"][0]) == {
        "id", "plan", "started_at", "seconds", "disturbed"
    }  # fmt: skip


def test_a_run_is_answered_whole(client, run):
    answer = client.get(f"/api/v1/lab/{run['id']}").json()
    assert answer["profiles"] == run["profiles"]
    assert answer["method"] == run["method"]


def test_an_unknown_run_is_a_problem_document(client, run):
    response = client.get("/api/v1/lab/nothing")
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/api/v1/lab", "/api/v1/lab/{id}"])
def test_a_second_look_is_answered_304_without_a_query(
    client, run, path, django_assert_max_num_queries
):
    path = path.format(id=run["id"])
    with django_assert_max_num_queries(2):
        etag = client.get(path)["ETag"]
        again = client.get(path, headers={"if-none-match": etag})
    assert again.status_code == 304


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "offset=-1", "offset=1e30"])
def test_a_page_out_of_bounds_is_refused(client, run, query):
    assert client.get(f"/api/v1/lab?{query}").status_code == 422
