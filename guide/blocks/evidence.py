"""The evidence rule: whatever states something cites a claim or says it is opinion."""

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from guide.blocks.references import ClaimReferenceBlock
from guide.shelf import Shelf

RULE = "Cite at least one claim, or mark this as opinion."


def claims_block() -> blocks.ListBlock:
    return blocks.ListBlock(
        ClaimReferenceBlock(),
        default=[],
        label="Claims",
        help_text="The entries of the claim ledger that carry this.",
    )


def opinion_block() -> blocks.BooleanBlock:
    return blocks.BooleanBlock(
        required=False,
        default=False,
        label="This is opinion",
        help_text="Readers see it marked as opinion.",
    )


class EvidenceBlock(blocks.StructBlock):
    """A struct with `claims`, and usually `opinion`, that may not publish without.

    A draft may still lack its evidence: the rule holds back publishing, not work.
    """

    rule = RULE

    def has_evidence(self, value) -> bool:
        return bool(list(value["claims"])) or bool(value.get("opinion"))

    def name_of(self, value) -> str:
        """The words by which an editor finds this block again, or nothing."""
        return ""

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not self.has_evidence(cleaned):
            name = self.name_of(cleaned)
            message = f"{name}: {self.rule}" if name else self.rule
            raise StructBlockValidationError(non_block_errors=[message])
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        shelf = Shelf.of(context, self, value)
        claims = shelf.claims(value["claims"])
        context["claims"] = claims
        # A claim that is itself an opinion already shows the mark.
        context["shows_opinion"] = bool(value.get("opinion")) and all(
            claim.mark != "opinion" for claim in claims
        )
        return context
