import pytest

from guide import pagination

pytestmark = pytest.mark.django_db
PATH = "/api/v1/claims?limit=5&offset=7"


@pytest.fixture
def deep(monkeypatch):
    monkeypatch.setattr(pagination, "DEEP", 5)


def test_a_deep_page_has_the_same_rows_in_the_same_order(client, monkeypatch):
    shallow = client.get(PATH).json()
    monkeypatch.setattr(pagination, "DEEP", 5)

    assert client.get(PATH).json() == shallow
    assert len(shallow["items"]) == 5


def test_a_deep_page_takes_few_queries(client, deep, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        assert client.get(PATH).status_code == 200


def test_beyond_the_end_there_is_nothing_but_the_count(client, deep):
    page = client.get("/api/v1/claims?limit=5&offset=1000000").json()

    assert page["items"] == []
    assert page["count"] > 7
