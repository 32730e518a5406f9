"""`/llms.txt`: everything public that helps, nothing else, and every link works."""

import re

import pytest
from wagtail.models import PageViewRestriction

from tests.guide.factories import make_article, make_claim

pytestmark = pytest.mark.django_db
LINK = re.compile(r"\]\((http://[^)]+)\)")


def text(client) -> str:
    response = client.get("/llms.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return response.content.decode()


def test_it_begins_with_title_and_summary(client):
    lines = text(client).splitlines()
    assert lines[0] == "# Flask or Django"
    assert lines[2].startswith("> A sourced guide")
    assert [line for line in lines if line.startswith("## ")] == [
        "## Pages",
        "## Tables as Markdown",
        "## Data",
    ]


def test_every_link_leads_somewhere(client):
    links = LINK.findall(text(client))
    assert len(links) > 30
    broken = [url for url in links if client.get(url).status_code != 200]
    assert broken == []


def test_published_pages_are_listed(client):
    page = make_article(title="On [routing]", summary="Two\nlines.")
    assert f"[On \\[routing\\]]({page.full_url}): Two lines." in text(client)


@pytest.mark.parametrize("hidden", ["draft", "private"])
def test_hidden_pages_are_not(client, hidden):
    page = make_article(title="For some", slug="some", live=hidden == "private")
    if hidden == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    make_claim(statement="A draft claim.", live=False)
    assert "some" not in re.findall(r"/guide/([\w-]+)/", text(client))
    assert "For some" not in text(client)


def test_more_pages_cost_no_more_queries(client, django_assert_max_num_queries):
    for _ in range(10):
        make_article()
    text(client)
    with django_assert_max_num_queries(10):
        text(client)


def test_the_sitemap_names_public_pages_outside_the_tree(client):
    xml = client.get("/sitemap.xml").content.decode()
    for path in ("/", "/claims/", "/probes/", "/changes/", "/data/"):
        assert f"<loc>http://localhost{path}</loc>" in xml
        assert client.get(path).status_code == 200
