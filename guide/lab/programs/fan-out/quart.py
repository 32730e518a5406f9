"""Asks five slow services at once: Quart, the ASGI framework with Flask's interface."""

import asyncio

from quart import Quart

app = Quart(__name__)


async def ask_service(number):
    """Stands for a call over the network that takes 20 ms."""
    await asyncio.sleep(0.02)
    return number


@app.get("/sum")
async def add_up():
    answers = await asyncio.gather(*map(ask_service, range(5)))
    return {"sum": sum(answers)}
