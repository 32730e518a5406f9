"""A request for a host that is not ours: who refuses it, and when."""

from django.http import HttpResponse
from django.test import Client
from flask import Flask
from fresh_project import add_page, fresh_project

PACKAGES = ("Flask", "Django")
EXPECTED = {
    "flask as it comes": 200,
    "flask with TRUSTED_HOSTS": 400,
    "django as it comes": 400,
}
EVIL = "evil.example"


def observe():
    fresh_project()
    add_page("", lambda request: HttpResponse(request.get_host()))
    return {
        "flask as it comes": ask_flask(),
        "flask with TRUSTED_HOSTS": ask_flask(TRUSTED_HOSTS=["good.example"]),
        "django as it comes": Client(SERVER_NAME=EVIL).get("/").status_code,
    }


def ask_flask(**config):
    app = Flask("probe")
    app.config.update(config)
    app.get("/")(lambda: "hello")
    return app.test_client().get("/", base_url=f"http://{EVIL}").status_code
