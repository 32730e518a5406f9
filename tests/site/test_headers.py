"""The headers that keep strangers' code, frames and guesses out."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.config.test_environment import GOOD, ROOT

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ADDRESSES = [
    "/", "/guide/flask-vs-django/", "/compare/quick/", "/advisor/result/?building=api",
    "/account/login/", "/account/2fa/", "/admin/", "/django-admin/", "/search/?q=a",
    "/api/v1/claims", "/api/v1/nothing", "/api/v1/docs", "/api/content/pages/",
    "/nothing-here/", "/healthz", "/robots.txt", "/feed/", "/_util/login/",
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_kind_of_answer_carries_them(client, address):
    response = client.get(address)

    assert {name: response.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "camera=()" in response["Permissions-Policy"]
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_no_code_may_stand_in_a_page_of_the_public_site(client, address):
    policy = client.get(address)["Content-Security-Policy"]

    admin = address.startswith(("/admin/", "/django-admin/"))
    assert ("'unsafe-inline'" in policy) is admin
    assert "'unsafe-eval'" not in policy
    assert "object-src 'none'" in policy
    assert ("frame-ancestors 'self'" in policy) is admin
    assert ("frame-ancestors 'none'" in policy) is not admin


@pytest.mark.parametrize(
    "address", ["/_util/login/", "/admin/login/", "/django-admin/login/"]
)
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.django_db
def test_there_is_one_door_with_limits_and_a_second_factor(client, address, method):
    response = getattr(client, method)(f"{address}?next=/admin/")

    assert (response.status_code, response["Location"]) == (
        302,
        "/account/login/?next=/admin/",
    )


PRODUCTION = """
import django, json
django.setup()
from django.templatetags.static import static
from django.test import Client
page = Client(headers={"host": "guide.example", "x-forwarded-proto": "https"})
plain = Client(headers={"host": "guide.example"}).get("/account/login/?a=b")
picture = page.get(static("img/social-card.png"))
code = page.get(static("bundles/site.js"))
page = page.get("/account/login/")
cookies = {name: dict(morsel) for name, morsel in page.cookies.items()}
print(json.dumps({"status": page.status_code, "headers": dict(page.headers),
                  "cookies": cookies, "loaded_by_others": [
                      [found.status_code, found["Cross-Origin-Resource-Policy"]]
                      for found in (picture, code)],
                  "plain": [plain.status_code, plain["Location"]]}))
"""


@pytest.fixture(scope="module")
def in_production(tmp_path_factory):
    """What a process with production's settings answers."""
    folder = tmp_path_factory.mktemp("production")
    (folder / "static").mkdir()
    given = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    given |= GOOD | {
        "DATA_DIR": str(folder),
        "SECRET_KEY": "".join(map(str, range(60))),
    }

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT, env=given, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("manage.py", "collectstatic", "--noinput", "-v", "0")
    return run


def test_production_speaks_https_alone_and_its_cookies_too(in_production):
    said = json.loads(in_production("-c", PRODUCTION).splitlines()[-1])

    assert said["plain"] == [301, "https://guide.example/account/login/?a=b"]
    assert said["headers"]["Strict-Transport-Security"] == (
        "max-age=63072000; includeSubDomains; preload"
    )
    assert said["status"] == 200
    assert list(said["cookies"]) == ["__Host-csrf"]
    for cookie in said["cookies"].values():
        assert (cookie["secure"], cookie["samesite"], cookie["path"]) == (
            True,
            "Lax",
            "/",
        )


def test_other_sites_load_our_pictures_and_nothing_else(in_production):
    said = json.loads(in_production("-c", PRODUCTION).splitlines()[-1])

    assert said["loaded_by_others"] == [[200, "cross-origin"], [200, "same-origin"]]


def test_djangos_deploy_checks_find_nothing(in_production):
    in_production("manage.py", "check", "--deploy", "--fail-level", "WARNING")


def test_passwords_are_kept_with_argon2():
    from config.settings import security

    assert security.PASSWORD_HASHERS[0].endswith(".Argon2PasswordHasher")
    assert settings.SESSION_COOKIE_HTTPONLY
