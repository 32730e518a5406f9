"""Flask runs an async view, through the package that flask[async] adds."""

import asyncio

from flask import Flask

PACKAGES = ("Flask", "asgiref")
EXPECTED = {"status": 200, "text": "after waiting"}


def observe():
    app = Flask("probe")

    @app.get("/")
    async def wait():
        await asyncio.sleep(0.01)
        return "after waiting"

    answer = app.test_client().get("/")
    return {"status": answer.status_code, "text": answer.text}
