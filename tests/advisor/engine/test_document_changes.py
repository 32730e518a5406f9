"""Two rule-set documents side by side."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import given, settings

from advisor.engine import canonical_json, compare_documents
from tests.advisor.engine.documents import documents, duel, question

ASKED = [question("q", yes={"a": 4}, no={"b": 4}), question("r", yes={"a": 1})]
BASE = duel({"a": 9, "b": 2}, {"a": 3, "b": 8}, {"a": 9, "b": 3}, ASKED)


def changes(after, before=BASE):
    return [
        (change.kind, change.path, change.before, change.after)
        for change in compare_documents(before, after)
    ]


def patched(document: Any, change: Any) -> Any:
    """`document` after one change, lists with ids being addressed by id."""
    # Not deepcopy: drawn documents hold one empty object in several places.
    copy = json.loads(json.dumps(document))
    *path, last = change.path or (None,)
    holder = copy
    for key in path:
        holder = entry_of(holder, key)
    if change.kind == "reordered":
        entries = holder if last is None else holder[last]
        spots = [n for n, entry in enumerate(entries) if entry["id"] in change.before]
        named = {entry["id"]: entry for entry in entries}
        for spot, name in zip(spots, change.after, strict=True):
            entries[spot] = named[name]
    elif isinstance(holder, list):
        place = [entry["id"] for entry in holder].index(last) if change.before else 0
        if change.before:
            del holder[place]
        if change.after:
            holder.append(change.after)
    elif change.kind == "removed":
        del holder[last]
    else:
        holder[last] = change.after
    return copy


def entry_of(holder: Any, key: str) -> Any:
    if isinstance(holder, list):
        return next(entry for entry in holder if entry["id"] == key)
    return holder[key]


def in_order_of_ids(document: Any) -> bytes:
    copy = deepcopy(document)
    for key in ("criteria", "frameworks", "questions"):
        copy[key].sort(key=lambda entry: entry["id"])
    for item in copy["questions"]:
        item["options"].sort(key=lambda entry: entry["id"])
    return canonical_json(copy)


@settings(max_examples=150)
@given(before=documents(), after=documents())
def test_applying_every_change_makes_the_other_document(before, after):
    document = before

    for change in compare_documents(before, after):
        document = patched(document, change)

    assert in_order_of_ids(document) == in_order_of_ids(after)


@settings(max_examples=50)
@given(before=documents(), after=documents())
def test_the_other_way_round_every_change_is_mirrored(before, after):
    mirror = {"added": "removed", "removed": "added"}

    forth = changes(after, before)

    back = changes(before, after)
    assert [
        (mirror.get(kind, kind), path, new, old) for kind, path, old, new in back
    ] == forth


@given(document=documents())
def test_the_same_document_has_no_changes(document):
    assert changes(deepcopy(document), document) == []


def test_places_are_named_by_ids_and_sorted():
    after = deepcopy(BASE)
    after["frameworks"][1]["scores"]["a"]["best"] = 2
    after["questions"][0]["options"][0]["points"]["a"] = 7
    after["criteria"][0]["label"] = "Tools"
    after["constants"] = {"clear": 950}

    assert changes(after) == [
        ("added", ("constants",), None, {"clear": 950}),
        ("added", ("criteria", "a", "label"), None, "Tools"),
        ("changed", ("frameworks", "two", "scores", "a", "best"), 3, 2),
        ("changed", ("questions", "q", "options", "yes", "points", "a"), 4, 7),
    ]


def test_a_removed_question_is_one_change():
    after = BASE | {"questions": ASKED[:1]}

    assert changes(after) == [("removed", ("questions", "r"), ASKED[1], None)]


def test_questions_asked_in_another_order_are_reordered():
    after = BASE | {"questions": ASKED[::-1]}

    assert changes(after) == [("reordered", ("questions",), ["q", "r"], ["r", "q"])]


def test_true_is_not_one():
    before = BASE | {"quick": 1}

    assert changes(BASE | {"quick": True}, before) == [("changed", ("quick",), 1, True)]


def test_a_list_without_ids_is_compared_whole():
    before, after = BASE | {"claims": ["x", "y"]}, BASE | {"claims": ["y"]}

    assert changes(after, before) == [("changed", ("claims",), ["x", "y"], ["y"])]


def test_a_list_that_became_an_object_is_one_change():
    before, after = BASE | {"facts": [{"id": "a"}]}, BASE | {"facts": {"a": 1}}

    assert changes(after, before) == [("changed", ("facts",), [{"id": "a"}], {"a": 1})]


def test_a_change_as_json():
    (change,) = compare_documents(BASE, BASE | {"scale_max": 9})

    assert change.as_dict() == {
        "kind": "changed",
        "path": ["scale_max"],
        "before": 10,
        "after": 9,
    }
