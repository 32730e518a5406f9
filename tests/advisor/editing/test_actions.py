from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from advisor.editing.actions import publish_rule_set
from advisor.editing.roles import AUTHORS, PUBLISHERS
from advisor.models import RuleSet, RuleSetVersion
from advisor.rule_sets.scenario_changes import REMOVED, Outcome
from tests.advisor.acknowledging import accepting, drafted, with_a_changed_verdict
from tests.advisor.rule_set_forms import form_of
from tests.staff import staff


def url(name, *args):
    return reverse(f"wagtailsnippets_advisor_ruleset:{name}", args=args)


def published() -> int:
    return RuleSetVersion.objects.current().number


def test_a_changed_verdict_is_refused_in_the_form_by_the_name_of_its_scenario(
    administrator_client, rule_set, document
):
    with_a_changed_verdict(document)
    form = form_of(document, **{"action-publish": "1"})

    page = administrator_client.post(url("edit", rule_set.pk), form).content.decode()

    assert f"P8: Scenario {document['scenarios'][0]['id']}" in page
    assert document["scenarios"][0]["title"] in page
    assert published() == 1


def test_an_acknowledged_change_is_published_from_the_form(
    administrator_client, rule_set, document
):
    verdict = with_a_changed_verdict(document)
    rows = [accepting(document, verdict)]
    form = form_of(document, rows, **{"action-publish": "1"})

    administrator_client.post(url("edit", rule_set.pk), form)

    assert published() == 2
    assert RuleSetVersion.objects.current().document == document


def test_rewriting_the_expectation_does_not_hide_a_change(rule_set, document):
    verdict = with_a_changed_verdict(document, expected=True)

    with pytest.raises(ValidationError, match="as in force"):
        drafted(rule_set, document).publish()
    drafted(rule_set, document, accepting(document, verdict)).publish()

    assert published() == 2


def test_a_scenario_may_not_be_taken_out_unnoticed(rule_set, document):
    gone = document["scenarios"].pop(0)
    row = {"scenario": gone["id"], "kind": REMOVED, "framework": ""}

    with pytest.raises(ValidationError, match="is taken out"):
        drafted(rule_set, document).publish()
    drafted(rule_set, document, row).publish()

    assert published() == 2


def test_another_verdict_than_the_acknowledged_one_is_refused(rule_set, document):
    with_a_changed_verdict(document)
    row = accepting(document, Outcome("none"))

    with pytest.raises(ValidationError, match="P8"):
        drafted(rule_set, document, row).publish()

    assert published() == 1


def test_answers_that_do_not_fit_cannot_be_acknowledged(rule_set, document):
    document["scenarios"][0]["answers"] = {"nonsense": "yes"}
    row = accepting(document, Outcome("clear", "django"))

    with pytest.raises(ValidationError, match="no question 'nonsense'"):
        drafted(rule_set, document, row).publish()


def test_publishing_empties_the_acknowledgements(rule_set, document):
    verdict = with_a_changed_verdict(document)
    drafted(rule_set, document, accepting(document, verdict)).publish()

    rule_set = RuleSet.objects.get()
    assert len(rule_set.acknowledgements) == 0
    assert len(rule_set.get_latest_revision_as_object().acknowledgements) == 0


def test_an_acknowledgement_goes_through_submission_and_approval(
    db, rule_set, document
):
    verdict = with_a_changed_verdict(document)
    author, publisher = staff(AUTHORS, "author"), staff(PUBLISHERS, "publisher")

    submit = {"action-submit": "1"}
    author.post(url("edit", rule_set.pk), form_of(document, **submit))
    assert not RuleSet.objects.get().workflow_in_progress
    rows = [accepting(document, verdict)]
    author.post(url("edit", rule_set.pk), form_of(document, rows, **submit))
    task = RuleSet.objects.get().current_workflow_task_state
    publisher.post(url("workflow_action", rule_set.pk, "approve", task.pk))

    assert published() == 2


def test_a_scheduled_revision_keeps_its_acknowledgement(rule_set, document):
    verdict = with_a_changed_verdict(document)
    revision = drafted(rule_set, document, accepting(document, verdict))
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()

    call_command("publish_scheduled")

    assert published() == 2
    assert len(RuleSet.objects.get().acknowledgements) == 0


def test_code_is_refused_like_the_form(rule_set, document):
    verdict = with_a_changed_verdict(document)
    drafted(rule_set, document)

    with pytest.raises(ValidationError, match="P8"):
        publish_rule_set(rule_set=rule_set)
    drafted(rule_set, document, accepting(document, verdict))

    assert publish_rule_set(rule_set=rule_set).number == 2
