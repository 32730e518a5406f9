"""A round of checks: what is due, in which order, at what pace."""

from datetime import timedelta

import pytest
from django.utils import timezone

from guide.age.links.outgoing import links_in, outgoing_links
from guide.age.links.round import Pace, due, forget_unlinked, look_at
from guide.models import Claim, Framework, LinkCheck
from tests.guide.factories import make_article, make_claim, section, text

pytestmark = pytest.mark.django_db


def seen(url: str, result: str, days: float) -> None:
    at = timezone.now() - timedelta(days=days)
    LinkCheck.objects.create(url=url, result=result, detail="So.", checked_at=at)


@pytest.mark.parametrize(
    ("result", "days", "is_due"),
    [
        ("ok", 13, False),
        ("ok", 15, True),
        ("failed", 0.9, False),
        ("failed", 1.1, True),
        ("no-answer", 1.1, True),
        ("turned-away", 29, False),
        ("turned-away", 31, True),
    ],
)
def test_a_link_is_due_when_its_last_result_is_old(result, days, is_due):
    seen("https://example.org/", result, days)
    found = due(["https://example.org/"], timezone.now())
    assert bool(found) is is_due


def test_machines_take_turns():
    urls = [f"https://{name}.org/{n}" for name in "ab" for n in (1, 2)]
    found = due([*urls, "http://["], timezone.now())
    assert found[:3] == ["http://[", "https://a.org/1", "https://b.org/1"]
    assert found[3:] == ["https://a.org/2", "https://b.org/2"]


def test_a_machine_gets_its_pause_and_another_is_asked_at_once():
    slept: list[float] = []
    pace = Pace(1.0, clock=lambda: 100.0, sleep=slept.append)
    for machine in ("a", "b", "a"):
        pace(machine)
    assert slept == [1.0]


def test_an_interrupted_round_keeps_what_it_has_and_goes_on_from_there(server, manners):
    urls = [f"{server.url}/{n}" for n in (200, 404, 204)]
    walk = look_at(due(urls, timezone.now()), manners)
    next(walk)
    walk.close()

    left = due(urls, timezone.now())

    assert len(left) == 2
    assert LinkCheck.objects.count() == 1


def test_what_nothing_links_to_any_more_is_forgotten():
    seen("https://example.org/old", "ok", 1)
    seen("https://example.org/new", "ok", 1)
    assert forget_unlinked({"https://example.org/new"}) == 1
    assert [check.url for check in LinkCheck.objects.all()] == [
        "https://example.org/new"
    ]


def test_every_kind_of_outgoing_link_is_found():
    claim = make_claim()
    claim.sources.update(url="https://example.org/source#part")
    linked = '<p><a href="https://example.org/text?a=1&amp;b=2">x</a></p>'
    make_article(sections=[section("One", text(linked, [claim]))])
    found = outgoing_links()
    django = Framework.objects.get(slug="django")
    assert {
        "https://example.org/source",
        "https://example.org/text?a=1&b=2",
        django.website,
        django.repository,
        django.releases.first().source_url.partition("#")[0],
    } <= found


def test_drafts_and_links_within_the_site_are_left_out(settings):
    hidden = make_claim(live=False)
    hidden.sources.update(url="https://example.org/hidden")
    make_article(
        sections=[
            section(
                "One",
                text(
                    '<p><a href="/guide/">x</a> <a href="mailto:a@example.org">y</a>'
                    f'<a href="{settings.BASE_URL}/guide/">z</a></p>'
                ),
            )
        ]
    )
    found = outgoing_links()
    assert "https://example.org/hidden" not in found
    assert all(url.startswith(("http:", "https:")) for url in found)
    assert not [url for url in found if url.startswith(settings.BASE_URL)]


def test_words_that_only_look_like_links_are_none():
    assert links_in('href="https://example.org/"') == []
    assert links_in('<a name="x">x</a><a href>y</a>') == []


def test_gathering_does_not_cost_more_for_more_claims(django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as before:
        outgoing_links()
    for _ in range(5):
        make_claim(sources=3)
    assert Claim.objects.count() > 5
    with django_assert_num_queries(len(before)):
        outgoing_links()
