"""Environment variables: read once, refused by name when they are wrong."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent
MAIL_ADDRESS = re.compile(r"[^\s@:/<>]+@[^\s@:/<>]+")
CONTACT = re.compile(r"mailto:[^\s@<>]+@[^\s@<>]+|https://[^\s<>]+|tel:\+?[0-9-]+")
SHORTEST_SECRET = 50  # characters, as Django's own check wants it


class NamedEnv(environ.Env):
    """Says which variable it could not read, and never what a secret was."""

    def get_value(self, var: str, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().get_value(var, *args, **kwargs)
        except ValueError as error:
            raise ImproperlyConfigured(f"{var} cannot be read: {error}") from None

    def secret(self, var: str) -> str:
        value = self.str(var)
        if len(value) < SHORTEST_SECRET:
            raise ImproperlyConfigured(
                f"{var} must have at least {SHORTEST_SECRET} random characters."
            )
        return value

    def origin(self, var: str) -> str:
        """scheme://host[:port], nothing after it."""
        value = self.str(var)
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.path:
            raise ImproperlyConfigured(
                f"{var} must be an origin such as https://guide.example, "
                f"without a path; it is {value!r}."
            )
        return value

    def contacts(self, var: str) -> list[str]:
        """URIs by which people are reached; a bare mail address becomes one."""
        found = [value.strip() for value in self.list(var, default=[])]
        found = [f"mailto:{v}" if MAIL_ADDRESS.fullmatch(v) else v for v in found if v]
        for value in found:
            if not CONTACT.fullmatch(value):
                raise ImproperlyConfigured(
                    f"{var} must hold mail addresses or https:// addresses, with "
                    f"commas between them; {value!r} is neither."
                )
        return found

    def hosts(self, var: str) -> list[str]:
        """Names of this site; never everybody's."""
        names = [name for name in self.list(var) if name]
        if not names or any(name in ("*", ".") for name in names):
            raise ImproperlyConfigured(
                f"{var} must name this site's hosts, with commas between them; "
                "mails with links would go wherever a stranger says otherwise."
            )
        return names


env = NamedEnv()
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / ".data")))
