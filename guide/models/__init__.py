"""Pages, frameworks and claims."""

from guide.models.change import Change
from guide.models.claim import Claim, ClaimSource
from guide.models.comparison import ComparisonPage
from guide.models.edition import Edition
from guide.models.feedback import Comment, CommentReport, Correction
from guide.models.framework import Framework, FrameworkRelease
from guide.models.link_check import LinkCheck
from guide.models.page_reads import PageReads
from guide.models.pages import (
    ArticlePage,
    CaseStudyPage,
    FrameworkPage,
    HomePage,
    IndexPage,
)
from guide.models.seed_record import SeedRecord

__all__ = [
    "ArticlePage",
    "CaseStudyPage",
    "Change",
    "Claim",
    "ClaimSource",
    "Comment",
    "CommentReport",
    "ComparisonPage",
    "Correction",
    "Edition",
    "Framework",
    "FrameworkPage",
    "FrameworkRelease",
    "HomePage",
    "IndexPage",
    "LinkCheck",
    "PageReads",
    "SeedRecord",
]
