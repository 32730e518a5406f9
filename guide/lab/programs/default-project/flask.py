"""A JSON answer from a bare Flask application."""

from flask import Flask

app = Flask(__name__)


@app.get("/greeting")
def greeting():
    return {"greeting": "Hello, world"}
