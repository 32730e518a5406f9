"""The browser saves a part by itself, half a second after the last key."""

import copy

from advisor.models import RuleSetVersion
from tests.advisor.editing.opened_parts import WORDS, at, newest, opened
from tests.advisor.rule_set_forms import part_of

JSON = {"accept": "application/json"}


def autosaved(client, address, document, number=0, stream="questions", **more):
    form = part_of(document, stream, number, **more)
    return client.post(address, form, headers=JSON).json()


def test_it_saves_a_draft_and_then_goes_on_in_the_same_revision(
    author, first, document
):
    form = opened(author, first)
    document["questions"][0]["help"] = "Half a"
    one = autosaved(author, first, document, **form)
    document["questions"][0]["help"] = "Half a sentence."

    two = autosaved(
        author,
        first,
        document,
        **{**form, **one["field_updates"], "overwrite_revision_id": one["revision_id"]},
    )

    assert one["revision_id"] == two["revision_id"]
    assert newest().document() == document
    assert RuleSetVersion.objects.count() == 1


def test_another_part_saved_meanwhile_is_kept_by_a_new_revision(
    author, publisher, rule_set, first, document
):
    one = autosaved(author, first, document, **opened(author, first))
    other = at(rule_set, "questions", 1)
    document["questions"][1]["help"] = "Theirs."
    publisher.post(other, part_of(document, "questions", 1, **opened(publisher, other)))
    document["questions"][0]["help"] = WORDS

    two = autosaved(
        author,
        first,
        document,
        **{**one["field_updates"], "overwrite_revision_id": one["revision_id"]},
    )

    assert two["revision_id"] > one["revision_id"]
    assert newest().document() == document


def test_it_stops_where_somebody_else_saved_this_part(
    author, publisher, first, document
):
    form = opened(author, first)
    theirs = copy.deepcopy(document)
    theirs["questions"][0]["help"] = "Theirs."
    publisher.post(first, part_of(theirs, "questions", 0, **opened(publisher, first)))

    answer = autosaved(author, first, document, **form)

    assert answer["error_code"] == "invalid_revision"
    assert newest().document() == theirs


def test_it_takes_nothing_out(author, first, document):
    form = {"questions-count": 0, **opened(author, first)}

    answer = author.post(first, form, headers=JSON).json()

    assert not answer["success"]
    assert newest().document() == document
