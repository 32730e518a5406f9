import pytest

from guide.models import Framework
from tests.advisor.api.problems import places

pytestmark = pytest.mark.django_db


def test_frameworks_come_with_versions_facts_and_scores(client, document):
    body = client.get("/api/v1/frameworks").json()
    assert body["count"] == len(body["items"]) == Framework.objects.count()
    by_slug = {row["slug"]: row for row in body["items"]}
    criteria = {row["id"] for row in document["criteria"]}
    for candidate in ("django", "flask"):
        row = by_slug[candidate]
        assert row["candidate"]
        assert row["releases"]
        assert set(row["scores"]) == criteria
        assert row["ruleset"]["version"] == 1


def test_a_framework_without_scores_says_so(client):
    body = client.get("/api/v1/frameworks/quart").json()
    assert body["candidate"] is False
    assert body["facts"] == body["scores"] == {}


def test_an_unpublished_framework_does_not_exist(client):
    Framework.objects.filter(slug="quart").update(live=False)
    assert places(client.get("/api/v1/frameworks/quart"), 404) == []
    listed = client.get("/api/v1/frameworks").json()["items"]
    assert "quart" not in [row["slug"] for row in listed]


@pytest.mark.parametrize("path", ["frameworks", "frameworks/django"])
def test_reading_takes_few_queries(client, django_assert_max_num_queries, path):
    with django_assert_max_num_queries(5):
        assert client.get(f"/api/v1/{path}").status_code == 200
