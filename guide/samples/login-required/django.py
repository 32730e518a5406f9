"""A page for signed-in people, with what Django brings."""

import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.management import execute_from_command_line
from django.http import JsonResponse
from django.urls import include, path

PAGE = """<!doctype html><title>Log in</title><form method="post">{% csrf_token %}
<p>{% if form.errors %}Wrong name or password.{% endif %}</p>
<input name="username" aria-label="Name">
<input name="password" type="password" aria-label="Password">
<input type="hidden" name="next" value="{{ next }}">
<button>Log in</button></form>"""
PAGES = ("django.template.loaders.locmem.Loader", {"registration/login.html": PAGE})

settings.configure(
    DEBUG=True,
    ROOT_URLCONF=__name__,
    SECRET_KEY="example-only",
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [PAGES]},
        }
    ],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": Path(__file__).resolve().parent / "site.sqlite3",
        }
    },
    LOGIN_URL="login",
    LOGIN_REDIRECT_URL="private",
)
django.setup()


@login_required
def private(request):
    return JsonResponse({"user": request.user.username})


urlpatterns = [
    path("", include("django.contrib.auth.urls")),
    path("private/", private, name="private"),
]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
