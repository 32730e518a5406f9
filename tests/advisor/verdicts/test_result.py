"""What a result page shows, for every kind of verdict."""

from types import SimpleNamespace

import pytest

from advisor.documents.catalogue import Catalogue
from advisor.engine import parse_rule_set
from advisor.journey.answers import Journey
from advisor.verdicts.evaluation import evaluated
from advisor.verdicts.intervals import debatable_scores
from advisor.verdicts.result import result_of
from guide.citations import Citation
from tests.advisor.small_document import (
    ANSWERS_BY_KIND,
    small_document,
    small_evaluation,
)

CATALOGUE = Catalogue(small_document())


def result(answers, claims=None):
    evaluation = small_evaluation(answers)
    return result_of(evaluation, CATALOGUE, Journey(answers=answers), claims or {})


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_every_kind_of_verdict_makes_a_whole_result(kind):
    shown = result(ANSWERS_BY_KIND[kind])

    assert shown.verdict.kind == kind
    assert len(shown.working.totals) == 2
    assert len(shown.answers) == len(ANSWERS_BY_KIND[kind])
    assert len(shown.answers) + len(shown.open_questions) == 4


@pytest.mark.parametrize(
    ("kind", "dots"),
    [("clear", 19), ("leans", 14), ("too_close", 13)],
)
def test_one_dot_stands_for_five_variations_in_a_hundred(kind, dots):
    shown = result(ANSWERS_BY_KIND[kind]).verdict.dots

    assert shown.cells.count("on") == dots
    assert len(shown.cells) == 20
    assert f"about {dots * 5} of 100" in shown.text


@pytest.mark.parametrize("kind", ["tie", "only_one", "none", "not_enough"])
def test_without_a_frequency_there_are_no_dots(kind):
    assert result(ANSWERS_BY_KIND[kind]).verdict.dots is None


def test_too_close_dots_name_nobody():
    dots = result(ANSWERS_BY_KIND["too_close"]).verdict.dots

    assert dots.framework == ""
    assert "Rock" not in dots.text


def test_a_flip_is_a_link_that_applies_itself():
    flips = result({"use": "hold"}).flips

    assert "change of 1 answer" in flips.text
    to_paper = next(f for f in flips.shown if f.changes[0].after == "Writing on it")
    assert to_paper.url == "/advisor/result/?use=write"
    assert to_paper.changes[0].before == "Holding a door"


def test_when_none_qualifies_the_smallest_relaxations_are_offered():
    flips = result(ANSWERS_BY_KIND["none"]).flips

    assert {(flip.to.name, flip.url) for flip in flips.shown} == {
        ("Rock", "/advisor/result/?rules=sinks"),
        ("Paper", "/advisor/result/?place=water"),
    }
    assert {flip.outcome for flip in flips.shown} == {"qualifies again"}


def test_both_sides_get_a_case_and_the_decided_one_comes_first():
    first, second = result({"use": "hold", "money": "much"}).cases

    assert first.heading == "What decided it for Rock"
    assert [row.label for row in first.criteria] == ["Weight"]
    assert [row.label for row in first.answers] == ["Holding a door", "Much"]
    assert second.heading == "The strongest case for Paper"
    assert [row.label for row in second.criteria] == ["Reach"]


def test_undecided_cases_stand_in_alphabetical_order():
    cases = result(ANSWERS_BY_KIND["too_close"]).cases

    assert [case.heading for case in cases] == [
        "What speaks for Paper",
        "What speaks for Rock",
    ]


def test_bars_add_up_to_the_margin_and_stay_inside_the_chart():
    chart = result({"use": "hold", "money": "much"}).by_criterion

    assert [(bar.label, bar.value_label) for bar in chart.rows] == [
        ("Weight", "+54 for Rock"),
        ("Reach", "+12 for Paper"),
    ]
    assert chart.total_label == "+42 for Rock"
    assert chart.idle == "Price moves nothing."
    assert [(bar.x, bar.width) for bar in chart.rows] == [(500, 500), (389, 111)]
    assert chart.height == 2 * 48


