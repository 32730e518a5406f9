"""Database, migrations, login, forms, headers and an admin: what both install."""

from installed import installed_with, megabytes_of

PACKAGES = (
    "Flask",
    "Flask-SQLAlchemy",
    "Flask-Migrate",
    "Flask-Login",
    "Flask-WTF",
    "flask-talisman",
    "Flask-Admin",
    "Django",
)
EXPECTED = {
    "flask with add-ons": "18 packages",
    "django": "3 packages",
    "flask with add-ons takes as much room or more": True,
}


def observe():
    flask = installed_with(*PACKAGES[:-1])
    django = installed_with("django")
    return {
        "flask with add-ons": f"{len(flask)} packages",
        "django": f"{len(django)} packages",
        "flask with add-ons takes as much room or more": (
            megabytes_of(flask) >= megabytes_of(django)
        ),
    }
