import pytest
from django.core.exceptions import ValidationError

from guide.blocks.statements import (
    CalloutBlock,
    PointBlock,
    SaidAndFoundBlock,
    TextBlock,
)
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db
BARE = {"claims": [], "opinion": False}
TEXT = {"text": "<p>Flask has no admin site.</p>"}


def clean(block, **data):
    return block.clean(block.to_python(data))


def test_text_without_claim_or_opinion_is_refused():
    with pytest.raises(ValidationError) as refused:
        clean(TextBlock(), **TEXT, **BARE)
    assert "Cite at least one claim" in str(refused.value.non_block_errors)


def test_a_draft_may_lack_its_evidence():
    block = TextBlock()
    draft = block.clean_deferred(block.to_python({**TEXT, **BARE}))
    assert draft["text"].source == TEXT["text"]


def test_a_claim_is_evidence():
    claim = make_claim()
    cleaned = clean(TextBlock(), **TEXT, claims=[claim.pk], opinion=False)
    assert list(cleaned["claims"]) == [claim.pk]


def test_opinion_needs_no_claim():
    assert clean(TextBlock(), **TEXT, claims=[], opinion=True)["opinion"] is True


def test_a_claim_that_does_not_exist_is_refused():
    with pytest.raises(ValidationError):
        clean(TextBlock(), **TEXT, claims=[10**9], opinion=False)


def test_the_message_names_the_point():
    with pytest.raises(ValidationError) as refused:
        clean(PointBlock(), title="Speed", **TEXT, **BARE)
    assert "Point “Speed”" in str(refused.value.non_block_errors)


def test_only_an_opinion_callout_needs_no_claim():
    fields = {"title": "Mind", "text": "<p>It.</p>", "claims": []}
    assert clean(CalloutBlock(), kind="opinion", **fields)
    for kind in ("note", "caution"):
        with pytest.raises(ValidationError):
            clean(CalloutBlock(), kind=kind, **fields)


def test_what_was_said_is_never_answered_without_a_claim():
    with pytest.raises(ValidationError):
        clean(SaidAndFoundBlock(), said="So.", found="<p>Not so.</p>", claims=[])
