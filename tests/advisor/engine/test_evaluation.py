"""What must always hold, whatever the rule set and the answers."""

import copy

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from advisor.engine import canonical_json, evaluate, parse_rule_set
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, documents, duel, question


def result(document, answers):
    return evaluate(parse_rule_set(document), answers)


@given(case=answered())
def test_points_totals_and_ranking_are_the_plain_arithmetic(case):
    document, answers = case

    evaluation = result(document, answers)

    sums = specification.totals(document, answers)
    able = specification.viable(document, answers)
    assert evaluation.points == specification.points(document, answers)
    assert evaluation.totals == sums
    assert evaluation.ranking == tuple(sorted(able, key=lambda f: (-sums[f], f)))


@given(case=answered(frameworks=(2, 4)))
def test_contributions_sum_exactly_to_the_margin(case):
    evaluation = result(*case)
    assume(len(evaluation.ranking) > 1)

    first, second = evaluation.ranking[:2]

    assert evaluation.margin == evaluation.totals[first] - evaluation.totals[second]
    assert sum(evaluation.margin_by_criterion.values()) == evaluation.margin
    assert sum(evaluation.margin_by_answer.values()) == evaluation.margin
    assert set(evaluation.margin_by_answer) == {"(start)", *evaluation.answers}


@settings(max_examples=60)
@given(
    case=answered(frameworks=(2, 4)),
    which=st.integers(0, 3),
    raised=st.tuples(*[st.integers(0, 10)] * 3),
)
def test_raising_a_score_never_lowers_rank_or_wins(case, which, raised):
    document, answers = case
    better = copy.deepcopy(document)
    entry = better["frameworks"][which % len(better["frameworks"])]["scores"]["c0"]
    for part, value in zip(("low", "best", "high"), sorted(raised), strict=True):
        entry[part] = max(entry[part], value)
    name = better["frameworks"][which % len(better["frameworks"])]["id"]

    before, after = result(document, answers), result(better, answers)

    assume(name in before.ranking)
    assert after.ranking.index(name) <= before.ranking.index(name)
    for rival, wins in before.wins[name].items():
        assert after.wins[name][rival] >= wins
    for k in range(len(before.ranking)):
        assert sum(after.ranks[name][:k]) >= sum(before.ranks[name][:k])


@settings(max_examples=60)
@given(case=answered(), chance=st.randoms(use_true_random=False))
def test_the_order_of_everything_changes_no_byte(case, chance):
    document, answers = case
    shuffled = copy.deepcopy(document)
    for q in shuffled["questions"]:
        chance.shuffle(q["options"])
    for key in ("criteria", "frameworks", "questions"):
        chance.shuffle(shuffled[key])
    mixed = list(answers.items())
    chance.shuffle(mixed)

    before, after = result(document, answers), result(shuffled, dict(mixed))

    assert repr(after.as_dict()) == repr(before.as_dict())
    assert canonical_json(after.as_dict()) == canonical_json(before.as_dict())


@settings(max_examples=40)
@given(case=answered(frameworks=(2, 4)), constant=st.integers(1, 5))
def test_a_constant_on_all_scores_of_a_criterion_changes_nothing(case, constant):
    document, answers = case
    for framework in document["frameworks"]:
        entry = framework["scores"]["c0"]
        for part in entry:
            entry[part] = min(entry[part], 10 - constant)
    lifted = copy.deepcopy(document)
    for framework in lifted["frameworks"]:
        entry = framework["scores"]["c0"]
        for part in entry:
            entry[part] += constant

    before = result(document, answers).as_dict()
    after = result(lifted, answers).as_dict()

    for key in ("totals", "fit"):
        del before[key], after[key]
    assert after == before


@settings(max_examples=40)
@given(case=answered(frameworks=(3, 4)))
def test_a_framework_less_never_reorders_the_rest(case):
    document, answers = case
    removed = document["frameworks"][0]["id"]
    smaller = {**document, "frameworks": document["frameworks"][1:]}

    before, after = result(document, answers), result(smaller, answers)

    assert after.ranking == tuple(f for f in before.ranking if f != removed)
    for f in after.ranking:
        kept = {g: n for g, n in before.wins[f].items() if g != removed}
        assert after.wins[f] == kept


@settings(max_examples=40)
@given(case=answered(frameworks=(2, 4), requirements=False))
def test_the_highest_score_everywhere_is_first_in_every_world(case):
    document, answers = case
    for entry in document["frameworks"][0]["scores"].values():
        entry.update(low=10, best=10, high=10)

    evaluation = result(document, answers)

    assert evaluation.ranks["f0"][0] == 1000
    assert all(wins >= 500 for wins in evaluation.wins["f0"].values())


