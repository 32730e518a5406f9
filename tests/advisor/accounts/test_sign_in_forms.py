import pytest
from django.contrib.auth import get_user_model

from advisor.accounts.sign_in_forms import SignupForm

pytestmark = pytest.mark.django_db
EMAIL = "twice@example.org"


def test_an_address_taken_between_check_and_save_makes_no_second_account(
    client, monkeypatch
):
    users = get_user_model().objects
    checked = SignupForm.full_clean

    def taken_after_the_first_check(form):
        checked(form)
        if not users.with_email(EMAIL).exists():
            users.create_user("first", email=EMAIL.upper(), password="x")

    monkeypatch.setattr(SignupForm, "full_clean", taken_after_the_first_check)
    data = {"email": EMAIL, "password1": "correct horse battery"}
    response = client.post("/account/signup/", data)
    assert response.status_code == 302
    assert users.filter(email__iexact=EMAIL).count() == 1


def test_signing_up_twice_says_the_same_as_signing_up_once(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    data = {"email": EMAIL, "password1": "correct horse battery"}
    first = client.post("/account/signup/", data)
    second = client.post("/account/signup/", data)
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert get_user_model().objects.filter(email=EMAIL).count() == 1


def test_the_log_in_form_names_its_fields(client):
    page = client.get("/account/login/").content.decode()
    assert "Email address or user name" in page
    assert "placeholder=" not in page.split("<main")[1]
