import re

import pytest

from advisor.models import RuleSetVersion
from tests.advisor.small_document import QUESTIONS

pytestmark = pytest.mark.usefixtures("small_version")


def text_of(response):
    return response.content.decode()


def test_the_start_offers_both_ways_and_lists_candidates_by_name(client):
    page = text_of(client.get("/advisor/"))

    assert "/advisor/use/?mode=quick" in page
    assert 'href="/advisor/place/"' in page
    assert "/advisor/use/?mode=quick&amp;order=fixed" in page
    assert 'href="/advisor/use/?order=fixed"' in page
    assert "2 questions" in page
    assert "4 questions" in page
    assert page.index(">Paper<") < page.index(">Rock<")


def test_answers_in_the_address_of_the_start_are_kept(client):
    page = text_of(client.get("/advisor/?use=hold"))

    assert "/advisor/money/?mode=quick&amp;use=hold" in page
    assert "/advisor/result/?use=hold" in page


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_every_question_has_its_page_with_all_its_options(client, question):
    page = text_of(client.get(f"/advisor/{question['id']}/"))

    assert question["text"] in page
    assert page.count('type="radio"') == len(question["options"])
    assert "I don’t know yet" in page


def test_a_sent_answer_leads_to_the_next_open_question(client):
    response = client.get("/advisor/use/?mode=quick&use=hold&go=next")

    assert response.status_code == 302
    assert response["Location"] == "/advisor/money/?mode=quick&use=hold"


def test_after_the_last_question_comes_the_result(client):
    response = client.get("/advisor/money/?mode=quick&use=hold&money=much&go=next")

    assert response["Location"] == "/advisor/result/?mode=quick&use=hold&money=much"


def test_the_end_comes_early_where_nothing_can_change_it(client):
    response = client.get("/advisor/place/?use=hold&place=dry&go=next")
    page = text_of(client.get(response["Location"]))

    assert response["Location"] == "/advisor/settled/?use=hold&place=dry"
    assert "Settled after 2 answers" in page
    assert "No answer to the other 2 questions can change this" in page
    assert "Rock stays ahead" in page
    assert 'href="/advisor/result/?use=hold&amp;place=dry"' in page
    assert "?stop=never&amp;use=hold&amp;place=dry" in page
    assert 'href="/advisor/place/?use=hold&amp;place=dry">Back<' in page


@pytest.mark.parametrize(
    ("query", "proof"),
    [
        ("use=hold&place=deep", "Rock stays in, and the others stay ruled out"),
        ("place=water&rules=sinks", "none of them brings back a framework"),
    ],
)
def test_the_proof_fits_the_verdict(client, query, proof):
    assert proof in text_of(client.get(f"/advisor/settled/?{query}"))


def test_going_on_asks_the_rest_and_then_shows_the_result(client):
    first = client.get("/advisor/money/?stop=never&use=hold&place=dry&money=&go=next")
    last = client.get(first["Location"] + "&rules=none&go=next")

    assert first["Location"] == "/advisor/rules/?stop=never&use=hold&place=dry&money="
    assert last["Location"] == (
        "/advisor/result/?stop=never&use=hold&place=dry&money=&rules=none"
    )


@pytest.mark.parametrize("query", ["", "use=hold", "use=hold&nosuch=thing"])
def test_where_it_is_not_settled_the_next_question_is_asked(client, query):
    response = client.get(f"/advisor/settled/?{query}", follow=True)

    assert response.request["PATH_INFO"] == "/advisor/place/"
    assert ("nosuch" in text_of(response)) == ("nosuch" in query)


def test_back_from_question_to_question_reaches_the_first_one(client):
    path, asked = "/advisor/rules/?use=hold&place=&money=much", []
    for _ in range(4):
        page = text_of(client.get(path))
        asked.append(path.split("/")[2])
        back = re.search(r'href="([^"]+)">Back<', page)
        path = back[1].replace("&amp;", "&") if back else ""

    assert asked == ["rules", "money", "place", "use"]
    assert path == ""


def test_a_change_made_from_the_result_leads_back_to_it(client):
    response = client.get("/advisor/use/?use=hold&then=result&go=next")

    assert response["Location"] == "/advisor/result/?use=hold"


def test_a_form_sent_without_a_choice_says_what_to_do(client):
    response = client.get("/advisor/use/?money=much&go=next")
    page = text_of(response)

    assert response.status_code == 200
    assert "Choose one of the answers, or say “I don’t know yet”." in page
    assert '<input type="hidden" name="money" value="much">' in page


def test_an_unknown_option_is_named_and_the_form_still_works(client):
    page = text_of(client.get("/advisor/use/?use=throw&money=much"))

    assert "“throw” is not an answer to “What is it for?”" in page
    assert 'name="money" value="much"' in page
    assert "throw" not in page.split("<form", 2)[2]


def test_an_unknown_question_in_the_query_is_named(client):
    page = text_of(client.get("/advisor/money/?usage=hold"))

    assert "“usage” is not one of the questions" in page


def test_an_unknown_question_in_the_path_keeps_the_answers(client):
    response = client.get("/advisor/usage/?money=much")

    assert response.status_code == 404
    assert "There is no question “usage”" in text_of(response)
    assert "/advisor/place/?money=much" in text_of(response)


def test_a_swap_gets_the_part_alone_with_its_title_and_focus(client):
    part = text_of(
        client.get("/advisor/money/?use=hold", headers={"HX-Request": "true"})
    )

    assert "<html" not in part
    assert "<title>How much may it cost? · Flask or Django?</title>" in part
    assert 'tabindex="-1" autofocus' in part


def test_a_restored_history_entry_gets_the_whole_page(client):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<html" in text_of(client.get("/advisor/money/", headers=headers))


def test_no_winner_is_named_before_there_is_one(client):
    standing = text_of(client.get("/advisor/use/")).split('id="standing"')[1]

    assert "Nothing answered yet" in standing
    assert "standing__bar" not in standing


def test_why_and_what_it_changes_stand_behind_disclosures(client):
    page = text_of(client.get("/advisor/use/"))

    assert "<summary>Why we ask</summary>" in page
    assert "Different uses need different things." in page
    assert "+6 Weight" in page


def test_without_a_published_rule_set_the_page_says_so(client):
    # The model refuses to delete versions, as it should; its base manager does not.
    RuleSetVersion._base_manager.all().delete()

    response = client.get("/advisor/use/?use=hold")

    assert response.status_code == 503
    assert "The advisor is not ready yet" in text_of(response)
    assert "no-store" in response["Cache-Control"]
