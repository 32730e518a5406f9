"""A member adds a passkey, signs in with nothing else, and takes it away again."""

import pytest
from playwright.sync_api import Page, expect

KEY_IN_THIS_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page_with_key(open_page, site) -> Page:
    """A browser whose device keeps passkeys, at a name: addresses cannot have any."""
    page = open_page(base_url=site.url.replace("127.0.0.1", "localhost"))
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY_IN_THIS_DEVICE})
    return page


def sign_in_by_password(page: Page, member) -> None:
    page.goto("/account/login/")
    page.get_by_label("Email address or user name").fill(member.email)
    page.get_by_label("Password", exact=True).fill(member.password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda address: "/login/" not in address)


def confirm(page: Page, member) -> None:
    """Whoever changes a way to sign in is asked for the password once more."""
    page.get_by_label("Password", exact=True).fill(member.password)
    page.get_by_role("button", name="Confirm").click()


def add_passkey(page: Page, name: str, member) -> None:
    page.goto("/account/2fa/webauthn/add/")
    confirm(page, member)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(lambda address: "/add/" not in address)


def sign_out(page: Page) -> None:
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(lambda address: "/logout/" not in address)


def remove_passkey(page: Page, member) -> None:
    """Other tests sign in as this member, with a password and nothing else."""
    page.goto("/account/2fa/webauthn/")
    main = page.get_by_role("main")
    main.get_by_role("link", name="Remove").click()
    confirm(page, member)
    main.get_by_role("button", name="Remove").click()
    expect(main).not_to_contain_text("This laptop")


def test_a_passkey_is_added_and_signs_in_without_a_password(page_with_key, site):
    page, member = page_with_key, site.people["member"]
    sign_in_by_password(page, member)
    add_passkey(page, "This laptop", member)
    page.goto("/account/2fa/webauthn/")
    expect(page.get_by_role("main")).to_contain_text("This laptop")

    sign_out(page)
    page.goto("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda address: "/login/" not in address)

    page.goto("/account/")
    expect(page.get_by_role("main")).to_contain_text(member.email)

    remove_passkey(page, member)
    sign_out(page)
    sign_in_by_password(page, member)
    page.goto("/account/")
    expect(page.get_by_role("main")).to_contain_text(member.email)
