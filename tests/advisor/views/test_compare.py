import pytest

from advisor.models import Recommendation
from tests.advisor.small_document import small_document
from tests.advisor.views.conftest import publish


def save(client, query, title):
    client.post(f"/advisor/saved/new/?{query}", {"title": title})
    return Recommendation.objects.get(title=title)


def compared(client, left, right):
    address = f"/advisor/compare/?left={left.pk}&right={right.pk}"
    return client.get(address).content.decode()


def test_two_results_stand_side_by_side_with_what_differs(saved, member_client):
    other = save(member_client, "use=write&money=much", "The letter")

    page = compared(member_client, saved, other)

    assert page.index("The heavy door") < page.index("The letter")
    assert "2 answers differ." in page
    assert "<td>Holding a door</td><td>Writing on it</td><td>Differs</td>" in page
    assert "<td>not answered</td><td>Much</td><td>Differs</td>" in page
    assert "Paper fits your answers better" in page
    assert "+36 for Rock" in page


def test_a_result_compared_with_itself_differs_nowhere(saved, member_client):
    page = compared(member_client, saved, saved)

    assert "All answers are the same." in page
    assert "Differs" not in page


def test_results_of_different_rule_sets_use_their_own_words(saved, member_client):
    changed = small_document()
    changed["frameworks"][0] = {**changed["frameworks"][0], "label": "Stone"}
    version = publish(changed)
    other = save(member_client, "use=hold", "Later")

    page = compared(member_client, saved, other)

    assert "Rock fits your answers better" in page
    assert "Stone fits your answers better" in page
    assert f"Version {version.number}" in page


@pytest.mark.parametrize("query", ["", "?left=", "?left={id}", "?right={id}"])
def test_until_both_are_chosen_there_is_a_form(saved, member_client, query):
    response = member_client.get(f"/advisor/compare/{query.format(id=saved.pk)}")

    assert response.status_code == 200
    assert response.content.decode().count("The heavy door") == 2


@pytest.mark.parametrize("key", ["x", "%00", "1", "' or 1=1"])
def test_an_impossible_id_is_a_404(saved, member_client, key):
    response = member_client.get(f"/advisor/compare/?left={saved.pk}&right={key}")

    assert response.status_code == 404
