import pytest
from django.test import Client
from django.urls import reverse

from advisor.models import RuleSet, RuleSetVersion
from advisor.saved.actions import save_recommendation
from tests.advisor.acknowledging import accepting, drafted, with_a_changed_verdict
from tests.advisor.rule_set_forms import form_of


def url(name, *args):
    return reverse(f"wagtailsnippets_advisor_ruleset:{name}", args=args)


@pytest.fixture
def impact(rule_set):
    return url("impact", rule_set.pk)


def newest() -> RuleSet:
    return RuleSet.objects.get().get_latest_revision_as_object()


def tokens(page) -> list[str]:
    return [line.token for line in page.context["impact"].changed_scenarios]


def test_it_is_reached_from_the_form_and_from_the_list(author, rule_set, impact):
    for page in (author.get(url("edit", rule_set.pk)), author.get(url("list"))):
        assert f'href="{impact}"' in page.content.decode()


def test_a_draft_that_changes_nothing_says_so(author, impact):
    page = author.get(impact).content.decode()

    assert "Nothing stands against publishing." in page
    assert "No reference scenario changes its verdict." in page
    assert "Refuses" not in page


def test_every_check_and_every_scenario_is_named(author, impact, document):
    page = author.get(impact).content.decode()

    assert all(f"P{number}: " in page for number in range(1, 10))
    assert all(row["id"] in page for row in document["scenarios"])


def test_a_changed_verdict_is_shown_before_and_after(
    author, publisher, rule_set, impact, document
):
    with_a_changed_verdict(document)
    drafted(rule_set, document)

    page = author.get(impact)

    (line,) = page.context["impact"].changed_scenarios
    assert f"{line.before} → <strong>{line.after}</strong>" in page.content.decode()
    assert "Publishing would be refused." in page.content.decode()


def test_a_failing_check_gives_its_reasons(author, rule_set, impact, document):
    document["frameworks"][0]["scores"][document["criteria"][0]["id"]]["claims"] = []
    drafted(rule_set, document)

    failed = [
        row for row in author.get(impact).context["impact"].checks if row.findings
    ]

    assert [row.id for row in failed] == ["P6"]


def test_a_draft_that_cannot_be_read_names_its_problems(
    author, publisher, rule_set, impact, document
):
    document["questions"][0]["options"][0]["points"]["tols"] = 3
    drafted(rule_set, document)

    page = author.get(impact).content.decode()

    assert "points for &#x27;tols&#x27;" in page


def test_saved_results_are_counted_without_saying_whose_they_are(
    author, member, other_member, rule_set, impact, document, first_version
):
    question, option = "editing", document["questions"][1]["options"][0]["id"]
    for owner in (member, other_member):
        save_recommendation(
            owner=owner,
            version=first_version,
            answers={question: option},
            title="A secret plan",
        )

    page = author.get(impact)

    saved = page.context["impact"].saved
    assert [line.count for line in saved.lines] == [2, 0, 0, 0]
    words = page.content.decode()
    assert "A secret plan" not in words
    assert member.email not in words


def test_a_change_is_acknowledged_by_ticking_it(author, rule_set, impact, document):
    with_a_changed_verdict(document)
    drafted(rule_set, document)

    author.post(impact, {"acknowledged": tokens(author.get(impact))})

    assert newest().obstacles() == []
    assert newest().document() == document
    assert RuleSetVersion.objects.count() == 1


def test_taking_the_tick_away_takes_the_acknowledgement_away(
    author, publisher, rule_set, impact, document
):
    verdict = with_a_changed_verdict(document)
    drafted(rule_set, document, accepting(document, verdict))

    author.post(impact, {})

    assert len(newest().acknowledgements) == 0


def test_what_the_draft_no_longer_does_cannot_be_acknowledged(
    author, publisher, rule_set, impact, document
):
    with_a_changed_verdict(document)
    drafted(rule_set, document)
    name = document["scenarios"][0]["id"]

    page = author.post(impact, {"acknowledged": f"{name}:none:"}, follow=True)

    assert len(newest().acknowledgements) == 0
    assert "changed meanwhile" in page.content.decode()


def test_while_a_publisher_decides_an_author_cannot_acknowledge(
    author, publisher, rule_set, impact, document
):
    document["title"] = "Waiting for approval"
    author.post(url("edit", rule_set.pk), form_of(document, **{"action-submit": "1"}))

    page = author.post(impact, {}, follow=True)

    assert "you do not have permission" in page.content.decode()
    assert newest().revisions.count() == 2


def test_a_publisher_acknowledges_what_was_submitted_and_approves_it(
    author, publisher, rule_set, impact, document
):
    document["title"] = "Waiting for approval"
    author.post(url("edit", rule_set.pk), form_of(document, **{"action-submit": "1"}))
    rule_set = newest()
    with_a_changed_verdict(document)
    drafted(rule_set, document)

    publisher.post(impact, {"acknowledged": tokens(publisher.get(impact))})
    task = RuleSet.objects.get().current_workflow_task_state
    publisher.post(url("workflow_action", rule_set.pk, "approve", task.pk))

    assert RuleSetVersion.objects.current().document == document


def test_others_are_sent_away(client, member_client, impact):
    assert member_client.get(impact).status_code == 302
    assert Client().get(impact).status_code == 302
