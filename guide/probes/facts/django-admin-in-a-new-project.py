"""The admin of a new Django project stands and edits users without a line of code."""

from django.core.management import call_command
from django.test import Client
from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {
    "a stranger is sent to": "/admin/login/?next=/admin/",
    "pages an administrator may open": {
        "/admin/": 200,
        "/admin/auth/user/": 200,
        "/admin/auth/user/add/": 200,
    },
}


def observe():
    fresh_project()
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User

    client = Client(SERVER_NAME="localhost")
    sent_to = client.get("/admin/").headers["Location"]
    client.force_login(User.objects.create_superuser("ada"))
    pages = EXPECTED["pages an administrator may open"]
    return {
        "a stranger is sent to": sent_to,
        "pages an administrator may open": {
            page: client.get(page).status_code for page in pages
        },
    }
