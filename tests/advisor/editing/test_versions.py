import pytest
from django.test import Client
from django.urls import reverse

from tests.advisor.acknowledging import drafted

COMPARE = "/admin/rule_set_versions/compare/"


@pytest.fixture
def two_versions(rule_set, document):
    document["questions"][0]["text"] = "Asked in other words?"
    drafted(rule_set, document).publish()
    return document


def test_two_versions_stand_side_by_side(author, two_versions):
    page = author.get(COMPARE, {"before": "1", "after": "2"}).content.decode()

    assert "Questions and options" in page
    assert "<td>Asked in other words?</td>" in page


def test_the_other_way_round_shows_the_same_change(author, two_versions):
    page = author.get(COMPARE, {"before": "2", "after": "1"})

    ((line,),) = [group.lines for group in page.context["groups"]]
    assert line.before == "Asked in other words?"


def test_without_a_choice_the_newest_version_meets_the_draft(
    author, two_versions, rule_set, document
):
    document["title"] = "A new name"
    drafted(rule_set, document)

    page = author.get(COMPARE)

    assert (page.context["before"], page.context["after"]) == ("2", "draft")
    assert "A new name" in page.content.decode()


@pytest.mark.parametrize("wrong", ["0", "99", "x", "\x00", "10" * 30])
def test_a_version_that_is_not_there_is_passed_over(author, wrong):
    page = author.get(COMPARE, {"before": wrong, "after": wrong})

    assert (page.context["before"], page.context["after"]) == ("1", "draft")


def test_a_version_equals_itself(author, first_version):
    page = author.get(COMPARE, {"before": "1", "after": "1"})

    assert "They are the same, word for word." in page.content.decode()


def test_a_draft_that_cannot_be_read_names_its_problems(author, rule_set, document):
    document["questions"][0]["options"][0]["points"]["tols"] = 3
    drafted(rule_set, document)

    page = author.get(COMPARE).content.decode()

    assert "points for &#x27;tols&#x27;" in page


def test_it_is_reached_from_the_list_of_versions_and_from_the_form(author, rule_set):
    edit = reverse("wagtailsnippets_advisor_ruleset:edit", args=[rule_set.pk])

    for address in (reverse("rule_set_versions:index"), edit):
        assert f'href="{COMPARE}"' in author.get(address).content.decode()


def test_others_are_sent_away(member_client):
    assert member_client.get(COMPARE).status_code == 302
    assert Client().get(COMPARE).status_code == 302
