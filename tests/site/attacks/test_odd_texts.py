"""Odd texts in every address, every parameter that is read and every form field.

The addresses are those of the resolver (tests/site/authorisation/table.py names one of
each); the parameters are those that views were seen to read; the forms are those on the
pages two people are shown. Some addresses in more detail: tests/site/test_bad_input.py.
"""

import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import QueryDict
from django.test import Client
from django.urls import get_resolver

from guide.feedback import form_trap
from tests.config.test_secret_addresses import addresses
from tests.site.attacks.crawling import Answer
from tests.site.attacks.forms import Form, forms_of
from tests.site.attacks.odd_texts import ODD, quoted
from tests.site.attacks.shown import in_html
from tests.site.authorisation.test_every_route import body_of, public_routes, rows
from tests.site.authorisation.world import World, make_world

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"<int:\w+>|\(\\d\+\)|\(\?P<\w+>\[?\\d\]?\+\)")
ANY_PART = re.compile(r"<(?:\w+:)?\w+>|\((?:\?P<\w+>)?(?:[^()]|\([^()]*\))*\)")
NUMBERS = ("0", "1", "9" * 10, "9" * 30)


@pytest.fixture
def world():
    return make_world()


def answer_to(client: Client, method: str, path: str, form=None) -> Answer:
    """What is answered; what was changed is taken back."""
    with transaction.atomic():
        send = client.post if method == "post" else client.get
        response = send(path, form) if form is not None else send(path)
        body = body_of(response)
        transaction.set_rollback(True)
    return Answer("", path, response.status_code, dict(response.headers), body.encode())


def faults(answer: Answer, what: str) -> list[str]:
    found = [f"{what}: {answer.status}"] if answer.status >= 500 else []
    if answer.kind == "text/html" and "xss" in answer.text:
        found += [f"{what}: {words}" for words in in_html(answer)]
    if any("\n" in value or "\r" in value for value in answer.headers.values()):
        found.append(f"{what}: a header with a line break")
    return found


def odd_paths(route: str) -> Iterator[str]:
    """Addresses of this route, with something odd in every part that may vary."""
    plain = "/" + re.sub(r"[\^$]", "", route)
    texts = [quoted(text) for text in ODD.values() if text]
    for value in (*NUMBERS, *texts):
        number = value if value in NUMBERS else NUMBERS[-1]
        filled = ANY_PART.sub(value, NUMBER.sub(number, plain))
        yield filled.replace("\\", "")


def test_no_address_breaks_on_an_odd_part(world):
    wrong, tried = [], 0
    for route in sorted(public_routes()):
        if not ANY_PART.search(route):
            continue
        whole = list(odd_paths(route))
        for person, paths in (("anonymous", whole), ("owner", whole[::4])):
            client = world.client(person)
            for path in paths:
                tried += 1
                wrong += faults(answer_to(client, "get", path), f"{person} {path[:90]}")

    assert wrong == []
    assert tried > 1_500


def test_no_address_of_an_admin_breaks_on_an_odd_number(world):
    client, wrong = world.client("admin"), []
    routes = set(addresses(get_resolver().url_patterns)) - public_routes()
    for route in sorted(routes):
        if not NUMBER.search(route):
            continue
        path = ANY_PART.sub(
            "1", NUMBER.sub("9" * 30, "/" + re.sub(r"[\^$]", "", route))
        )
        wrong += faults(answer_to(client, "get", path.replace("\\", "")), path[:90])

    assert wrong == []


class Reading:
    """Which parameters of the query views ask for."""

    VERBS = ("get", "getlist", "__getitem__", "__contains__")

    def __init__(self, monkeypatch) -> None:
        self.names: set[str] = set()
        for verb in self.VERBS:
            monkeypatch.setattr(QueryDict, verb, self.noting(getattr(QueryDict, verb)))

    def noting(self, original):
        def noted(query, name, *rest, **more):
            if isinstance(name, str):
                self.names.add(name)
            return original(query, name, *rest, **more)

        return noted


