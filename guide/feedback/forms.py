"""What readers fill in: a correction, a comment, a report."""

from typing import Any

from django import forms

from guide.feedback.form_trap import TrappedForm
from guide.feedback.targets import Target
from guide.models.feedback import NAME, SOURCE, WORDS
from guide.plain_text import LineField, WebAddressField, WordsField

REASON = 500


class WriterForm(TrappedForm):
    """Who writes: both fields may stay empty."""

    writer = LineField(
        required=False,
        max_length=NAME,
        label="Name",
        help_text="Shown with your words. Without it they are signed “A reader”.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        required=False,
        label="E-mail address",
        help_text="Never shown. We mail you a link to confirm it, tell you what was "
        "decided, and delete it 30 days later.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class CorrectionForm(WriterForm):
    """What is wrong, what would be right, and where that can be read."""

    framework = forms.ChoiceField(required=False)
    criterion = forms.ChoiceField(required=False, label="Row")
    wrong = WordsField(
        max_length=WORDS,
        label="What is wrong?",
        error_messages={"required": "Say which words or numbers are wrong."},
    )
    right = WordsField(
        max_length=WORDS,
        label="What would be right?",
        error_messages={"required": "Say what should stand there instead."},
    )
    source_url = WebAddressField(
        max_length=SOURCE,
        label="Source",
        help_text="The address of a page where it can be checked.",
        widget=forms.URLInput(attrs={"inputmode": "url"}),
        error_messages={
            "required": "Give the address of a page where it can be checked.",
            "invalid": "Give a whole address, for example https://example.org/page.",
        },
    )

    def __init__(self, data: Any = None, *, target: Target, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.target = target
        if target.table is None:
            del self.fields["framework"], self.fields["criterion"]
            return
        names = {slug: found.name for slug, found in target.frameworks.items()}
        self._offer("framework", names, "The whole row or table")
        self._offer("criterion", target.criteria, "The whole table")

    def _offer(self, name: str, choices: dict[str, str], nothing: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
        field.choices = [("", nothing), *choices.items()]


class CommentForm(WriterForm):
    """Plain text for the end of a page."""

    text = WordsField(
        max_length=WORDS,
        label="Your comment",
        help_text=f"Plain text, at most {WORDS:,} characters. Addresses do not become "
        "links.",
        error_messages={"required": "Write something first."},
    )


class ReportForm(TrappedForm):
    """Why a comment should not stand there."""

    reason = WordsField(
        max_length=REASON,
        label="What is wrong with it?",
        error_messages={"required": "Say in a few words what is wrong with it."},
    )
