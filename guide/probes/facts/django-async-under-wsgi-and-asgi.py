"""An async view in Django: no gain under WSGI, several at once under ASGI."""

from served import at_once, served

PACKAGES = ("Django", "granian", "uvicorn")
EXPECTED = {
    "WSGI, one worker thread": "one at a time",
    "WSGI, eight worker threads": "several at once",
    "ASGI, one worker": "several at once",
}
PROGRAM = """
import asyncio
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
under_way = 0

async def wait(request):
    global under_way
    under_way += 1
    seen = under_way
    await asyncio.sleep(0.5)
    under_way -= 1
    return HttpResponse(str(seen))

urlpatterns = [path("", wait)]
app = get_{interface}_application()
"""


def observe():
    return {
        "WSGI, one worker thread": overlap("wsgi", 1),
        "WSGI, eight worker threads": overlap("wsgi", 8),
        "ASGI, one worker": overlap("asgi", 1),
    }


def overlap(interface, threads):
    program = PROGRAM.replace("{interface}", interface)
    with served(program, interface, threads) as address:
        return at_once(address)
