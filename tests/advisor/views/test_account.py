import json

import pytest
from allauth.account.models import EmailAddress

from advisor.models import Recommendation, User
from tests.conftest import PASSWORD


def page_of(response):
    return response.content.decode()


def test_the_overview_leads_to_everything_a_member_can_do(member_client):
    page = page_of(member_client.get("/account/"))

    assert "member@example.org" in page
    for address in (
        "/account/email/",
        "/account/password/change/",
        "/account/2fa/",
        "/account/tokens/",
        "/account/export/",
        "/account/delete/",
        "/advisor/saved/",
    ):
        assert f'href="{address}"' in page


def test_the_menu_of_a_stranger_is_the_way_in(client, db):
    response = client.get("/account/menu/")

    assert "Sign in" in page_of(response)
    assert response["Cache-Control"] == "private, no-store"


def test_the_menu_of_a_member_leads_to_their_things_and_out(member_client):
    page = page_of(member_client.get("/account/menu/"))

    assert "member" in page
    assert "/advisor/saved/" in page
    assert "csrfmiddlewaretoken" in page
    assert 'action="/account/logout/"' in page


def test_a_token_is_shown_once_and_listed_by_its_beginning(member_client, member):
    made = page_of(member_client.post("/account/tokens/", {"name": "CI"}))
    token = member.api_tokens.get()
    later = page_of(member_client.get("/account/tokens/"))

    assert "It is not shown again." in made
    assert f"<code>{token.prefix}" in later
    assert "It is not shown again." not in later


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "Type a name"),
        ("x" * 101, "at most 100 characters"),
        ("CI", "You have a token with this name already."),
    ],
)
def test_a_wrong_token_name_says_what_would_be_right(
    member_client, member, name, message
):
    member_client.post("/account/tokens/", {"name": "CI"})

    page = page_of(member_client.post("/account/tokens/", {"name": name}))

    assert message in page
    assert member.api_tokens.count() == 1


def test_the_page_of_addresses_says_how_each_stands(member_client, member):
    EmailAddress.objects.update_or_create(
        user=member, defaults={"email": member.email, "primary": True, "verified": True}
    )

    page = page_of(member_client.get("/account/email/"))

    assert member.email in page
    assert "Primary, verified" in page
    assert "Make primary" not in page
    assert 'aria-current="page">Email addresses' in page

    EmailAddress.objects.create(user=member, email="second@example.org", verified=True)

    assert "Make primary" in page_of(member_client.get("/account/email/"))


def test_a_wrong_address_stays_in_the_form_with_what_is_wrong(member_client):
    wrong = {"action_add": "", "email": "no address"}

    page = page_of(member_client.post("/account/email/", wrong))

    assert "What you typed is still below." in page
    assert 'value="no address"' in page


def test_a_member_cannot_hoard_tokens(member_client, member):
    for number in range(20):
        member_client.post("/account/tokens/", {"name": f"token {number}"})

    page = page_of(member_client.post("/account/tokens/", {"name": "one more"}))

    assert "You have 20 tokens." in page
    assert member.api_tokens.count() == 20


def test_a_token_is_revoked_after_a_question(member_client, member):
    member_client.post("/account/tokens/", {"name": "CI"})
    token = member.api_tokens.get()
    address = f"/account/tokens/{token.pk}/revoke/"

    assert "Revoke “CI”?" in page_of(member_client.get(address))
    member_client.post(address)

    token.refresh_from_db()
    assert token.revoked_at is not None
    assert "You have no tokens." in page_of(member_client.get("/account/tokens/"))


def test_another_members_token_does_not_exist(member_client, client, other_member):
    from advisor.accounts.actions import create_api_token

    token, _ = create_api_token(owner=other_member, name="theirs")

    assert member_client.post(f"/account/tokens/{token.pk}/revoke/").status_code == 404


def test_the_export_is_a_file_with_everything(saved, member_client):
    response = member_client.get("/account/export/")
    data = json.loads(response.content)

    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert data["account"]["email"] == "member@example.org"
    assert [row["title"] for row in data["recommendations"]] == ["The heavy door"]


def log_in(client, name):
    return client.post("/account/login/", {"login": name, "password": PASSWORD})


def test_deleting_the_account_needs_a_deliberate_yes(client, verified_member):
    log_in(client, "member")
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    page = page_of(client.post("/account/delete/", {}))

    assert "Tick the box" in page
    assert User.objects.filter(pk=verified_member.pk).exists()


def test_deleting_the_account_asks_for_the_password_and_erases_everything(
    saved, client, verified_member
):
    client.logout()
    log_in(client, "member")

    asked = client.post("/account/delete/", {"sure": "on"})
    assert asked["Location"].startswith("/account/reauthenticate/")
    answer = client.post(asked["Location"], {"password": PASSWORD})

    assert answer["Location"] == "/account/deleted/"
    assert not User.objects.filter(pk=verified_member.pk).exists()
    assert not Recommendation.objects.exists()
    assert client.get("/account/")["Location"].startswith("/account/login/")


def test_the_last_administrator_stays(client, verified_member):
    User.objects.filter(pk=verified_member.pk).update(is_superuser=True)
    log_in(client, "member")
    client.post("/account/reauthenticate/", {"password": PASSWORD})

    page = page_of(client.post("/account/delete/", {"sure": "on"}))

    assert "The last administrator cannot be deleted." in page
    assert User.objects.filter(pk=verified_member.pk).exists()
