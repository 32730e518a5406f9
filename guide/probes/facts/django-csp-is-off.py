"""Django's Content Security Policy: there since 6.0, silent until it is configured."""

from django.conf import global_settings
from django.http import HttpResponse
from django.test import Client
from fresh_project import add_page, fresh_project

PACKAGES = ("Django",)
NEEDS = {"Django": "6.0"}
EXPECTED = {"SECURE_CSP": {}, "header of a new project": ""}


def observe():
    fresh_project()
    add_page("", lambda request: HttpResponse("hello"))
    answer = Client(SERVER_NAME="localhost").get("/")
    return {
        "SECURE_CSP": global_settings.SECURE_CSP,
        "header of a new project": answer.headers.get("Content-Security-Policy", ""),
    }
