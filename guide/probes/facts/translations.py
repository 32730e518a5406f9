"""Django speaks other languages as it comes; nothing Flask installs translates."""

from datetime import date

from fresh_project import fresh_project
from installed import installed_with

PACKAGES = ("Django", "Flask")
EXPECTED = {
    "django in German": "Montag, 2. März 2026: Dieses Feld ist zwingend erforderlich.",
    "packages of flask that translate": [],
}


def observe():
    fresh_project()
    from django.forms import CharField, Form
    from django.utils import formats, translation

    class Question(Form):
        name = CharField()

    with translation.override("de"):
        day = formats.date_format(date(2026, 3, 2), "l, j. F Y")
        problem = Question({}).errors["name"][0]
    translating = {"babel", "flask-babel", "flask-babelex"}
    return {
        "django in German": f"{day}: {problem}",
        "packages of flask that translate": sorted(
            translating & set(installed_with("flask"))
        ),
    }
