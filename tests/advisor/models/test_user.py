import pytest
from django.db import IntegrityError, transaction

from advisor.models import User


def test_one_address_in_other_letters_is_refused_by_the_database(db):
    User.objects.create_user("ada", email="ada@example.org")

    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("other", email="Ada@Example.org")


def test_many_accounts_may_have_no_address(db):
    User.objects.create_user("one")
    User.objects.create_user("two")

    assert User.objects.filter(email="").count() == 2


def test_an_account_is_found_by_its_address_in_any_letters(db):
    user = User.objects.create_user("ada", email="ada@example.org")

    assert list(User.objects.with_email("ADA@example.org")) == [user]
    assert not User.objects.with_email("").exists()
