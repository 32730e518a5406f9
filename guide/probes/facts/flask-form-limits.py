"""Flask's limits for forms as they come: 500 kB for a field, 1,000 parts, no total."""

from flask import Flask, request

PACKAGES = ("Flask", "Werkzeug")
EXPECTED = {
    "a field of 400 kB": 200,
    "a field of 600 kB": 413,
    "1,001 fields": 413,
    "20 MB that are no form": 200,
    "the same with MAX_CONTENT_LENGTH": 413,
}
MULTIPART = "multipart/form-data"


def observe():
    return {
        "a field of 400 kB": send({"text": "x" * 400_000}),
        "a field of 600 kB": send({"text": "x" * 600_000}),
        "1,001 fields": send({f"field{n}": "x" for n in range(1_001)}),
        "20 MB that are no form": send(b"x" * 20_000_000, None),
        "the same with MAX_CONTENT_LENGTH": send(
            b"x" * 20_000_000, None, MAX_CONTENT_LENGTH=1_000_000
        ),
    }


def send(data, kind=MULTIPART, **config):
    app = Flask("probe")
    app.config.update(config)

    @app.post("/")
    def read():
        return str(len(request.form) or len(request.data))

    return app.test_client().post("/", data=data, content_type=kind).status_code
