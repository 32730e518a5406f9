"""An endpoint that takes JSON, checks it and answers with JSON."""

import json
import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST

settings.configure(DEBUG=True, ROOT_URLCONF=__name__, SECRET_KEY="example-only")


def read_numbers(body):
    """The list under "numbers", or None where it is not a list of integers."""
    try:
        document = json.loads(body)
    except ValueError:
        return None
    numbers = document.get("numbers") if isinstance(document, dict) else None
    if isinstance(numbers, list) and all(type(item) is int for item in numbers):
        return numbers
    return None


@require_POST
def add_up(request):
    numbers = read_numbers(request.body)
    if numbers is None:
        error = {"error": "Send a list of integers as numbers."}
        return JsonResponse(error, status=400)
    return JsonResponse({"sum": sum(numbers), "count": len(numbers)})


urlpatterns = [path("sum", add_up)]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
