import pytest
from wagtail.models import Page, PageViewRestriction

from guide.models import (
    ArticlePage,
    CaseStudyPage,
    ComparisonPage,
    FrameworkPage,
    HomePage,
    IndexPage,
)
from tests.guide.factories import home, index, make_article, section, text

pytestmark = pytest.mark.django_db


def test_only_one_home_page_can_be_made():
    root = Page.get_first_root_node()
    assert not HomePage.can_create_at(root)


@pytest.mark.parametrize(
    "model", [ArticlePage, ComparisonPage, FrameworkPage, CaseStudyPage, IndexPage]
)
def test_every_other_page_stands_below_an_index(model):
    assert model.can_create_at(index("guide"))


@pytest.mark.parametrize("model", [ComparisonPage, FrameworkPage, CaseStudyPage])
def test_tables_frameworks_and_case_studies_never_stand_below_home(model):
    assert not model.can_create_at(home())


def test_an_article_has_no_pages_below_it():
    assert not ArticlePage.can_create_at(make_article())


def test_the_table_of_contents_asks_the_sections():
    page = make_article(
        sections=[section("First"), section("Second part", anchor="second")]
    )
    assert page.toc == [
        {"title": "First", "anchor": "first"},
        {"title": "Second part", "anchor": "second"},
    ]


def test_every_section_has_an_address_of_its_own(client):
    page = make_article(sections=[section("First", text("<p>Words.</p>"))])
    html = client.get(page.url).content.decode()
    assert 'id="first"' in html


def test_the_trail_leads_from_home_to_the_page():
    page = make_article(slug="deep", title="Deep")
    assert [step["url"] for step in page.trail] == ["/", "/guide/", "/guide/deep/"]


def test_a_page_two_levels_down_is_found_in_two_queries(
    rf, django_assert_max_num_queries
):
    page = make_article(slug="deep")
    root = home()
    with django_assert_max_num_queries(3):
        found = root.route(rf.get("/"), ["guide", "deep"])
    assert found.page == page


@pytest.mark.parametrize(
    "path", ["/guide/nothing/", "/nothing/", "/guide/flask-vs-django/deeper/"]
)
def test_an_address_without_a_page_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_an_unpublished_page_is_not_found(client):
    page = make_article(live=False)
    assert client.get(page.url or f"/guide/{page.slug}/").status_code == 404


def test_a_private_page_asks_for_a_login(client):
    page = make_article()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    response = client.get(page.url)
    assert response.status_code == 302
    assert response["Location"].startswith("/account/login/")


def test_a_private_page_is_not_listed_by_its_index(client):
    page = make_article(title="Only for some")
    assert "Only for some" in client.get("/guide/").content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "Only for some" not in client.get("/guide/").content.decode()


@pytest.mark.parametrize(
    "model",
    [HomePage, IndexPage, ArticlePage, ComparisonPage, FrameworkPage, CaseStudyPage],
)
def test_an_editor_can_preview_every_type_of_page(administrator_client, model):
    page = model.objects.first()
    page.save_revision()
    preview = administrator_client.get(f"/admin/pages/{page.pk}/view_draft/")
    assert preview.status_code == 200
    assert page.title in preview.content.decode()
