import pytest

from advisor.models import RuleSet
from advisor.rule_sets.document import draft_of
from advisor.rule_sets.fields import UnknownClaimsError, fields_of
from advisor.seeding.shipped_content import shipped_document


def test_a_rule_set_filled_from_a_document_gives_the_same_document(db, document):
    rule_set = RuleSet(**fields_of(document))

    assert rule_set.document() == document


def test_the_document_survives_the_database_and_a_revision(rule_set):
    revision = rule_set.save_revision()

    assert rule_set.document() == shipped_document()
    assert revision.as_object().document() == shipped_document()


def test_reading_a_rule_set_costs_three_queries_whatever_its_size(
    rule_set, django_assert_max_num_queries
):
    fresh = RuleSet.objects.get()

    with django_assert_max_num_queries(3):
        fresh.document()


def test_a_deleted_claim_leaves_its_score_readable(rule_set):
    score = rule_set.candidates[0].value["scores"][0]
    claim = score["claims"][0]

    claim.delete()

    read = RuleSet.objects.get().document()["frameworks"][0]["scores"]
    assert claim.slug not in read[score["criterion"]]["claims"]


def test_points_given_twice_to_one_criterion_are_a_problem(db, document):
    fields = fields_of(document)
    option = fields["questions"][0]["value"]["options"][0]
    option["points"].append(dict(option["points"][0]))

    draft = draft_of(RuleSet(**fields))

    assert [problem.path for problem in draft.problems] == [
        "questions[0].options[0].points"
    ]


def test_an_empty_rule_set_can_be_read(db):
    draft = RuleSet(title="Nothing yet").draft()

    assert draft.document["questions"] == []
    assert draft.problems == []


def test_a_claim_the_ledger_lacks_is_named(db, document):
    criterion = next(iter(document["frameworks"][0]["scores"]))
    document["frameworks"][0]["scores"][criterion]["claims"] = ["nobody-said-this"]

    with pytest.raises(UnknownClaimsError, match="nobody-said-this"):
        fields_of(document)


def test_a_question_keeps_its_identity_from_one_reading_to_the_next(db, document):
    first = fields_of(document)["questions"]
    document["questions"].reverse()

    again = fields_of(document)["questions"]

    assert {row["id"] for row in again} == {row["id"] for row in first}
