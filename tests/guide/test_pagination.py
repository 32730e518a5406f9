import pytest

pytestmark = pytest.mark.django_db
PATH = "/api/v1/claims"


def test_a_deep_page_has_the_rows_the_whole_list_has_there(client):
    whole = client.get(f"{PATH}?limit=100").json()["items"]
    page = client.get(f"{PATH}?limit=5&offset=7").json()

    assert page["items"] == whole[7:12]
    assert len(page["items"]) == 5


@pytest.mark.parametrize("offset", [0, 7, 190])
def test_every_page_takes_the_same_few_queries(
    client, offset, django_assert_num_queries
):
    client.get(f"{PATH}?limit=5")

    with django_assert_num_queries(4):
        page = client.get(f"{PATH}?limit=5&offset={offset}")
    assert len(page.json()["items"]) == 5


def test_beyond_the_end_there_is_nothing_but_the_count(client):
    page = client.get(f"{PATH}?limit=5&offset=1000000").json()

    assert page["items"] == []
    assert page["count"] > 7
