"""Staff without a second factor are led to where they add one, and no further."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group

from advisor.accounts.actions import create_api_token
from advisor.editing.roles import AUTHORS, PUBLISHERS
from tests.conftest import make_user

pytestmark = pytest.mark.django_db
ADMINS = ["/admin/", "/admin/pages/", "/django-admin/", "/django-admin/auth/group/"]
ENROLMENT = "/account/2fa/"


@pytest.fixture(autouse=True)
def _wanted(settings):
    settings.STAFF_SECOND_FACTOR = True


@pytest.fixture(params=["administrator", AUTHORS, PUBLISHERS, "operator"])
def staff_member(request):
    if request.param == "administrator":
        return make_user("boss", is_staff=True, is_superuser=True)
    if request.param == "operator":
        return make_user("operator", is_staff=True)
    user = make_user("editor")
    user.groups.add(Group.objects.get(name=request.param))
    return user


@pytest.mark.parametrize("address", ADMINS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_without_one_no_admin_answers(client, staff_member, address, method):
    client.force_login(staff_member)

    response = getattr(client, method)(address)

    assert (response.status_code, response["Location"]) == (302, ENROLMENT)


def test_they_are_told_why_and_not_led_in_circles(client, staff_member):
    client.force_login(staff_member)

    response = client.get("/admin/", follow=True)

    assert response.redirect_chain == [(ENROLMENT, 302)]
    assert response.status_code == 200
    assert "add a second factor" in response.content.decode()


def test_recovery_codes_alone_are_none(client, staff_member):
    RecoveryCodes.activate(staff_member)
    client.force_login(staff_member)

    assert client.get("/admin/")["Location"] == ENROLMENT


def test_with_one_the_admin_answers(client, administrator):
    TOTP.activate(administrator, generate_totp_secret())
    client.force_login(administrator)

    assert client.get("/admin/").status_code == 200
    assert client.get("/django-admin/").status_code == 200


def test_taking_it_away_again_closes_the_door(client, administrator):
    TOTP.activate(administrator, generate_totp_secret())
    client.force_login(administrator)
    Authenticator.objects.filter(user=administrator).delete()

    assert client.get("/admin/")["Location"] == ENROLMENT


def test_members_and_strangers_meet_what_they_always_met(client, member):
    assert client.get("/admin/")["Location"] == "/admin/login/?next=/admin/"
    client.force_login(member)
    assert client.get("/admin/")["Location"] != ENROLMENT
    assert client.get("/advisor/saved/").status_code == 200


def test_what_is_not_the_admin_asks_for_none(client, staff_member):
    client.force_login(staff_member)

    assert client.get("/account/").status_code == 200
    assert client.get("/advisor/saved/").status_code == 200


def test_tokens_work_without_one(client, administrator):
    _, token = create_api_token(owner=administrator, name="CI")

    response = client.get("/api/v1/me", headers={"authorization": f"Bearer {token}"})

    assert response.status_code == 200


def test_a_setting_relaxes_it(client, administrator, settings):
    settings.STAFF_SECOND_FACTOR = False
    client.force_login(administrator)

    assert client.get("/admin/").status_code == 200
