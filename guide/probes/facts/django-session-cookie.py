"""Django's session cookie: a key only, HttpOnly, SameSite Lax; Secure is off."""

from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from fresh_project import add_page, fresh_project

PACKAGES = ("Django",)
EXPECTED = {
    "flags": {"HttpOnly": True, "SameSite": "Lax", "Secure": False},
    "sessions in the database": 1,
    "what the row of the cookie's key holds": {"name": "Ada"},
}


def observe():
    fresh_project()
    call_command("migrate", verbosity=0)
    from django.contrib.sessions.models import Session

    def remember(request):
        request.session["name"] = "Ada"
        return HttpResponse("remembered")

    add_page("", remember)
    cookie = Client(SERVER_NAME="localhost").get("/").cookies["sessionid"]
    return {
        "flags": {
            "HttpOnly": bool(cookie["httponly"]),
            "SameSite": cookie["samesite"],
            "Secure": bool(cookie["secure"]),
        },
        "sessions in the database": Session.objects.count(),
        "what the row of the cookie's key holds": (
            Session.objects.get(pk=cookie.value).get_decoded()
        ),
    }
