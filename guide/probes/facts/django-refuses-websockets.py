"""Django's own ASGI handler refuses a WebSocket connection."""

import asyncio

from django.core.asgi import get_asgi_application
from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {
    "error": "ValueError",
    "says": "Django can only handle ASGI/HTTP connections, not websocket.",
}


def observe():
    fresh_project()
    try:
        asyncio.run(connect())
    except Exception as error:
        return {"error": type(error).__name__, "says": str(error)}
    return {"error": "none", "says": ""}


async def connect():
    scope = {"type": "websocket", "path": "/", "headers": []}
    await get_asgi_application()(scope, receive, send)


async def receive():
    return {"type": "websocket.connect"}


async def send(message):
    raise AssertionError("The handler answered the connection.")
