"""Flask has no WebSocket route; Quart has one that works as it comes."""

import asyncio

from flask import Flask
from quart import Quart, websocket

PACKAGES = ("Flask", "Quart")
EXPECTED = {"flask has a websocket route": False, "quart echoes": "hello"}


def observe():
    return {
        "flask has a websocket route": hasattr(Flask("probe"), "websocket"),
        "quart echoes": asyncio.run(echo_through_quart()),
    }


async def echo_through_quart():
    app = Quart("probe")

    @app.websocket("/echo")
    async def echo():
        await websocket.send(await websocket.receive())

    async with app.test_client().websocket("/echo") as connection:
        await connection.send("hello")
        return await connection.receive()
