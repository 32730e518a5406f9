"""An async view in Flask still takes one worker thread for the whole request."""

from served import at_once, served

PACKAGES = ("Flask", "granian")
EXPECTED = {
    "one worker thread": "one at a time",
    "eight worker threads": "several at once",
}
PROGRAM = """
import asyncio
from flask import Flask

app = Flask(__name__)
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
    with served(PROGRAM, "wsgi", threads=1) as address:
        one = at_once(address)
    with served(PROGRAM, "wsgi", threads=8) as address:
        eight = at_once(address)
    return {"one worker thread": one, "eight worker threads": eight}
