import pytest
from wagtail.models import Page, Site

from guide.models import HomePage
from guide.seeding.site import remove_stock_page

pytestmark = pytest.mark.django_db


def add_below_root(**fields) -> Page:
    return Page.get_first_root_node().add_child(instance=Page(**fields))


def test_the_seeded_home_page_is_the_root_of_the_named_site():
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.specific == HomePage.objects.get()
    assert site.site_name == "Flask or Django?"


def test_nothing_of_a_new_wagtail_is_left_beside_the_home_page():
    assert Page.objects.filter(depth=2).count() == 1


def test_an_untouched_welcome_page_is_taken_away():
    page = add_below_root(title="Welcome", slug="welcome")
    remove_stock_page()
    assert not Page.objects.filter(pk=page.pk).exists()


def test_a_page_that_somebody_edited_is_never_taken_away():
    page = add_below_root(title="Ours", slug="ours")
    page.save_revision()
    remove_stock_page()
    assert Page.objects.filter(pk=page.pk).exists()


def test_a_page_with_pages_below_it_is_never_taken_away():
    page = add_below_root(title="Ours", slug="ours")
    page.add_child(instance=Page(title="Below", slug="below"))
    remove_stock_page()
    assert Page.objects.filter(pk=page.pk).exists()


def test_siblings_stand_in_the_order_that_their_files_give():
    below = Page.objects.get(slug="guide").get_children()

    assert [page.slug for page in below] == [
        "flask-vs-django", "code-side-by-side", "ecosystem", "fact-check",
        "case-studies",
    ]  # fmt: skip
