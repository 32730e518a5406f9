"""Both turn a script tag in a variable into text, unless the author says otherwise."""

from pathlib import Path

from django.template import Context, Template
from flask import Flask, render_template, render_template_string
from fresh_project import fresh_project

PACKAGES = ("Flask", "Jinja2", "Django")
EXPECTED = {
    "flask": {
        "page.html": "Hello &lt;script&gt;",
        "template in a string": "Hello &lt;script&gt;",
        "marked as safe": "Hello <script>",
        "mail.txt": "Hello <script>",
    },
    "django": {"template": "Hello &lt;script&gt;", "marked as safe": "Hello <script>"},
}
NAME = "<script>"


def observe():
    return {"flask": render_with_flask(), "django": render_with_django()}


def render_with_flask():
    folder = Path("templates").absolute()
    folder.mkdir()
    for name in ("page.html", "mail.txt"):
        (folder / name).write_text("Hello {{ name }}")
    with Flask("probe", template_folder=folder).app_context():
        return {
            "page.html": render_template("page.html", name=NAME),
            "template in a string": render_template_string("Hello {{ x }}", x=NAME),
            "marked as safe": render_template_string("Hello {{ x|safe }}", x=NAME),
            "mail.txt": render_template("mail.txt", name=NAME),
        }


def render_with_django():
    fresh_project()
    name = Context({"x": NAME})
    return {
        "template": Template("Hello {{ x }}").render(name),
        "marked as safe": Template("Hello {{ x|safe }}").render(name),
    }
