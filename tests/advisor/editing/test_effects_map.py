import pytest
from django.test import Client
from django.urls import reverse

from tests.advisor.acknowledging import drafted


@pytest.fixture
def effects(rule_set):
    return reverse("wagtailsnippets_advisor_ruleset:effects", args=[rule_set.pk])


def test_the_map_shows_the_draft_not_what_is_in_force(
    author, rule_set, effects, document
):
    document["questions"][0]["options"][0]["label"] = "An answer nobody has seen yet"
    drafted(rule_set, document)

    assert "An answer nobody has seen yet" in author.get(effects).content.decode()


def test_every_question_is_a_table_with_a_caption(author, effects, document):
    page = author.get(effects).content.decode()

    assert page.count('<caption id="effects-') == len(document["questions"])
    assert page.count("effects-map__bar") == sum(
        len(question["options"]) for question in document["questions"]
    )


def test_a_draft_that_cannot_be_read_names_its_problems(
    author, rule_set, effects, document
):
    document["questions"][0]["options"][0]["points"]["tols"] = 3
    drafted(rule_set, document)

    assert "points for &#x27;tols&#x27;" in author.get(effects).content.decode()


def test_it_is_reached_from_the_form(author, rule_set, effects):
    edit = reverse("wagtailsnippets_advisor_ruleset:edit", args=[rule_set.pk])

    assert f'href="{effects}"' in author.get(edit).content.decode()


def test_others_are_sent_away(member_client, effects):
    assert member_client.get(effects).status_code == 302
    assert Client().get(effects).status_code == 302
