"""One hostile text for every field that keeps words, each with a number of its own.

The number says, wherever the text turns up, which field it came from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

MARK = re.compile(r"onxss=(\d+)q")
ELEMENT = "xss-probe"
SHORT = "\"'>`<xss-probe onxss={}q>"
LONG = (
    "=1+1|\"'>`</script></style></title></textarea><xss-probe onxss={0}q>"
    " [a](javascript:onxss={0}q) | c | ${{7*7}} {{{{7*7}}}}"
)
PARAGRAPHS = (
    LONG + "\r\n\r\n# forged {0}\n| forged {0} |\n|---|\n<xss-probe onxss={0}q>\n"
)
# Forms refuse other schemes (test_addresses_in_fields); this one must not break out.
ADDRESS = "https://evil.example/\"'><xss-probe onxss={0}q>"
RICH = (
    "<p>Good.</p><script>onxss={0}q</script><xss-probe onxss={0}q>"
    '<img src="x" onerror="onxss={0}q"><svg onload="onxss={0}q"></svg>'
    '<p onmouseover="onxss={0}q" style="x">a</p>'
    '<a href="javascript:onxss={0}q">a</a><a href=" java&#10;script:onxss={0}q">b</a>'
    '<a href="data:text/html,onxss={0}q">c</a><iframe src="//evil.example/{0}">d'
    '</iframe><a href="/x" onclick="onxss={0}q">e</a><!-- onxss={0}q'
)

# Fields of characters in which no person writes words.
MACHINE_APPS = (
    "account", "auth", "contenttypes", "django_tasks_database", "mfa", "sessions",
)  # fmt: skip
MACHINE_MODELS = (
    "admin.LogEntry", "advisor.KeptAnswer", "guide.SeedRecord",
    "wagtailadmin.EditingSession", "wagtailadmin.FormState", "wagtailcore.Locale",
    "wagtailcore.ReferenceIndex", "wagtailimages.Rendition",
    "wagtailusers.UserProfile", "wagtailcore.Revision",  # made anew of hostile things
    "wagtailcore.TaskState", "wagtailcore.WorkflowState",
    "wagtailsearch.IndexEntry", "wagtailsearch.SQLiteFTSIndexEntry",
    "wagtailcore.CollectionViewRestriction", "wagtailcore.PageViewRestriction",
)  # fmt: skip
MACHINE_FIELDS = {
    "path", "url_path", "file_hash", "key_hash", "prefix", "digest", "share_token",
    "share_digest", "feed_token", "feed_digest", "password", "action", "object_id",
    "contentpath", "position", "hostname", "old_path", "redirect_page_route_path",
    "sender", "fact_check", "outcomes", "answers", "draft_title", "email",
}  # fmt: skip


@dataclass
class Marks:
    """number -> "app.Model.field" of all that was filled; `empty` had no row."""

    fields: dict[int, str] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)

    def number(self, name: str) -> int:
        number = len(self.fields) + 1000
        self.fields[number] = name
        return number

    def seen_in(self, text: str) -> set[str]:
        return {self.fields.get(int(n), "?") for n in MARK.findall(text)}


def fields_with_words() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Every column of every model in which somebody's words are kept."""
    for model in apps.get_models():
        meta = model._meta
        if meta.app_label in MACHINE_APPS or meta.label in MACHINE_MODELS:
            continue
        for found in meta.local_fields:
            texts = models.CharField | models.TextField | models.JSONField
            if not isinstance(found, texts) and not isinstance(found, StreamField):
                continue
            if found.choices or found.name in MACHINE_FIELDS:
                continue
            if not isinstance(found, models.SlugField):
                yield model, found


def hostile(found: models.Field, number: int) -> str:
    """What fits into the column."""
    if isinstance(found, RichTextField):
        return RICH.format(number)
    room = getattr(found, "max_length", None) or 10_000
    kinds = [ADDRESS] if takes_address(found) else []
    if isinstance(found, models.TextField):
        kinds.append(PARAGRAPHS)
    fitting = [text.format(number) for text in (*kinds, LONG, SHORT)]
    return next((text for text in fitting if len(text) <= room), "")


def differs_by_row(found: models.Field) -> bool:
    meta = found.model._meta
    together = [
        *meta.unique_together,
        *(c.fields for c in meta.total_unique_constraints),
    ]
    return found.unique or any(found.name in names for names in together)


def takes_address(found: models.Field) -> bool:
    return isinstance(found, models.URLField) or found.name in ("url", "source_url")


def fill(marks: Marks) -> None:
    """Write hostile words into every field, past every form and check there is."""
    for model, found in fields_with_words():
        name = f"{model._meta.label}.{found.name}"
        rows = models.QuerySet(model)
        if not rows.exists():
            marks.empty.append(name)
            continue
        if isinstance(found, StreamField | models.JSONField):
            fill_structures(rows, found, name, marks)
        elif differs_by_row(found):
            for pk in rows.values_list("pk", flat=True):
                value = hostile(found, marks.number(name))
                rows.filter(pk=pk).update(**{found.name: value})
        elif value := hostile(found, number := marks.number(name)):
            rows.update(**{found.name: value})
        else:
            del marks.fields[number]


def fill_structures(rows: Any, found: Any, name: str, marks: Marks) -> None:
    for row in models.QuerySet(rows.model).only("pk", found.name):
        kept = getattr(row, found.name)
        if isinstance(found, StreamField):
            raw = in_blocks(found.stream_block, list(kept.raw_data), name, marks)
            value = blocks.StreamValue(found.stream_block, raw, is_lazy=True)
        else:
            value = in_json(kept, name, marks)
        rows.filter(pk=row.pk).update(**{found.name: value})


def in_blocks(block: blocks.Block, value: Any, name: str, marks: Marks) -> Any:
    """The same stream with hostile words in every block that takes words."""
    if isinstance(block, blocks.StreamBlock):
        return [
            {**item, "value": in_blocks(child, item["value"], name, marks)}
            for item in value
            if (child := block.child_blocks.get(item["type"]))
        ]
    if isinstance(block, blocks.StructBlock):
        return {
            key: in_blocks(block.child_blocks[key], inner, f"{name}.{key}", marks)
            for key, inner in (value or {}).items()
            if key in block.child_blocks
        }
    if isinstance(block, blocks.ListBlock):
        child = block.child_block
        return [listed(child, item, name, marks) for item in value or []]
    if isinstance(block, blocks.RichTextBlock):
        return RICH.format(marks.number(f"{name} (rich)"))
    if type(block) in (blocks.CharBlock, blocks.TextBlock, blocks.URLBlock):
        address = isinstance(block, blocks.URLBlock) or name.endswith(".link")
        text = ADDRESS if address else LONG
        return text.format(marks.number(name))
    return value


def listed(child: blocks.Block, item: Any, name: str, marks: Marks) -> Any:
    """Lists are kept as bare values or, newer, as items that have ids."""
    if isinstance(item, dict) and item.get("type") == "item":
        return {**item, "value": in_blocks(child, item["value"], name, marks)}
    return in_blocks(child, item, name, marks)


def in_json(value: Any, name: str, marks: Marks) -> Any:
    """The same document with hostile words where words are: ids have no blanks."""
    if isinstance(value, dict):
        return {k: in_json(v, f"{name}.{k}", marks) for k, v in value.items()}
    if isinstance(value, list):
        return [in_json(item, name, marks) for item in value]
    if isinstance(value, str) and " " in value.strip():
        return LONG.format(marks.number(name))
    return value
