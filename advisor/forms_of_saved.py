"""What members decide about a saved result: who may read it."""

from django import forms


class ShareForm(forms.Form):
    """Whether the link shows the note. Without a tick it does not."""

    include_note = forms.BooleanField(
        required=False,
        label="Show my note too",
        help_text="Your note is private. Tick this only if whoever has the link may "
        "read all of it, later changes included.",
    )
