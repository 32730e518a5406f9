"""The claims of the guide that a rule set's scores cite."""

from collections.abc import Iterable

from guide.models import Claim


def claims_by_slug(slugs: Iterable[str]) -> dict[str, Claim]:
    """Claims with their sources, in two queries however many there are."""
    wanted = list(slugs)
    if not wanted:
        return {}
    found = Claim.objects.live().with_sources().filter(slug__in=wanted)
    return {claim.slug: claim for claim in found}
