"""Flask's `send_from_directory` serves a folder and nothing outside it."""

from pathlib import Path

from flask import Flask, send_from_directory

PACKAGES = ("Flask", "Werkzeug")
EXPECTED = {"a file in the folder": 200, "../secret.txt": 404, "/etc/passwd": 404}


def observe():
    folder = Path("public").absolute()
    folder.mkdir()
    (folder / "page.txt").write_text("for everybody")
    Path("secret.txt").write_text("for nobody")
    app = Flask("probe")

    @app.get("/")
    def fetch():
        from flask import request

        return send_from_directory(folder, request.args["name"])

    client = app.test_client()
    names = ["page.txt", "../secret.txt", "/etc/passwd"]
    statuses = [client.get("/", query_string={"name": n}).status_code for n in names]
    return dict(zip(EXPECTED, statuses, strict=True))
