"""What members decide about saved results: who reads them, and how they hear."""

from django import forms


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
        label="Send me an e-mail",
        help_text="One for each new rule set, about all your saved results together, "
        "to the address you verified.",
    )
