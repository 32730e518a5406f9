"""Flips against an exhaustive search over all sets of changes."""

from hypothesis import given, settings

from advisor.engine import evaluate, parse_rule_set
from advisor.engine.flips import smallest_flips
from advisor.engine.value import checked_answers, standing_after
from tests.advisor.engine import specification
from tests.advisor.engine.documents import answered, duel, question


def flips_of(document, answers):
    """The flips without the rest of an evaluation, which takes most of the time."""
    rule_set = parse_rule_set(document)
    chosen = checked_answers(rule_set, answers)
    flips = smallest_flips(rule_set, chosen, standing_after(rule_set, chosen))
    assert flips.complete
    return flips.found


@settings(max_examples=150)
@given(case=answered(frameworks=(2, 4), questions=(1, 5)))
def test_flips_equal_the_exhaustive_search(case):
    document, answers = case

    flips = flips_of(document, answers)

    expected = specification.smallest_flips(document, answers)
    assert [(dict(flip.changes), flip.to) for flip in flips] == expected[:50]


@settings(max_examples=25)
@given(case=answered(frameworks=(2, 3), questions=(3, 5), requirements=False))
def test_every_flip_holds_when_it_is_applied(case):
    document, answers = case
    rule_set = parse_rule_set(document)
    before = evaluate(rule_set, answers)

    for flip in before.flips:
        after = evaluate(rule_set, answers | dict(flip.changes))
        assert after.ranking[0] == flip.to
        assert after.margin > 0
        assert flip.to != before.ranking[0] or before.margin == 0


def test_an_answer_that_rules_the_leader_out_is_a_flip():
    document = duel({"c": 9}, {"c": 2}, {"c": 50})
    document["questions"] = [
        {"id": "q", "options": [{"id": "typed", "requires": {"typed": True}}]}
    ]

    flips = evaluate(parse_rule_set(document), {}).flips

    assert [(f.to, f.changes) for f in flips] == [("two", (("q", "typed"),))]


def test_taking_a_requirement_away_brings_a_framework_back():
    document = duel({"c": 9}, {"c": 2}, {"c": 5})
    document["questions"] = [
        {
            "id": "q",
            "options": [{"id": "typed", "requires": {"typed": True}}, {"id": "any"}],
        }
    ]

    flips = evaluate(parse_rule_set(document), {"q": "typed"}).flips

    assert [(f.to, f.changes) for f in flips] == [("one", (("q", "any"),))]


def test_a_tie_is_broken_by_either_side():
    asked = [question("q", more={"a": 1}, less={"b": 1})]
    document = duel({"a": 5, "b": 0}, {"a": 0, "b": 5}, {"a": 1, "b": 1}, asked)

    flips = evaluate(parse_rule_set(document), {}).flips

    assert {flip.to for flip in flips} == {"one", "two"}


def test_more_than_fifty_flips_are_cut_in_sorted_order():
    asked = [
        question(f"q{n:02}", **{f"o{k:02}": {"b": k} for k in range(1, 13)})
        for n in range(6)
    ]
    document = duel({"a": 1, "b": 0}, {"a": 0, "b": 1}, {"a": 12, "b": 0}, asked)

    flips = evaluate(parse_rule_set(document), {}).flips

    everything = specification.smallest_flips(document, {})
    assert len(everything) > 50
    assert [dict(flip.changes) for flip in flips] == [c for c, _ in everything[:50]]


def test_four_changes_are_not_looked_for():
    asked = [question(f"q{n}", yes={"b": 1}) for n in range(4)]
    document = duel({"a": 1, "b": 0}, {"a": 0, "b": 1}, {"a": 3, "b": 0}, asked)

    assert evaluate(parse_rule_set(document), {}).flips == ()


def test_a_search_cut_short_says_so():
    asked = [question(f"q{n}", **{f"o{k}": {"b": 1} for k in range(9)}) for n in "abc"]
    document = duel({"a": 1, "b": 0}, {"a": 0, "b": 1}, {"a": 2, "b": 0}, asked)
    rule_set = parse_rule_set(document)
    standing = standing_after(rule_set, ())

    whole = smallest_flips(rule_set, (), standing)
    part = smallest_flips(rule_set, (), standing, max_steps=60)

    assert whole.complete
    assert not part.complete
    assert 0 < len(part.found) < len(whole.found)
    assert part.found == whole.found[: len(part.found)]
