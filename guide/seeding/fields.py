"""Values of a content record onto the fields of a model."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable

from guide.block_values import KeyOf, block_value
from guide.content_files import ContentError, Record
from guide.markdown import MarkdownError, to_rich_text
from guide.models import Claim, ClaimSource, Framework, FrameworkRelease


def fill_framework(framework: Framework, record: Record, _key_of: KeyOf) -> None:
    data = dict(record.data)
    releases = data.pop("releases", [])
    _assign(framework, data)
    framework.releases = _in_order(FrameworkRelease, map(_flat, releases))
    _validate(framework, record)


def fill_claim(claim: Claim, record: Record, key_of: KeyOf) -> None:
    data = dict(record.data)
    sources = data.pop("sources", [])
    slugs = data.pop("frameworks")
    data["fact_check"] = ",".join(str(row) for row in data.get("fact_check", []))
    data.setdefault("probe", "")
    _assign(claim, data)
    keys = [key_of("Framework", slug, record.place) for slug in slugs]
    claim.frameworks = list(Framework.objects.filter(pk__in=keys))
    claim.sources = _in_order(ClaimSource, sources)
    _validate(claim, record)


def fill_page(page: models.Model, record: Record, key_of: KeyOf) -> None:
    """Set every field that the record names; streams through their blocks."""
    for name, value in _flat(record.data).items():
        place = f"{record.place}, {name}"
        field = page._meta.get_field(name)
        if isinstance(field, StreamField):
            setattr(page, name, block_value(field.stream_block, value, place, key_of))
        elif isinstance(field, RichTextField):
            setattr(page, name, _rich_text(value, field.features, place))
        elif isinstance(field, models.ForeignKey):
            setattr(page, field.attname, key_of("Framework", value, place))
        else:
            setattr(page, name, _stripped(value))


def _rich_text(text: str, features: list[str], place: str) -> str:
    try:
        return to_rich_text(text.strip(), features, place)
    except MarkdownError as error:
        raise ContentError(str(error)) from error


def _flat(data: dict[str, Any]) -> dict[str, Any]:
    """`source = {title, url, ...}` as source_title, source_url, ..."""
    flat = dict(data)
    for key, value in flat.pop("source", {}).items():
        flat[f"source_{key}"] = value
    return flat


def _in_order(model: type[Orderable], rows: Iterable[dict[str, Any]]) -> list[Any]:
    return [_assign(model(sort_order=place), row) for place, row in enumerate(rows)]


def _assign(made: Any, data: dict[str, Any]) -> Any:
    for name, value in data.items():
        setattr(made, name, _stripped(value))
    return made


def _stripped(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _validate(made: Framework | Claim, record: Record) -> None:
    """The model's own rules, its children's too, as a ContentError with the place."""
    children = [*made.sources.all()] if isinstance(made, Claim) else []
    if isinstance(made, Framework):
        children = [*made.releases.all()]
    try:
        made.full_clean()
        for child in children:
            child.full_clean(exclude=["claim", "framework"])
    except ValidationError as error:
        raise ContentError(f"{record.place}: {'; '.join(error.messages)}") from error
