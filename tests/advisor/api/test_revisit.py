import pytest

from advisor.models import Recommendation
from tests.advisor.api.problems import places

PATH = "/api/v1/recommendations"


def patch(caller, saved, body):
    path = f"{PATH}/{saved.pk}"
    return caller.patch(path, body, content_type="application/json")


def test_a_day_can_be_given_when_saving(caller):
    body = {"title": "Shop", "answers": {}, "revisit_on": "2030-02-28"}

    saved = caller.post(PATH, body, content_type="application/json").json()

    assert saved["revisit_on"] == "2030-02-28"


def test_a_day_can_be_changed_and_taken_away(caller, saved):
    assert saved.revisit_on is None
    changed = patch(caller, saved, {"revisit_on": "2030-02-28"}).json()
    assert changed["revisit_on"] == "2030-02-28"
    assert patch(caller, saved, {"title": "x"}).json()["revisit_on"] == "2030-02-28"

    assert patch(caller, saved, {"revisit_on": None}).json()["revisit_on"] is None


@pytest.mark.parametrize("day", ["soon", "2030-02-30", 0, 1.5, True, "", []])
def test_what_is_no_day_is_named(caller, saved, day):
    assert places(patch(caller, saved, {"revisit_on": day})) == ["body.revisit_on"]
    assert Recommendation.objects.get(pk=saved.pk).revisit_on is None
