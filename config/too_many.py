"""What a person sees who did one thing too often. Programs: config/errors.py."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

RETRY_SECONDS = 60  # sign-up, log-in and reset count by the minute


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """As `handler429`, which django-allauth asks for."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response
