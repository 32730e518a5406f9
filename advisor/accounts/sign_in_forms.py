"""allauth's forms with this site's labels."""

from allauth.account.forms import AddEmailForm as AllauthAddEmailForm
from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import SignupForm as AllauthSignupForm
from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from advisor.models import User


def without_placeholders(form: forms.Form) -> None:
    """A label says it; a placeholder would vanish as soon as somebody types."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class LoginForm(AllauthLoginForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Email address or user name"
        without_placeholders(self)


class AddEmailForm(AllauthAddEmailForm):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "Another email address"
        self.fields["email"].help_text = "We send it a link that proves it is yours."
        without_placeholders(self)


class SignupForm(AllauthSignupForm):
    """Two at once with one address: the database refuses, the form says so."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "Email address"
        without_placeholders(self)

    def clean(self) -> dict:
        cleaned = super().clean()
        email = cleaned.get("email", "")
        if User.objects.with_email(email).exists():  # in whatever case it was typed
            self.account_already_exists = True
        return cleaned

    def try_save(self, request: HttpRequest):
        """Save the account; one made meanwhile is treated as one that was there."""
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            self.full_clean()
            return super().try_save(request)
