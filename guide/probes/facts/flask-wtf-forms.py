"""Flask installs no forms; one of Flask-WTF wants valid values and a CSRF token."""

from flask import Flask
from flask_wtf import FlaskForm
from flask_wtf.csrf import generate_csrf
from installed import installed_with
from wtforms import IntegerField
from wtforms.validators import NumberRange

PACKAGES = ("Flask", "Flask-WTF", "WTForms")
EXPECTED = {
    "wtforms comes with flask": False,
    "no token": {"csrf_token": ["The CSRF token is missing."]},
    "nine seats": {"seats": ["Number must be between 1 and 8."]},
    "two seats": {},
}


class Booking(FlaskForm):
    seats = IntegerField(validators=[NumberRange(1, 8)])


def observe():
    app = Flask("probe")
    app.secret_key = "of the probe"
    app.get("/")(generate_csrf)

    @app.post("/")
    def book():
        form = Booking()
        form.validate()
        return form.errors

    client = app.test_client()
    token = client.get("/").text
    return {
        "wtforms comes with flask": "wtforms" in installed_with("flask"),
        "no token": client.post("/", data={"seats": 2}).json,
        "nine seats": client.post("/", data={"seats": 9, "csrf_token": token}).json,
        "two seats": client.post("/", data={"seats": 2, "csrf_token": token}).json,
    }
