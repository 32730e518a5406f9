from django.urls import reverse


def test_operators_can_look_after_accounts(administrator_client, member):
    page = administrator_client.get(
        reverse("admin:advisor_user_change", args=[member.pk])
    )

    assert member.email in page.content.decode()


def test_operators_cannot_read_what_members_saved(administrator_client):
    page = administrator_client.get(reverse("admin:index"))

    assert "ecommendation" not in page.content.decode()