@given(case=answered())
def test_wins_and_ranks_are_complete(case):
    evaluation = result(*case)

    viable = set(evaluation.ranking)
    assert set(evaluation.wins) == set(evaluation.ranks) == viable
    for f in viable:
        assert sum(evaluation.ranks[f]) == 1000
        assert len(evaluation.ranks[f]) == len(viable)
        assert set(evaluation.wins[f]) == viable - {f}
        for g, wins in evaluation.wins[f].items():
            assert wins + evaluation.wins[g][f] == 1000


@given(case=answered())
def test_a_ruled_out_framework_is_named_with_its_answer_and_never_ranked(case):
    document, answers = case

    evaluation = result(document, answers)

    options = specification.options_of(document)
    expected = {
        (f["id"], fact, needs, f["facts"][fact], q, a)
        for f in document["frameworks"]
        for q, a in answers.items()
        for fact, needs in options[q][a].get("requires", {}).items()
        if f["facts"][fact] is not needs
    }
    found = [tuple(vars(entry).values()) for entry in evaluation.ruled_out]
    assert len(found) == len(expected)
    assert set(found) == expected
    assert not {entry[0] for entry in found} & set(evaluation.ranking)
    assert evaluation.verdict.framework in (None, *evaluation.ranking)


@given(document=documents())
def test_nothing_answered_is_the_base_points(document):
    evaluation = result(document, {})

    assert evaluation.points == {
        c["id"]: c["base_points"] for c in document["criteria"]
    }
    assert evaluation.open_questions == tuple(q["id"] for q in document["questions"])


@settings(max_examples=40)
@given(case=answered(), share=st.integers(0, 100))
def test_splitting_a_criterion_with_its_points_leaves_totals_equal(case, share):
    document, answers = case
    split = copy.deepcopy(document)
    whole = split["criteria"][0]
    part = whole["base_points"] * share // 100
    whole["base_points"] -= part
    split["criteria"].append({"id": "half", "base_points": part})
    for framework in split["frameworks"]:
        framework["scores"]["half"] = framework["scores"][whole["id"]]
    for q in split["questions"]:
        for option in q["options"]:
            _split_points(option["points"], whole["id"], share)
    assume(_never_negative(split))

    assert result(split, answers).totals == result(document, answers).totals


def _split_points(points, criterion, share):
    number = points.get(criterion, 0)
    points["half"] = number * share // 100
    points[criterion] = number - points["half"]


def _never_negative(document):
    for c in document["criteria"]:
        moves = [
            min([0, *(o["points"].get(c["id"], 0) for o in q["options"])])
            for q in document["questions"]
        ]
        if c["base_points"] + sum(moves) < 0:
            return False
    return True


def test_the_dictionary_holds_the_keys_of_the_contract():
    asked = [question("q1", a={"tools": 6}), question("q2", b={"tools": 1})]
    points = {"tools": 3, "size": 3}
    document = duel({"tools": 9, "size": 5}, {"tools": 4, "size": 6}, points, asked)

    found = result(document, {"q1": "a"}).as_dict()

    assert found == expected_dictionary(found)


def expected_dictionary(found):
    """Every number follows from the document but those counted over worlds."""
    return {
        "engine_version": 1,
        "answers": {"q1": "a"},
        "open_questions": ["q2"],
        "verdict": {
            "kind": "clear",
            "framework": "one",
            "between": [],
            "confidence": found["wins"]["one"]["two"],
        },
        "points": {"size": 3, "tools": 9},
        "total_points": 12,
        "totals": {"one": 96, "two": 54},
        "fit": {"one": 0.8, "two": 0.45},
        "ranking": ["one", "two"],
        "margin": 42,
        "ruled_out": [],
        "margin_by_criterion": {"size": -3, "tools": 45},
        "margin_by_answer": {"(start)": 12, "q1": 30},
        "wins": found["wins"],
        "ranks": found["ranks"],
        "settled": True,
        "next_question": None,
        "flips": [],
        "flips_complete": True,
        "relaxations": {},
    }


def test_fit_is_rounded_to_four_places():
    evaluation = result(duel({"a": 10, "b": 0}, {"a": 0, "b": 2}, {"a": 2, "b": 1}), {})

    assert evaluation.as_dict()["fit"] == {"one": 0.6667, "two": 0.0667}


def test_without_any_points_the_fit_is_nought():
    assert result(duel({"c": 9}, {"c": 2}, {"c": 0}), {}).fit == {"one": 0, "two": 0}


def test_changing_the_dictionary_leaves_the_evaluation_alone():
    evaluation = result(duel({"c": 9}, {"c": 2}, {"c": 1}), {})
    before = canonical_json(evaluation.as_dict())

    evaluation.as_dict()["totals"]["one"] = 0
    evaluation.as_dict()["wins"]["one"]["two"] = 0

    assert canonical_json(evaluation.as_dict()) == before
