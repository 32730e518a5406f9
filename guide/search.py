"""Site search: pages first, then claims; safe against whatever is typed."""

import re
from dataclasses import dataclass

from django.utils.html import strip_tags
from wagtail.models import Page

from guide.models import Claim

MAX_QUERY = 100  # characters that are searched for; the rest is dropped
MAX_WORDS = 8
SNIPPET = 220  # characters of context shown around the first hit

# SQLite's full-text syntax fails on lone quotes, NUL and the like; words are safe.
_WORD = re.compile(r"[^\W_]+")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Hit:
    """One line of the result list."""

    kind: str
    title: str
    url: str
    text: str  # plain text around the first word that was found


def words_of(typed: str) -> list[str]:
    """The words to search for, at most MAX_WORDS; empty when nothing can be sought."""
    text = typed[:MAX_QUERY].encode("utf-8", "ignore").decode("utf-8")
    return _WORD.findall(text)[:MAX_WORDS]


class Hits:
    """What was found, as a sequence that a paginator may count and slice."""

    def __init__(self, words: list[str], root: Page) -> None:
        self.words = words
        query = " ".join(words)
        pages = Page.objects.live().public().descendant_of(root, inclusive=True)
        self._pages = pages.search(query, operator="and")
        self._claims = Claim.objects.live().search(query, operator="and")
        self._page_count = self._pages.count()
        self._count = self._page_count + self._claims.count()

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, wanted: slice) -> list[Hit]:
        start, stop = wanted.start or 0, wanted.stop or self._count
        found = [self._page_hit(page) for page in self._specific_pages(start, stop)]
        after = self._page_count
        claims = self._claims[max(0, start - after) : max(0, stop - after)]
        return found + [self._claim_hit(claim) for claim in claims]

    def _specific_pages(self, start: int, stop: int) -> list[Page]:
        keys = [page.pk for page in self._pages[start:stop]]
        by_key = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
        return [by_key[key] for key in keys if key in by_key]

    def _page_hit(self, page: Page) -> Hit:
        parts = [page.summary, *_words_in(page)]
        text = excerpt(parts, self.words)
        return Hit(kind=page.kind, title=page.title, url=page.url, text=text)

    def _claim_hit(self, claim: Claim) -> Hit:
        return Hit(
            kind=f"Claim: {claim.mark_label.lower()}",
            title=claim.statement,
            url=claim.get_absolute_url(),
            text=excerpt([claim.finding or claim.versions], self.words),
        )


def _words_in(page: Page) -> list[str]:
    parts: list[str] = []
    for stream in page.stream_values():
        parts += stream.stream_block.get_searchable_content(stream)
    return parts


def excerpt(parts: list[str], words: list[str]) -> str:
    """About SNIPPET characters around the first of `words`, cut between words."""
    text = _SPACES.sub(" ", strip_tags(" ".join(str(part) for part in parts))).strip()
    places = [text.lower().find(word.lower()) for word in words]
    first = min((place for place in places if place >= 0), default=0)
    start = text.rfind(" ", 0, max(0, first - SNIPPET // 3)) + 1
    piece = text[start : start + SNIPPET]
    if start + SNIPPET < len(text):
        piece = piece.rpartition(" ")[0] + " …"
    return ("… " if start else "") + piece
