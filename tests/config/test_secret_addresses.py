import logging
import re

import pytest
from django.test import Client
from django.urls import get_resolver

from config.secret_addresses import without_secrets

TOKEN = "Zx_9-" + "y" * 38


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (f"GET /advisor/shared/{TOKEN}/", "GET /advisor/shared/.../"),
        (f"GET /api/v1/shared/{TOKEN}?x=1", "GET /api/v1/shared/...?x=1"),
        (f"/advisor/saved/feed/{TOKEN}/ 404", "/advisor/saved/feed/.../ 404"),
        ("GET /advisor/method/", "GET /advisor/method/"),
        (f"GET /feedback/message/{TOKEN}/", "GET /feedback/message/.../"),
        (f"GET /account/confirm-email/{TOKEN}/", "GET /account/confirm-email/.../"),
        (
            f"Not Found: /account/password/reset/key/2-{TOKEN}/",
            "Not Found: /account/password/reset/key/.../",
        ),
        (
            f"GET /account/login/?next=%2Fadvisor%2Fshared%2F{TOKEN}%2F",
            "GET /account/login/?next=%2Fadvisor%2Fshared%2F...%2F",
        ),
        (f"Authorization: Bearer {TOKEN}", "Authorization: Bearer ..."),
        (f"bad token wagtail_{'x' * 50}", "bad token wagtail_..."),
        ("mail to jo.do+x@mail.example.org failed", "mail to ...@... failed"),
        ("GET /?q=jo%40example.org&a=b", "GET /?q=...@...&a=b"),
        ("wagtail_hooks and wagtail_serve", "wagtail_hooks and wagtail_serve"),
    ],
)
def test_a_log_line_keeps_everything_but_the_key(line, kept):
    event = without_secrets(None, "info", {"event": line, "code": 200})

    assert event == {"event": kept, "code": 200}


def test_neither_does_a_traceback(logged):
    try:
        raise ValueError(f"no mail to a@example.org: /advisor/shared/{TOKEN}/")
    except ValueError:
        logging.getLogger("any").exception("broken", extra={"seen": [TOKEN]})

    assert "ValueError" in logged.getvalue()
    assert TOKEN not in logged.getvalue()
    assert "a@example.org" not in logged.getvalue()


SECRET_ROUTES = re.compile(r"<str:token>|<token>|\(\?P<key>")


def test_every_address_that_is_a_key_is_known():
    routes = {
        route
        for route in addresses(get_resolver().url_patterns)
        if SECRET_ROUTES.search(route)
        and not route.startswith("admin/")  # switched off: passwords are /account/'s
    }

    for route in routes:
        filled = SECRET_PART.sub(TOKEN, route.replace("^", ""))
        line = without_secrets(None, "info", f"GET /{filled}")
        assert TOKEN not in line, route
    assert len(routes) >= 8


SECRET_PART = re.compile(r"<str:token>|<token>|\(\?P<\w+>[^)]*\)")


def addresses(patterns, before=""):
    for found in patterns:
        route = before + str(found.pattern)
        if hasattr(found, "url_patterns"):
            yield from addresses(found.url_patterns, route)
        else:
            yield route


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/advisor/shared/{}/", "/api/v1/shared/{}"])
def test_no_line_of_a_request_holds_the_key(path, logged):
    Client().get(path.format(TOKEN))

    assert "request_finished" in logged.getvalue()
    assert TOKEN not in logged.getvalue()
