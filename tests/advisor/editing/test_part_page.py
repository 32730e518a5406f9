"""Editing the rule set by part: what is saved, and what is refused."""

import pytest
from django.test import Client

from advisor.models import RuleSetVersion
from tests.advisor.acknowledging import drafted
from tests.advisor.editing.opened_parts import WORDS, at, newest, opened, url
from tests.advisor.rule_set_forms import part_of


def test_the_form_shows_its_part_and_no_other(author, first, document):
    form = author.get(first).context["form"]

    assert list(form.fields) == ["questions", "part_version"]
    (row,) = form["questions"].value()
    assert row.value["text"] == document["questions"][0]["text"]


def test_saving_a_part_leaves_the_others_and_publishes_nothing(author, first, better):
    author.post(first, part_of(better, "questions", 0, **opened(author, first)))

    assert newest().document() == better
    assert RuleSetVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("stream", "key"),
    [("criteria", "help"), ("facts", "label"), ("scenarios", "situation")],
)
def test_every_kind_of_part_can_be_saved(author, rule_set, document, stream, key):
    document[stream][1][key] = WORDS
    address = at(rule_set, stream, 1)

    author.post(address, part_of(document, stream, 1, **opened(author, address)))

    assert newest().document() == document


def test_a_score_is_saved_with_its_framework(author, rule_set, document):
    document["frameworks"][1]["scores"]["models"]["rationale"] = WORDS
    address = at(rule_set, "candidates", 1)

    author.post(address, part_of(document, "candidates", 1, **opened(author, address)))

    assert newest().document() == document


def test_name_and_note_have_a_form_of_their_own(author, rule_set):
    address = url("part", rule_set.pk, "settings", "all")
    form = {"title": "New name", "note": "Why", "too_close": 650, "clear": 900}

    author.post(address, {**opened(author, address), **form, "min_margin": 20})

    assert (newest().title, newest().note, newest().too_close) == (
        "New name",
        "Why",
        650,
    )


def test_a_new_part_gets_an_address_of_its_own_and_comes_last(
    author, rule_set, document
):
    added = author.get(url("part", rule_set.pk, "facts", "new")).url
    document["facts"].append({"id": "hot-reload", "label": "Reloads while it runs"})
    form = {**opened(author, added), "facts-count": 1, "facts-0-type": "fact"}
    form |= {"facts-0-deleted": "", "facts-0-order": 0, "facts-0-id": ""}
    form |= {"facts-0-value-id": "hot-reload"}

    author.post(added, {**form, "facts-0-value-label": "Reloads while it runs"})

    assert newest().document() == document
    assert added.endswith(f"/{newest().facts[-1].id}/")
    assert author.get(added).status_code == 200


def test_nothing_is_saved_under_the_name_of_what_is_to_be_added(
    author, rule_set, document
):
    address = url("part", rule_set.pk, "facts", "new")

    assert author.post(address, part_of(document, "facts", 0)).status_code == 404
    assert newest().document() == document


def test_a_part_that_is_emptied_is_taken_out(author, rule_set, first, document):
    answer = author.post(first, {"questions-count": 0, **opened(author, first)})

    assert answer.url == url("parts", rule_set.pk)
    assert newest().document()["questions"] == document["questions"][1:]


def test_two_rows_in_the_place_of_one_are_refused(author, first, better):
    form = part_of(better, "questions", 0, **opened(author, first))
    second = {
        key.replace("questions-0", "questions-1"): value for key, value in form.items()
    }

    both = {**second, **form, "questions-count": 2, "questions-1-order": 1}
    page = author.post(first, both)

    assert "The maximum number of items is 1" in page.content.decode()
    assert newest().document() != better


def test_bad_input_is_named_at_its_field_and_nothing_typed_is_lost(
    author, first, better, document
):
    form = part_of(better, "questions", 0, **opened(author, first))
    form["questions-0-value-options-0-value-points-0-value-points"] = "many"

    page = author.post(first, form)

    text = page.content.decode()
    assert "Enter a whole number." in text
    assert WORDS in text
    errors = page.context["form"].errors.as_data()["questions"][0].as_json_data()
    option = errors["blockErrors"][0]["blockErrors"]["options"]["blockErrors"][0]
    assert "points" in option["blockErrors"]["points"]["blockErrors"][0]["blockErrors"]
    assert newest().document() == document


