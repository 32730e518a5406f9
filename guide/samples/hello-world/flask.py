"""The smallest useful Flask program. Save it as app.py."""

from flask import Flask
from markupsafe import escape

app = Flask(__name__)


@app.get("/")
def home():
    return "Hello, world"


@app.get("/hello/<name>")
def hello(name):
    return f"Hello, {escape(name)}"
