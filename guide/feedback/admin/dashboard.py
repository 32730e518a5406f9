"""How much waits for a moderator, on the admin's first page."""

from typing import Any

from django.urls import reverse
from wagtail.admin.site_summary import SummaryItem

from guide.models import Comment, Correction


class FeedbackSummaryItem(SummaryItem):
    """A count with a link; shown to those who may decide."""

    template_name = "guide/feedback/admin/summary_item.html"
    permission: str
    icon: str

    def is_shown(self) -> bool:
        return self.request.user.has_perm(self.permission)

    def lines(self) -> list[tuple[int, str, str]]:
        """Count, words after it, address."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"lines": self.lines(), "icon": self.icon}


class CorrectionsSummaryItem(FeedbackSummaryItem):
    order = 400
    permission = "guide.change_correction"
    icon = "edit"

    def lines(self) -> list[tuple[int, str, str]]:
        waiting = Correction.objects.waiting().count()
        address = f"{reverse('corrections:index')}?status=waiting"
        noun = "Correction" if waiting == 1 else "Corrections"
        return [(waiting, f"{noun} waiting", address)]


class CommentsSummaryItem(FeedbackSummaryItem):
    order = 410
    permission = "guide.change_comment"
    icon = "comment"

    def lines(self) -> list[tuple[int, str, str]]:
        waiting = Comment.objects.filter(status=Comment.Status.WAITING).count()
        reported = Comment.objects.reported().count()
        address = reverse("comments:index")
        return [
            (waiting, f"{noun_for(waiting)} waiting", f"{address}?status=waiting"),
            (reported, f"{noun_for(reported)} reported", f"{address}?reported=true"),
        ]


def noun_for(count: int) -> str:
    return "Comment" if count == 1 else "Comments"
