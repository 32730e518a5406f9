"""The smallest useful Django program. Save it as app.py."""

import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
from django.utils.html import escape

settings.configure(DEBUG=True, ROOT_URLCONF=__name__, SECRET_KEY="example-only")


def home(request):
    return HttpResponse("Hello, world")


def hello(request, name):
    return HttpResponse(f"Hello, {escape(name)}")


urlpatterns = [path("", home), path("hello/<name>", hello)]
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
