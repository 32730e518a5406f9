"""The headers of a plain page: Flask sends none for security, Django sends four."""

from django.http import HttpResponse
from django.test import Client
from flask import Flask
from fresh_project import add_page, fresh_project

PACKAGES = ("Flask", "Django")
EXPECTED = {
    "flask": {},
    "django": {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    },
}
ORDINARY = {"Content-Type", "Content-Length"}


def observe():
    app = Flask("probe")
    app.get("/")(lambda: "hello")
    fresh_project()
    add_page("", lambda request: HttpResponse("hello"))
    answer = Client(SERVER_NAME="localhost").get("/")
    return {
        "flask": beyond_the_ordinary(app.test_client().get("/").headers),
        "django": beyond_the_ordinary(answer.headers),
    }


def beyond_the_ordinary(headers):
    return {name: value for name, value in headers.items() if name not in ORDINARY}
