"""The latest and the most read pages: public ones, by the last thirty days."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from guide.models import PageReads
from guide.readership.counting import oldest_day
from guide.readership.lists import latest, most_read, reading_lists
from tests.guide.factories import home, index, make_article

pytestmark = pytest.mark.django_db


def read(page, count: int, day=None) -> None:
    PageReads.objects.create(page=page, day=day or timezone.localdate(), count=count)


def published(**fields):
    page = make_article(**fields)
    page.save_revision().publish()
    return page


def titles(pages) -> list[str]:
    return [page.title for page in pages]


def test_the_newest_page_comes_first():
    published(title="Older")
    published(title="Newer")
    assert titles(latest())[:2] == ["Newer", "Older"]
    assert len(latest()) == 5


def test_most_read_adds_the_days_up():
    one, two = make_article(title="One"), make_article(title="Two")
    read(one, 3, oldest_day())
    read(one, 3)
    read(two, 5)
    assert titles(most_read()) == ["One", "Two"]


def test_older_days_do_not_count():
    page = make_article(title="Old")
    read(page, 100, oldest_day() - timedelta(days=1))
    assert "Old" not in titles(most_read())


def test_home_and_overviews_are_no_reading():
    for page in (home(), index("guide")):
        read(page, 100)
    assert most_read() == []


@pytest.mark.parametrize("hidden", ["draft", "private", "below a private page"])
def test_a_page_nobody_may_read_is_listed_nowhere(client, hidden):
    page = published(title="For some")
    read(page, 100)
    if hidden == "draft":
        page.unpublish()
    else:
        closed = page if hidden == "private" else page.get_parent()
        PageViewRestriction.objects.create(page=closed, restriction_type="login")
    lists = reading_lists()
    assert "For some" not in titles([*lists.latest, *lists.most_read])
    assert "For some" not in client.get("/").content.decode()


def test_home_shows_both(client):
    page = published(title="Just out")
    html = client.get("/").content.decode()
    assert "Just out" in html
    assert "Most read" not in html  # nothing counted yet
    read(page, 1)
    assert "Most read in 30 days" in client.get("/").content.decode()


def test_each_list_is_one_query(django_assert_num_queries):
    for _ in range(8):
        read(published(), 2)
    latest()
    with django_assert_num_queries(2):
        for page in (*latest(), *most_read()):
            assert page.url
