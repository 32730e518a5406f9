"""What members type: titles, notes, names of tokens, and that they mean it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import APIToken

from advisor.actions.tokens import NAME_LENGTH
from advisor.models import Recommendation, User
from advisor.models.recommendation import NOTE_LENGTH, TITLE_LENGTH

MOST_TOKENS = 20


class RecommendationForm(forms.Form):
    """Title and note of a saved result."""

    title = forms.CharField(
        max_length=TITLE_LENGTH,
        help_text="What you will look for later, for example “Customer portal, 2027”. "
        f"At most {TITLE_LENGTH} characters.",
        error_messages={"required": "Type a title, so that you can find it again."},
    )
    note = forms.CharField(
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Who was asked, what was assumed, when to look again. "
        "Only you can read it, unless you share it.",
    )
    revisit_on = forms.DateField(
        required=False,
        label="Look at it again on",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Your list reminds you from that day on.",
        error_messages={"invalid": "Type a date like 2027-03-31."},
    )


class NewRecommendationForm(RecommendationForm):
    """Carries a key, so that sending the form twice saves one result."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_key(self) -> Any:
        return self.cleaned_data["key"] or None


class TokenForm(forms.Form):
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

    def clean(self) -> dict[str, Any]:
        if working_tokens(self.owner).count() >= MOST_TOKENS:
            raise ValidationError(
                f"You have {MOST_TOKENS} tokens. Revoke one you do not use any more."
            )
        return self.cleaned_data


def working_tokens(owner: User) -> QuerySet[APIToken]:
    """The member's tokens that are not revoked."""
    tokens: QuerySet[APIToken] = APIToken.objects.filter(user=owner, revoked_at=None)
    return tokens


class DeleteAccountForm(forms.Form):
    """A deliberate yes."""

    sure = forms.BooleanField(
        label="I understand that this cannot be undone",
        error_messages={"required": "Tick the box to show that you mean it."},
    )


class CompareForm(forms.Form):
    """Which two saved results to put side by side."""

    left = forms.ChoiceField(label="First result")
    right = forms.ChoiceField(label="Second result")

    def __init__(self, *args: Any, saved: list[Recommendation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose a saved result"), *map(_choice, saved)]
        for field in (self.fields["left"], self.fields["right"]):
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
            field.choices = choices


def _choice(recommendation: Recommendation) -> tuple[str, str]:
    day = date_format(timezone.localtime(recommendation.created_at), "j M Y")
    return str(recommendation.pk), f"{recommendation.title} ({day})"
