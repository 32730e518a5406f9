import pytest

from guide.models import Change, Claim

pytestmark = pytest.mark.django_db


def test_a_new_site_begins_with_one_entry():
    entry = Change.objects.get(kind="guide-published")
    assert f"{Claim.objects.count()} claims" in entry.what[0]["after"]
    assert not Change.objects.filter(kind="claim-added").exists()
