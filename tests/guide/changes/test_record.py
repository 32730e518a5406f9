"""What the change log says after a publication, and what it never says."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from guide.changes import record_change, recording_paused
from guide.models import Change, Claim, ClaimSource, ComparisonPage
from tests.guide.factories import (
    cell,
    make_claim,
    make_comparison,
    make_framework,
    row,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_recorded_yet(db):
    Change.objects.all().delete()


def published(**fields) -> Claim:
    claim = make_claim(**fields)
    claim.save_revision().publish()
    return again(claim)


def again(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def publish(claim: Claim, why: str = "", **fields) -> Change:
    """Publish the claim with these fields changed; the newest entry."""
    for name, value in fields.items():
        setattr(claim, name, value)
    claim.change_reason = why
    claim.save_revision().publish()
    return Change.objects.first()


def fields_of(change: Change) -> dict[str, tuple[str, str]]:
    return {f["field"]: (f["before"], f["after"]) for f in change.what}


def test_a_claim_that_goes_live_first_is_added():
    claim = published(statement="It flies.", versions="Flask 3.1.3")
    entry = Change.objects.get()
    assert entry.kind == "claim-added"
    assert entry.title == "It flies."
    assert entry.address == claim.get_absolute_url()
    assert fields_of(entry)["Holds for"] == ("", "Flask 3.1.3")


def test_a_changed_field_is_told_with_both_sides_and_the_reason():
    claim = published()
    entry = publish(claim, "We ran it.", status="wrong", finding="It does not.")
    assert entry.kind == "claim-changed"
    assert entry.why == "We ran it."
    assert fields_of(entry) == {
        "Status": ("Supported", "Wrong"),
        "Finding": ("", "It does not."),
    }


def test_new_sources_and_frameworks_are_told():
    claim = published(sources=1)
    claim.sources = [
        ClaimSource(title="New", url="https://x.org/", retrieved_on=date(2026, 11, 22))
    ]
    entry = publish(claim, frameworks=[make_framework("bottle")])
    told = fields_of(entry)
    assert told["Sources"][1] == "New (https://x.org/)"
    assert told["About"] == ("", "Bottle")


def test_a_dispute_is_a_kind_of_its_own():
    entry = publish(published(), status="disputed", finding="Sources differ.")
    assert entry.kind == "claim-disputed"


def test_a_check_that_only_moves_dates_is_a_kind_of_its_own():
    entry = publish(published(review_by=date(2100, 1, 1)), review_by=date(2101, 1, 1))
    assert entry.kind == "claim-rechecked"
    assert fields_of(entry) == {"Check again": ("1 January 2100", "1 January 2101")}


def test_a_publication_that_changes_nothing_is_not_recorded():
    claim = published()
    Change.objects.all().delete()
    claim.save_revision().publish()
    assert not Change.objects.exists()


def test_a_draft_is_not_recorded():
    claim = published()
    Change.objects.all().delete()
    claim.statement = "Only in the draft."
    claim.save_revision()
    assert not Change.objects.exists()


def test_a_scheduled_publication_is_recorded_when_it_happens(settings):
    claim = published()
    Change.objects.all().delete()
    claim.statement = "Later."
    claim.go_live_at = date_in_future()
    claim.save_revision().publish()
    assert not Change.objects.exists()


def date_in_future():
    from datetime import UTC, datetime

    return datetime(2100, 1, 1, tzinfo=UTC)


def test_two_drafts_in_between_are_compared_with_what_was_live():
    claim = published(statement="One.")
    claim.statement = "Two."
    claim.save_revision()
    entry = publish(claim, statement="Three.")
    assert fields_of(entry)["Statement"] == ("One.", "Three.")


def test_the_reason_is_cleared_with_the_publication():
    claim = published()
    publish(claim, "Because.", statement="Other.")
    assert again(claim).change_reason == ""


def test_a_withdrawn_claim_is_told_and_nothing_leads_to_it():
    claim = published(statement="Gone.")
    claim.unpublish()
    entries = list(Change.objects.all())
    assert [entry.kind for entry in entries] == ["claim-withdrawn", "claim-added"]
    assert [entry.address for entry in entries] == ["", ""]


def test_a_deleted_claim_is_told_and_its_history_stays():
    claim = published(statement="Gone.")
    Claim.objects.filter(pk=claim.pk).delete()
    assert [entry.kind for entry in Change.objects.all()] == [
        "claim-withdrawn",
        "claim-added",
    ]


def test_a_deleted_draft_leaves_nothing():
    make_claim(live=False).delete()
    assert not Change.objects.exists()


def table(**fields) -> ComparisonPage:
    framework = make_framework("bottle")
    page = make_comparison(
        [framework], [row("Size", cell(framework)), row("Age", cell(framework))]
    )
    page.save_revision().publish()
    return ComparisonPage.objects.get(pk=page.pk)


def test_a_table_tells_which_cells_changed():
    page = table()
    page.rows[0].value["cells"][0]["grade"] = "add-on"
    page.change_reason = "Moved out of the core."
    page.save_revision().publish()
    entry = Change.objects.first()
    assert entry.kind == "table-changed"
    assert entry.why == "Moved out of the core."
    assert fields_of(entry) == {
        "Size, Bottle": (
            "Built in. Something. Opinion.",
            "Common add-on. Something. Opinion.",
        )
    }


def test_a_table_tells_which_rows_came_and_went():
    page = table()
    del page.rows[1]
    page.rows[0].value["criterion"] = "Weight"
    page.save_revision().publish()
    assert list(fields_of(Change.objects.first())) == [
        "Row “Weight”",
        "Row “Size”",
        "Row “Age”",
    ]


def test_a_new_table_is_one_line():
    table()
    assert fields_of(Change.objects.get())[""][1].endswith("with 2 rows.")


def test_a_private_table_is_not_recorded():
    page = table()
    Change.objects.all().delete()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    page.rows[0].value["criterion"] = "Secret"
    page.save_revision().publish()
    assert not Change.objects.exists()


def test_a_release_of_a_framework_is_told():
    from guide.models import Framework

    django = Framework.objects.get(slug="django")
    release = next(iter(django.releases.all()))
    release.latest = "9.9.9"
    django.releases = [release, *list(django.releases.all())[1:]]
    django.save_revision().publish()
    entry = Change.objects.get()
    assert entry.kind == "framework-release"
    assert "9.9.9" in fields_of(entry)[release.version][1]
    assert entry.address == "/frameworks/django/"


def test_anything_may_be_recorded_with_a_sentence():
    record_change(
        kind="rule-set-published",
        title="Rule set 2",
        what="Two scores changed.",
        why="New facts.",
        url="/advisor/method/",
    )
    entry = Change.objects.get()
    assert entry.what == [{"field": "", "before": "", "after": "Two scores changed."}]
    assert entry.address == "/advisor/method/"


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="gossip"):
        record_change(kind="gossip", title="x", what="x", why="", url="/")


def test_nothing_is_recorded_while_paused():
    with recording_paused():
        published()
    assert not Change.objects.exists()
    published()
    assert Change.objects.exists()
