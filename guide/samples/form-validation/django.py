"""A form that is checked on the server, with what Django brings."""

import sys

import django
from django import forms
from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path

PAGE = """<!doctype html><title>Book</title>
<form method="post">{% csrf_token %}
{% for field in form %}
<p>{{ field.label_tag }} {{ field }}
{% for error in field.errors %}<strong>{{ error }}</strong>{% endfor %}</p>
{% endfor %}<button>Book</button></form>"""
PAGES = ("django.template.loaders.locmem.Loader", {"book.html": PAGE})

settings.configure(
    DEBUG=True,
    ROOT_URLCONF=__name__,
    SECRET_KEY="example-only",
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {"loaders": [PAGES]},
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

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
