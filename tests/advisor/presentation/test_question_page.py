from advisor.answers import QUICK, Journey
from advisor.catalogue import Catalogue
from advisor.presentation.question_page import question_page
from tests.advisor.small_document import small_document, small_evaluation

CATALOGUE = Catalogue(small_document())


def page(question, **journey):
    wanted = Journey(**journey)
    return question_page(
        question, small_evaluation(dict(wanted.answers)), CATALOGUE, wanted
    )


def test_the_answer_given_before_is_the_one_that_is_checked():
    options = page("use", answers={"use": "write"}).options

    assert [option.id for option in options if option.checked] == ["write"]


def test_the_form_carries_every_other_answer_and_not_its_own():
    shown = page("use", answers={"use": "write", "money": "much"}, mode=QUICK)

    assert shown.hidden == (("mode", "quick"), ("money", "much"))


def test_skipping_leaves_the_question_open_and_goes_on():
    shown = page("use", answers={"use": "write"}, mode=QUICK)

    assert shown.skip_url == "/advisor/money/?mode=quick&use="


def test_going_back_keeps_the_answers():
    shown = page("money", answers={"use": "write"}, mode=QUICK)

    assert shown.back_url == "/advisor/use/?mode=quick&use=write"


def test_there_is_no_way_back_from_the_first_question():
    assert page("use").back_url == ""


def test_somebody_from_the_result_is_led_back_to_it():
    shown = page("use", answers={"use": "write"}, to_result=True)

    assert shown.back_url == "/advisor/result/?use=write"
    assert ("then", "result") in shown.hidden
    assert shown.submit_label == "Update the result"


def test_progress_tells_the_truth():
    assert page("use").progress.text == "Question 1 of 4."
    assert page("money", answers={"use": "hold"}, mode=QUICK).progress.text == (
        "Question 2 of 2. 1 open question can still change this."
    )
    assert page(
        "money", answers={"use": "hold", "place": "dry", "rules": "none"}
    ).progress.text == ("Question 3 of 4. The last open question cannot change this.")


def test_a_question_outside_the_quick_mode_says_so():
    text = page("place", mode=QUICK).progress.text

    assert text == "A further question, beyond the 2 quick ones."


def test_effects_name_points_and_who_would_be_ruled_out():
    hold, *_ = page("use").effects
    _, water, _ = page("place").effects

    assert (hold.reason, hold.moves) == ("Doors push.", ("+6 Weight",))
    assert water.rules_out == "Needs: Floats on water. Rules out Rock."


def test_effects_that_take_points_away_say_so():
    *_, much = page("money").effects

    assert much.moves == ("+1 Weight", "\u22121 Price")


def test_nobody_is_named_before_there_is_a_verdict():
    standing = page("use").standing

    assert [(row.name, row.width, row.label) for row in standing.rows] == [
        ("Paper", None, ""),
        ("Rock", None, ""),
    ]
    assert "Rock" not in standing.sentence
    assert "Paper" not in standing.sentence


def test_the_standing_stays_alphabetical_whoever_leads():
    standing = page("money", answers={"use": "hold"}).standing

    assert [(row.name, row.label) for row in standing.rows] == [
        ("Paper", "43 of 100"),
        ("Rock", "73 of 100"),
    ]


def test_the_standing_says_who_is_ruled_out():
    standing = page("use", answers={"place": "water"}).standing

    assert [row.label for row in standing.rows] == ["", "ruled out by your answers"]
