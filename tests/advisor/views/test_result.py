import pytest

from advisor.verdicts import wording
from tests.advisor.journey.test_routing import adaptive_run
from tests.advisor.small_document import (
    ANSWERS_BY_KIND,
    small_document,
    small_evaluation,
)
from tests.advisor.views.conftest import publish

pytestmark = pytest.mark.usefixtures("small_version")


def page_of(client, answers, **more):
    return client.get("/advisor/result/", {**answers, **more}).content.decode()


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_every_kind_of_verdict_is_said_in_its_own_words(client, kind):
    page = page_of(client, ANSWERS_BY_KIND[kind])

    assert f'data-kind="{kind}"' in page
    assert (
        wording.sentence_for(small_evaluation(ANSWERS_BY_KIND[kind]), small_document())
        in page
    )


@pytest.mark.parametrize("kind", ["too_close", "tie", "none", "not_enough"])
def test_a_verdict_that_names_nobody_wears_nobodys_colour(client, kind):
    verdict = page_of(client, ANSWERS_BY_KIND[kind]).split('class="verdict"')[1]

    assert "data-framework" not in verdict.split(">")[0]


def test_the_sections_stand_in_the_order_of_the_method(client):
    page = page_of(client, {"use": "hold"})
    headings = [
        'class="verdict__sentence"',
        "What would change it",
        "What decided it for Rock",
        "The strongest case for Paper",
        ">Your answers</h2>",
        ">Open questions</h2>",
        "The full working",
        "Method and version",
        "This site is built with Django",
    ]
    places = [page.index(heading) for heading in headings]

    assert places == sorted(places)


def test_a_result_without_answers_names_nobody_first(client):
    page = page_of(client, {})

    assert "What would change it" not in page
    assert "What decided it" not in page
    assert "Save this result" not in page
    assert "Start with the first question" in page


def test_the_flip_that_is_offered_really_flips(client):
    page = page_of(client, {"use": "hold"})
    assert 'href="/advisor/result/?use=write"' in page

    flipped = page_of(client, {"use": "write"})
    assert "Paper fits your answers better" in flipped


def test_every_answer_can_be_changed_and_leads_back(client):
    page = page_of(client, {"use": "hold", "money": "much"})

    assert "/advisor/use/?use=hold&amp;money=much&amp;then=result" in page
    assert "/advisor/money/?use=hold&amp;money=much&amp;then=result" in page


def test_saving_takes_the_answers_along(client):
    page = page_of(client, {"use": "hold", "money": "much"})

    assert 'href="/advisor/saved/new/?use=hold&amp;money=much"' in page


def test_the_chart_has_title_description_and_its_numbers_in_a_table(client):
    page = page_of(client, {"use": "hold", "money": "much"})

    assert "What moved the totals apart, by criterion" in page
    assert "Bars to the left count for Paper, bars to the right for Rock." in page
    assert '<td class="number">+54 for Rock</td>' in page


def test_the_version_and_its_digest_are_named(client, small_version):
    page = page_of(client, {"use": "hold"})

    assert small_version.digest in page
    assert f"/api/v1/rulesets/{small_version.number}" in page


def test_an_older_rule_set_can_be_pinned_and_stays_in_every_link(client, small_version):
    changed = small_document()
    changed["criteria"][0]["base_points"] = 9
    publish(changed)

    pinned = page_of(client, {"use": "both"}, ruleset=small_version.number)
    current = page_of(client, {"use": "both"})

    assert 'data-kind="tie"' in pinned
    assert 'data-kind="tie"' not in current
    assert f"/advisor/saved/new/?ruleset={small_version.number}&amp;use=both" in pinned


def test_a_rule_set_that_does_not_exist_is_said_to_be_replaced(client):
    page = page_of(client, {"use": "hold"}, ruleset=99_999)

    assert "There is no published rule set “99999”." in page
    assert 'data-kind="clear"' in page


def test_a_change_on_trial_shows_both_and_keeps_the_original(client):
    page = page_of(client, {"use": "hold"}, **{"what-if": "use:write"})

    assert 'data-kind="clear" data-framework="rock"' in page
    assert "The verdict changes from “Rock” to “Paper”." in page
    assert 'href="/advisor/result/?use=write">Keep this change' in page
    assert 'href="/advisor/result/?use=hold">Back to your answers' in page
    assert '<input type="hidden" name="use" value="hold">' in page


def test_a_change_that_cannot_be_tried_is_named_and_the_result_stands(client):
    page = page_of(client, {"use": "hold"}, **{"what-if": "use:throw"})

    assert "“use:throw” is not a change that can be tried" in page
    assert 'data-kind="clear"' in page
    assert "what-if__tried" not in page


def test_without_answers_there_is_nothing_to_try(client):
    assert 'id="what-if"' not in page_of(client, {})


def test_break_even_and_the_parts_of_the_doubt_are_in_the_working(client):
    working = page_of(client, {"use": "hold"}).split('id="working"')[1]

    assert "would have to weigh 6 points more" in working
    assert "Only the weights" in working
    assert "Only the scores" in working


def test_open_questions_stand_apart_by_what_they_can_still_do(client):
    page = page_of(client, {"use": "hold"})
    could, cannot = page.split("Could still change this</h3>")[1].split(
        "Cannot change this any more</h3>"
    )

    assert "Where is it kept?" in could
    assert "How much may it cost?" in cannot.split("</ul>")[0]


def test_the_result_of_a_wizard_run_weighs_little(client, first_version):
    answers = adaptive_run(first_version.document["scenarios"][0]["answers"]).answers

    page = page_of(client, {**answers, "ruleset": first_version.number})

    assert 'href="/claims/' in page
    assert len(page.encode()) < 60_000
