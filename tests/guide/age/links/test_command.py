"""`manage.py check_links`, from the first word to the summary."""

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from guide.age.queue import queue_of
from guide.models import CaseStudyPage, Claim, Framework, FrameworkRelease, LinkCheck
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def links(server, settings, monkeypatch):
    """Nothing links anywhere but to the test's server; no pauses."""
    settings.LINK_CHECKS, settings.LINK_CHECKS_PRIVATE = True, True
    settings.LINK_CHECKS_PAUSE = 0
    for rows in (CaseStudyPage, Claim, Framework):
        rows.objects.update(live=False)
    monkeypatch.setattr("guide.age.links.outgoing.links_of", lambda page: [])

    def cite(path: str) -> Claim:
        claim = make_claim()
        claim.sources.update(url=server.url + path)
        return claim

    return cite


def run(*arguments: str) -> str:
    said = io.StringIO()
    call_command("check_links", *arguments, stdout=said)
    return said.getvalue()


def later(days: float) -> None:
    """As if the checks so far had been made that many days ago."""
    for check in LinkCheck.objects.all():
        check.checked_at -= timedelta(days=days)
        check.save()


def test_it_is_off_until_somebody_turns_it_on(server, settings):
    settings.LINK_CHECKS_PRIVATE = True
    assert settings.LINK_CHECKS is False
    make_claim().sources.update(url=f"{server.url}/200")

    said = run()

    assert "LINK_CHECKS=1" in said
    assert "--online" in said
    assert server.asked == []
    assert not LinkCheck.objects.exists()


def test_it_can_be_turned_on_for_once(links, settings, server):
    settings.LINK_CHECKS = False
    links("/200")
    assert "1 links, 1 to look at now." in run("--online")
    assert len(server.asked) == 1


def test_it_sums_up_what_it_found(links):
    links("/200"), links("/404"), links("/500"), links("/403")
    said = run()
    assert "4 links, 4 to look at now." in said
    assert "It answered 404." in said
    for words in ("1 found", "1 not found", "1 no answer for now", "1 lets no program"):
        assert words in said
    assert "0 broken." in said


def test_a_second_run_goes_on_with_what_is_left(links, server):
    links("/200?a"), links("/200?b"), links("/200?c")
    assert "2 not looked at yet" in run("--most", "1")
    run()
    assert "3 links, 0 to look at now." in run()
    assert len(server.asked) == 3


def test_a_link_refused_twice_puts_its_claim_into_the_queue(links):
    claim = links("/404")
    run()
    assert queue_of(Claim.objects.filter(pk=claim.pk)) == []
    later(days=1.1)

    said = run()

    assert "1 broken." in said
    [entry] = queue_of(Claim.objects.filter(pk=claim.pk))
    assert "It answered 404." in entry.why[0].text


def test_a_link_found_again_leaves_the_queue(links):
    claim = links("/200")
    url = claim.sources.get().url
    before = timezone.now() - timedelta(days=2)
    LinkCheck.objects.create(
        url=url, result="failed", detail="So.", checked_at=before, failures=2
    )
    run()
    assert queue_of(Claim.objects.filter(pk=claim.pk)) == []


def test_stopping_it_is_no_accident(links, monkeypatch):
    links("/200")

    def stopped(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr("guide.age.links.round.visit", stopped)
    assert "Stopped. Run it again to go on from here." in run()


@pytest.mark.parametrize("most", ["0", "-5"])
def test_no_more_than_none_is_none(links, server, most):
    links("/200")
    run("--most", most)
    assert server.asked == []


def test_the_visitor_names_the_site(links, server, settings):
    links("/200")
    run()
    assert server.asked[0][2]["User-Agent"] == (
        f"FlaskOrDjangoLinkCheck/1.0 (+{settings.BASE_URL}/about/)"
    )


def test_releases_of_frameworks_that_are_not_published_are_left_alone(links):
    assert FrameworkRelease.objects.exists()
    assert "0 links, 0 to look at now." in run()
