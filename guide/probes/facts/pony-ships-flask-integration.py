"""Pony ORM wraps each request of a Flask program in its own database session."""

from flask import Flask
from pony.flask import Pony
from pony.orm import Database, Required, count

PACKAGES = ("pony", "Flask")
EXPECTED = {"status": 200, "rows seen by the next request": "1"}


def observe():
    db = Database("sqlite", ":memory:")

    class Note(db.Entity):
        title = Required(str)

    db.generate_mapping(create_tables=True)
    app = Flask("probe")
    Pony(app)

    @app.get("/add")
    def add():
        Note(title="Tea")
        return "added"

    app.get("/count")(lambda: str(count(note for note in Note)))
    client = app.test_client()
    return {
        "status": client.get("/add").status_code,
        "rows seen by the next request": client.get("/count").text,
    }
