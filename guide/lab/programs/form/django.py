"""A booking form, checked on the server, with Django's forms."""

import django
from django import forms
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

PAGE = """<!doctype html><title>Book</title>
<form method="post">{% csrf_token %}
{% for field in form %}
<p>{{ field.label_tag }} {{ field }}
{% for error in field.errors %}<strong>{{ error }}</strong>{% endfor %}</p>
{% endfor %}<button>Book</button></form>"""
MEMORY = ("django.template.loaders.locmem.Loader", {"book.html": PAGE})
CACHED = ("django.template.loaders.cached.Loader", [MEMORY])

settings.configure(
    SECRET_KEY="only-for-the-lab",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    USE_I18N=False,
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    CSRF_USE_SESSIONS=True,
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [CACHED]},
        }
    ],
)
django.setup()
RANGE = dict.fromkeys(("min_value", "max_value"), "Choose 1 to 8 seats.")


class BookingForm(forms.Form):
    name = forms.CharField(max_length=80)
    seats = forms.IntegerField(min_value=1, max_value=8, error_messages=RANGE)


def book(request):
    form = BookingForm(request.POST or None)
    if form.is_valid():
        return redirect("booked", seats=form.cleaned_data["seats"])
    return render(request, "book.html", {"form": form})


def booked(request, seats):
    return HttpResponse(f"Seats booked: {seats}")


urlpatterns = [path("", book), path("booked/<int:seats>", booked, name="booked")]
app = get_wsgi_application()