def test_an_author_cannot_publish_a_part(author, first, better):
    form = part_of(better, "questions", 0, **opened(author, first))

    author.post(first, {**form, "action-publish": "1"})

    assert RuleSetVersion.objects.count() == 1


def test_a_part_is_submitted_and_its_approval_publishes_the_rule_set(
    author, publisher, first, rule_set, better
):
    form = part_of(better, "questions", 0, **opened(author, first))
    author.post(first, {**form, "action-submit": "1"})
    assert RuleSetVersion.objects.count() == 1

    decision = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    form = part_of(better, "questions", 0, **opened(publisher, first))
    publisher.post(first, {**form, **decision})

    assert RuleSetVersion.objects.current().document == better


def test_while_a_publisher_decides_an_author_cannot_save_a_part(
    author, first, better, document
):
    form = part_of(document, "questions", 0, **opened(author, first))
    author.post(first, {**form, "action-submit": "1"})

    form = part_of(better, "questions", 0, **opened(author, first))
    page = author.post(first, form)

    assert "could not be saved as it is locked" in page.content.decode()
    assert newest().document() == document


def test_publishing_a_part_names_what_stands_against_it_elsewhere(
    administrator_client, rule_set, first, better
):
    better["questions"][1]["options"][0]["points"]["tols"] = 3
    drafted(rule_set, better)
    form = part_of(better, "questions", 0, **opened(administrator_client, first))

    page = administrator_client.post(first, {**form, "action-publish": "1"})

    assert "points for &#x27;tols&#x27;" in page.content.decode()
    assert "questions" not in page.context["form"].errors
    assert RuleSetVersion.objects.count() == 1


def test_publishing_a_part_shows_at_its_row_what_stands_against_it_there(
    administrator_client, first, better
):
    better["questions"][0]["options"][0]["points"]["tols"] = 3
    form = part_of(better, "questions", 0, **opened(administrator_client, first))

    page = administrator_client.post(first, {**form, "action-publish": "1"})

    (error,) = page.context["form"].errors.as_data()["questions"]
    assert list(error.as_json_data()["blockErrors"]) == [0]
    assert RuleSetVersion.objects.count() == 1


def test_publishing_a_part_looks_for_empty_fields_everywhere(
    administrator_client, rule_set, first, better
):
    better["questions"][3]["why"] = ""
    drafted(rule_set, better)
    form = part_of(better, "questions", 0, **opened(administrator_client, first))

    page = administrator_client.post(first, {**form, "action-publish": "1"})

    assert "Questions, number 4, why: This field is required." in page.content.decode()
    assert RuleSetVersion.objects.count() == 1


def test_publishing_from_a_part_freezes_a_version(administrator_client, first, better):
    form = part_of(better, "questions", 0, **opened(administrator_client, first))

    administrator_client.post(first, {**form, "action-publish": "1"})

    assert RuleSetVersion.objects.current().document == better


def test_the_preview_shows_the_part_as_typed(author, rule_set, first, better):
    better["questions"][0]["text"] = WORDS
    preview = first.replace("/parts/", "/part-preview/")

    answer = author.post(preview, part_of(better, "questions", 0))
    page = author.get(preview, {"in_preview_panel": "true"}).content.decode()

    assert answer.json() == {"is_valid": True, "is_available": True}
    assert WORDS in page
    assert newest().document() != better


def test_the_preview_of_a_scenario_begins_with_its_verdict(author, rule_set, document):
    page = author.get(at(rule_set, "scenarios", 3)).content.decode()

    name = document["scenarios"][3]["id"]
    assert f'value="scenario:{name}" selected' in page


def test_what_is_no_part_does_not_exist(author, rule_set, first):
    for stream in ("only_one", "acknowledgements", "settings"):
        assert author.get(url("part", rule_set.pk, stream, "x")).status_code == 404
    assert author.get(url("part", rule_set.pk, "facts", "x" * 201)).status_code == 404
    assert author.get(url("part", 99, "facts", "x")).status_code == 404


def test_others_are_sent_away(member_client, first):
    for address in (first, first.replace("/parts/", "/part-preview/")):
        assert member_client.get(address).status_code == 302
        assert Client().get(address).status_code == 302
