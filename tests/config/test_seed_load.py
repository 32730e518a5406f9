"""`seed_load`: a large database whose rows are as good as typed ones."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Revision

from advisor.models import Recommendation
from guide.models import ArticlePage, Claim

pytestmark = pytest.mark.django_db
FEW = {"recommendations": 7, "pages": 3, "revisions": 7, "claims": 4}


@pytest.fixture
def filled():
    call_command("seed_load", **FEW)


def test_there_is_as_much_as_was_asked_for(filled):
    assert Recommendation.objects.filter(owner__username="load-0").count() == 7
    assert Claim.objects.filter(slug__startswith="load-").count() == 4
    assert ArticlePage.objects.filter(slug__startswith="load-").count() == 3
    revisions = Revision.objects.filter(object_str__contains="of many")
    assert revisions.count() == 6  # as many for each page


def test_the_tree_is_sound_and_pages_open(filled, client):
    assert not any(Page.find_problems())
    page = Page.objects.get(slug="load-2")
    response = client.get(page.url)
    assert response.status_code == 200
    assert "Article 2 of many" in response.content.decode()
    assert page.get_latest_revision_as_object().title == "Article 2 of many"
    assert client.get("/api/v1/claims/load-3").json()["sources"]


def test_saved_results_are_real_ones(filled, client):
    saved = Recommendation.objects.get(title="Situation 3")
    client.force_login(saved.owner)
    assert saved.evaluation["answers"] == saved.answers
    assert client.get(f"/advisor/saved/{saved.pk}/").status_code == 200


def test_search_finds_them(filled, client):
    found = client.get("/search/", {"q": "ledger that grew"}).content.decode()
    assert "Statement number" in found


def test_twice_is_refused(filled):
    with pytest.raises(CommandError, match="filled before"):
        call_command("seed_load", **FEW)


def test_production_is_refused_unless_told(settings):
    settings.SETTINGS_MODULE = "config.settings.production"
    with pytest.raises(CommandError, match="production settings"):
        call_command("seed_load", **FEW)
    assert not Recommendation.objects.exists()


def test_a_number_below_nothing_is_refused():
    with pytest.raises(CommandError, match="begin at 0"):
        call_command("seed_load", **{**FEW, "pages": -1})
