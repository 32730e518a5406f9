"""ETag and If-Match: nobody overwrites what they have not read."""

import pytest

from advisor.models import Recommendation
from advisor.saved.actions import share_recommendation, update_recommendation
from tests.advisor.api.problems import places

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(saved):
    return f"/api/v1/recommendations/{saved.pk}"


def patch(caller, path, title, tag):
    return caller.patch(
        path,
        {"title": title},
        content_type="application/json",
        headers={"if-match": tag},
    )


def test_what_was_read_may_be_changed_and_gets_another_tag(caller, path):
    read = caller.get(path)["ETag"]
    changed = patch(caller, path, "New", read)
    assert changed.status_code == 200
    assert changed["ETag"] == caller.get(path)["ETag"] != read


def test_two_with_one_tag_the_second_is_refused_and_nothing_is_lost(caller, path):
    read = caller.get(path)["ETag"]
    patch(caller, path, "First", read)
    second = patch(caller, path, "Second", read)
    assert places(second, 412) == []
    assert second["Content-Type"] == "application/problem+json"
    assert caller.get(path).json()["title"] == "First"


def test_the_creating_answer_carries_the_tag_of_the_read(caller):
    made = caller.post(
        "/api/v1/recommendations",
        {"title": "Shop", "answers": {}},
        content_type="application/json",
    )
    read = caller.get(f"/api/v1/recommendations/{made.json()['id']}")
    assert made["ETag"] == read["ETag"]
    assert not read["ETag"].startswith("W/")


@pytest.mark.parametrize(
    "tag",
    ['"0-private"', '"1-0123456789abcdef"', "1-private", "x", "", '"%s"' % ("9" * 99)],
)
def test_a_tag_of_another_state_is_refused(caller, path, saved, tag):
    assert places(patch(caller, path, "New", tag), 412) == []
    assert places(caller.delete(path, headers={"if-match": tag}), 412) == []
    assert Recommendation.objects.get(pk=saved.pk).title == saved.title


def test_a_weak_tag_never_matches(caller, path):
    weak = "W/" + caller.get(path)["ETag"]
    assert patch(caller, path, "New", weak).status_code == 412


def test_any_and_lists_of_tags_match(caller, path):
    assert patch(caller, path, "Any", "*").status_code == 200
    several = f'"7-private", {caller.get(path)["ETag"]}'
    assert patch(caller, path, "Several", several).status_code == 200


def test_without_the_header_the_last_one_wins_as_before(caller, path):
    body = {"title": "New"}
    response = caller.patch(path, body, content_type="application/json")
    assert response.status_code == 200


def test_sharing_is_another_state_too(caller, path, saved):
    read = caller.get(path)["ETag"]
    share_recommendation(recommendation=saved)
    assert caller.get(path, headers={"if-none-match": read}).status_code == 200
    assert patch(caller, path, "New", read).status_code == 412
    assert patch(caller, path, "New", caller.get(path)["ETag"]).status_code == 200


def test_deleting_what_was_changed_meanwhile_is_refused(caller, path, saved):
    read = caller.get(path)["ETag"]
    update_recommendation(recommendation=saved, note="Wait")
    assert places(caller.delete(path, headers={"if-match": read}), 412) == []
    fresh = caller.get(path)["ETag"]
    assert caller.delete(path, headers={"if-match": fresh}).status_code == 204


def test_an_unchanged_one_is_not_sent_again(caller, path):
    tag = caller.get(path)["ETag"]
    assert caller.get(path, headers={"if-none-match": tag}).status_code == 304


def test_a_wrong_body_takes_no_number(caller, path):
    before = caller.get(path)["ETag"]
    assert patch(caller, path, "\n", before).status_code == 422
    assert caller.get(path)["ETag"] == before
