"""Each limit by itself: one too many is 429 with Retry-After, whatever is claimed.

How windows and members are counted: tests/config/test_api_limits.py. Across processes,
with Redis and without: python -m tests.load attacks.
"""

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from advisor.views.page_kinds import LOOK_UPS
from config.api import analyses_limit, api
from config.content_api import content_api
from guide.feedback import form_trap
from guide.feedback.limits import SENDING
from tests.conftest import make_user
from tests.guide.feedback.sent import WORDS
from tests.site.authorisation.world import make_world

pytestmark = pytest.mark.django_db
STATED = 30  # more than any limit of an account lets through
LIMITS = [*api.throttle, *content_api.throttle, analyses_limit, LOOK_UPS, SENDING]


@pytest.fixture(autouse=True)
def two_calls(monkeypatch):
    """Of ours, two in a window that never ends; allauth's are as they are."""
    cache.clear()
    monkeypatch.setattr(form_trap, "SHORTEST", -form_trap.SHORTEST)
    for limit in LIMITS:
        monkeypatch.setattr(limit, "num_requests", 2)
        monkeypatch.setattr(limit, "duration", 10**9)
    yield
    cache.clear()


def evaluate(client, world, n):
    return client.post("/api/v1/evaluations", b'{"answers": {}}', "application/json")


def analyse(client, world, n):
    return client.post("/api/v1/analyses", b"{}", "application/json")


def correct(client, world, n):
    form = {**WORDS, "key": form_trap.new_key(), "subject": ""}
    target = f"?claim={world.values['claim']}"
    return client.post(f"/corrections/new/{target}", form)


def comment(client, world, n):
    form = {"text": f"Well said, {n}.", "key": form_trap.new_key(), "subject": ""}
    return client.post(f"/comments/on/{world.values['page']}/new/", form)


def report(client, world, n):
    form = {"reason": "Rude.", "key": form_trap.new_key(), "subject": ""}
    return client.post(f"/comments/{world.values['comment']}/report/", form)


def guess_a_share(client, world, n):
    return client.get(f"/advisor/shared/{n:043}/")


def guess_a_share_by_program(client, world, n):
    return client.get(f"/api/v1/shared/{n:043}")


def guess_a_feed(client, world, n):
    return client.get(f"/advisor/saved/feed/{n:043}/")


def read_a_share(client, world, n):
    return client.get(f"/advisor/shared/{world.values['share']}/")


def sign_up(client, world, n):
    form = {"email": f"n{n}@example.org", "password1": "a long and odd phrase 7"}
    return client.post("/account/signup/", form)


def log_in(client, world, n):
    form = {"login": f"n{n}@example.org", "password": "wrong"}
    return client.post("/account/login/", form)


def reset(client, world, n):
    return client.post("/account/password/reset/", {"email": f"n{n}@example.org"})


def search_the_content(client, world, n):
    return client.get("/api/content/pages/")


OURS = [
    evaluate, analyse, correct, comment, report, guess_a_share, read_a_share,
    guess_a_share_by_program, guess_a_feed, search_the_content,
]  # fmt: skip
ACCOUNTS = [sign_up, log_in, reset]


def told(call, world, n: int, **headers: str):
    return call(Client(headers=headers), world, n)


@pytest.mark.parametrize("call", OURS, ids=lambda call: call.__name__)
def test_one_too_many_is_told_when_to_come_back(call):
    world = make_world()

    found = [told(call, world, n) for n in range(4)]

    assert [r.status_code == 429 for r in found] == [False, False, True, True]
    assert all(int(response["Retry-After"]) >= 1 for response in found[2:])


@pytest.mark.parametrize("call", ACCOUNTS, ids=lambda call: call.__name__)
def test_one_too_many_for_accounts_is_told_when_to_come_back(call):
    found = [told(call, None, n) for n in range(STATED + 1)]

    refused = [response for response in found if response.status_code == 429]
    assert found[-1] in refused
    assert found[0].status_code != 429
    assert all(int(response["Retry-After"]) >= 1 for response in refused)
    assert all(response["Cache-Control"] == "no-store" for response in refused)


CLAIMS = ["x-forwarded-for", "x-real-ip", "forwarded", "client-ip", "x-client-ip"]


@pytest.mark.parametrize(
    ("call", "name"),
    [(call, CLAIMS[0]) for call in (*OURS, *ACCOUNTS)]
    + [
        (call, name)
        for call in (evaluate, guess_a_share, log_in)
        for name in CLAIMS[1:]
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_no_claimed_address_is_a_new_allowance(call, name):
    world = make_world()
    times = 4 if call in OURS else STATED + 1

    found = [told(call, world, n, **{name: f"198.51.100.{n}"}) for n in range(times)]

    assert found[-1].status_code == 429


@pytest.mark.parametrize("call", [guess_a_share, log_in])
def test_behind_a_proxy_nobody_uses_up_what_others_have(call, monkeypatch):
    from ninja.conf import settings as ninja_settings

    monkeypatch.setattr(ninja_settings, "NUM_PROXIES", 1)
    times = STATED + 1
    proxied = {"x-forwarded-for": "198.51.100.7"}

    guessed = [told(call, None, n, **proxied) for n in range(times)]
    claimed = told(call, None, 99, **{"x-forwarded-for": "192.0.2.1, 198.51.100.7"})
    other = told(call, None, 99, **{"x-forwarded-for": "198.51.100.8"})

    assert guessed[-1].status_code == claimed.status_code == 429
    assert other.status_code != 429


def test_a_fifth_wrong_password_closes_an_account_for_all_addresses():
    make_user("member")
    form = {"login": "member@example.org", "password": "wrong"}
    for n in range(5):
        Client(REMOTE_ADDR=f"198.51.100.{n}").post("/account/login/", form)

    right = {**form, "password": "correct horse battery staple"}
    response = Client(REMOTE_ADDR="198.51.100.9").post("/account/login/", right)

    assert response.status_code == 200
    assert "Too many" in response.content.decode()


@pytest.mark.parametrize("call", [evaluate, guess_a_share])
def test_a_flood_of_other_addresses_makes_nobody_forget_one(call):
    """Django's own cache in the process forgets after 300 entries."""
    for n in range(3):
        told(call, None, n)
    for n in range(5_000):
        LOOK_UPS.allows(f"flood_{n}")

    assert told(call, None, 4).status_code == 429


def test_a_cache_without_room_would_have_forgotten():
    """What the test above is able to notice."""
    small = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache",
                         "LOCATION": "small"}}  # fmt: skip
    with override_settings(CACHES=small):
        for n in range(3):
            told(guess_a_share, None, n)
        for n in range(5_000):
            LOOK_UPS.allows(f"flood_{n}")

        assert told(guess_a_share, None, 4).status_code == 404
