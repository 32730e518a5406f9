"""An endpoint that takes JSON, checks it and answers with JSON."""

from flask import Flask, request

app = Flask(__name__)


def read_numbers(document):
    """The list under "numbers", or None where it is not a list of integers."""
    numbers = document.get("numbers") if isinstance(document, dict) else None
    if isinstance(numbers, list) and all(type(item) is int for item in numbers):
        return numbers
    return None


@app.post("/sum")
def add_up():
    numbers = read_numbers(request.get_json(force=True, silent=True))
    if numbers is None:
        return {"error": "Send a list of integers as numbers."}, 400
    return {"sum": sum(numbers), "count": len(numbers)}
