import pytest
from django.urls import reverse

from advisor.rule_sets.document import Draft
from advisor.rule_sets.previews import preview_modes, preview_of
from tests.advisor.rule_set_forms import form_of


@pytest.fixture
def preview(administrator_client, rule_set):
    """Sends the form as the live preview does and returns the page of a mode."""
    address = reverse(
        "wagtailsnippets_advisor_ruleset:preview_on_edit", args=[rule_set.pk]
    )

    def show(document, mode):
        sent = administrator_client.post(address, form_of(document))
        assert sent.json() == {"is_valid": True, "is_available": True}
        page = administrator_client.get(address, {"mode": mode})
        assert page.status_code == 200
        return page.content.decode()

    return show


def test_the_preview_shows_the_question_as_it_would_become(preview, document):
    question = document["questions"][0]
    question["options"][0]["label"] = "A brand-new answer"

    page = preview(document, f"question:{question['id']}")

    assert "A brand-new answer" in page
    assert 'class="question__fieldset"' in page


def test_all_questions_stand_on_one_page(preview, document):
    page = preview(document, "all-questions")

    assert page.count('class="section"') == len(document["questions"])


def test_the_verdict_of_a_scenario_is_worked_out_from_the_draft(preview, document):
    scenario = document["scenarios"][0]

    page = preview(document, f"scenario:{scenario['id']}")

    assert f'data-kind="{scenario["expect_kind"]}"' in page


def test_a_broken_draft_says_what_is_wrong(preview, document):
    question = document["questions"][0]
    question["options"][0]["points"]["tols"] = 3

    page = preview(document, f"question:{question['id']}")

    assert "points for &#x27;tols&#x27;" in page


def test_an_empty_draft_says_what_is_wrong(preview, document):
    empty = {**document, "criteria": [], "frameworks": [], "questions": []}

    assert "cannot be used yet" in preview(empty, "all-questions")


def test_a_scenario_with_an_unknown_answer_says_so(document):
    document["scenarios"][0]["answers"]["no-such-question"] = "yes"
    mode = f"scenario:{document['scenarios'][0]['id']}"

    shown = preview_of(Draft(document), mode).context["preview"]

    assert any("no-such-question" in problem for problem in shown.problems)


def test_a_scenario_that_is_gone_says_so(document):
    shown = preview_of(Draft(document), "scenario:gone").context["preview"]

    assert shown.problems == ("There is no scenario 'gone'.",)


def test_the_first_question_is_the_default(document):
    first, *others = preview_modes(document)

    assert first[0] == f"question:{document['questions'][0]['id']}"
    assert len(others) == len(document["questions"]) + len(document["scenarios"])
