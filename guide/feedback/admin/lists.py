"""What readers sent, in the admin: newest first, by status, by report."""

from typing import Any

import django_filters
from django.db.models import Count, Q, QuerySet
from django.urls import URLPattern, path
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy

from guide.feedback.admin.decide import DecideOnCommentView, DecideOnCorrectionView
from guide.models import Comment, Correction

UNSETTLED = Count("reports", filter=Q(reports__settled_at=None))
# The class names are for static/guide/feedback_admin.css.
SENT = DateColumn(
    "created_at", label="Sent", sort_key="created_at", classname="message__sent"
)
DECIDED = DateColumn(
    "decided_at", label="Decided", sort_key="decided_at", classname="message__decided"
)
REPORTS = NumberColumn(
    "unsettled",
    label="Open reports",
    sort_key="unsettled",
    classname="message__reports",
)


class ModeratorPolicy(ModelPermissionPolicy):
    """Moderators are those who may change messages; nobody writes or deletes here."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        if action not in ("change", "view"):
            return False
        return super().user_has_permission(user, "change")

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class MessagesView(IndexView):
    template_name = "guide/feedback/admin/list.html"


class CorrectionsView(MessagesView):
    def get_base_queryset(self) -> QuerySet[Correction]:
        return Correction.objects.in_queue().with_target()


class CommentsView(MessagesView):
    def get_base_queryset(self) -> QuerySet[Comment]:
        comments = Comment.objects.in_queue().select_related("page")
        return comments.annotate(unsettled=UNSETTLED)


class CommentFilters(WagtailFilterSet):
    reported = django_filters.BooleanFilter(
        method="only_reported", label="Reported by readers"
    )

    class Meta:
        model = Comment
        fields = ["status"]

    def only_reported(
        self, comments: QuerySet[Comment], name: str, value: bool
    ) -> QuerySet[Comment]:
        keys = Comment.objects.reported().values("pk")
        return comments.filter(pk__in=keys) if value else comments.exclude(pk__in=keys)


class MessageViewSet(ModelViewSet):
    """A list, and a page for each message; nothing can be added or deleted."""

    form_fields = ["status"]  # what the generic form would have; it is never shown
    copy_view_enabled = False
    list_per_page = 50
    ordering = ["-created_at"]
    add_to_reference_index = False

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("edit/<uuid:pk>/", self.edit_view, name="edit"),
        ]


class CorrectionViewSet(MessageViewSet):
    model = Correction
    icon = "edit"
    menu_label = "Corrections"
    index_view_class = CorrectionsView
    edit_view_class = DecideOnCorrectionView
    list_display = [
        "__str__",
        Column("get_status_display", label="Status", sort_key="status"),
        Column("cell", label="Cell"),
        SENT,
        DECIDED,
    ]
    list_filter = ["status"]


class CommentViewSet(MessageViewSet):
    model = Comment
    icon = "comment"
    menu_label = "Comments"
    index_view_class = CommentsView
    edit_view_class = DecideOnCommentView
    list_display = [
        "__str__",
        Column("get_status_display", label="Status", sort_key="status"),
        REPORTS,
        SENT,
        DECIDED,
    ]
    filterset_class = CommentFilters


class ReadersGroup(ModelViewSetGroup):
    menu_label = "Readers"
    menu_icon = "comment"
    menu_order = 220
    items = (
        CorrectionViewSet("corrections"),
        CommentViewSet("comments"),
    )
