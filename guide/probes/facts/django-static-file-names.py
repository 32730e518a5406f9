"""collectstatic can put a hash of the contents into the names of static files."""

from pathlib import Path

from django.core.management import call_command
from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {"collected": ["site.css", "site.<hash>.css"], "address": "<hash>"}
STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"


def observe():
    Path("assets").mkdir()
    Path("assets/site.css").write_text("body { color: black }")
    fresh_project(
        DEBUG=False,
        INSTALLED_APPS=["django.contrib.staticfiles"],
        STATICFILES_DIRS=["assets"],
        STATIC_ROOT="collected",
        STORAGES={"staticfiles": {"BACKEND": STORAGE}},
    )
    call_command("collectstatic", verbosity=0)
    from django.templatetags.static import static

    names = sorted(path.name for path in Path("collected").glob("*.css"))
    plain, hashed = sorted(names, key=len)
    digest = hashed.split(".")[1]
    return {
        "collected": [plain, hashed.replace(digest, "<hash>")],
        "address": "<hash>" if digest in static("site.css") else "plain",
    }
