"""A table, its migration and a list, with what Django brings."""

import sys
from pathlib import Path

import django
from django.apps import AppConfig
from django.conf import settings
from django.core.management import execute_from_command_line
from django.db import models
from django.http import JsonResponse
from django.urls import path

FOLDER = Path(__file__).resolve().parent


class NotesConfig(AppConfig):
    name = __name__
    label = "notes"
    default_auto_field = "django.db.models.BigAutoField"


settings.configure(
    DEBUG=True,
    ROOT_URLCONF=__name__,
    SECRET_KEY="example-only",
    INSTALLED_APPS=[f"{__name__}.NotesConfig"],
    MIGRATION_MODULES={"notes": "migrations"},
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": FOLDER / "notes.sqlite3",
        }
    },
    USE_TZ=True,
)
django.setup()


class Note(models.Model):
    title = models.CharField(max_length=80, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "notes"

    def __str__(self):
        return self.title


def notes(request):
    titles = Note.objects.order_by("title").values_list("title", flat=True)
    return JsonResponse({"notes": list(titles)})


urlpatterns = [path("", notes)]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
