"""A JSON endpoint with session, CSRF protection, headers and host check."""

import json

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

settings.configure(
    SECRET_KEY="only-for-the-lab",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    CSRF_USE_SESSIONS=True,
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
)


@require_safe
def start(request):
    request.session["name"] = "reader"
    return JsonResponse({"token": get_token(request)})


@require_POST
def greeting(request):
    numbers = json.loads(request.body)["numbers"]
    greeting = f"Hello, {request.session['name']}"
    return JsonResponse({"greeting": greeting, "sum": sum(numbers)})


urlpatterns = [path("start", start), path("greeting", greeting)]
app = get_wsgi_application()
