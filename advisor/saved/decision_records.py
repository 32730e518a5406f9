"""Where a saved recommendation meets the ledger: what its record is composed from."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils import timezone

from advisor.documents.catalogue import Catalogue, catalogue_of
from advisor.exports.source import (
    Addresses,
    Decision,
    Evidence,
    SourceLink,
    SupportEnd,
)
from advisor.models import Recommendation, RuleSetVersion
from advisor.verdicts.cited_claims import claims_by_slug
from advisor.verdicts.working import cited
from guide.models import Claim, FrameworkRelease

Absolute = Callable[[str], str]


def decision_of(recommendation: Recommendation, absolute: Absolute) -> Decision:
    """Reads claims, sources and releases in one query each.

    Expects `version` to be loaded; `absolute` makes an address of a path.
    """
    version = recommendation.version
    catalogue = catalogue_of(version.frozen)
    claims = claims_by_slug(cited(catalogue))
    return Decision(
        title=recommendation.title,
        note=recommendation.note,
        evaluation=recommendation.evaluation,
        catalogue=catalogue,
        version=version.number,
        digest=version.digest,
        published_on=timezone.localdate(version.published_at),
        saved_on=timezone.localdate(recommendation.created_at),
        changed_on=timezone.localdate(recommendation.updated_at),
        revisit_on=recommendation.revisit_on,
        evidence={slug: _evidence(claim, absolute) for slug, claim in claims.items()},
        support=tuple(_support(catalogue)),
        addresses=_addresses(version, absolute),
        today=timezone.localdate(),
    )


def _evidence(claim: Claim, absolute: Absolute) -> Evidence:
    return Evidence(
        slug=claim.slug,
        statement=claim.statement,
        finding=claim.finding,
        standing=claim.mark_label,
        stale=claim.is_stale,
        grade=claim.grade,
        checked_on=claim.checked_on,
        review_by=claim.review_by,
        url=absolute(claim.get_absolute_url()),
        sources=tuple(
            SourceLink(source.title, source.url, source.retrieved_on)
            for source in claim.sources.all()
        ),
    )


def _support(catalogue: Catalogue) -> Iterable[SupportEnd]:
    releases = FrameworkRelease.objects.filter(
        framework__slug__in=list(catalogue.frameworks), framework__live=True
    )
    for release in releases.select_related("framework").order_by("pk"):
        yield SupportEnd(
            framework=release.framework.slug,
            version=release.version,
            until=release.supported_until,
        )


def _addresses(version: RuleSetVersion, absolute: Absolute) -> Addresses:
    return Addresses(
        result=absolute(reverse("advisor:result")),
        wizard=absolute(reverse("advisor:start")),
        method=absolute(reverse("advisor:method")),
        rule_set=absolute(
            reverse("api:rule_set_read", kwargs={"version": version.number})
        ),
    )
