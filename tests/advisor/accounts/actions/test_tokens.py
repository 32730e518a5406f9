import pytest
from django.core.exceptions import ValidationError
from wagtail.models import APIToken

from advisor.accounts.actions import create_api_token, revoke_api_token
from advisor.limits import MOST_TOKENS, LimitReachedError


def test_a_token_is_shown_once_and_stored_as_a_digest(member):
    token, plain_text = create_api_token(owner=member, name=" My script ")

    assert APIToken.validate_token_format(plain_text)
    assert token.name == "My script"
    assert plain_text not in str(APIToken.objects.values().get())


def test_a_token_needs_a_name(member):
    with pytest.raises(ValidationError):
        create_api_token(owner=member, name=" ")


def test_a_member_has_a_bounded_number_of_working_tokens(member):
    tokens = [
        create_api_token(owner=member, name=f"token {n}")[0] for n in range(MOST_TOKENS)
    ]
    with pytest.raises(LimitReachedError, match="Revoke one"):
        create_api_token(owner=member, name="one more")
    revoke_api_token(token=tokens[0])

    assert create_api_token(owner=member, name="one more")[0].pk


def test_revoking_twice_keeps_the_first_date(member):
    token, _ = create_api_token(owner=member, name="My script")
    first = revoke_api_token(token=token).revoked_at

    assert revoke_api_token(token=token).revoked_at == first
