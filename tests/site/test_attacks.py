"""Tricks with headers and addresses: each tried, none works."""

from urllib.parse import urljoin, urlsplit

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client, RequestFactory, override_settings

from advisor.accounts.actions import create_api_token
from config.page_cache.application import key_of, may_be_public
from guide.limits import Limit
from tests.conftest import PASSWORD, make_user

pytestmark = pytest.mark.django_db
EVIL = "evil.example"
ELSEWHERE = [
    f"https://{EVIL}/", f"//{EVIL}/", f"/\\{EVIL}", f"\\\\{EVIL}", f"https:{EVIL}",
    f"https:///{EVIL}", f"javascript:alert(1)//{EVIL}", f"/%09/{EVIL}", f"\t//{EVIL}",
    f"https://testserver@{EVIL}/", f"https://testserver.{EVIL}/", f"////{EVIL}",
    f"http:\\\\{EVIL}", f"\x00//{EVIL}", f"%2f%2f{EVIL}", f"data:text/html,{EVIL}",
]  # fmt: skip
FORGED = {
    "x-forwarded-host": EVIL,
    "x-host": EVIL,
    "x-original-url": "/admin/",
    "x-rewrite-url": "/admin/",
    "forwarded": f"host={EVIL}",
    "x-http-method-override": "DELETE",
    "accept-language": "de",
    "cookie": "language=de; theme=evil.example; sessionid=evil.example",
    "x-forwarded-scheme": "http",
    "x-forwarded-prefix": f"/{EVIL}",
    "x-wap-profile": f"https://{EVIL}/",
    "origin": f"https://{EVIL}",
    "referer": f"https://{EVIL}/",
}
PAGES = ["/", "/guide/flask-vs-django/", "/compare/quick/", "/feed/", "/sitemap.xml"]


@pytest.fixture(autouse=True)
def fresh_counters():
    cache.clear()
    yield
    cache.clear()


@pytest.mark.parametrize("target", ELSEWHERE)
def test_signing_in_leads_nowhere_else(target):
    make_user("member")
    client = Client()

    response = client.post(
        "/account/login/", {"login": "member", "password": PASSWORD, "next": target}
    )

    assert response.status_code < 500
    assert leads_home(response)


@pytest.mark.parametrize("target", ELSEWHERE)
@pytest.mark.parametrize(
    "address", ["/account/login/", "/account/logout/", "/admin/login/", "/_util/login/"]
)
def test_no_next_leads_a_member_elsewhere(member_client, address, target):
    response = member_client.get(address, {"next": target})

    assert response.status_code < 500
    assert leads_home(response)


def leads_home(response) -> bool:
    """Whether a browser, which reads backslashes as slashes, stays on this site."""
    location = response.get("Location", "/").replace("\\", "/").replace("\t", "")
    whole = urlsplit(urljoin("http://testserver/account/login/", location))
    return (whole.scheme, whole.netloc) == ("http", "testserver")


@pytest.mark.parametrize("address", [*PAGES, "/account/password/reset/"])
def test_a_strange_host_gets_no_page(address):
    response = Client(headers={"host": EVIL}).get(address)

    assert response.status_code == 400
    assert EVIL not in response.content.decode()


def test_a_reset_mail_leads_to_this_site_whatever_the_headers_say(member):
    for name in ("x-forwarded-host", "forwarded", "x-host"):
        Client(headers={name: EVIL}).post(
            "/account/password/reset/", {"email": member.email}
        )

    assert mail.outbox
    assert all(EVIL not in message.body for message in mail.outbox)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("name", FORGED)
def test_no_header_changes_what_everybody_is_shown(address, name):
    plain = Client().get(address)
    forged = Client(headers={name: FORGED[name]}).get(address)

    assert forged.status_code == plain.status_code == 200
    assert forged.content == plain.content
    assert "Set-Cookie" not in forged.headers


@pytest.mark.parametrize("name", FORGED)
def test_the_page_cache_answers_the_same_with_and_without(name):
    factory = RequestFactory()
    plain = factory.get("/guide/flask-vs-django/").environ
    forged = factory.get(
        "/guide/flask-vs-django/", headers={name: FORGED[name]}
    ).environ

    assert key_of(plain) == key_of(forged) or not may_be_public(forged)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_but_reading_is_kept(method):
    assert not may_be_public(getattr(RequestFactory(), method)("/").environ)


@pytest.mark.parametrize(
    ("proxies", "forwarded", "ident"),
    [
        (0, "1.1.1.1", "127.0.0.1"),
        (1, "1.1.1.1, 9.9.9.9", "9.9.9.9"),
        (1, "9.9.9.9", "9.9.9.9"),
        (2, "1.1.1.1, 9.9.9.9, 10.0.0.1", "9.9.9.9"),
    ],
)
def test_whose_address_is_counted_cannot_be_made_up(proxies, forwarded, ident):
    request = RequestFactory().get("/", headers={"x-forwarded-for": forwarded})

    with override_settings(NINJA_NUM_PROXIES=proxies):
        assert identified(request, proxies) == ident


def identified(request, proxies: int) -> str:
    from ninja.conf import settings as ninja_settings

    before = ninja_settings.NUM_PROXIES
    ninja_settings.NUM_PROXIES = proxies
    try:
        return Limit.get_ident(Limit.__new__(Limit), request)
    finally:
        ninja_settings.NUM_PROXIES = before


def test_signing_up_does_not_tell_who_is_here(member):
    answers = []
    for email in (member.email, "stranger@example.org"):
        form = {"email": email, "password1": "a long and odd phrase 7"}
        with override_settings(ACCOUNT_EMAIL_VERIFICATION="mandatory"):
            response = Client().post("/account/signup/", form)
        answers.append((response.status_code, response["Location"]))

    assert answers[0] == answers[1]
    assert len(mail.outbox) == 2


def test_a_reset_does_not_tell_who_is_here(member):
    answers = [
        Client().post("/account/password/reset/", {"email": email})
        for email in (member.email, "stranger@example.org")
    ]

    assert answers[0].status_code == answers[1].status_code == 302
    assert answers[0]["Location"] == answers[1]["Location"]
    assert len(mail.outbox) == 2


def test_a_failed_log_in_does_not_tell_who_is_here(member):
    answers = [
        Client().post("/account/login/", {"login": login, "password": "wrong"})
        for login in (member.email, "stranger@example.org")
    ]

    words = [
        found.content.decode().split("<form")[1].split("csrf")[0] for found in answers
    ]
    assert words[0] == words[1]
    assert answers[0].status_code == answers[1].status_code


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("/account/login/", {"login": "member@example.org", "password": "wrong"}),
        ("/account/signup/", {"email": "", "password1": ""}),
        ("/account/password/reset/", {"email": "member@example.org"}),
    ],
)
def test_guessing_ends_at_a_limit_whatever_address_is_claimed(member, address, form):
    found = [
        Client(headers={"x-forwarded-for": f"198.51.100.{n}"}).post(address, form)
        for n in range(25)
    ]

    refused = [r for r in found if r.status_code == 429 or b"Too many" in r.content]
    assert refused
    assert all(response.status_code < 500 for response in found)


def test_a_token_is_in_no_page_after_the_one_that_made_it(member_client, member):
    _, token = create_api_token(owner=member, name="script")

    for address in ("/account/tokens/", "/account/export/", "/api/v1/me/tokens"):
        assert token not in member_client.get(address).content.decode()
