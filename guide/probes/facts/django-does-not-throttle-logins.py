"""A hundred wrong passwords in a row, then the right one: Django lets it in."""

from django.core.management import call_command
from django.test import Client
from fresh_project import add_page, fresh_project

PACKAGES = ("Django",)
EXPECTED = {"statuses of 100 wrong attempts": [200], "then the right one": 302}
# A quick hasher: what is counted here is attempts, not seconds.
QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TEMPLATE = "{{ form.errors }}"


def observe():
    fresh_project(PASSWORD_HASHERS=QUICK, LOGIN_REDIRECT_URL="/")
    call_command("migrate", verbosity=0)
    from django.contrib.auth.models import User
    from django.contrib.auth.views import LoginView

    User.objects.create_user("ada", password="right")
    add_page("login", LoginView.as_view(template_name="admin/login.html"))
    client = Client(SERVER_NAME="localhost")

    def log_in(password):
        form = {"username": "ada", "password": password}
        return client.post("/login", form).status_code

    wrong = {log_in(f"wrong{number}") for number in range(100)}
    return {
        "statuses of 100 wrong attempts": sorted(wrong),
        "then the right one": log_in("right"),
    }
