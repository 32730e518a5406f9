import pytest

from advisor.editing.actions import publish_rule_set
from tests.advisor.api.problems import places

pytestmark = pytest.mark.django_db


@pytest.fixture
def second_version(rule_set):
    rule_set.title = "Another one"
    rule_set.save_revision()
    return publish_rule_set(rule_set=rule_set)


def test_the_questionnaire_is_what_the_contract_says(client, first_version, document):
    body = client.get("/api/v1/questionnaire").json()
    assert set(body) == {"version", "digest", "questions"}
    assert (body["version"], body["digest"]) == (1, first_version.digest)
    assert [row["id"] for row in body["questions"]] == [
        row["id"] for row in document["questions"]
    ]
    for question in body["questions"]:
        assert set(question) == {
            "id", "text", "help", "why", "kind", "quick", "options"
        }  # fmt: skip
        assert question["kind"] in ("fact", "preference")
        for option in question["options"]:
            assert set(option) == {"id", "label", "help", "reason"}


def test_the_questionnaire_follows_the_current_version(client, second_version):
    body = client.get("/api/v1/questionnaire").json()
    assert (body["version"], body["digest"]) == (2, second_version.digest)


def test_the_first_version_stays_readable_as_it_was(client, rule_set):
    before = client.get("/api/v1/rulesets/1").json()
    rule_set.title = "Another one"
    rule_set.save_revision()
    publish_rule_set(rule_set=rule_set)

    after = client.get("/api/v1/rulesets/1").json()

    assert before.pop("current") is True
    assert after.pop("current") is False
    assert after == before


def test_rule_sets_are_listed_newest_first(client, second_version):
    body = client.get("/api/v1/rulesets").json()
    assert body["count"] == 2
    assert [(row["version"], row["current"]) for row in body["items"]] == [
        (2, True),
        (1, False),
    ]
    assert all("document" not in row for row in body["items"])


def test_a_draft_is_read_by_nobody(client, rule_set):
    rule_set.title = "Secret draft"
    rule_set.save_revision()
    for path in ("questionnaire", "rulesets", "rulesets/1"):
        assert "Secret draft" not in client.get(f"/api/v1/{path}").content.decode()


@pytest.mark.parametrize("number", ["2", "999999999"])
def test_a_version_that_was_never_published_is_404(client, number):
    assert places(client.get(f"/api/v1/rulesets/{number}"), 404) == []


@pytest.mark.parametrize("number", ["0", "-1", "one", "1.5", "9" * 30])
def test_what_is_no_version_number_is_422(client, number):
    response = client.get(f"/api/v1/rulesets/{number}")
    assert places(response) == ["path.version"]


@pytest.mark.parametrize("path", ["questionnaire", "rulesets", "rulesets/1"])
def test_reading_takes_few_queries(client, django_assert_max_num_queries, path):
    with django_assert_max_num_queries(5):
        assert client.get(f"/api/v1/{path}").status_code == 200
