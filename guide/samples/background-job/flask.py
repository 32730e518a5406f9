"""Work that outlives the request, with the task queue Huey."""

from pathlib import Path

from flask import Flask
from huey import SqliteHuey

app = Flask(__name__)
# immediate=True runs a job at once, for development and tests. Set it to False
# and start a worker beside the site: huey_consumer app.huey
huey = SqliteHuey("site", filename="jobs.sqlite3", immediate=True)
OUTBOX = Path(__file__).with_name("outbox.txt")


@huey.task()
def send_welcome(name):
    with OUTBOX.open("a") as outbox:
        outbox.write(f"Welcome, {name}\n")


@app.post("/sign-up/<name>")
def sign_up(name):
    send_welcome(name)
    return {"accepted": name}, 202