def test_the_sides_of_the_chart_do_not_move_with_the_leader():
    for answers in ({"use": "hold"}, {"use": "write"}):
        chart = result(answers).by_criterion
        assert (chart.left.name, chart.right.name) == ("Paper", "Rock")


def test_the_start_is_one_of_the_answers_that_moved_the_margin():
    chart = result({"money": "much"}).by_answer

    assert [bar.label for bar in chart.rows] == ["How much may it cost? Much"]
    assert chart.idle == "Before the first answer moves nothing."


@pytest.mark.parametrize("kind", ["only_one", "none"])
def test_without_two_to_compare_there_is_no_chart_and_no_case(kind):
    shown = result(ANSWERS_BY_KIND[kind])

    assert shown.by_criterion is None
    assert shown.cases == ()


def test_who_is_ruled_out_is_said_with_the_answer_that_did_it():
    (row,) = result(ANSWERS_BY_KIND["only_one"]).working.ruled_out

    assert row.sentence == (
        "Rock is ruled out by your answer “On water”: it needs "
        "“Floats on water: yes”, and for Rock it is no."
    )


def test_only_scores_in_doubt_are_drawn_as_intervals():
    chart = result({}).debatable

    assert [row.label for row in chart.rows] == ["Weight: Paper", "Reach: Rock"]
    assert chart.rows[0].value_label == "3 (2 to 4)"
    assert (chart.rows[0].low, chart.rows[0].best, chart.rows[0].high) == (
        200,
        300,
        400,
    )
    assert chart.height == 2 * 48 + 24


def test_of_many_debatable_scores_those_that_weigh_most_are_drawn():
    document = small_document()
    for number in range(10):
        key = f"more-{number}"
        document["criteria"].append({"id": key, "label": key, "base_points": number})
        document["frameworks"] = [
            {
                **framework,
                "scores": {
                    **framework["scores"],
                    key: {"low": 1, "best": 2, "high": 3},
                },
            }
            for framework in document["frameworks"]
        ]
    evaluation = evaluated(parse_rule_set(document), document, {"use": "hold"})

    chart = debatable_scores(evaluation, Catalogue(document))

    assert len(chart.rows) == 8
    assert "These 8 of 20 can move the totals most" in chart.description
    assert {row.label.split(":")[0] for row in chart.rows} == {
        "Weight",
        "more-9",
        "more-8",
        "more-7",
        "more-6",
    }


def test_of_many_frameworks_the_two_in_front_are_drawn():
    document = small_document()
    scissors = {**document["frameworks"][0], "id": "scissors", "label": "Scissors"}
    document["frameworks"] = [*document["frameworks"], scissors]
    evaluation = small_evaluation({})
    evaluation["ranking"] = ["scissors", "rock", "paper"]

    chart = debatable_scores(evaluation, Catalogue(document))

    assert [row.label for row in chart.rows] == ["Reach: Rock", "Reach: Scissors"]


def test_the_working_shows_points_scores_and_known_claims():
    claim = SimpleNamespace(pk=7)
    working = result({"use": "hold"}, {"heavy": claim}).working
    weight = working.criteria[0]
    paper, rock = weight.scores

    assert (weight.points, paper.best, paper.spread) == ("8 points", 3, "2 and 4")
    assert (rock.equation, rock.spread) == ("9 × 8 = 72", "")
    assert rock.citations == (Citation(1, claim),)


def test_open_questions_say_how_far_they_reach():
    reach = {row.question: row.reach for row in result({"use": "hold"}).open_questions}
    settled = result({"use": "hold", "place": "dry", "rules": "none"})

    assert reach == {"place": "alone", "money": "no", "rules": "together"}
    assert [row.reach for row in settled.open_questions] == ["no"]
    assert [group.heading for group in settled.open_groups] == [
        "Cannot change this any more"
    ]
    assert settled.left == "The last open question cannot change this."


def test_going_on_asks_skipped_questions_again():
    answers = {"use": "hold"}
    journey = Journey(answers=answers, skipped=frozenset({"place"}), mode="quick")
    shown = result_of(small_evaluation(answers), CATALOGUE, journey, {})

    assert shown.continue_url == "/advisor/place/?use=hold"
