import io

from allauth.account.models import EmailAddress
from django.core.management import call_command

from advisor.editing.roles import AUTHORS, PUBLISHERS
from advisor.models import User
from advisor.seeding.demo import seed_demo


def test_the_demo_accounts_can_log_in_with_the_passwords_given(db):
    accounts = {account.username: account for account in seed_demo()}

    assert set(accounts) == {"editor", "moderator", "member"}
    for name, account in accounts.items():
        assert User.objects.get(username=name).check_password(account.password)
        assert EmailAddress.objects.get(email=account.email).verified


def test_the_demo_accounts_have_their_roles(db):
    seed_demo()

    groups = {user.username: list(user.groups.all()) for user in User.objects.all()}
    assert [group.name for group in groups["editor"]] == [AUTHORS]
    assert [group.name for group in groups["moderator"]] == [PUBLISHERS]
    assert groups["member"] == []


def test_an_account_that_exists_keeps_its_password(db):
    seed_demo()
    before = User.objects.get(username="editor").password

    assert seed_demo() == []
    assert User.objects.get(username="editor").password == before


def test_an_address_in_use_is_left_to_its_owner(db):
    User.objects.create_user("somebody", email="Editor@example.org")

    assert "editor" not in {account.username for account in seed_demo()}


def test_the_command_prints_each_password_once(db):
    first, second = io.StringIO(), io.StringIO()

    call_command("seed_demo", stdout=first)
    call_command("seed_demo", stdout=second)

    assert "not shown again" in first.getvalue()
    assert second.getvalue().count("keeps its password") == 3
