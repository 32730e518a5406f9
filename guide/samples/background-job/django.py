"""Work that outlives the request, with Django's Tasks.

On Django 6.0 and newer import from django.tasks; on 5.2 from the django-tasks
package, as here.
"""

import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST
from django_tasks import task

# The immediate backend runs a job at once, for development and tests. Another
# backend stores it for a worker that you run beside the site.
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
settings.configure(
    DEBUG=True,
    ROOT_URLCONF=__name__,
    SECRET_KEY="example-only",
    INSTALLED_APPS=["django_tasks"],
    TASKS=TASKS,
)
django.setup()
OUTBOX = Path(__file__).with_name("outbox.txt")


@task()
def send_welcome(name):
    with OUTBOX.open("a") as outbox:
        outbox.write(f"Welcome, {name}\n")


@require_POST
def sign_up(request, name):
    send_welcome.enqueue(name)
    return JsonResponse({"accepted": name}, status=202)


urlpatterns = [path("sign-up/<name>", sign_up)]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
