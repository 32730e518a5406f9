"""The forms of a page, as a browser would send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

TYPED = {"text", "email", "url", "search", "password", "number", "tel", "textarea"}


@dataclass
class Form:
    """`typed` are the fields a person types in; `given` what stands in the others."""

    page: str
    action: str = ""
    method: str = "get"
    typed: list[str] = field(default_factory=list)
    given: dict[str, list[str]] = field(default_factory=dict)

    @property
    def path(self) -> str:
        whole = urlsplit(urljoin("http://testserver" + self.page, self.action))
        return whole._replace(scheme="", netloc="", fragment="").geturl()

    def filled(self, text: str) -> dict[str, str | list[str]]:
        return {**self.given, **dict.fromkeys(self.typed, text)}


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.forms, self._open, self._select = page, [], None, ""

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            method = given.get("method", "get").lower()
            self._open = Form(self.page, given.get("action", ""), method)
            self.forms.append(self._open)
        elif self._open is not None and tag == "option" and self._select:
            self._open.given.setdefault(self._select, [given.get("value", "")])
        elif self._open is not None and given.get("name"):
            self.add(self._open, tag, given["name"], given)

    def add(self, form: Form, tag: str, name: str, given: dict[str, str]) -> None:
        typed = tag == "input" and given.get("type", "text") in TYPED
        if typed or tag == "textarea":
            form.typed.append(name)
        elif tag == "select":
            self._select = name
        elif tag in ("input", "button"):
            form.given.setdefault(name, []).append(given.get("value", ""))

    def handle_endtag(self, tag):
        if tag == "form":
            self._open = None
        if tag == "select":
            self._select = ""


def forms_of(page: str, html: str) -> list[Form]:
    reader = _Reader(page)
    reader.feed(html)
    return reader.forms
