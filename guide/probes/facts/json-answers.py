"""Both answer with JSON without an add-on."""

from django.http import JsonResponse
from django.test import Client
from flask import Flask
from fresh_project import add_page, fresh_project

PACKAGES = ("Flask", "Django")
EXPECTED = {
    "flask": {"type": "application/json", "data": {"framework": "one of two"}},
    "django": {"type": "application/json", "data": {"framework": "one of two"}},
}
DATA = {"framework": "one of two"}


def observe():
    app = Flask("probe")
    app.get("/")(lambda: DATA)
    by_flask = app.test_client().get("/")
    fresh_project()
    add_page("", lambda request: JsonResponse(DATA))
    by_django = Client(SERVER_NAME="localhost").get("/")
    return {
        "flask": {"type": by_flask.content_type, "data": by_flask.json},
        "django": {"type": by_django["Content-Type"], "data": by_django.json()},
    }
