"""Editors say why a published verdict changes."""

import pytest

from guide.models import Change, Claim
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    made = make_claim(statement="It flies.", sources=0)
    made.save_revision().publish()
    return Claim.objects.get(pk=made.pk)


def edit(client, claim: Claim, **fields):
    data = {
        "slug": claim.slug,
        "statement": claim.statement,
        "finding": claim.finding,
        "status": claim.status,
        "grade": claim.grade,
        "checked_on": claim.checked_on.isoformat(),
        "review_by": claim.review_by.isoformat(),
        "fact_check": "",
        "versions": claim.versions,
        "change_reason": "",
        "sources-TOTAL_FORMS": "0",
        "sources-INITIAL_FORMS": "0",
        "sources-MIN_NUM_FORMS": "0",
        "sources-MAX_NUM_FORMS": "1000",
    }
    path = f"/admin/snippets/guide/claim/edit/{claim.pk}/"
    return client.post(path, data | fields)


WRONG = {"status": "wrong", "finding": "It walks.", "action-publish": "1"}


def test_a_changed_verdict_without_a_reason_is_not_published(
    administrator_client, claim
):
    response = edit(administrator_client, claim, **WRONG)
    assert "Say why" in response.content.decode()
    assert Claim.objects.get(pk=claim.pk).status == "supported"


def test_a_changed_verdict_with_a_reason_is_published_and_told(
    administrator_client, claim
):
    edit(administrator_client, claim, change_reason="We looked.", **WRONG)
    assert Claim.objects.get(pk=claim.pk).status == "wrong"
    assert Change.objects.first().why == "We looked."


def test_a_draft_needs_no_reason_yet(administrator_client, claim):
    edit(administrator_client, claim, status="wrong", finding="It walks.")
    claim = Claim.objects.get(pk=claim.pk)
    assert claim.has_unpublished_changes
    assert claim.status == "supported"


def test_other_changes_need_no_reason(administrator_client, claim):
    edit(administrator_client, claim, versions="Flask 9", **{"action-publish": "1"})
    assert Claim.objects.get(pk=claim.pk).versions == "Flask 9"


def test_a_draft_keeps_its_reason_and_the_next_edit_begins_without(
    administrator_client, claim
):
    path = f"/admin/snippets/guide/claim/edit/{claim.pk}/"
    edit(administrator_client, claim, change_reason="A first look.", versions="Flask 9")
    assert "A first look." in administrator_client.get(path).content.decode()
    edit(administrator_client, claim, change_reason="A second look.", **WRONG)
    html = administrator_client.get(path).content.decode()
    assert "Why this changes" in html
    assert "look." not in html
