"""Two people save: what both keep, and where the second is asked."""

import copy

from tests.advisor.editing.opened_parts import WORDS, at, newest, opened, url
from tests.advisor.rule_set_forms import form_of, part_of


def test_two_people_at_different_parts_keep_both_their_changes(
    author, publisher, rule_set, better
):
    better["scenarios"][2]["situation"] = WORDS
    mine, theirs = at(rule_set, "questions", 0), at(rule_set, "scenarios", 2)
    form, other = opened(author, mine), opened(publisher, theirs)

    publisher.post(theirs, part_of(better, "scenarios", 2, **other))
    author.post(mine, part_of(better, "questions", 0, **form))

    assert newest().document() == better


def test_two_people_at_one_part_meet_a_conflict_and_the_second_decides(
    author, publisher, first, document, better
):
    form = opened(author, first)
    theirs = copy.deepcopy(document)
    theirs["questions"][0]["help"] = "Theirs."
    publisher.post(first, part_of(theirs, "questions", 0, **opened(publisher, first)))

    page = author.post(first, part_of(better, "questions", 0, **form))
    assert "Somebody saved this part while your form was open" in page.content.decode()
    assert WORDS in page.content.decode()
    assert newest().document() == theirs

    again = {"part_version": page.context["form"]["part_version"].value()}
    author.post(first, part_of(better, "questions", 0, **again))
    assert newest().document() == better


def test_the_whole_form_notices_that_a_part_was_saved_meanwhile(
    author, publisher, rule_set, first, document, better
):
    address = url("edit", rule_set.pk)
    rule_set.save_revision()
    form = opened(author, address)
    publisher.post(first, part_of(better, "questions", 0, **opened(publisher, first)))
    document["title"] = "Typed in the whole form"

    page = author.post(address, form_of(document, **form))
    assert "Somebody saved the rule set" in page.content.decode()
    assert "Typed in the whole form" in page.content.decode()
    assert newest().document() == better

    again = opened_again(page)
    author.post(address, form_of(document, **again))
    assert newest().document() == document


def opened_again(page) -> dict[str, str]:
    return {
        "loaded_revision_id": str(page.context["object"].latest_revision_id),
        "loaded_revision_created_at": page.context["loaded_revision_created_at"],
    }


def test_what_was_taken_out_meanwhile_can_be_put_back(
    author, publisher, first, better, document
):
    form = opened(author, first)
    taken_out = {"questions-count": 0, **opened(publisher, first)}
    publisher.post(first, taken_out)

    page = author.post(first, part_of(better, "questions", 0, **form))
    assert "Somebody saved this part" in page.content.decode()
    again = {"part_version": page.context["form"]["part_version"].value()}
    author.post(first, part_of(better, "questions", 0, **again))

    ids = [row["id"] for row in document["questions"]]
    assert [row["id"] for row in newest().document()["questions"]] == [*ids[1:], ids[0]]


def test_saving_what_one_s_own_autosave_has_just_saved_is_no_conflict(
    author, rule_set, first, better
):
    rule_set.save_revision()
    form, whole = opened(author, first), opened(author, url("edit", rule_set.pk))
    typed = part_of(better, "questions", 0, **form)
    author.post(first, typed, headers={"accept": "application/json"})

    part = author.post(first, typed)
    everything = author.post(url("edit", rule_set.pk), form_of(better, **whole))

    assert (part.status_code, everything.status_code) == (302, 302)
