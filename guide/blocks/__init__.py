"""The blocks of the guide's pages, by kind; each has a template of its own name."""

from guide.blocks.comparison import (
    ComparisonBlock,
    ComparisonCellBlock,
    ComparisonRowBlock,
)
from guide.blocks.home import AnswerBlock, AnswerPointBlock, EntryBlock
from guide.blocks.references import (
    ClaimReferenceBlock,
    ComparisonReferenceBlock,
    FrameworkReferenceBlock,
)
from guide.blocks.sections import ContentBlock, SectionBlock, SectionsBlock

__all__ = [
    "AnswerBlock",
    "AnswerPointBlock",
    "ClaimReferenceBlock",
    "ComparisonBlock",
    "ComparisonCellBlock",
    "ComparisonReferenceBlock",
    "ComparisonRowBlock",
    "ContentBlock",
    "EntryBlock",
    "FrameworkReferenceBlock",
    "SectionBlock",
    "SectionsBlock",
]
