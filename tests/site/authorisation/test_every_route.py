"""Every route, every method, seven people: as the table says, and nothing leaks."""

import re

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import get_resolver

from tests.config.test_secret_addresses import addresses
from tests.site.authorisation.table import TABLE
from tests.site.authorisation.world import MINE, PEOPLE, UNPUBLISHED, make_world

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ADMINS = ("admin/", "django-admin/")
LINE = re.compile(r"(?P<route>.+?) -> (?P<path>/.*): (?P<access>[A-Z*].*)")
EVERYBODY = set(PEOPLE)
ALLOWED = {
    "all": EVERYBODY,
    "members": EVERYBODY - {"anonymous"},
    "owner": {"owner"},
    "editors": {"author", "checker", "publisher", "admin"},
    "writers": {"author", "publisher", "admin"},
    "publishers": {"publisher", "admin"},
    "admin": {"admin"},
    "login": set(),
    "none": set(),
    "nobody": set(),
}
READS_UNPUBLISHED = {"author", "publisher", "admin", "checker"}
# Whoever holds the link reads what its owner shares with it.
OPENED_BY_A_LINK = ("/advisor/shared/", "/api/v1/shared/")


def rows() -> dict[str, tuple[str, dict[str, str]]]:
    """Of each route: an address of it, and who by method."""
    found = {}
    for line in TABLE.strip().splitlines():
        row = LINE.fullmatch(line)
        assert row, line
        named = dict(part.split(" ") for part in row["access"].split(", "))
        if "*" in named:
            named = dict.fromkeys(METHODS, f"*{named['*']}")
        found[row["route"]] = (row["path"], named)
    return found


def public_routes() -> set[str]:
    routes = addresses(get_resolver().url_patterns)
    return {route for route in routes if not route.startswith(ADMINS)}


def test_every_route_stands_in_the_table_and_no_other():
    assert public_routes() == set(rows())


def send(client, method, path, headers):
    if method == "POST" and not path.startswith("/api/"):
        return client.post(path, {}, headers=headers)
    body = b"" if method in ("GET", "DELETE") else b"{}"
    return client.generic(method, path, body, "application/json", headers=headers)


def body_of(response) -> str:
    whole = (
        b"".join(response.streaming_content) if response.streaming else response.content
    )
    return whole.decode("utf-8", "replace")


def to_login(response) -> bool:
    return response.status_code == 302 and "/login/" in response["Location"]


def wrong_status(response, person: str, who: str | None) -> bool:
    """Whether an answer is not what `who` promises to this person."""
    status = response.status_code
    if status >= 500:
        return True
    if who is None:
        return status not in (405, 401, 403, 404) and not to_login(response)
    if who.startswith("*") and status == 405:
        return False
    who = who.removeprefix("*")
    if who == "any":
        return False
    if who == "none":
        return status != 404
    if who == "login":
        return not to_login(response)
    refused = status in (401, 403, 404, 405) or to_login(response)
    if who == "nobody":
        return not refused and status != 422
    return refused is (person in ALLOWED[who])


def leaks(path: str, person: str, body: str) -> bool:
    content_api = path.startswith("/api/content/")
    if UNPUBLISHED in body and not (content_api and person in READS_UNPUBLISHED):
        return True
    with_link = path.startswith(OPENED_BY_A_LINK)
    return MINE in body and person != "owner" and not with_link


def problems_of(world, person: str, route: str, path: str, named: dict) -> list[str]:
    path = path.format(**world.values)
    methods = METHODS if person in ("anonymous", "owner") else named
    found = []
    for method in methods:
        client = world.client(person)
        with transaction.atomic():
            response = send(client, method, path, world.headers(person, path))
            body = body_of(response)
            transaction.set_rollback(True)
        if wrong_status(response, person, named.get(method)):
            found.append(f"{method} {route}: {response.status_code}")
        if leaks(path, person, body):
            found.append(f"{method} {route}: leaks")
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("person", PEOPLE)
def test_every_route_answers_as_the_table_says_and_leaks_nothing(person):
    world = make_world()
    found = []

    for route, (path, named) in rows().items():
        cache.clear()
        found += problems_of(world, person, route, path, named)

    assert not found, "\n".join(found)


@pytest.mark.django_db
@pytest.mark.parametrize("person", ["anonymous", "other"])
def test_no_route_of_an_admin_answers_who_may_not_enter(person):
    client = make_world().client(person)
    routes = set(addresses(get_resolver().url_patterns)) - public_routes()
    found = []

    for route in sorted(routes):
        path = "/" + re.sub(r"<[^>]*>", "1", route).replace("^", "").replace("$", "")
        for method in ("get", "post"):
            response = getattr(client, method)(path)
            body = body_of(response)
            if response.status_code == 200 and not OPEN_IN_ADMIN.search(path):
                found.append(f"{method} {route}")
            assert response.status_code < 500, route
            assert UNPUBLISHED not in body, route

    assert not found, "\n".join(found)
    assert len(routes) > 300


# Wagtail's texts for its scripts, the same for everybody.
OPEN_IN_ADMIN = re.compile(r"^/(admin|django-admin)/(jsi18n|sprite)")
HIDDEN_PAGES = [
    "/guide/a-draft/", "/guide/a-private/", "/search/?q=Zanzibarqx",
    "/api/v1/claims?search=Zanzibarqx", "/api/content/pages/?search=Zanzibarqx",
    "/sitemap.xml", "/llms.txt", "/data/claims.json", "/advisor/method/",
    "/api/v1/questionnaire", "/guide/flask-vs-django/", "/changes/",
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("address", HIDDEN_PAGES)
def test_what_is_not_published_is_found_nowhere(address):
    world = make_world()

    for person in ("anonymous", "other", "owner"):
        response = world.client(person).get(address)
        body = body_of(response).replace(
            "Zanzibarqx", "", 2 * ("Zanzibarqx" in address)
        )
        assert UNPUBLISHED not in body
        assert "a-draft" not in body or "draft" in address
