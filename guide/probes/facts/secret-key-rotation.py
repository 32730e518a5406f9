"""A session signed with the old key stays readable when that key is a fallback."""

from django.core import signing
from flask import Flask, session
from fresh_project import fresh_project

PACKAGES = ("Flask", "Django")
EXPECTED = {
    "flask": {"old key dropped": "unknown", "old key as fallback": "Ada"},
    "django": {"old key dropped": "BadSignature", "old key as fallback": "Ada"},
}


def observe():
    return {
        "flask": {
            "old key dropped": read_with_flask(SECRET_KEY="new"),
            "old key as fallback": read_with_flask(
                SECRET_KEY="new", SECRET_KEY_FALLBACKS=["old"]
            ),
        },
        "django": read_with_django(),
    }


def read_with_flask(**config):
    app = Flask("probe")
    app.secret_key = "old"

    @app.get("/set")
    def remember():
        session["name"] = "Ada"
        return "remembered"

    app.get("/read")(lambda: session.get("name", "unknown"))
    client = app.test_client()
    client.get("/set")
    app.config.update(config)
    return client.get("/read").text


def read_with_django():
    fresh_project()
    from django.test import override_settings

    with override_settings(SECRET_KEY="old"):
        signed = signing.dumps("Ada")
    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=["old"]):
        kept = signing.loads(signed)
    with override_settings(SECRET_KEY="new"):
        try:
            dropped = signing.loads(signed)
        except signing.BadSignature:
            dropped = "BadSignature"
    return {"old key dropped": dropped, "old key as fallback": kept}
