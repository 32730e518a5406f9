"""Forms that make something carry a key of their own, without any JavaScript."""

from uuid import uuid4

from django import forms


class OnceForm(forms.Form):
    """Every form shown has another key; sending one twice makes one thing."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
