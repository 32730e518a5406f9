"""A JSON answer, and nothing else switched on."""

from flask import Flask

app = Flask(__name__)


@app.get("/greeting")
def greeting():
    return {"greeting": "Hello, world"}
