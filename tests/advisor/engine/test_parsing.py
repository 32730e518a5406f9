"""Every wrong document is refused with all its problems, each with its place."""

import copy
import json

import pytest

from advisor.engine import RuleSetError, canonical_json, parse_rule_set
from tests.advisor.engine.documents import duel, question

GOOD = duel(
    {"tools": 9, "size": 3},
    {"tools": 4, "size": 8},
    {"tools": 3, "size": 2},
    [
        question("q1", a={"tools": 6}, b={"tools": -2}),
        question("q2", a={"size": 1}, b={}),
    ],
)
GOOD["questions"][1]["options"][0]["requires"] = {"live": True}


def problems(document):
    with pytest.raises(RuleSetError) as caught:
        parse_rule_set(document)
    return {p.path: p.message for p in caught.value.problems}


def changed(path, value):
    """A copy of the good document with one place set, or removed with `...`."""
    document = copy.deepcopy(GOOD)
    *steps, last = path
    holder = document
    for key in steps:
        holder = holder[key]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return document


SCORE = ("frameworks", 0, "scores", "tools")
OPTION = ("questions", 0, "options", 0)
DEEP = json.loads("[" * 500 + "]" * 500)
HUGE = 10**5000
WRONG = [
    (("scale_max",), True, "scale_max"),
    (("scale_max",), 10.0, "scale_max"),
    (("scale_max",), 0, "scale_max"),
    (("scale_max",), "10", "scale_max"),
    (("scale_max",), HUGE, "scale_max"),
    (("criteria",), ..., "criteria"),
    (("criteria",), {}, "criteria"),
    (("criteria",), [], "criteria"),
    (("criteria", 0), "tools", "criteria[0]"),
    (("criteria", 0, "id"), ..., "criteria[0].id"),
    (("criteria", 0, "id"), 3, "criteria[0].id"),
    (("criteria", 0, "id"), "", "criteria[0].id"),
    (("criteria", 0, "id"), "a b", "criteria[0].id"),
    (("criteria", 0, "id"), "a\n", "criteria[0].id"),
    (("criteria", 0, "id"), "(start)", "criteria[0].id"),
    (("criteria", 0, "id"), "x" * 81, "criteria[0].id"),
    (("criteria", 0, "id"), "\ud800", "criteria[0].id"),
    (("criteria", 0, "id"), "size", "criteria[1].id"),
    (("criteria", 0, "base_points"), ..., "criteria[0].base_points"),
    (("criteria", 0, "base_points"), -1, "criteria[0].base_points"),
    (("criteria", 0, "base_points"), True, "criteria[0].base_points"),
    (("criteria", 0, "base_points"), 3.0, "criteria[0].base_points"),
    (("criteria", 0, "base_points"), float("nan"), "criteria[0].base_points"),
    (("criteria", 0, "base_points"), None, "criteria[0].base_points"),
    (("criteria", 0, "base_points"), HUGE, "criteria[0].base_points"),
    (("frameworks",), ..., "frameworks"),
    (("frameworks",), None, "frameworks"),
    (("frameworks", 1, "id"), "one", "frameworks[1].id"),
    (("frameworks", 0, "scores"), ..., "frameworks[0].scores"),
    (("frameworks", 0, "scores"), [], "frameworks[0].scores"),
    (SCORE, ..., "frameworks[0].scores.tools"),
    (SCORE, 9, "frameworks[0].scores.tools"),
    ((*SCORE, "low"), ..., "frameworks[0].scores.tools.low"),
    ((*SCORE, "low"), 10, "frameworks[0].scores.tools"),
    ((*SCORE, "high"), 8, "frameworks[0].scores.tools"),
    ((*SCORE, "high"), 11, "frameworks[0].scores.tools.high"),
    ((*SCORE, "best"), -1, "frameworks[0].scores.tools.best"),
    ((*SCORE, "best"), False, "frameworks[0].scores.tools.best"),
    ((*SCORE, "best"), 9.0, "frameworks[0].scores.tools.best"),
    (("frameworks", 0, "scores", "speed"), {}, "frameworks[0].scores.speed"),
    (("frameworks", 0, "facts"), ["live"], "frameworks[0].facts"),
    (("frameworks", 0, "facts", "live"), 0.5, "frameworks[0].facts.live"),
    (("frameworks", 0, "facts", "live"), None, "frameworks[0].facts.live"),
    (("frameworks", 0, "facts", "live"), HUGE, "frameworks[0].facts.live"),
    (("frameworks", 1, "facts", "live"), ..., "frameworks[1].facts.live"),
    (("questions",), ..., "questions"),
    (("questions",), "q1", "questions"),
    (("questions", 1, "id"), "q1", "questions[1].id"),
    (("questions", 1, "id"), "(start)", "questions[1].id"),
    (("questions", 0, "options"), ..., "questions[0].options"),
    (("questions", 0, "options"), [], "questions[0].options"),
    (("questions", 0, "options", 1), 7, "questions[0].options[1]"),
    (("questions", 0, "options", 1, "id"), "a", "questions[0].options[1].id"),
    ((*OPTION, "points"), [["tools", 1]], "questions[0].options[0].points"),
    ((*OPTION, "points", "tools"), 1.5, "questions[0].options[0].points.tools"),
    ((*OPTION, "points", "tools"), True, "questions[0].options[0].points.tools"),
    ((*OPTION, "points", "tools"), 1001, "questions[0].options[0].points.tools"),
    ((*OPTION, "points", "tools"), -(10**30), "questions[0].options[0].points.tools"),
    ((*OPTION, "points", "speed"), 1, "questions[0].options[0].points.speed"),
    ((*OPTION, "points", "a b"), 1, "questions[0].options[0].points['a b']"),
    ((*OPTION, "points", "\ud800"), 1, "questions[0].options[0].points['\\ud800']"),
    ((*OPTION, "points", "tools"), -4, "criteria[0]"),
    ((*OPTION, "requires"), True, "questions[0].options[0].requires"),
    ((*OPTION, "requires"), {"fast": True}, "questions[0].options[0].requires.fast"),
    ((*OPTION, "requires"), {"live": []}, "questions[0].options[0].requires.live"),
    (("constants",), 5, "constants"),
    (("constants",), {"too_close": 0.66}, "constants.too_close"),
    (("constants",), {"clear": 1001}, "constants.clear"),
    (("constants",), {"too_clos": 660}, "constants.too_clos"),
    (("constants",), {"too_close": 950}, "constants"),
    (("title",), "\udcff", "title"),
    (("title",), float("inf"), "title"),
    (("title",), HUGE, "title"),
    (("title",), b"bytes", "title"),
    (("title",), {1: "x"}, "title[1]"),
    (("title",), DEEP, "title" + "[0]" * 19),
    (("title",), "x" * 300_000, "document"),
]


