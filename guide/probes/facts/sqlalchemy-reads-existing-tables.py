"""SQLAlchemy reflects a table that it did not make, and queries it."""

from sqlalchemy import MetaData, Table, create_engine, select, text

PACKAGES = ("SQLAlchemy",)
EXPECTED = {"columns": ["id", "weight"], "rows": [[1, 20]]}


def observe():
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        connection.execute(
            text("CREATE TABLE parcel (id INTEGER PRIMARY KEY, weight INTEGER)")
        )
        connection.execute(text("INSERT INTO parcel VALUES (1, 20)"))
        parcel = Table("parcel", MetaData(), autoload_with=connection)
        rows = connection.execute(select(parcel)).all()
    return {"columns": parcel.columns.keys(), "rows": [list(row) for row in rows]}
