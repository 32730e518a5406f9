""" "Re-checked today" for many claims at once, with a page to confirm it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.utils import timezone
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from guide.age.queue import releases_by_framework
from guide.age.queue_view import claim_form, keys_in_queue
from guide.age.recheck import (
    Dates,
    Outcome,
    Rechecked,
    may,
    next_dates,
    obstacle,
    recheck_claim,
)
from guide.models import Claim, LinkCheck


@dataclass(frozen=True)
class Foreseen:
    """What confirming would do to one claim."""

    claim: Claim
    edit_url: str
    dates: Dates
    obstacle: str  # why it will be left as it is, or ""

    @property
    def changes_versions(self) -> bool:
        return self.dates.versions != self.claim.versions


class RecheckBulkAction(SnippetBulkAction):
    models = [Claim]
    display_name = "Re-checked today"
    aria_label = "Say that the selected claims were re-checked today"
    action_type = "recheck"
    action_priority = 10
    template_name = "guide/age/confirm_recheck.html"
    results: list[Rechecked]

    @classmethod
    def get_queryset(cls, model, object_ids) -> list[Claim]:
        keys = [key for key in map(str, object_ids) if key.isdecimal()]
        return list(Claim.objects.with_evidence().filter(pk__in=keys))

    def get_all_objects_in_listing_query(self, parent_id) -> list[int]:
        """Of the queue, under its filters: never the whole ledger."""
        return keys_in_queue(self.request.GET)

    def check_perm(self, claim: Claim) -> bool:
        return may(self.request.user, "change", claim)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        claims = [item["item"] for item in context["items"]]
        foreseen = self.foresee(claims)
        return context | {
            "ready": [one for one in foreseen if not one.obstacle],
            "left": [one for one in foreseen if one.obstacle],
            "publishes": all(may(self.request.user, "publish", c) for c in claims),
            "today": timezone.localdate(),
        }

    def foresee(self, claims: Iterable[Claim]) -> list[Foreseen]:
        releases = releases_by_framework()
        broken = LinkCheck.objects.broken_addresses()
        today = timezone.localdate()
        return [
            Foreseen(
                claim,
                claim_form(claim.pk),
                next_dates(claim, releases, today),
                obstacle(claim, self.request.user, broken),
            )
            for claim in claims
        ]

    def get_execution_context(self):
        return {"action": self, "user": self.request.user}

    @classmethod
    def execute_action(cls, objects, *, action, user, **kwargs) -> tuple[int, int]:
        releases = releases_by_framework()
        broken = LinkCheck.objects.broken_addresses()
        action.results = [
            recheck_claim(claim=claim, user=user, releases=releases, broken=broken)
            for claim in objects
        ]
        return len(action.results), 0

    def get_success_message(self, num_parent_objects, num_child_objects) -> str | None:
        """Told in up to two messages: what was done, and what was left and why."""
        left = [one for one in self.results if one.outcome is Outcome.LEFT]
        for one in left:
            messages.warning(
                self.request, f"{one.claim.slug}: left as it was. {one.why}"
            )
        done = [
            f"{claims(count)} {outcome}"
            for outcome in (Outcome.PUBLISHED, Outcome.FOR_APPROVAL)
            if (count := sum(one.outcome is outcome for one in self.results))
        ]
        return f"Re-checked today: {' and '.join(done)}." if done else None


def claims(count: int) -> str:
    return f"{count} claim{'' if count == 1 else 's'}"
