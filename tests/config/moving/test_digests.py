"""Equal rows have equal digests, however either database writes them."""

import uuid
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from advisor.models import OwnRuleSet
from config.moving.digests import Tally, plain
from config.moving.tables import Table, tables

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NOW, NOW.astimezone(timezone(timedelta(hours=5)))),
        (Decimal("1.50"), Decimal("1.5")),
        (1e22, 10**22),
        (b"ab", memoryview(b"ab")),
        (uuid.UUID(int=5), str(uuid.UUID(int=5))),
        ({"a": [1.0, None]}, {"a": [1, None]}),
    ],
)
def test_one_value_is_said_one_way(one, other):
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("one", "other"), [("1", 1), ("", None), (0, None), (1, 2)])
def test_other_values_are_said_otherwise(one, other):
    assert plain(one) != plain(other)


def said(*rows) -> tuple[int, str]:
    found = Tally(Table(OwnRuleSet))
    for row in rows:
        found.add(row)
    return found.said


def row(number: int, document: str) -> tuple:
    own = {"id": number, "document": document}
    names = [field.name for field in Table(OwnRuleSet).fields]
    return tuple(own.get(name) for name in names)


def test_the_order_of_rows_and_of_names_in_json_does_not_matter():
    one, other = row(1, '{"a": 1, "b": 2}'), row(2, "[]")
    again = row(1, '{"b":2,"a":1}')
    assert said(one, other) == said(other, again)


@pytest.mark.parametrize(
    "rows",
    [[], [row(1, "[]")] * 2, [row(1, "[1]")], [row(1, "null")], [row(1, None)]],
)
def test_a_row_lost_doubled_or_changed_is_noticed(rows):
    assert said(*rows) != said(row(1, "[]"))


def test_sql_null_is_not_the_null_of_json():
    assert row(1, None) != row(1, "null")


def test_every_table_of_every_model_is_moved_but_the_search_index():
    names = {table.name for table in tables()}
    assert {
        "advisor_recommendation",
        "guide_claim_frameworks",
        "django_session",
    } < names
    assert not any(name.startswith("wagtailsearch_") for name in names)
