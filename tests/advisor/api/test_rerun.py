import pytest
from django.test import Client

from advisor.editing.actions import publish_rule_set
from advisor.engine import digest_of
from advisor.models import Recommendation, RuleSetVersion
from tests.advisor.api.problems import places

PATH = "/api/v1/recommendations"


@pytest.fixture
def newer(rule_set, document):
    """A version in which the first question no longer has its first option."""
    question = document["questions"][0]
    question["options"] = question["options"][1:]
    return RuleSetVersion.objects.create(
        rule_set=rule_set, number=2, document=document, digest=digest_of(document)
    )


def test_both_evaluations_and_the_difference(caller, saved, rule_set):
    rule_set.title = "Another one"
    rule_set.save_revision()
    publish_rule_set(rule_set=rule_set)

    body = caller.post(f"{PATH}/{saved.pk}/rerun").json()

    assert set(body) == {"before", "after", "difference"}
    assert body["before"] == saved.evaluation
    assert body["after"]["ruleset"]["version"] == 2
    assert body["difference"]["outcome"] == "holds"
    assert body["difference"]["sentence"].startswith("The verdict holds")


def test_answers_that_are_gone_are_named(caller, saved, newer, answers):
    body = caller.post(f"{PATH}/{saved.pk}/rerun").json()

    question, option = next(iter(answers.items()))
    assert body["difference"]["dropped"] == [
        {"question": question, "option": option, "missing_from": "after"}
    ]
    assert len(body["difference"]["left_out"]) == 1
    assert question not in body["after"]["answers"]


def test_running_again_saves_nothing(caller, saved, newer):
    before = list(Recommendation.objects.values())

    caller.post(f"{PATH}/{saved.pk}/rerun")

    assert list(Recommendation.objects.values()) == before


def test_nobody_runs_what_is_not_theirs(caller, theirs):
    assert places(caller.post(f"{PATH}/{theirs.pk}/rerun"), 404) == []
    assert places(Client().post(f"{PATH}/{theirs.pk}/rerun"), 401) == []
