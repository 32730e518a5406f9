from advisor.documents.frozen import FrozenDocument
from advisor.engine import digest_of
from advisor.rule_sets.check_rows import check_rows
from advisor.seeding.shipped_content import shipped_document
from tests.advisor.small_document import small_document


def rows_of(document):
    return check_rows(FrozenDocument(digest_of(document), document))


def test_the_shipped_rule_set_shows_nine_checks_passed():
    rows = rows_of(shipped_document())

    assert [row.id for row in rows] == [f"P{number}" for number in range(1, 10)]
    assert {row.result for row in rows} == {"Passed"}


def test_a_check_that_finds_something_shows_what():
    # The small document has no sources, and its scores carry no dates.
    evidence = next(row for row in rows_of(small_document()) if row.id == "P6")

    assert evidence.result == "Not passed"
    assert evidence.findings
