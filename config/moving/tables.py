"""Which tables are moved, and what their columns mean on either database."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model

# Each database has a search index of its own kind; it is built anew.
SEARCH_INDEX = "wagtailsearch_"
ROWS_AT_ONCE = 1000
Row = tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    """One table and its own columns (not those of a parent model's table)."""

    model: type[Model]

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @property
    def fields(self) -> list[Field]:
        return list(self.model._meta.local_concrete_fields)

    @property
    def columns(self) -> list[str]:
        return [str(field.column) for field in self.fields]

    def rows(self, connection: BaseDatabaseWrapper) -> Iterator[Row]:
        """As Python values, the same from either database; JSON as its text."""
        quote = connection.ops.quote_name
        columns = ", ".join(map(quote, self.columns))
        readers = [reader(field, connection) for field in self.fields]
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {columns} FROM {quote(self.name)}")  # noqa: S608 - names of our models
            while batch := cursor.fetchmany(ROWS_AT_ONCE):
                for row in batch:
                    yield tuple(
                        read(value) for read, value in zip(readers, row, strict=True)
                    )


def tables() -> list[Table]:
    """Of every model, and of every many-to-many relation."""
    models = apps.get_models(include_auto_created=True)
    return [
        Table(model)
        for model in models
        if model._meta.managed
        and not model._meta.proxy
        and not model._meta.db_table.startswith(SEARCH_INDEX)
    ]


def is_json(field: Field) -> bool:
    return field.get_internal_type() == "JSONField"


def reader(field: Field, connection: BaseDatabaseWrapper) -> Callable[[Any], Any]:
    """What Django does with a column it reads, but for JSON, whose text is kept."""
    if is_json(field):
        return as_text
    column = field.get_col(field.model._meta.db_table)
    steps = [
        *connection.ops.get_db_converters(column),
        *column.get_db_converters(connection),
    ]

    def read(value: Any) -> Any:
        for step in steps:
            value = step(value, column, connection)
        return value

    return read


def as_text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value)
