"""Candidates: the guide's facts about them, with the current rule set's scores."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Router
from ninja.pagination import paginate

from advisor.api.schemas import FrameworkOut
from advisor.models import RuleSetVersion
from guide.dates.support import Support
from guide.models import Framework, FrameworkRelease
from guide.pagination import Pages
from guide.schemas import Slug

router = Router(tags=["Facts"])


@router.get(
    "",
    response=list[FrameworkOut],
    operation_id="frameworks_list",
    summary="Frameworks with versions, facts and scores",
)
@paginate(Pages)
def framework_list(request: HttpRequest):
    version = RuleSetVersion.objects.current()
    frameworks = Framework.objects.filter(live=True).prefetch_related("releases")
    return [described(framework, version) for framework in frameworks]


@router.get(
    "/{slug}",
    response=FrameworkOut,
    operation_id="frameworks_read",
    summary="One framework",
)
def framework_read(request: HttpRequest, slug: Path[Slug]):
    framework = get_object_or_404(Framework, slug=slug, live=True)
    return described(framework, RuleSetVersion.objects.current())


def described(framework: Framework, version: RuleSetVersion | None) -> dict[str, Any]:
    candidate = candidate_in(version, framework.slug)
    return {
        "slug": framework.slug,
        "name": framework.name,
        "summary": framework.summary,
        "website": framework.website,
        "repository": framework.repository,
        "licence": framework.licence,
        "first_released_on": framework.first_released_on,
        "releases": [release_row(release) for release in framework.releases.all()],
        "candidate": candidate is not None,
        "facts": candidate["facts"] if candidate else {},
        "scores": candidate["scores"] if candidate else {},
        "ruleset": version and {"version": version.number, "digest": version.digest},
    }


def candidate_in(version: RuleSetVersion | None, slug: str) -> Mapping[str, Any] | None:
    """The framework's entry in the rule set, if it is a candidate there."""
    if version is None:
        return None
    return next(
        (entry for entry in version.document["frameworks"] if entry["id"] == slug),
        None,
    )


def release_row(release: FrameworkRelease) -> dict[str, Any]:
    until = release.supported_until
    return {
        "version": release.version,
        "latest": release.latest,
        "released_on": release.released_on,
        "supported_until": until,
        "supported": None if until is None else release.support is not Support.ENDED,
        "support": release.support.value,
        "lts": release.lts,
        "python": release.python,
        "note": release.note,
        "source": {
            "title": release.source_title,
            "url": release.source_url,
            "retrieved_on": release.source_retrieved_on,
        },
    }
