from advisor.accounts.signed_in_hint import HINT_COOKIE
from tests.conftest import PASSWORD


def log_in(client):
    return client.post("/account/login/", {"login": "member", "password": PASSWORD})


def test_logging_in_sets_the_hint(client, verified_member):
    cookie = log_in(client).cookies[HINT_COOKIE]

    assert cookie.value == "1"
    assert cookie["samesite"] == "Lax"
    assert not cookie["httponly"]


def test_logging_out_removes_the_hint(client, verified_member):
    log_in(client)

    cookie = client.post("/account/logout/").cookies[HINT_COOKIE]

    assert cookie["max-age"] == 0


def test_a_failed_log_in_sets_no_hint(client, member):
    response = client.post("/account/login/", {"login": "member", "password": "no"})

    assert HINT_COOKIE not in response.cookies


def test_reading_sets_no_hint(member_client):
    assert not member_client.get("/advisor/").cookies


def test_the_menu_takes_back_a_hint_that_is_out_of_date(client, db):
    client.cookies[HINT_COOKIE] = "1"

    cookie = client.get("/account/menu/").cookies[HINT_COOKIE]

    assert cookie["max-age"] == 0
