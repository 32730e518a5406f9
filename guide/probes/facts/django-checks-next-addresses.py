"""Django's login follows a `next` address of its own site only, and tells no names.

A login with an unknown name costs one hash like any other, so that nobody can tell
from the time which names exist.
"""

from django.core.management import call_command
from django.test import Client
from fresh_project import add_page, fresh_project

PACKAGES = ("Django",)
EXPECTED = {
    "sent to": {
        "/inside/": "/inside/",
        "https://evil.example/": "/home/",
        "//evil.example/": "/home/",
    },
    "hashes for": {"a known name": 1, "an unknown name": 1},
}
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def observe():
    fresh_project(LOGIN_REDIRECT_URL="/home/", PASSWORD_HASHERS=QUICK)
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User
    from django.contrib.auth.views import LoginView

    User.objects.create_user("ada", password="right")
    add_page("login", LoginView.as_view(template_name="admin/login.html"))
    return {
        "sent to": {address: sent_to(address) for address in EXPECTED["sent to"]},
        "hashes for": {
            "a known name": hashes_for("ada"),
            "an unknown name": hashes_for("bob"),
        },
    }


def sent_to(address):
    form = {"username": "ada", "password": "right", "next": address}
    return post(form).headers["Location"]


def hashes_for(name):
    from django.contrib.auth.hashers import MD5PasswordHasher

    encode, made = MD5PasswordHasher.encode, []

    def counted(*arguments):
        made.append(arguments)
        return encode(*arguments)

    MD5PasswordHasher.encode = counted
    post({"username": name, "password": "wrong"})
    MD5PasswordHasher.encode = encode
    return len(made)


def post(form):
    return Client(SERVER_NAME="localhost").post("/login", form)
