"""What members type about their account: names of tokens, and that they mean it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from advisor.accounts.actions.tokens import NAME_LENGTH
from advisor.accounts.working_tokens import working_tokens
from advisor.models import User
from advisor.once.forms import OnceForm


class TokenForm(OnceForm):
    """The name of a new API token."""

    name = forms.CharField(
        max_length=NAME_LENGTH,
        label="Name of the token",
        help_text="What it is for, for example “Decision records in CI”.",
        error_messages={"required": "Type a name, so that you know which to revoke."},
    )

    def __init__(self, *args: Any, owner: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = owner

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if working_tokens(self.owner).filter(name=name).exists():
            raise ValidationError(
                "You have a token with this name already. "
                "Choose another name, or revoke that one first."
            )
        return name


class DeleteAccountForm(forms.Form):
    """A deliberate yes."""

    sure = forms.BooleanField(
        label="I understand that this cannot be undone",
        error_messages={"required": "Tick the box to show that you mean it."},
    )
