"""Django stores JSON and queries inside it, on SQLite here."""

from django.db import connection, models
from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {"parcels found by a key inside": ["heavy"]}


def observe():
    fresh_project()

    class Parcel(models.Model):
        name = models.CharField(max_length=20)
        details = models.JSONField()

        class Meta:
            app_label = "probe"

    with connection.schema_editor() as editor:
        editor.create_model(Parcel)
    Parcel.objects.create(name="light", details={"size": {"kg": 1}})
    Parcel.objects.create(name="heavy", details={"size": {"kg": 20}})
    found = Parcel.objects.filter(details__size__kg__gt=10)
    return {"parcels found by a key inside": [parcel.name for parcel in found]}
