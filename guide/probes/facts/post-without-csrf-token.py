"""A POST without a CSRF token: Flask answers it, a new Django project refuses it."""

from django.http import HttpResponse
from django.test import Client
from flask import Flask
from fresh_project import add_page, fresh_project

PACKAGES = ("Flask", "Django")
EXPECTED = {"flask": 200, "django": 403}


def observe():
    return {"flask": post_to_flask(), "django": post_to_django()}


def post_to_flask():
    app = Flask("probe")
    app.post("/transfer")(lambda: "done")
    return app.test_client().post("/transfer", data={"amount": "5"}).status_code


def post_to_django():
    fresh_project()
    add_page("transfer", lambda request: HttpResponse("done"))
    # Django's test client switches the check off unless it is told not to.
    client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    return client.post("/transfer", {"amount": "5"}).status_code
