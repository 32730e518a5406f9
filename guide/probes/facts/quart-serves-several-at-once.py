"""Quart takes Flask's way of writing views to ASGI: one worker, several at once."""

from flask import Flask
from quart import Quart
from served import at_once, served

PACKAGES = ("Quart", "Flask", "uvicorn")
EXPECTED = {
    "ASGI, one worker": "several at once",
    "Quart is a kind of Flask application": False,
}
PROGRAM = """
import asyncio
from quart import Quart

app = Quart(__name__)
under_way = 0

@app.get("/")
async def wait():
    global under_way
    under_way += 1
    seen = under_way
    await asyncio.sleep(0.5)
    under_way -= 1
    return str(seen)
"""


def observe():
    with served(PROGRAM, "asgi") as address:
        overlap = at_once(address)
    return {
        "ASGI, one worker": overlap,
        "Quart is a kind of Flask application": issubclass(Quart, Flask),
    }
