"""What keeps programs out of a form without a puzzle: a bait, and a signed time.

The form carries a key signed when its page was made. The key is the message's own
primary key, so one form makes one message, however often it is sent.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core import signing

SHORTEST = timedelta(seconds=3)  # nobody reads, thinks and types in less
LONGEST = timedelta(hours=24)
_signer = signing.TimestampSigner(salt="guide.feedback.form")

TOO_FAST = "That went very fast. Read once more what you typed, then send it again."
TOO_OLD = "This page was open for more than a day. Nothing is lost: send it again."
UNREADABLE = "Part of the form did not arrive. Nothing is lost: send it again."
SENT_ALREADY = (
    "What this page held before was sent already. "
    "If this is another message, send it once more."
)


def new_key() -> str:
    return _signer.sign(uuid4().hex)


def _key_in(signed: str, longest: timedelta | None) -> UUID:
    return UUID(_signer.unsign(signed, max_age=longest))


class TrappedForm(forms.Form):
    """Begins with a bait that only programs fill in; `form_key` after cleaning."""

    subject = forms.CharField(
        required=False,
        max_length=None,
        label="Leave this field empty",
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    key = forms.CharField(required=False, widget=forms.HiddenInput)

    form_key: UUID

    data: Any  # its own copy of what was sent, so that the key can be replaced

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": new_key(), **kwargs.get("initial", {})}
        super().__init__(data.copy() if data is not None else None, **kwargs)

    @property
    def is_trapped(self) -> bool:
        return self.is_bound and bool(self.data.get("subject"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        signed = cleaned.get("key", "")
        try:
            self.form_key = _key_in(signed, LONGEST)
        except signing.SignatureExpired:
            self.refuse_key(TOO_OLD)
        except (signing.BadSignature, ValueError):
            self.refuse_key(UNREADABLE)
        else:
            if not self.errors and not _is_older_than(signed, SHORTEST):
                self.add_error(None, TOO_FAST)
        return cleaned

    def refuse_key(self, why: str) -> None:
        """An error, and another key, so that sending the form again works."""
        self.data["key"] = new_key()
        self.add_error(None, why)


def _is_older_than(signed: str, age: timedelta) -> bool:
    try:
        _key_in(signed, age)
    except signing.SignatureExpired:
        return True
    return False
