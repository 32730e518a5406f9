from advisor.documents.catalogue import Catalogue
from advisor.journey.answers import FIXED, QUICK, Journey
from advisor.wizard.question_page import question_page
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


def progress(question, **journey):
    return page(question, **journey).progress.text


def test_progress_says_how_many_more_at_most_and_how_many_still_count():
    assert progress("place") == "Nothing answered yet; at most 4 questions."
    assert progress("place", answers={"use": "hold"}) == (
        "1 answered; at most 3 more, 2 of them could still change this."
    )
    assert progress("use", answers={"money": "much"}, mode=QUICK) == (
        "1 answered; at most 1 more, and it could still change this."
    )
    assert progress("rules", answers={"place": "dry"}) == (
        "1 answered; at most 3 more, all could still change this."
    )


def test_progress_says_when_nothing_can_change_it_any_more():
    answers = {"use": "hold", "place": "dry"}

    assert progress("money", answers=answers) == (
        "2 answered; at most 2 more, and none can change this any more."
    )
    assert progress("money", answers={**answers, "rules": "none", "money": "much"}) == (
        "4 answered; none left."
    )


def test_a_skipped_question_is_not_counted_as_still_to_come():
    shown = progress("rules", answers={"place": "dry"}, skipped=frozenset({"use"}))

    assert shown == "1 answered; at most 2 more, all could still change this."


def test_in_the_fixed_order_progress_names_the_place():
    assert progress("use", order=FIXED) == "Question 1 of 4."
    assert progress("money", answers={"use": "hold"}, mode=QUICK, order=FIXED) == (
        "Question 2 of 2. 2 of the 3 open questions could still change this."
    )
    answers = {"use": "hold", "place": "dry", "rules": "none"}
    assert progress("money", answers=answers, order=FIXED) == (
        "Question 3 of 4. The last open question cannot change this."
    )
    assert progress("place", mode=QUICK, order=FIXED) == (
        "A further question, beyond the 2 quick ones."
    )


def test_the_way_back_leads_to_the_question_asked_before():
    journey = {"answers": {"use": "hold", "rules": "none"}, "asked": ("rules", "use")}

    assert page("place", **journey).back_url == "/advisor/use/?rules=none&use=hold"
    assert page("use", **journey).back_url == "/advisor/rules/?rules=none&use=hold"
    assert page("rules", **journey).back_url == ""


def test_the_form_sends_its_own_answer_last_whatever_was_asked_when():
    journey = {"answers": {"use": "hold", "rules": "none"}, "asked": ("rules", "use")}

    assert page("rules", **journey).hidden == (("use", "hold"),)


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
