"""Shipped claims and editors can name real probes only."""

import pytest
from django.core.exceptions import ValidationError

from guide.probes.checks import shipped_claims_name_real_probes
from tests.guide.factories import make_claim


def shipped(folder, probe):
    (folder / "claims").mkdir()
    text = f'[[claim]]\nslug = "a-claim"\nprobe = "{probe}"\n'
    (folder / "claims" / "some.toml").write_text(text)


def test_the_shipped_claims_are_right():
    assert shipped_claims_name_real_probes(None) == []


def test_an_unknown_probe_in_a_shipped_claim_is_an_error(tmp_path):
    shipped(tmp_path, "nothing")
    (error,) = shipped_claims_name_real_probes(None, folder=tmp_path)
    assert error.id == "guide.E001"
    assert "some.toml: claim a-claim names the probe 'nothing'" in error.msg


def test_a_known_probe_in_a_shipped_claim_is_none(tmp_path):
    shipped(tmp_path, "json-answers")
    assert shipped_claims_name_real_probes(None, folder=tmp_path) == []


@pytest.mark.django_db
def test_an_editor_cannot_name_an_unknown_probe():
    claim = make_claim(probe="nothing")
    with pytest.raises(ValidationError) as refusal:
        claim.full_clean()
    assert refusal.value.message_dict.keys() == {"probe"}


@pytest.mark.django_db
def test_the_admin_offers_the_catalogue(client, administrator):
    client.force_login(administrator)
    claim = make_claim()
    html = client.get(f"/admin/snippets/guide/claim/edit/{claim.pk}/").content.decode()
    assert '<option value="json-answers">json-answers</option>' in html
