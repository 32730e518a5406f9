import pytest
from django.core.exceptions import ValidationError

from guide.blocks import ClaimReferenceBlock
from guide.models import Claim
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db


def test_reading_a_value_costs_no_query(django_assert_num_queries):
    block = ClaimReferenceBlock()
    with django_assert_num_queries(0):
        assert block.to_python(7) == 7
        assert block.bulk_to_python([7, None, 8]) == [7, None, 8]
        assert block.get_prep_value(7) == 7


def test_an_object_is_kept_as_its_key():
    claim = make_claim()
    assert ClaimReferenceBlock().normalize(claim) == claim.pk
    assert ClaimReferenceBlock().get_prep_value(claim) == claim.pk


@pytest.mark.parametrize("nonsense", ["", "abc", "-1", "1.5", "²", "\x00", None])
def test_nonsense_is_nobody_and_refused(nonsense):
    block = ClaimReferenceBlock()
    assert block.to_python(nonsense) is None
    with pytest.raises(ValidationError):
        block.clean(block.to_python(nonsense))


def test_wagtail_knows_where_a_claim_is_used():
    assert list(ClaimReferenceBlock().extract_references(7)) == [(Claim, "7", "", "")]