@pytest.mark.parametrize(
    ("path", "value", "place"),
    WRONG,
    ids=[f"{n}-{place}"[:60] for n, (_, _, place) in enumerate(WRONG)],
)
def test_one_wrong_place_is_named_alone(path, value, place):
    found = problems(changed(path, value))

    assert list(found) == [place]
    message = found[place]
    assert len(message) < 300
    message.encode()


@pytest.mark.parametrize("document", [None, [], "x", 3, True, 0.5], ids=repr)
def test_a_document_must_be_an_object(document):
    assert problems(document)["document"].startswith("must be an object")


def test_all_problems_are_reported_at_once():
    document = changed(("scale_max",), "ten")
    document["criteria"][1]["base_points"] = -1
    document["questions"][0]["options"][1]["points"]["speed"] = 1
    del document["frameworks"][1]["scores"]["tools"]

    assert set(problems(document)) == {
        "scale_max",
        "criteria[1].base_points",
        "questions[0].options[1].points.speed",
        "frameworks[1].scores.tools",
    }


def test_points_that_go_negative_name_the_criterion_and_the_answers():
    document = changed((*OPTION, "points", "tools"), -4)

    assert problems(document)["criteria[0]"] == (
        "answers can drive 'tools' to -1 points, and no criterion may go below 0; "
        "the lowest points are in questions[0].options[0].points.tools, "
        "questions[0].options[1].points.tools"
    )


