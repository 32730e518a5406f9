"""What has grown old, in numbers, on the first page of the admin."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from guide.age.queue import count_by_reason, queue_of
from guide.age.queue_view import LIST
from guide.models import Claim, Framework

# A framework whose releases nobody looked up for so long may have newer ones.
RELEASES_AGE = timedelta(days=120)


@dataclass(frozen=True)
class Count:
    label: str
    number: int
    url: str


class QueuePanel(Component):
    name = "claims_to_recheck"
    template_name = "guide/age/queue_panel.html"
    order = 150

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        policy = policy_registry.get_by_type(Claim)
        if not policy.user_has_any_permission(user, ["change", "publish"]):
            return {"is_shown": False}
        entries = queue_of(Claim.objects.all())
        return {
            "is_shown": True,
            "total": len(entries),
            "queue_url": reverse(LIST),
            "counts": [
                Count(reason.label, number, filtered(reason))
                for reason, number in count_by_reason(entries).items()
            ],
            "old_release_data": frameworks_not_looked_up(),
        }


def filtered(reason: str) -> str:
    return f"{reverse(LIST)}?{urlencode({'reason': reason})}"


def frameworks_not_looked_up() -> list[Framework]:
    """Frameworks whose release data is older than RELEASES_AGE, or that have none."""
    before = timezone.localdate() - RELEASES_AGE
    read = Framework.objects.filter(live=True).annotate(
        looked_up_on=Max("releases__source_retrieved_on")
    )
    old = Q(looked_up_on__lt=before) | Q(looked_up_on=None)
    return list(read.filter(old))
