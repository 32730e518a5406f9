"""The queue's places in the admin: address, menu entry, bulk action, dashboard."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry

from guide.age.bulk_recheck import RecheckBulkAction
from guide.age.queue_panel import QueuePanel
from guide.age.queue_view import LIST, RESULTS, QueueView
from guide.models import Claim


@hooks.register("register_admin_urls")
def queue_urls():
    return [
        path("reports/claims-to-re-check/", QueueView.as_view(), name=LIST),
        path(
            "reports/claims-to-re-check/results/",
            QueueView.as_view(results_only=True),
            name=RESULTS,
        ),
    ]


class QueueMenuItem(MenuItem):
    def is_shown(self, request) -> bool:
        policy = policy_registry.get_by_type(Claim)
        return policy.user_has_any_permission(request.user, ["change", "publish"])


@hooks.register("register_reports_menu_item")
def queue_menu_item():
    return QueueMenuItem(
        "Claims to re-check",
        reverse(LIST),
        name="claims-to-re-check",
        icon_name="circle-check",
        order=100,
    )


hooks.register("register_bulk_action", RecheckBulkAction)


@hooks.register("construct_homepage_panels")
def queue_panel(request, panels):
    panels.append(QueuePanel())
