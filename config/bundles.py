"""Join and shrink our style sheets and scripts: one request each.

A static-files finder, so that runserver, whitenoise and collectstatic all see the
bundles without a build step. `site.css` is on every page: the frame, words and tables.
`more.css` has forms, the advisor, code, lists: all that the article does without.
`reading.js` has the scripts that the article uses, `site.js` has them all.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import rcssmin
import rjsmin
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage


def style(files: list[Path]) -> str:
    return "\n".join(rcssmin.cssmin(file.read_text("utf-8")) for file in files)


def script(files: list[Path]) -> str:
    """The theme at once, before anything is painted; the rest once the page is read."""
    code = [rjsmin.jsmin(file.read_text("utf-8")) for file in files]
    rest = "\n".join(code)
    return f'{at_once()}\naddEventListener("DOMContentLoaded",()=>{{{rest}}});'


def at_once() -> str:
    theme = settings.BASE_DIR / "static" / "head" / "theme.js"
    return rjsmin.jsmin(theme.read_text("utf-8"))


# Each with its folder, the files taken from it, and how they are joined.
SOURCES: dict[str, tuple[str, str, Callable[[list[Path]], str]]] = {
    "bundles/site.css": ("css", "*.css", style),
    "bundles/more.css": ("more", "*.css", style),
    "bundles/reading.js": ("js/reading", "*.js", script),
    "bundles/site.js": ("js", "*.js", script),
}


class BundleFinder(BaseFinder):
    """Finds the bundles, built anew whenever a source file is newer."""

    def __init__(self, app_names: object = None, *args: object, **kwargs: object):
        self.folder = Path(settings.DATA_DIR) / "bundles"
        self.storage = FileSystemStorage(location=self.folder)
        self.storage.prefix = ""  # type: ignore[attr-defined]  # what collectstatic reads
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: object) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object):
        if path not in SOURCES:
            return []
        built = str(self.build(path))
        return [built] if find_all else built

    def list(self, ignore_patterns: object) -> Iterator[tuple[str, FileSystemStorage]]:
        for path in SOURCES:
            self.build(path)
            yield path, self.storage

    def build(self, path: str) -> Path:
        """Return the bundle's file, written again only when its text changed."""
        folder, pattern, join = SOURCES[path]
        target = self.folder / path
        files = sorted((settings.BASE_DIR / "static" / folder).rglob(pattern))
        text = join(files)
        if not target.exists() or target.read_text("utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        return target
