"""Asks five slow services at once: an async view of Django under ASGI."""

import asyncio

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import JsonResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[])


async def ask_service(number):
    """Stands for a call over the network that takes 20 ms."""
    await asyncio.sleep(0.02)
    return number


async def add_up(request):
    answers = await asyncio.gather(*map(ask_service, range(5)))
    return JsonResponse({"sum": sum(answers)})


urlpatterns = [path("sum", add_up)]
app = get_asgi_application()
