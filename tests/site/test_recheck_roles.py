""" "Re-checked today": who may say it, what it changes, and what it leaves alone."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from advisor.editing.roles import AUTHORS, FACT_CHECKERS, PUBLISHERS
from guide.age.recheck import recheck_claim
from guide.models import Claim, Framework, FrameworkRelease, LinkCheck
from tests.conftest import make_user
from tests.guide.factories import make_claim
from tests.staff import staff

pytestmark = pytest.mark.django_db
BULK = "/admin/bulk/guide/claim/recheck/"
TODAY = date(2027, 6, 1)
CHECKED, DUE = date(2026, 11, 22), date(2027, 5, 22)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


@pytest.fixture
def clients():
    """A signed-in client for each role."""
    return {group: staff(group) for group in (AUTHORS, FACT_CHECKERS, PUBLISHERS)}


def overdue(slug: str = "late", **fields) -> Claim:
    claim = make_claim(slug, sources=2, checked_on=CHECKED, review_by=DUE, **fields)
    claim.save_revision().publish()
    return Claim.objects.get(slug=slug)


def ask(client: Client, *claims: Claim, query: str = "") -> str:
    keys = "&".join(f"id={claim.pk}" for claim in claims)
    return client.get(f"{BULK}?{keys}{query}").content.decode()


def confirm(client: Client, *claims: Claim, query: str = "") -> str:
    keys = "&".join(f"id={claim.pk}" for claim in claims)
    next_url = "next=/admin/reports/claims-to-re-check/"
    answer = client.post(f"{BULK}?{keys}{query}&{next_url}", follow=True)
    return answer.content.decode()


@pytest.mark.parametrize("group", [FACT_CHECKERS, PUBLISHERS])
def test_who_may_publish_claims_publishes_the_new_dates(clients, group):
    claim = overdue()

    page = confirm(clients[group], claim)

    claim = Claim.objects.get(pk=claim.pk)
    assert "1 claim published" in page
    assert claim.checked_on == TODAY
    assert claim.review_by == TODAY + (DUE - CHECKED)
    assert {source.retrieved_on for source in claim.sources.all()} == {TODAY}
    assert claim.latest_revision.user.username == group.lower()


def test_an_authors_recheck_waits_for_approval(clients):
    claim = overdue()

    page = confirm(clients[AUTHORS], claim)

    claim = Claim.objects.get(pk=claim.pk)
    assert "1 claim sent for approval" in page
    assert (claim.checked_on, claim.review_by) == (CHECKED, DUE)
    assert claim.get_latest_revision_as_object().checked_on == TODAY
    assert claim.current_workflow_state.status == "in_progress"


@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_and_members_are_sent_away(client, member, method):
    claim = overdue()
    assert getattr(client, method)(f"{BULK}?id={claim.pk}").status_code == 302
    client.force_login(member)
    assert getattr(client, method)(f"{BULK}?id={claim.pk}").status_code in (302, 403)
    assert Claim.objects.get(pk=claim.pk).checked_on == CHECKED


def test_nobody_without_the_right_to_change_claims_rechecks_one(member):
    with pytest.raises(PermissionDenied):
        recheck_claim(claim=overdue(), user=member, releases={}, broken={})


def test_an_editor_of_pages_alone_is_told_so(clients):
    user = make_user("pages-only")
    group = Group.objects.create(name="Pages only")
    group.permissions.add(
        *Group.objects.get(name=AUTHORS).permissions.filter(codename="access_admin")
    )
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    claim = overdue()

    assert "You may not change these claims" in ask(client, claim)
    confirm(client, claim)
    assert Claim.objects.get(pk=claim.pk).checked_on == CHECKED


def test_the_question_changes_nothing_and_says_what_would_change(clients):
    claim = overdue()
    page = ask(clients[FACT_CHECKERS], claim)
    assert "22 May 2027 becomes 29 Nov 2027" in page
    assert Claim.objects.get(pk=claim.pk).checked_on == CHECKED


def test_a_claim_without_a_span_gets_half_a_year(clients):
    claim = make_claim("today-only", checked_on=CHECKED, review_by=CHECKED)
    claim.save_revision().publish()
    confirm(clients[FACT_CHECKERS], claim)
    claim = Claim.objects.get(pk=claim.pk)
    assert claim.review_by == TODAY + timedelta(days=182)


@pytest.mark.parametrize("group", [FACT_CHECKERS, PUBLISHERS])
def test_a_disputed_claim_is_not_waved_through(clients, group):
    claim = overdue(status="disputed")
    assert "It is disputed: settle that in its own form." in ask(clients[group], claim)

    page = confirm(clients[group], claim)

    assert "late: left as it was. It is disputed" in page
    assert Claim.objects.get(pk=claim.pk).checked_on == CHECKED


def test_a_claim_whose_source_is_broken_is_not_waved_through(clients):
    claim = overdue()
    now = timezone.now()
    LinkCheck.objects.create(
        url="https://example.org/",
        result="failed",
        detail="It answered 404.",
        checked_at=now,
        failing_since=now,
        failures=2,
    )
    assert "A source of it does not answer" in confirm(clients[PUBLISHERS], claim)
    assert Claim.objects.get(pk=claim.pk).checked_on == CHECKED


def test_somebody_elses_draft_is_neither_published_nor_lost(clients):
    claim = overdue()
    claim.statement = "Half written."
    claim.save_revision()

    page = confirm(clients[PUBLISHERS], claim)

    claim = Claim.objects.get(pk=claim.pk)
    assert "A draft of it waits" in page
    assert claim.statement != "Half written."
    assert claim.get_latest_revision_as_object().statement == "Half written."


def test_a_locked_claim_stays_locked(clients):
    claim = overdue()
    claim.locked, claim.locked_by = True, make_user("somebody")
    claim.save()
    assert "It is locked." in confirm(clients[PUBLISHERS], claim)
    assert Claim.objects.get(pk=claim.pk).checked_on == CHECKED


def test_what_can_be_done_is_done_and_the_rest_is_named(clients):
    good, torn = overdue("good"), overdue("torn", status="disputed")
    page = confirm(clients[PUBLISHERS], good, torn)
    assert "1 claim published" in page
    assert "torn: left as it was" in page
    assert "good: left" not in page


def test_newer_patches_become_its_versions_and_it_leaves_the_queue(clients):
    flask = Framework.objects.get(slug="flask")
    claim = overdue(versions="Flask 3.1.3", frameworks=[flask])
    FrameworkRelease.objects.filter(framework=flask).update(latest="3.1.4")
    assert "Flask 3.1.3 becomes Flask 3.1.4" in ask(clients[FACT_CHECKERS], claim)

    confirm(clients[FACT_CHECKERS], claim)

    assert Claim.objects.get(pk=claim.pk).versions == "Flask 3.1.4"


def test_all_means_all_in_the_queue_under_its_filters(clients):
    late, torn = overdue("late"), overdue("torn", status="disputed", finding="No.")
    Claim.objects.exclude(pk__in=[late.pk, torn.pk]).update(review_by=date(2100, 1, 1))

    clients[PUBLISHERS].post(f"{BULK}?id=all&reason=overdue")

    checked = Claim.objects.filter(checked_on=TODAY)
    assert [claim.slug for claim in checked] == ["late"]


@pytest.mark.parametrize("query", ["", "?id=", "?id=x", "?id=99999999", "?id=²"])
def test_a_selection_of_nothing_breaks_nothing(clients, query):
    answer = clients[PUBLISHERS].get(f"{BULK}{query}")
    assert answer.status_code in (200, 404)
    assert clients[PUBLISHERS].post(f"{BULK}{query}").status_code in (302, 404)
