"""What members type about saved results, and decide: who reads them, how they hear."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from advisor.conflicts import VersionedForm
from advisor.models import Recommendation
from advisor.models.recommendation import NOTE_LENGTH, TITLE_LENGTH
from advisor.once.forms import OnceForm


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


class NewRecommendationForm(OnceForm, RecommendationForm):
    """Sending it twice saves one result."""


class ChangedRecommendationForm(VersionedForm, RecommendationForm):
    """Knows which state of the saved result it was opened with."""


class ShareForm(forms.Form):
    """Whether the link shows the note. Without a tick it does not."""

    include_note = forms.BooleanField(
        required=False,
        label="Show my note too",
        help_text="Your note is private. Tick this only if whoever has the link may "
        "read all of it, later changes included.",
    )


class NoticesForm(forms.Form):
    """Whether to be written to. Without a tick nobody is."""

    by_mail = forms.BooleanField(
        required=False,
        label="Send me an email",
        help_text="One for each new rule set, about all your saved results together, "
        "to the address you verified.",
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
