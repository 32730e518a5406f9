"""The least an API of this kind can be: Django Ninja, one endpoint, no middleware.

Served beside the site as what its calls are measured against.
"""

from pathlib import Path

import django
from django.conf import settings

ENDPOINT = "/api/v1/evaluations"

settings.configure(
    SECRET_KEY="measured on 127.0.0.1 alone",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["ninja"],
    BASE_DIR=Path(__file__).parent,
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402 - needs the settings
from django.urls import path  # noqa: E402 - needs the settings
from ninja import NinjaAPI, Schema  # noqa: E402 - needs the settings

from config.serving.shortcut import install  # noqa: E402 - needs the settings
from config.serving.target import Target  # noqa: E402 - needs the settings

api = NinjaAPI()


class AnswersIn(Schema):
    answers: dict[str, str]


class Received(Schema):
    received: int


@api.post("/evaluations", response=Received)
def receive(request, data: AnswersIn):
    return {"received": len(data.answers)}


urlpatterns = [path("api/v1/", api.urls)]
application = Target(get_wsgi_application(), kept=lambda _environ: None)
install(application)
