"""Flask's session cookie: signed, readable, HttpOnly; Secure and SameSite are off."""

import base64
import json
from http.cookies import SimpleCookie

from flask import Flask, session

PACKAGES = ("Flask", "itsdangerous")
EXPECTED = {
    "flags": {"HttpOnly": True, "SameSite": "", "Secure": False},
    "readable without the key": {"name": "Ada"},
    "name after a forged change": "unknown",
}


def observe():
    app = Flask("probe")
    app.secret_key = "of the probe"

    @app.get("/set")
    def remember():
        session["name"] = "Ada"
        return "remembered"

    app.get("/read")(lambda: session.get("name", "unknown"))
    client = app.test_client()
    cookie = SimpleCookie(client.get("/set").headers["Set-Cookie"])["session"]
    payload, *signature = cookie.value.split(".")
    forged = base64.urlsafe_b64encode(b'{"name":"Eve"}').decode().rstrip("=")
    client.set_cookie("session", ".".join([forged, *signature]))
    return {
        "flags": {
            "HttpOnly": bool(cookie["httponly"]),
            "SameSite": cookie["samesite"],
            "Secure": bool(cookie["secure"]),
        },
        "readable without the key": json.loads(base64.urlsafe_b64decode(payload + "=")),
        "name after a forged change": client.get("/read").text,
    }
