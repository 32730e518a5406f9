"""What installing one of the two brings, with nothing added."""

from installed import installed_with, megabytes_of

PACKAGES = ("Flask", "Django")
EXPECTED = {
    "flask": [
        "blinker",
        "click",
        "flask",
        "itsdangerous",
        "jinja2",
        "markupsafe",
        "werkzeug",
    ],
    "django": ["asgiref", "django", "sqlparse"],
    "Django is more than three times as large": True,
}


def observe():
    # asgiref is here for flask[async]; plain Flask does not ask for it.
    flask, django = installed_with("flask"), installed_with("django")
    return {
        "flask": flask,
        "django": django,
        "Django is more than three times as large": (
            megabytes_of(django) > 3 * megabytes_of(flask)
        ),
    }
