"""`inspectdb` writes a model for a table that Django did not make."""

import sqlite3
from io import StringIO

from django.core.management import call_command
from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {"class": True, "field": True, "left unmanaged": True}


def observe():
    fresh_project()
    with sqlite3.connect("db.sqlite3") as database:
        database.execute("CREATE TABLE parcel (weight INTEGER NOT NULL)")
    written = StringIO()
    call_command("inspectdb", "parcel", stdout=written)
    model = written.getvalue()
    return {
        "class": "class Parcel(models.Model):" in model,
        "field": "weight = models.IntegerField()" in model,
        "left unmanaged": "managed = False" in model,
    }