def parameters_of(world: World, monkeypatch) -> dict[str, set[str]]:
    """Address of the table -> names its view reads, or its description tells of."""
    found: dict[str, set[str]] = {}
    described = described_parameters(world.client("anonymous"))
    with monkeypatch.context() as patched:
        reading = Reading(patched)
        for route, (path, named) in rows().items():
            if "GET" not in named or "logout" in path:
                continue
            reading.names = set()
            filled = path.format(**world.values)
            answer_to(world.client("owner"), "get", filled)
            found[filled] = reading.names | described.get(route, set())
            if filled.startswith("/advisor/"):  # read as a whole, not by name
                found[filled] |= {"ruleset", "stop", world.values["question"]}
    return found


def described_parameters(client: Client) -> dict[str, set[str]]:
    found = {}
    for root in ("api/v1", "api/content"):
        for path, methods in (
            client.get(f"/{root}/openapi.json").json()["paths"].items()
        ):
            given = methods.get("get", {}).get("parameters", ())
            route = re.sub(r"{(\w+)}", r"<\1>", path.lstrip("/"))
            found[route] = {part["name"] for part in given if part["in"] == "query"}
    return found


# Of the protocol and of forms; no view reads them from a query.
NOT_PARAMETERS = {"csrfmiddlewaretoken", "_method", "X-CSRFToken"}


ALONE = ("NUL", "half a character", "a quote", "huge number")


def queries(names: set[str]) -> Iterator[tuple[str, str]]:
    """All parameters at once with each odd text; each alone with the worst."""
    for what, text in ODD.items():
        yield what, "&".join(f"{name}={quoted(text)}" for name in sorted(names))
    for name in sorted(names):
        for what in ALONE:
            yield f"{name}: {what}", f"{name}={quoted(ODD[what])}"


def test_no_parameter_breaks_on_an_odd_text(world, monkeypatch):
    wrong, tried = [], set()
    for path, names in parameters_of(world, monkeypatch).items():
        client = world.client("owner")
        tried |= names - NOT_PARAMETERS
        for what, query in queries(names - NOT_PARAMETERS):
            answer = answer_to(client, "get", f"{path}?{query}")
            wrong += faults(answer, f"{path}?{what}")

    assert wrong == []
    assert tried >= {"q", "page", "next", "limit", "offset", "format", "ruleset"}


def forms_shown(world: World, person: str) -> list[Form]:
    """Every form of every page of the table, each once."""
    found: dict[tuple, Form] = {}
    client = world.client(person)
    for path, named in rows().values():
        filled = path.format(**world.values)
        if "GET" not in named or filled.startswith(("/api/", "/account/logout")):
            continue
        answer = answer_to(client, "get", filled)
        if answer.kind == "text/html":
            for form in forms_of(filled, answer.text):
                found.setdefault((form.path, *form.typed), form)
    return [form for form in found.values() if form.typed]


@pytest.mark.parametrize("person", ["anonymous", "owner"])
def test_no_form_breaks_on_an_odd_text(world, monkeypatch, person):
    monkeypatch.setattr(form_trap, "SHORTEST", -form_trap.SHORTEST)
    wrong, forms = [], forms_shown(world, person)
    for form in forms:
        for what, text in ODD.items():
            typed = text.decode("utf-8", "surrogateescape")
            if form.method == "post":
                answer = sent(world.client(person), form, typed)
                wrong += faults(answer, f"{form.path} {form.typed} {what}")

    assert wrong == []
    assert {form.path.partition("?")[0] for form in forms} >= FORMS[person]


FORMS = {
    "anonymous": {"/account/login/", "/account/signup/", "/account/password/reset/"},
    "owner": {"/account/tokens/", "/advisor/own/new/", "/advisor/own/import/"},
}


def sent(client: Client, form: Form, typed: str) -> Answer:
    """As a browser sends it, whatever bytes the text is made of."""
    fields = [(name, value) for name, values in form.given.items() for value in values]
    fields += [(name, typed) for name in form.typed]
    body = "&".join(
        f"{quoted(name.encode())}={quoted(value.encode('utf-8', 'surrogateescape'))}"
        for name, value in fields
    )
    with transaction.atomic():
        response = client.post(form.path, body, "application/x-www-form-urlencoded")
        if response.status_code == 302 and response["Location"].startswith("/"):
            response = client.get(response["Location"])
        body = body_of(response)
        transaction.set_rollback(True)
    headers = dict(response.headers)
    return Answer("", form.path, response.status_code, headers, body.encode())
