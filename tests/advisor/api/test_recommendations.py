import uuid

import pytest

from advisor.editing.actions import publish_rule_set
from advisor.models import Recommendation
from advisor.models.recommendation import NOTE_LENGTH, TITLE_LENGTH
from advisor.saved.actions import delete_recommendation
from tests.advisor.api.problems import places

pytestmark = pytest.mark.django_db
PATH = "/api/v1/recommendations"
KEYS = {
    "id", "title", "note", "answers", "evaluation", "ruleset", "created_at",
    "updated_at", "share_url", "revisit_on",
}  # fmt: skip


def post(caller, body, **more):
    return caller.post(PATH, body, content_type="application/json", **more)


def patch(caller, saved, body):
    path = f"{PATH}/{saved.pk}"
    return caller.patch(path, body, content_type="application/json")


def test_saving_answers_201_with_the_shape_of_the_contract(caller, answers):
    response = post(caller, {"title": "Shop", "note": "Why", "answers": answers})

    body = response.json()
    assert response.status_code == 201
    assert set(body) == KEYS
    assert (body["title"], body["note"]) == ("Shop", "Why")
    assert body["answers"] == body["evaluation"]["answers"] == answers
    assert body["ruleset"] == body["evaluation"]["ruleset"]
    assert uuid.UUID(body["id"])
    assert caller.get(f"{PATH}/{body['id']}").json() == body


def test_the_evaluation_saved_is_the_evaluation_shown(caller, answers):
    shown = caller.post(
        "/api/v1/evaluations", {"answers": answers}, content_type="application/json"
    ).json()
    saved = post(caller, {"title": "Shop", "answers": answers}).json()
    assert saved["evaluation"] == shown


def test_the_list_is_mine_alone_in_pages(caller, saved, theirs):
    body = caller.get(PATH).json()
    assert body["count"] == 1
    assert [row["title"] for row in body["items"]] == ["Our shop"]
    assert caller.get(f"{PATH}?limit=1&offset=1").json() == {"items": [], "count": 1}


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
@pytest.mark.parametrize("which", ["theirs", "deleted", "nobody"])
def test_what_i_may_not_see_does_not_exist(caller, saved, theirs, method, which):
    if which == "deleted":
        delete_recommendation(recommendation=saved)
    key = {"theirs": theirs.pk, "deleted": saved.pk, "nobody": uuid.uuid4()}[which]

    response = caller.generic(method, f"{PATH}/{key}", "{}", "application/json")

    assert places(response, 404) == []
    assert str(key) not in response.content.decode()


def test_a_deleted_one_is_gone_from_the_list_and_the_count(caller, saved):
    assert caller.delete(f"{PATH}/{saved.pk}").status_code == 204
    assert caller.get(PATH).json() == {"items": [], "count": 0}
    assert caller.get("/api/v1/me").json()["recommendations"] == 0


def test_renaming_changes_nothing_else(caller, saved, answers):
    body = patch(caller, saved, {"title": "New name"}).json()
    assert body["title"] == "New name"
    assert body["answers"] == answers
    assert body["evaluation"] == saved.evaluation
    assert body["updated_at"] > body["created_at"]


def test_a_note_can_be_emptied(caller, saved):
    patch(caller, saved, {"note": "Something"})
    assert patch(caller, saved, {"note": ""}).json()["note"] == ""


def test_new_answers_are_evaluated_under_the_pinned_version(caller, saved, rule_set):
    rule_set.title = "Another one"
    rule_set.save_revision()
    publish_rule_set(rule_set=rule_set)

    body = patch(caller, saved, {"answers": {}}).json()

    assert body["answers"] == {}
    assert body["ruleset"]["version"] == body["evaluation"]["ruleset"]["version"] == 1


def test_publishing_again_changes_no_saved_number(caller, saved, rule_set):
    before = caller.get(f"{PATH}/{saved.pk}").json()
    rule_set.title = "Another one"
    rule_set.save_revision()
    publish_rule_set(rule_set=rule_set)
    assert caller.get(f"{PATH}/{saved.pk}").json() == before


@pytest.mark.parametrize("body", ["[]", "null", "1", '"a"', "", "{", '{"a":1,"a":2}'])
def test_a_patch_that_is_no_object_is_refused(caller, saved, body):
    assert places(patch(caller, saved, body)) == ["body"]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"title": None}, "body.title"),
        ({"title": ""}, "body.title"),
        ({"title": " \n\t"}, "body.title"),
        ({"title": 1}, "body.title"),
        ({"title": "x" * (TITLE_LENGTH + 1)}, "body.title"),
        ({"note": None}, "body.note"),
        ({"note": []}, "body.note"),
        ({"note": "x" * (NOTE_LENGTH + 1)}, "body.note"),
        ({"answers": None}, "body.answers"),
        ({"answers": {"no-such": "a"}}, "body.answers.no-such"),
        ({"owner": 1}, "body.owner"),
        ({"id": "x"}, "body.id"),
        ({"evaluation": {}}, "body.evaluation"),
        ({"deleted_at": None}, "body.deleted_at"),
    ],
)
def test_a_patch_names_the_field_that_is_wrong(caller, saved, body, place):
    assert places(patch(caller, saved, body)) == [place]
    kept = Recommendation.objects.get(pk=saved.pk)
    assert (kept.title, kept.note, kept.revision) == (saved.title, saved.note, 1)


@pytest.mark.parametrize(
    "body", [{"title": "\ud800"}, {"note": "a\udfff"}, {"note": "\x00"}, {"\x00": 1}]
)
def test_what_no_database_can_hold_is_refused(caller, saved, body):
    assert places(patch(caller, saved, body)) == ["body"]


def test_the_longest_title_and_note_fit(caller):
    body = {"title": "é" * TITLE_LENGTH, "note": "é" * NOTE_LENGTH, "answers": {}}
    saved = post(caller, body).json()
    assert (saved["title"], saved["note"]) == (body["title"], body["note"])


def test_control_characters_do_not_reach_the_database(caller):
    saved = post(caller, {"title": "a\x07b\x1b", "note": "c\x08\nd", "answers": {}})
    assert (saved.json()["title"], saved.json()["note"]) == ("ab", "c\nd")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"answers": {}}, "body.title"),
        ({"title": "a"}, "body.answers"),
        ({"title": "a", "answers": {}, "ruleset": "1"}, "body.ruleset"),
        ({"title": "a", "answers": {"no-such": "b"}}, "body.answers.no-such"),
        ({"title": "a", "answers": {}, "owner": 2}, "body.owner"),
    ],
)
def test_saving_names_the_field_that_is_wrong(caller, body, place):
    assert places(post(caller, body)) == [place]
    assert not Recommendation.objects.exists()


def test_saving_under_an_unpublished_version_is_404(caller):
    body = {"title": "a", "answers": {}, "ruleset": 99}
    assert places(post(caller, body), 404) == []


@pytest.mark.parametrize("key", ["1", "x", "0" * 40])
def test_what_is_no_uuid_is_named(caller, key):
    assert places(caller.get(f"{PATH}/{key}")) == ["path.id"]


def test_lists_and_reads_take_few_queries(caller, saved, django_assert_max_num_queries):
    caller.get(PATH)  # notes that the token was used, once a minute
    with django_assert_max_num_queries(5):
        assert caller.get(PATH).status_code == 200
    with django_assert_max_num_queries(5):
        assert caller.get(f"{PATH}/{saved.pk}").status_code == 200
