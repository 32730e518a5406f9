"""Probes as readers and programs see them."""

from dataclasses import replace

import pytest
from django.urls import reverse

from guide.models import Claim
from guide.probes import records, shown
from guide.probes.catalogue import all_probes
from guide.probes.records import record_of
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db
PROBE = "post-without-csrf-token"
CLAIM = "flask-has-no-csrf-protection"


@pytest.fixture
def keep_record(monkeypatch):
    """Let the site ship another record."""

    def keep(record):
        known = {**records.all_records(), record.probe: record}
        monkeypatch.setattr(records, "all_records", lambda: known)
        shown.shown_probe.cache_clear()

    yield keep
    shown.shown_probe.cache_clear()


def page(client, claim):
    return client.get(claim.get_absolute_url()).content.decode()


def test_a_claim_shows_the_run_the_source_and_how_to_repeat_it(client):
    html = page(client, Claim.objects.get(slug=CLAIM))
    record = record_of(PROBE)
    for words in (
        ">Confirmed</span>",
        f"took {record.duration}",
        record.versions,
        "enforce_csrf_checks",
        "Source of <code>fresh_project.py</code>",
        f"verify_claims --only {PROBE}",
        reverse("guide:probes"),
    ):
        assert words in html


def test_a_claim_without_a_probe_says_nothing_of_programs(client):
    assert "The program that checks it" not in page(client, make_claim())


def test_a_claim_whose_probe_is_gone_still_opens(client):
    assert "The program that checks it" not in page(client, make_claim(probe="gone"))


def test_not_applicable_is_told_with_its_reason_and_never_as_confirmed(client):
    html = page(client, Claim.objects.get(slug="django-tasks-have-no-worker"))
    assert "Not applicable with these versions" in html
    assert "It needs Django 6.0 or newer" in html
    assert "It does not count as confirmed." in html
    assert ">Confirmed</span>" not in html


def test_a_failed_run_shows_both_sides(client, keep_record):
    observed = {"flask": 200, "django": "<b>"}
    keep_record(replace(record_of(PROBE), outcome="failed", observed=observed))
    html = page(client, Claim.objects.get(slug=CLAIM))
    assert ">Failed</span>" in html
    assert "&quot;django&quot;: 403" in html
    assert "&quot;django&quot;: &quot;&lt;b&gt;&quot;" in html


def test_the_list_names_every_probe_with_its_claims(client):
    html = client.get("/probes/").content.decode()
    for slug in all_probes():
        assert f'id="{slug}"' in html
    for claim in Claim.objects.live().exclude(probe=""):
        assert claim.get_absolute_url() in html


def test_the_list_counts_what_does_not_apply_apart(client):
    outcomes = [record.outcome for record in records.all_records().values()]
    html = client.get("/probes/").content.decode()
    confirmed = outcomes.count("confirmed")
    apart = outcomes.count("not-applicable")
    assert f"{confirmed} confirmed it when they last ran; {apart} need newer" in html


def test_the_list_hides_drafts(client):
    claim = make_claim(probe=PROBE, live=False)
    assert claim.slug not in client.get("/probes/").content.decode()


def test_no_page_asks_more_for_more_claims(client, django_assert_max_num_queries):
    for _ in range(20):
        make_claim(probe=PROBE)
    with django_assert_max_num_queries(10):
        client.get("/probes/")
    with django_assert_max_num_queries(10):
        page(client, Claim.objects.get(slug=CLAIM))


def test_the_api_names_the_probe_or_null(client):
    make_claim("a-claim")
    assert client.get("/api/v1/claims/a-claim").json()["probe"] is None
    assert client.get("/api/v1/claims/a-claim").json()["probe_record"] is None
    assert client.get(f"/api/v1/claims/{CLAIM}").json()["probe"] == PROBE


def test_the_api_tells_the_last_run(client):
    told = client.get(f"/api/v1/claims/{CLAIM}").json()["probe_record"]
    assert told == record_of(PROBE).as_data()


def test_the_list_in_the_api_carries_the_name_only(client):
    items = client.get("/api/v1/claims?limit=1").json()["items"]
    assert "probe" in items[0]
    assert "probe_record" not in items[0]
