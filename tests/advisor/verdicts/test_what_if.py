from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import Journey
from advisor.verdicts.what_if import changed, what_if_of
from tests.advisor.small_document import small_document, small_evaluation

CATALOGUE = Catalogue(small_document())


def tried(answers, what_if):
    journey = Journey(answers=answers, what_if=what_if)
    after = changed(journey)
    return what_if_of(
        CATALOGUE,
        journey,
        small_evaluation(answers),
        small_evaluation(dict(after.answers)) if after else None,
    )


def test_every_other_option_of_what_was_answered_can_be_tried():
    (group,) = tried({"use": "hold"}, None).groups

    assert group.now == "Holding a door"
    assert [choice.value for choice in group.choices] == [
        "use:write",
        "use:both",
        "use:",
    ]


def test_before_and_after_stand_side_by_side():
    shown = tried({"use": "hold"}, ("use", "write")).tried

    assert [verdict.label for verdict in shown.verdicts] == ["Rock", "Paper"]
    assert (
        shown.summary == "The verdict changes from “Rock” to “Paper”. 2 criteria moved."
    )
    assert [(row.label, row.before, row.after, row.change) for row in shown.moved] == [
        ("Total of Paper", "52", "88", "+36"),
        ("Total of Rock", "88", "52", "\u221236"),
        ("Margin", "+36 for Rock", "+36 for Paper", ""),
    ]
    assert [(row.label, row.change) for row in shown.criteria] == [
        ("Reach", "+6"),
        ("Weight", "\u22126"),
    ]


def test_keeping_takes_the_change_and_going_back_does_not():
    shown = tried({"use": "hold", "money": "much"}, ("use", "write")).tried

    assert shown.keep_url == "/advisor/result/?use=write&money=much"
    assert shown.back_url == "/advisor/result/?use=hold&money=much"


def test_an_answer_can_be_taken_back_on_trial():
    shown = tried({"use": "hold", "money": "much"}, ("use", "")).tried

    assert (shown.before, shown.after) == ("Holding a door", "left open")
    assert shown.keep_url == "/advisor/result/?money=much"


def test_whoever_the_change_rules_out_is_said_to_be():
    moved = tried({"use": "hold"}, ("place", "water")).tried.moved

    assert moved[1].after.endswith("(ruled out)")
    assert moved[2].after == "nothing to compare"


def test_the_answer_already_given_is_no_change():
    assert tried({"use": "hold"}, ("use", "hold")).tried is None
    assert tried({"use": "hold"}, ("place", "")).tried is None


def test_the_form_carries_the_original_answers():
    assert tried({"use": "hold"}, ("use", "write")).hidden == (("use", "hold"),)
