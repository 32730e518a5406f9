"""The queue as editors meet it: listed, filtered, counted on the dashboard."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guide.models import Claim, Framework, FrameworkRelease
from tests.guide.factories import make_claim, make_framework

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)
ADDRESS = "/admin/reports/claims-to-re-check/"


@pytest.fixture(autouse=True)
def today(on_day):
    on_day(DAY)


@pytest.fixture
def three():
    """An overdue one about Flask, a disputed one, and one that is due soon."""
    flask = Framework.objects.get(slug="flask")
    late = DAY - timedelta(days=1)
    make_claim("late", statement="Late it is.", review_by=late, frameworks=[flask])
    make_claim("torn", statement="Torn it is.", status="disputed")
    make_claim("soon", statement="Soon it is.", review_by=DAY + timedelta(days=9))


def shown(client, query: str = "") -> list[str]:
    html = client.get(f"{ADDRESS}{query}").content.decode()
    return [name for name in ("Late", "Torn", "Soon") if f"{name} it is." in html]


def test_each_row_says_why(administrator_client, three):
    html = administrator_client.get(ADDRESS).content.decode()
    assert "1 day past its review date." in html
    assert "It stands as disputed." in html
    assert "Due in 9 days." in html


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Late", "Torn", "Soon"]),
        ("?reason=overdue", ["Late"]),
        ("?reason=due-soon", ["Soon"]),
        ("?reason=overdue&reason=disputed", ["Late", "Torn"]),
        ("?status=disputed", ["Torn"]),
        ("?status=disputed&reason=overdue", []),
    ],
)
def test_the_queue_is_filtered_by_reason_and_status(
    administrator_client, three, query, names
):
    assert shown(administrator_client, query) == names


def test_the_queue_is_filtered_by_framework(administrator_client, three):
    flask = Framework.objects.get(slug="flask")
    assert shown(administrator_client, f"?frameworks={flask.pk}") == ["Late"]


@pytest.mark.parametrize(
    "query",
    ["?reason=boredom", "?frameworks=x", "?status=x", "?p=x", "?frameworks=%00"],
)
def test_a_filter_that_does_not_exist_breaks_nothing(
    administrator_client, three, query
):
    assert administrator_client.get(f"{ADDRESS}{query}").status_code == 200


def test_nothing_there_selects_the_whole_ledger(administrator_client, three):
    """Wagtail's "delete" takes "all" for every claim, whatever the list shows."""
    for _ in range(60):
        make_claim(status="disputed")
    html = administrator_client.get(ADDRESS).content.decode()
    assert "data-bulk-action-button" in html
    assert "data-bulk-action-num-objects-in-listing" not in html


def test_the_list_alone_is_there_for_filtering_in_place(administrator_client, three):
    html = administrator_client.get(f"{ADDRESS}results/?reason=overdue")
    assert "Late it is." in html.content.decode()
    assert "<html" not in html.content.decode()


def test_the_queue_can_be_taken_away_as_a_file(administrator_client, three):
    response = administrator_client.get(f"{ADDRESS}?export=csv&reason=overdue")
    text = b"".join(response.streaming_content).decode()
    assert "late,Late it is.,Overdue: 1 day past its review date." in text


def test_a_longer_list_costs_no_more(administrator_client, three):
    administrator_client.get(ADDRESS)
    with CaptureQueriesContext(connection) as before:
        administrator_client.get(ADDRESS)
    for _ in range(12):
        make_claim(status="disputed", sources=2)
    with CaptureQueriesContext(connection) as after:
        administrator_client.get(ADDRESS)
    assert len(after) == len(before)


def test_the_dashboard_counts_each_reason_and_leads_there(administrator_client, three):
    html = administrator_client.get("/admin/").content.decode()
    assert f'<a href="{ADDRESS}?reason=overdue">Overdue: 1</a>' in html
    assert f'<a href="{ADDRESS}?reason=due-soon">Due soon: 1</a>' in html


def test_the_dashboard_names_frameworks_whose_releases_nobody_looked_up(
    administrator_client, on_day
):
    make_framework("kettle", name="Kettle")
    html = administrator_client.get("/admin/").content.decode()
    assert "Nobody has looked up the releases of" in html
    assert ">Kettle</a>: newer" in html


def test_release_data_of_this_season_is_not_old(administrator_client, on_day):
    newest = FrameworkRelease.objects.latest("source_retrieved_on")
    on_day(newest.source_retrieved_on + timedelta(days=120))
    html = administrator_client.get("/admin/").content.decode()
    assert "Nobody has looked up" not in html
    on_day(newest.source_retrieved_on + timedelta(days=121))
    html = administrator_client.get("/admin/").content.decode()
    assert "Nobody has looked up" in html


def test_the_menu_leads_to_the_queue(administrator_client):
    assert reverse("guide_claims_to_recheck") == ADDRESS
    assert ADDRESS in administrator_client.get("/admin/").content.decode()


@pytest.mark.parametrize("path", [ADDRESS, f"{ADDRESS}results/"])
def test_members_and_strangers_have_no_business_there(client, member, path):
    assert client.get(path).status_code == 302
    client.force_login(member)
    assert client.get(path).status_code in (302, 403)


def test_a_draft_that_waits_is_said(administrator_client):
    claim = make_claim(status="disputed")
    claim.save_revision()
    assert Claim.objects.get(pk=claim.pk).has_unpublished_changes
    assert "A draft of it waits." in administrator_client.get(ADDRESS).content.decode()
