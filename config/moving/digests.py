"""A table's digest: the same on both databases if, and only if, its rows are."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from config.moving.tables import Row, Table, is_json

MODULUS = 2**256


@dataclass
class Tally:
    """Rows counted and added up: in whatever order they come."""

    table: Table
    rows: int = 0
    total: int = 0

    def add(self, row: Row) -> None:
        said = json.dumps(
            [
                plain(json.loads(value)) if kind and value is not None else plain(value)
                for value, kind in zip(
                    row, map(is_json, self.table.fields), strict=True
                )
            ],
            sort_keys=True,
        )
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()
        self.total = (self.total + int.from_bytes(digest, "big")) % MODULUS
        self.rows += 1

    @property
    def said(self) -> tuple[int, str]:
        return self.rows, f"{self.total:064x}"


def tally(table: Table, rows: Iterable[Row]) -> Tally:
    found = Tally(table)
    for row in rows:
        found.add(row)
    return found


def plain(value: Any) -> Any:
    """As JSON says it, one way only for each value."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Decimal):
        return str(value.normalize())
    if isinstance(value, float) and value.is_integer():
        return int(value)  # PostgreSQL writes 1e22 of JSON as a whole number
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)
