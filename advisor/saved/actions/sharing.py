"""Links that let others read one saved result."""

from django.db import transaction

from advisor.models import Recommendation
from advisor.secret_links import digest_of_secret, new_secret

SHARE_FIELDS = ["share_token", "share_digest", "share_includes_note"]


@transaction.atomic
def share_recommendation(
    *, recommendation: Recommendation, include_note: bool = False
) -> Recommendation:
    """Give it a link, or keep the link it has; `include_note` counts from now on.

    Raises Recommendation.DoesNotExist if it is gone.
    """
    kept = _locked(recommendation)
    if kept.share_token is None:
        kept.share_token = new_secret()
        kept.share_digest = digest_of_secret(kept.share_token)
    kept.share_includes_note = include_note
    kept.save(update_fields=SHARE_FIELDS)
    return kept


@transaction.atomic
def revoke_share(*, recommendation: Recommendation) -> Recommendation:
    """End its link for good: sharing again makes another one.

    Nothing happens to one without a link.
    """
    kept = _locked(recommendation)
    forget_link(kept)
    kept.save(update_fields=SHARE_FIELDS)
    return kept


def forget_link(recommendation: Recommendation) -> None:
    """Take the link off the object; saving it is left to the caller."""
    recommendation.share_token = None
    recommendation.share_digest = None
    recommendation.share_includes_note = False


def _locked(recommendation: Recommendation) -> Recommendation:
    rows = Recommendation.objects.select_for_update(of=("self",)).with_version()
    return rows.get(pk=recommendation.pk, deleted_at=None)
