import copy

import pytest
from django.urls import reverse

from advisor.models import RuleSet, RuleSetVersion
from advisor.rule_sets.fields import fields_of
from tests.advisor.editing.opened_parts import WORDS, url
from tests.advisor.rule_set_forms import form_of


@pytest.fixture
def broken(document):
    document = copy.deepcopy(document)
    document["questions"][0]["options"][0]["points"]["tols"] = 3
    return document


def newest_draft() -> dict:
    return RuleSet.objects.get().get_latest_revision_as_object().document()


def submitted(client, rule_set, document):
    form = form_of(document, **{"action-submit": "1"})
    return client.post(url("edit", rule_set.pk), form)


def approve(client, rule_set):
    task = rule_set.current_workflow_task_state
    return client.post(
        url("workflow_action", rule_set.pk, "approve", task.pk), {}, follow=True
    )


def test_the_form_shows_the_rule_set(administrator_client, rule_set, document):
    page = administrator_client.get(url("edit", rule_set.pk))

    assert page.status_code == 200
    assert document["questions"][0]["why"][:40] in page.content.decode()


def test_saving_a_draft_publishes_nothing(administrator_client, rule_set, better):
    administrator_client.post(url("edit", rule_set.pk), form_of(better))

    assert newest_draft() == better
    assert RuleSetVersion.objects.count() == 1


def test_a_broken_draft_may_be_saved(administrator_client, rule_set, broken):
    administrator_client.post(url("edit", rule_set.pk), form_of(broken))

    assert newest_draft() == broken


def test_publishing_from_the_form_freezes_a_version(
    administrator_client, administrator, rule_set, better
):
    form = form_of(better, **{"action-publish": "1", "note": "Better words."})
    administrator_client.post(url("edit", rule_set.pk), form)

    version = RuleSetVersion.objects.current()
    assert (version.number, version.note) == (2, "Better words.")
    assert version.published_by == administrator
    assert version.document == better


def test_publishing_something_broken_shows_the_form_with_the_reason(
    administrator_client, rule_set, broken
):
    form = form_of(broken, **{"action-publish": "1"})
    page = administrator_client.post(url("edit", rule_set.pk), form)

    assert page.status_code == 200
    assert "points for &#x27;tols&#x27;" in page.content.decode()
    assert RuleSetVersion.objects.count() == 1


def test_publishing_what_fails_a_check_shows_the_form_with_the_reason(
    administrator_client, rule_set, better
):
    better["scenarios"][0]["expect_kind"] = "none"
    better["scenarios"][0]["expect_framework"] = ""
    form = form_of(better, **{"action-publish": "1"})
    page = administrator_client.post(url("edit", rule_set.pk), form)

    text = page.content.decode()
    assert f"P8: Scenario {better['scenarios'][0]['id']}" in text
    assert WORDS in text
    assert RuleSetVersion.objects.count() == 1


def test_an_empty_required_field_is_named_when_publishing(
    administrator_client, rule_set, better
):
    better["questions"][0]["why"] = ""
    form = form_of(better, **{"action-publish": "1"})
    page = administrator_client.post(url("edit", rule_set.pk), form)

    assert "Questions, number 1, why: This field is required." in page.content.decode()


def test_an_author_cannot_publish(author, rule_set, better):
    form = form_of(better, **{"action-publish": "1"})
    author.post(url("edit", rule_set.pk), form)

    assert RuleSetVersion.objects.count() == 1


def test_an_author_cannot_submit_something_broken(author, rule_set, broken):
    page = submitted(author, rule_set, broken)

    assert "points for &#x27;tols&#x27;" in page.content.decode()
    assert not rule_set.workflow_in_progress


def test_what_an_author_submits_and_a_moderator_approves_is_published(
    author, publisher, rule_set, better
):
    submitted(author, rule_set, better)
    assert RuleSetVersion.objects.count() == 1

    approve(publisher, rule_set)

    version = RuleSetVersion.objects.current()
    assert (version.number, version.document) == (2, better)
    assert version.published_by.username == "publisher"


def test_an_author_cannot_approve(author, rule_set, better):
    submitted(author, rule_set, better)

    approve(author, rule_set)

    assert RuleSetVersion.objects.count() == 1


def test_approving_something_broken_is_refused_with_the_reason(
    author, publisher, rule_set, better, broken
):
    submitted(author, rule_set, better)
    rule_set.refresh_from_db()
    for name, value in fields_of(broken).items():
        setattr(rule_set, name, value)
    rule_set.save_revision(clean=False)

    page = approve(publisher, rule_set)

    assert "points for &#x27;tols&#x27;" in page.content.decode()
    assert RuleSetVersion.objects.count() == 1
    assert RuleSet.objects.get().workflow_in_progress


def test_approving_from_the_dashboard_is_refused_as_json_too(
    author, publisher, rule_set, better
):
    submitted(author, rule_set, better)
    rule_set.refresh_from_db()
    rule_set.title = ""
    rule_set.save_revision(clean=False)
    task = rule_set.current_workflow_task_state

    answer = publisher.post(
        url("workflow_action", rule_set.pk, "approve", task.pk),
        {"comment": "Fine"},
        headers={"x-requested-with": "XMLHttpRequest"},
    )

    assert answer.json()["step"] == "success"
    assert RuleSetVersion.objects.count() == 1


def test_a_moderator_may_send_something_broken_back(
    author, publisher, rule_set, better, broken
):
    submitted(author, rule_set, better)
    form = form_of(
        broken, **{"action-workflow-action": "1", "workflow-action-name": "reject"}
    )

    publisher.post(url("edit", rule_set.pk), form)

    assert RuleSet.objects.get().current_workflow_state.status == "needs_changes"


def test_two_revisions_can_be_compared(administrator_client, rule_set, better):
    administrator_client.post(url("edit", rule_set.pk), form_of(better))

    page = administrator_client.get(
        url("revisions_compare", rule_set.pk, "live", "latest")
    )

    assert "better" in page.content.decode()


def test_a_second_rule_set_cannot_be_added(administrator_client):
    assert administrator_client.get(url("add")).status_code == 302


def test_the_rule_set_cannot_be_deleted_or_unpublished(administrator_client, rule_set):
    administrator_client.post(url("delete", rule_set.pk))
    administrator_client.post(url("unpublish", rule_set.pk))

    assert RuleSet.objects.get().live


def test_the_form_offers_no_way_to_unpublish(administrator_client, rule_set):
    page = administrator_client.get(url("edit", rule_set.pk)).content.decode()

    assert "action-publish" in page
    assert url("unpublish", rule_set.pk) not in page


def test_the_list_shows_the_version_in_force(administrator_client, rule_set):
    page = administrator_client.get(url("list")).content.decode()

    assert "Version" in page
    assert rule_set.title in page


def test_versions_can_be_read_by_authors_and_changed_by_nobody(
    author, administrator_client, first_version
):
    listed = author.get(reverse("rule_set_versions:index"))
    inspected = author.get(
        reverse("rule_set_versions:inspect", args=[first_version.pk])
    )

    assert first_version.digest[:15] in listed.content.decode()
    assert first_version.digest in inspected.content.decode()
    for name in ("edit", "delete"):
        address = reverse(f"rule_set_versions:{name}", args=[first_version.pk])
        assert administrator_client.get(address).status_code == 302
    assert administrator_client.get(reverse("rule_set_versions:add")).status_code == 302
