from datetime import timedelta

import pytest
from django.utils import timezone

from advisor.models import Recommendation


def page_of(response):
    return response.content.decode()


def set_day(saved, days):
    day = timezone.localdate() + timedelta(days=days)
    Recommendation.objects.filter(pk=saved.pk).update(revisit_on=day)
    return day


def test_a_day_can_be_set_when_saving(member_client, small_version):
    sent = {"title": "Door", "revisit_on": "2030-02-28"}
    member_client.post("/advisor/saved/new/?use=hold", sent)

    assert str(Recommendation.objects.get().revisit_on) == "2030-02-28"


def test_a_day_can_be_changed_and_taken_away(saved, member_client):
    path = f"/advisor/saved/{saved.pk}/edit/"
    member_client.post(path, {"title": "Door", "revisit_on": "2030-02-28"})
    assert 'value="2030-02-28"' in page_of(member_client.get(path))

    member_client.post(path, {"title": "Door", "revisit_on": ""})

    saved.refresh_from_db()
    assert saved.revisit_on is None


@pytest.mark.parametrize("day", ["soon", "2030-02-30", "0000-01-01", "\x00", "9" * 99])
def test_what_is_no_day_is_named_and_nothing_is_lost(saved, member_client, day):
    response = member_client.post(
        f"/advisor/saved/{saved.pk}/edit/", {"title": "Typed", "revisit_on": day}
    )

    assert response.status_code == 200
    assert "Type a date like 2027-03-31." in page_of(response)
    assert 'value="Typed"' in page_of(response)


@pytest.mark.parametrize("path", ["/advisor/saved/", "/advisor/saved/{id}/"])
def test_the_day_is_shown_and_when_it_has_come_it_is_due(saved, member_client, path):
    set_day(saved, 1)
    before = page_of(member_client.get(path.format(id=saved.pk)))
    set_day(saved, 0)
    after = page_of(member_client.get(path.format(id=saved.pk)))

    assert "To revisit on" in before
    assert "Due:" not in before
    assert "Due:" in after


def test_the_list_counts_what_is_due(saved, member_client):
    assert "due for another look" not in page_of(member_client.get("/advisor/saved/"))
    set_day(saved, -3)

    page = page_of(member_client.get("/advisor/saved/"))

    assert "1 saved result is due for another look." in page
