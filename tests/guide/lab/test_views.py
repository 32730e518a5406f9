"""The lab's pages."""

import pytest
from django.core.cache import cache

from tests.guide.lab.a_run import make_run

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def page(client, address="/lab/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def profile_page(client, run) -> str:
    return page(client, f"/lab/{run['id']}/{run['profiles'][0]['slug']}/")


def test_the_newest_run_stands_at_lab_and_at_its_own_address(client, run):
    assert run["id"] in page(client)
    assert "A JSON answer, bare" in page(client, f"/lab/{run['id']}/")


def test_a_run_leads_to_each_of_its_profiles(client, run):
    address = f"/lab/{run['id']}/json/"
    assert f'href="{address}"' in page(client)
    assert "<h1>A JSON answer, bare</h1>" in page(client, address)


@pytest.mark.parametrize(
    "address", ["/lab/2026-01-01-00000000/", "/lab/x/", "/lab/x/json/", "/lab/{id}/x/"]
)
def test_an_unknown_run_or_profile_is_a_404(client, run, address):
    assert client.get(address.format(id=run["id"])).status_code == 404


def test_without_a_run_the_page_says_how_to_make_one(client, shipped):
    shipped()
    assert "manage.py lab --quick" in page(client)


def test_a_newer_quick_run_does_not_replace_a_full_one(client, shipped):
    full, quick = shipped(
        make_run(), make_run(plan="quick", started_at="2026-12-01T10:00:00+00:00")
    )
    shown = page(client)
    assert f"/api/v1/lab/{full['id']}" in shown
    assert f'href="/lab/{quick["id"]}/"' in shown


def test_every_chart_says_versions_machine_date_rounds_and_interval(client, run):
    shown = page(client) + profile_page(client, run)
    charts = shown.split('<p class="chart__description">')[1:]
    assert len(charts) == 2
    for chart in charts:
        words = chart.partition("</p>")[0]
        for word in (
            "Flask 3.1.3",
            "Django 5.2.19",
            "CPython 3.11.7",
            "A processor, 2 cores, Linux 6.1",
            "22 November 2026",
            "CPU time 6 × 6",
            "99 % bootstrap intervals",
        ):
            assert word in words


def test_the_features_that_were_on_are_shown(client, run):
    assert "routing; JSON answer; GET only" in profile_page(client, run)


def test_an_interval_across_1_is_no_difference(client, run):
    assert "no difference shown" in page(client)


def test_a_difference_names_the_better_side(client, shipped):
    shipped(make_run(ratio=1.5))
    assert "Flask needs less" in page(client)


def test_what_was_not_measured_is_said(client, run):
    assert "Served requests: not measured: no load generator" in profile_page(
        client, run
    )


def test_a_disturbed_run_says_so(client, shipped):
    shipped(make_run(others=0.4))
    assert "Other programs used up to 40 % of this machine" in page(client)


def test_a_quiet_run_does_not_speak_of_disturbance(client, run):
    assert "A disturbed run" not in page(client)


def test_the_unequal_profile_says_that_it_is(client, shipped):
    (run,) = shipped(make_run(slug="default-project"))
    assert "Not like for like" in profile_page(client, run)


def test_the_programs_stand_side_by_side(client, run):
    shown = profile_page(client, run)
    assert shown.count('class="code-sample"') == 2
    assert "has changed since this run" not in shown


def test_a_program_that_changed_since_is_marked(client, shipped):
    run = make_run()
    run["profiles"][0]["programs"][0]["digest"] = "sha256:0"
    shipped(run)
    assert "has changed since this run" in profile_page(client, run)


def test_a_profile_that_is_gone_is_still_shown(client, shipped):
    run = make_run()
    run["profiles"][0]["slug"] = "gone"
    shipped(run)
    shown = profile_page(client, run)
    assert "A JSON answer, bare" in shown
    assert 'class="code-sample"' not in shown


def test_the_article_figure_stands_beside_what_was_found(client, run):
    shown = page(client)
    assert "30,000" in shown
    assert "Their ratio is 1.36" in shown


@pytest.mark.parametrize("address", ["/lab/", "/lab/{id}/", "/lab/{id}/json/"])
def test_a_page_costs_few_queries_and_no_session(
    client, run, address, django_assert_max_num_queries
):
    address = address.format(id=run["id"])
    client.get(address)
    cache.clear()
    with django_assert_max_num_queries(3):
        response = client.get(address)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "public" in response["Cache-Control"]
