"""CSV and JSON, and the names of the files."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.exports.csv_file import COLUMNS, as_csv
from advisor.exports.file_names import file_name
from advisor.exports.json_file import as_data
from tests.advisor.exports.decisions import decision
from tests.advisor.small_document import ANSWERS_BY_KIND

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


def rows_of(made) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(made))))


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_the_table_has_every_criterion_and_option(kind):
    made = decision(kind)
    totals: dict[str, int] = {}
    for row in rows_of(made):
        totals[row["framework"]] = totals.get(row["framework"], 0) + int(
            row["weighted"]
        )

    assert len(rows_of(made)) == 6
    assert totals == made.evaluation["totals"]


def test_a_row_says_what_it_rests_on():
    row = next(row for row in rows_of(decision()) if row["claims"])

    assert tuple(row) == COLUMNS
    assert (row["criterion"], row["framework"]) == ("weight", "rock")
    assert (row["points"], row["best"], row["weighted"]) == ("8", "9", "72")
    assert (row["grade"], row["claims"], row["verdict"]) == ("A", "heavy", "clear")


@given(start=st.sampled_from(FORMULA_STARTS), rest=st.text(max_size=20))
def test_no_cell_is_a_formula(start, rest):
    for row in rows_of(decision(title=start + rest)):
        assert not any(cell.startswith(tuple(FORMULA_STARTS)) for cell in row.values())


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_json_holds_the_stored_evaluation_and_survives_a_round_trip(kind):
    made = decision(kind, title="<b>", note="a\n“b”")
    data = json.loads(json.dumps(as_data(made)))

    assert data["evaluation"] == made.evaluation
    assert (data["title"], data["note"]) == ("<b>", "a\n“b”")
    assert data["status"] == "proposed"
    assert data["ruleset"]["digest"] == made.digest


def test_json_dates_the_triggers_and_the_evidence():
    data = as_data(decision())

    assert {row["on"] for row in data["revisit"]} == {None, "2027-04-01", "2027-03-31"}
    assert data["evidence"][0]["sources"][0]["retrieved_on"] == "2026-09-30"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("The heavy door", "the-heavy-door.md"),
        ("Café / Größe", "cafe-groe.md"),
        ("会", "decision-record.md"),
        ('a"; filename=evil.exe\r\nX: y', "a-filename-evil-exe-x-y.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("x" * 300, "x" * 60 + ".md"),
    ],
)
def test_a_file_name_is_plain_ascii(title, name):
    assert file_name(title, "md") == name


@given(st.text(max_size=300))
def test_every_title_has_a_file_name(title):
    name = file_name(title, "csv")

    assert name.isascii()
    assert name.replace("-", "").replace(".", "").isalnum()
