"""Whatever anybody may see begins an edition when it changes; nothing else does."""

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from guide import editions
from guide.models import (
    ArticlePage,
    Claim,
    ClaimSource,
    ComparisonPage,
    Edition,
    Framework,
    SeedRecord,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def begins(django_capture_on_commit_callbacks):
    """Whether running something begins an edition."""

    def run(change) -> bool:
        before = editions.current_edition()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        return editions.current_edition() > before

    return run


def article() -> Page:
    return ArticlePage.objects.live().first()


CHANGES = {
    "a page is published": lambda: article().save_revision().publish(),
    "a page is withdrawn": lambda: article().unpublish(),
    "a page is deleted": lambda: article().delete(),
    "a page becomes private": lambda: PageViewRestriction.objects.create(
        page=article(), restriction_type="login"
    ),
    "a page is moved": lambda: article().move(
        ArticlePage.objects.live().last().get_parent(), pos="first-child"
    ),
    "a table is published": lambda: (
        ComparisonPage.objects.first().save_revision().publish()
    ),
    "a claim is published": lambda: Claim.objects.first().save_revision().publish(),
    "a claim is withdrawn": lambda: Claim.objects.first().unpublish(),
    "a source is removed": lambda: ClaimSource.objects.first().delete(),
    "a framework is changed": lambda: Framework.objects.first().save(),
    "a redirect is made": lambda: Redirect.objects.create(
        old_path="/old", redirect_link="/"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_that_readers_see_begins_an_edition(begins, change):
    assert begins(change)


PRIVATE = {
    "an account is made": lambda: get_user_model().objects.create_user(
        username="a", email="a@example.org"
    ),
    "a seed is recorded": lambda: SeedRecord.objects.first().save(),
}


@pytest.mark.parametrize("change", PRIVATE.values(), ids=PRIVATE)
def test_a_change_that_no_reader_sees_does_not(begins, change):
    assert not begins(change)


def test_many_changes_at_once_begin_one_edition(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        for claim in Claim.objects.all()[:3]:
            claim.save()

    assert callbacks.count(editions.begin_edition) == 1


def test_what_is_rolled_back_begins_none(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks, transaction.atomic():
        Claim.objects.first().save()
        transaction.set_rollback(True)

    assert callbacks == []


def test_the_first_edition_of_an_empty_site_is_1():
    Edition.objects.all().delete()
    editions.begin_edition()

    assert editions.current_edition() == 1


def test_there_is_one_row():
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(pk=2, number=1)


def test_every_model_of_the_guide_is_shown_unless_named():
    labels = {model._meta.label for model in editions.shown_models()}

    assert {"guide.Claim", "guide.ArticlePage", "wagtailcore.Page"} <= labels
    assert labels.isdisjoint(editions.UNSEEN)
