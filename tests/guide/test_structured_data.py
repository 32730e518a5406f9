"""schema.org data: in its own terms, true, and unable to leave its data block."""

import json
from datetime import date
from html.parser import HTMLParser

import pytest

from guide.models import Claim
from guide.structured_data import json_ld
from tests.guide.factories import make_article, make_case_study, make_claim

pytestmark = pytest.mark.django_db
# Types we use, each with those of its properties (its parents' too) that we use.
THING = {"name", "description", "url", "potentialAction"}
WORK = THING | {"license", "datePublished", "dateModified", "author", "creator", "text",
                "isAccessibleForFree"}  # fmt: skip
TERMS = {
    "WebSite": WORK,
    "CollectionPage": WORK,
    "TechArticle": WORK | {"headline"},
    "Article": WORK | {"headline"},
    "Dataset": WORK | {"distribution"},
    "DataDownload": WORK | {"contentUrl", "encodingFormat", "sha256"},
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
    "SearchAction": THING | {"target", "query-input"},
    "EntryPoint": THING | {"urlTemplate"},
    "Organization": THING,
    "ClaimReview": WORK
    | {"claimReviewed", "reviewBody", "itemReviewed", "reviewRating"},
    "Claim": WORK,
    "Rating": THING | {"ratingValue", "bestRating", "worstRating", "alternateName"},
}


class DataBlocks(HTMLParser):
    """Collects the text of JSON-LD blocks, as a browser would delimit them."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.inside = dict(attributes).get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.found.append(data)


def nodes(client, path: str) -> dict[str, dict]:
    """The nodes of the page's one data block, by type."""
    (text,) = DataBlocks(client.get(path).content.decode()).found
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return {node["@type"]: node for node in document["@graph"]}


def every_object(value):
    if isinstance(value, list):
        for part in value:
            yield from every_object(part)
    elif isinstance(value, dict):
        yield value
        yield from every_object(list(value.values()))


def fact_checked(**fields) -> Claim:
    return make_claim(fact_check="7", **fields)


SHIPPED = ["/", "/guide/", "/guide/flask-vs-django/", "/compare/quick/",
           "/frameworks/django/", "/data/"]  # fmt: skip


@pytest.mark.parametrize("path", [*SHIPPED, "a claim", "a case study"])
def test_it_uses_only_terms_of_schema_org(client, path):
    if path == "a claim":
        path = fact_checked(status="wrong", finding="No.").get_absolute_url()
    if path == "a case study":
        path = make_case_study().url
    for found in every_object(list(nodes(client, path).values())):
        terms = TERMS[found["@type"]]
        assert set(found) - {"@type"} <= terms


def test_home_can_be_searched(client):
    action = nodes(client, "/")["WebSite"]["potentialAction"]
    template = action["target"]["urlTemplate"]
    assert template.endswith("/search/?q={search_term_string}")
    assert client.get(template.format(search_term_string="csrf")).status_code == 200


def test_an_article_has_dates_licence_and_its_place(client):
    page = make_article(title="On routing")
    page.save_revision().publish()
    found = nodes(client, page.url)
    article = found["TechArticle"]
    assert article["headline"] == "On routing"
    assert article["dateModified"] == date.today().isoformat()
    assert article["license"].endswith("/by/4.0/")
    trail = found["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in trail] == [1, 2, 3]
    assert trail[1]["item"] == page.get_parent().full_url
    assert trail[2] == {"@type": "ListItem", "position": 3, "name": "On routing"}
    assert article["url"] == page.full_url


@pytest.mark.parametrize("path", ["/compare/quick/", "/data/"])
def test_the_files_of_a_dataset_exist(client, path):
    for file in nodes(client, path)["Dataset"]["distribution"]:
        response = client.get(file["contentUrl"])
        assert response.status_code == 200
        assert response["Content-Type"].startswith(file["encodingFormat"])


@pytest.mark.parametrize(
    ("status", "rating"),
    [("supported", 5), ("partly", 3), ("outdated", 2), ("wrong", 1)],
)
def test_a_checked_statement_is_a_rated_review(client, status, rating):
    claim = fact_checked(status=status)
    review = nodes(client, claim.get_absolute_url())["ClaimReview"]
    assert review["claimReviewed"] == claim.statement
    assert review["reviewRating"]["ratingValue"] == rating


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "disputed"},
        {"status": "opinion"},
        {"status": "wrong", "fact_check": ""},
        {"status": "wrong", "review_by": date(2020, 1, 1)},
    ],
)
def test_without_a_verdict_that_holds_there_is_no_review(client, fields):
    claim = make_claim(**{"fact_check": "7", "finding": "x"} | fields)
    assert "ClaimReview" not in nodes(client, claim.get_absolute_url())


EVIL = '</script><script>alert(1)</script><!-- & "quoted" \u2028'


def test_nothing_leaves_the_data_block(client):
    claim = fact_checked(status="wrong", finding=EVIL, statement=EVIL)
    html = client.get(claim.get_absolute_url()).content.decode()
    assert "<script>alert" not in html
    review = nodes(client, claim.get_absolute_url())["ClaimReview"]
    assert review["claimReviewed"] == EVIL


def test_the_text_has_no_character_that_html_reads():
    assert not set("<>&") & set(json_ld([{"name": EVIL}]))


def test_it_is_small(client):
    html = client.get("/guide/flask-vs-django/").content.decode()
    (text,) = DataBlocks(html).found
    assert len(text) < 1200
