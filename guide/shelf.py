"""What the blocks of one page refer to, read once per kind.

A block stores primary keys. The page gathers those of all its blocks, of the tables
it embeds too, and each kind (claims, frameworks, tables) costs one query or two
whatever the number of rows, sections and claims.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import LinkRewriter

from guide.citations import MOST_ON_THE_PAGE, places_in
from guide.dates.currency import Currency, currency_of
from guide.kept_for_edition import KeptForEdition
from guide.outlines import Outline, outline_of
from guide.rich_text import harmless
from guide.stored_streams import Reference, as_stored
from guide.tables import Table, build_table

Keys = dict[int, None]  # a set that remembers the order of first use
Known = dict[int, Any]  # by primary key; None where readers may not see it

# What many pages refer to, until the next edition; nobody may change it.
_tables: KeptForEdition[Known] = KeptForEdition(dict)
_frameworks: KeptForEdition[Known] = KeptForEdition(dict)
_marks: KeptForEdition[Known] = KeptForEdition(dict)  # of today: see EditionWatch


class Shelf:
    """Published objects by primary key, each kind read when it is first asked for.

    What is a draft, gone, or on a private page is simply absent.
    """

    def __init__(self, references: Iterable[Reference] = ()) -> None:
        self._keys = _keys_by_kind(references)
        self.evidence_url = ""  # where the claims are listed, if not on the page
        self.has_fact_check = False  # whether the page shows `fact_check`
        self.only_named: set[int] = set()  # keys of tables the page does not show

    @classmethod
    def of(cls, context: dict[str, Any], block, value) -> "Shelf":
        """The page's shelf, or one of its own for a block that is shown alone."""
        if "shelf" not in context:
            context["shelf"] = cls(block.extract_references(value))
        return context["shelf"]

    @cached_property
    def tables(self) -> dict[int, Any]:
        return from_known(_tables(), self._keys["ComparisonPage"], _public_tables)

    @property
    def _shown_tables(self) -> dict[int, Any]:
        return {k: page for k, page in self.tables.items() if k not in self.only_named}

    @cached_property
    def built_tables(self) -> dict[int, Table]:
        """The embedded tables, ready to be shown, by the key of their page."""
        shown = self._shown_tables.items()
        return {key: build_table(page, self) for key, page in shown}

    @cached_property
    def outlines(self) -> dict[int, Outline]:
        """The tables that are named only, in a few lines, by the key of their page."""
        named = (key for key in self.tables if key in self.only_named)
        return {key: outline_of(self.tables[key], self.frameworks) for key in named}

    @property
    def is_heavy(self) -> bool:
        """Whether the page cites more claims than it should carry itself."""
        return len(self._keys["Claim"]) > MOST_ON_THE_PAGE

    @property
    def evidence_at(self) -> str:
        """What the numbers of claims are put behind; "" for this page's own list."""
        return f"{self.evidence_url}#e" if self.evidence_url else ""

    @cached_property
    def cited(self) -> list:
        """Claims of the page itself, not of its tables, in order of first use."""
        return self.claims(self._keys["Claim"])

    @cached_property
    def places(self) -> dict[int, int]:
        """The number of each cited claim, from 1, by primary key."""
        return places_in(self.cited)

    @cached_property
    def _all_keys(self) -> dict[str, Keys]:
        """Keys of this page and of the tables it embeds."""
        merged = defaultdict(dict, self._keys)
        for page in self._shown_tables.values():
            for kind, keys in _keys_by_kind(page.references()).items():
                merged[kind] = merged[kind] | keys
        for key in self.only_named & self.tables.keys():
            columns = (child["value"] for child in self.tables[key].columns.raw_data)
            merged["Framework"] = merged["Framework"] | dict.fromkeys(columns)
        return merged

    @cached_property
    def ledger(self) -> dict[int, Any]:
        """Claims; with their sources, unless these are listed elsewhere."""
        claims = apps.get_model("guide", "Claim").objects
        keys = self._all_keys["Claim"]
        if not keys:
            return {}
        if self.evidence_url:
            return from_known(_marks(), keys, claims.marks)
        return claims.ledger(keys)

    @cached_property
    def currency(self) -> Currency:
        """Of all claims shown: the page's own, its tables', its fact check's."""
        listed = [claim for _, claim in self.fact_check] if self.has_fact_check else []
        return currency_of([*self.claims(self._all_keys["Claim"]), *listed])

    @cached_property
    def frameworks(self) -> dict[int, Any]:
        return from_known(_frameworks(), self._all_keys["Framework"], _live_frameworks)

    @cached_property
    def releases(self) -> dict[int, list]:
        """Release rows of every framework on the shelf, by the framework's key."""
        rows = apps.get_model("guide", "FrameworkRelease").objects.filter(
            framework__in=list(self.frameworks)
        )
        by_framework: dict[int, list] = defaultdict(list)
        for row in rows:
            by_framework[row.framework_id].append(row)
        return by_framework

    @cached_property
    def fact_check(self) -> list[tuple[int, Any]]:
        """(row, claim) for each row of the fact check, in row order."""
        claims = apps.get_model("guide", "Claim").objects.in_fact_check()
        rows = [
            (row, claim)
            for claim in claims.with_sources()
            for row in claim.fact_check_rows
        ]
        return sorted(rows, key=lambda pair: (pair[0], pair[1].slug))

    @cached_property
    def case_studies(self) -> list:
        pages = apps.get_model("guide", "CaseStudyPage").objects.live()
        return list(open_to_all(pages).order_by("path"))

    @cached_property
    def _addresses(self) -> dict[int, str]:
        """Of the pages that texts link to."""
        pages = Page.objects.filter(pk__in=list(self._all_keys["Page"])).live()
        return {page.pk: page.url for page in pages}

    def prose(self, text: RichText) -> SafeString:
        """The HTML of a rich text; its links to pages cost one query per page shown.

        Wagtail's own rendering looks the pages up again for every single text.
        """
        html = harmless(text.source)
        if 'linktype="' in html:
            html = LinkRewriter(bulk_rules={"page": self._link_tags})(html)
        return SafeString(html)  # nothing but what editors may use

    def _link_tags(self, attributes: list[dict[str, str]]) -> list[str]:
        found = [self._addresses.get(int(a.get("id", 0)), "") for a in attributes]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in found]

    def facts_of(self, model: type, key: int) -> Hashable:
        """All that the texts and tables of a heavy page show of what they refer to."""
        if model.__name__ == "Claim":
            claim = self.ledger.get(key)
            return claim and (self.places.get(key), claim.mark)
        if model.__name__ == "Framework":
            return self._framework_facts.get(key)
        if model.__name__ == "ComparisonPage":
            return self._table_facts.get(key)
        return self._addresses.get(key)  # of a page in running text

    @cached_property
    def _framework_facts(self) -> dict[int, Hashable]:
        return {
            key: tuple(getattr(found, f.attname) for f in found._meta.concrete_fields)
            for key, found in self.frameworks.items()
        }

    @cached_property
    def _table_facts(self) -> dict[int, Hashable]:
        facts: dict[int, Hashable] = {k: repr(v) for k, v in self.outlines.items()}
        for key, page in self._shown_tables.items():
            own = (key, page.slug, page.title, page.summary, page.url)
            stored = (as_stored(page.columns), as_stored(page.rows))
            cited = (self.facts_of(m, int(k)) for m, k, *_ in page.references())
            facts[key] = (*own, *stored, *cited)
        return facts

    def claims(self, keys: Iterable[int | None]) -> list:
        """The claims `keys` stand for, in their order."""
        return [self.ledger[key] for key in keys if key in self.ledger]

    def chosen_frameworks(self, keys: Iterable[int | None]) -> list:
        return [self.frameworks[key] for key in keys if key in self.frameworks]


def _keys_by_kind(references: Iterable[Reference]) -> defaultdict[str, Keys]:
    keys: defaultdict[str, Keys] = defaultdict(dict)
    for model, key, *_ in references:
        keys[model.__name__][int(key)] = None
    return keys


def from_known(
    known: Known, keys: Iterable[int], find: Callable[[list[int]], Known]
) -> Known:
    """What readers may see of `keys`; what is not yet known is found, all at once."""
    unknown = [key for key in keys if key not in known]
    if unknown:
        found = find(unknown)
        known.update({key: found.get(key) for key in unknown})
    return {key: known[key] for key in keys if known[key] is not None}


def _public_tables(keys: list[int]) -> Known:
    pages = apps.get_model("guide", "ComparisonPage").objects.live()
    return open_to_all(pages).in_bulk(keys)


def _live_frameworks(keys: list[int]) -> Known:
    return apps.get_model("guide", "Framework").objects.filter(live=True).in_bulk(keys)


def open_to_all(pages: PageQuerySet) -> PageQuerySet:
    """Wagtail's `public()` as part of the same query instead of one before it."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restricted = PageViewRestriction.objects.alias(below=path).filter(
        below__startswith=F("page__path")
    )
    return pages.exclude(Exists(restricted))
