"""What each role may do, from the form to the published thing."""

import copy

import pytest
from django.urls import reverse
from django.utils import timezone

from advisor.models import RuleSet, RuleSetVersion
from advisor.seeding.shipped_content import shipped_document
from guide.models import Claim
from tests.advisor.rule_set_forms import form_of

PUBLISH, SUBMIT = {"action-publish": "1"}, {"action-submit": "1"}
FINDING = "Checked again, and put better."


@pytest.fixture
def better(document):
    document = copy.deepcopy(document)
    document["questions"][0]["options"][0]["reason"] = "Said in better words."
    return document


@pytest.fixture
def claim(db) -> Claim:
    return Claim.objects.filter(sources__isnull=False).first()


def of_rule_set(name, *args):
    return reverse(f"wagtailsnippets_advisor_ruleset:{name}", args=args)


def edit_rule_set(client, document, button):
    address = of_rule_set("edit", RuleSet.objects.get().pk)
    return client.post(address, form_of(document, **button), follow=True)


def decide(client, snippet, action):
    task = snippet.current_workflow_task_state
    name = f"wagtailsnippets_{snippet._meta.label_lower.replace('.', '_')}"
    address = reverse(f"{name}:workflow_action", args=[snippet.pk, action, task.pk])
    return client.post(address, {"comment": ""}, follow=True)


@pytest.fixture
def document():
    return copy.deepcopy(shipped_document())


def edit_claim(client, claim, button):
    day = timezone.localdate().isoformat()
    form = {
        "statement": claim.statement,
        "finding": FINDING,
        "change_reason": "Somebody looked again.",
        "status": claim.status,
        "grade": claim.grade,
        "checked_on": day,
        "review_by": day,
        "frameworks": [framework.pk for framework in claim.frameworks.all()],
        "versions": claim.versions,
        "fact_check": claim.fact_check,
        "slug": claim.slug,
        **_sources(claim),
        **button,
    }
    address = reverse("wagtailsnippets_guide_claim:edit", args=[claim.pk])
    return client.post(address, form, follow=True)


def _sources(claim):
    rows = list(claim.sources.all())
    form = {
        "sources-TOTAL_FORMS": len(rows),
        "sources-INITIAL_FORMS": len(rows),
        "sources-MIN_NUM_FORMS": "0",
        "sources-MAX_NUM_FORMS": "1000",
    }
    for number, row in enumerate(rows):
        form |= {
            f"sources-{number}-id": row.pk,
            f"sources-{number}-title": row.title,
            f"sources-{number}-url": row.url,
            f"sources-{number}-retrieved_on": row.retrieved_on.isoformat(),
            f"sources-{number}-ORDER": number + 1,
            f"sources-{number}-DELETE": "",
        }
    return form


def versions() -> int:
    return RuleSetVersion.objects.count()


@pytest.mark.parametrize("role", ["author", "fact_checker"])
def test_only_publishers_publish_the_rule_set_themselves(request, role, better):
    client = request.getfixturevalue(role)

    edit_rule_set(client, better, PUBLISH)

    assert versions() == 1


@pytest.mark.parametrize("role", ["author", "fact_checker"])
def test_a_proposal_becomes_a_version_when_a_publisher_approves_it(
    request, role, publisher, better
):
    client = request.getfixturevalue(role)

    edit_rule_set(client, better, SUBMIT)
    decide(client, RuleSet.objects.get(), "approve")
    assert versions() == 1
    decide(publisher, RuleSet.objects.get(), "approve")

    version = RuleSetVersion.objects.current()
    assert (version.number, version.published_by.username) == (2, "publisher")
    assert version.document == better


def test_what_a_publisher_sends_back_is_not_published(author, publisher, better):
    edit_rule_set(author, better, SUBMIT)

    decide(publisher, RuleSet.objects.get(), "reject")

    assert versions() == 1
    assert RuleSet.objects.get().current_workflow_state.status == "needs_changes"


def test_a_publisher_publishes_the_rule_set_from_the_form(publisher, better):
    edit_rule_set(publisher, better, PUBLISH)

    assert versions() == 2


@pytest.mark.parametrize("role", ["author", "fact_checker", "publisher"])
@pytest.mark.parametrize("page", ["edit", "impact", "effects"])
def test_every_role_sees_the_rule_set_and_what_a_draft_would_do(request, role, page):
    client = request.getfixturevalue(role)

    address = of_rule_set(page, RuleSet.objects.get().pk)

    assert client.get(address).status_code == 200


def test_the_publishing_button_is_there_for_publishers_alone(
    author, fact_checker, publisher
):
    address = of_rule_set("edit", RuleSet.objects.get().pk)

    offered = [
        'name="action-publish"' in client.get(address).content.decode()
        for client in (author, fact_checker, publisher)
    ]

    assert offered == [False, False, True]


@pytest.mark.parametrize(
    ("role", "published"),
    [("author", False), ("fact_checker", True), ("publisher", True)],
)
def test_claims_are_published_by_fact_checkers_too(request, role, published, claim):
    client = request.getfixturevalue(role)

    edit_claim(client, claim, PUBLISH)

    claim.refresh_from_db()
    assert (claim.finding == FINDING) is published


def test_an_authors_claim_waits_for_a_publisher(author, publisher, claim):
    edit_claim(author, claim, SUBMIT)
    claim.refresh_from_db()
    assert claim.finding != FINDING

    decide(publisher, claim, "approve")

    claim.refresh_from_db()
    assert claim.finding == FINDING


@pytest.mark.parametrize("role", ["author", "fact_checker", "publisher"])
def test_nobody_deletes_the_rule_set(request, role):
    client = request.getfixturevalue(role)

    client.post(of_rule_set("delete", RuleSet.objects.get().pk))

    assert RuleSet.objects.filter(live=True).count() == 1