def test_points_may_reach_nought_but_no_lower():
    parse_rule_set(changed((*OPTION, "points", "tools"), -3))


def test_too_many_points_on_one_criterion_are_refused():
    document = changed(("criteria", 0, "base_points"), 1000)
    heavy = question("q", a={"tools": 1000})
    document["questions"] = [{**heavy, "id": f"q{n}"} for n in range(10)]

    assert "11000 points" in problems(document)["criteria[0]"]


@pytest.mark.parametrize(
    ("key", "most"), [("criteria", 60), ("frameworks", 12), ("questions", 60)]
)
def test_the_limits_hold_and_one_more_is_refused(key, most):
    document = copy.deepcopy(GOOD)
    if key == "criteria":
        for framework in document["frameworks"]:
            framework["scores"] |= {
                f"x{n}": {"low": 1, "best": 1, "high": 1} for n in range(most - 2)
            }
        extra = [{"id": f"x{n}", "base_points": 0} for n in range(most - 2)]
    else:
        extra = [{**GOOD[key][0], "id": f"x{n}"} for n in range(most - 2)]
    for item in extra:
        item.pop("options", None)
        if key == "questions":
            item["options"] = [{"id": "a"}]
    document[key] += extra
    parse_rule_set(document)

    document[key].append({**document[key][-1], "id": "last"})

    assert problems(document)[key].startswith("must have ")


def test_twelve_options_are_allowed_and_thirteen_are_not():
    options = [{"id": f"o{n}"} for n in range(12)]
    parse_rule_set(changed(("questions", 0, "options"), options))

    found = problems(changed(("questions", 0, "options"), [*options, {"id": "more"}]))

    assert found == {"questions[0].options": "must have 1 to 12 entries, not 13"}


def test_keys_for_people_are_ignored():
    document = changed(("criteria", 0, "label"), "Tools")
    document["questions"][0]["help"] = {"en": ["Why", None, 0.5]}
    document["frameworks"][0]["scores"]["tools"]["grade"] = "A"

    assert parse_rule_set(document) == parse_rule_set(GOOD)


def test_scale_and_constants_have_the_defaults_of_the_method():
    rule_set = parse_rule_set(changed(("scale_max",), ...))

    assert rule_set.scale_max == 10
    constants = rule_set.constants
    assert (constants.too_close, constants.clear, constants.min_margin) == (
        660,
        900,
        20,
    )


def test_the_example_of_the_contract_is_accepted():
    document = {
        "scale_max": 10,
        "criteria": [{"id": "tools", "base_points": 3}],
        "frameworks": [
            {
                "id": "django",
                "facts": {"async": True},
                "scores": {"tools": {"low": 8, "best": 9, "high": 9}},
            }
        ],
        "questions": [
            {
                "id": "q1",
                "options": [
                    {"id": "a", "points": {"tools": 6}, "requires": {"async": True}}
                ],
            }
        ],
    }

    assert parse_rule_set(document).frameworks[0].scores[0].best == 9


def test_the_document_is_left_as_it_was():
    before = canonical_json(GOOD)

    parse_rule_set(GOOD)

    assert canonical_json(GOOD) == before


def test_equal_rule_sets_are_one_key():
    one, two = parse_rule_set(GOOD), parse_rule_set(copy.deepcopy(GOOD))
    other = parse_rule_set(changed((*OPTION, "points", "tools"), 5))

    assert one == two
    assert len({one, two, other}) == 2
