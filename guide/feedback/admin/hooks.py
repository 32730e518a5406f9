"""Moderation in the admin's menu and on its first page."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.permissions import register_permission_policy

from guide.feedback.admin.dashboard import CommentsSummaryItem, CorrectionsSummaryItem
from guide.feedback.admin.lists import ModeratorPolicy, ReadersGroup
from guide.models import Comment, Correction

register_permission_policy(Correction, ModeratorPolicy(Correction))
register_permission_policy(Comment, ModeratorPolicy(Comment))


@hooks.register("register_admin_viewset")
def register_readers() -> ReadersGroup:
    return ReadersGroup()


@hooks.register("construct_homepage_summary_items")
def count_what_waits(request: HttpRequest, items: list[Any]) -> None:
    items += [CorrectionsSummaryItem(request), CommentsSummaryItem(request)]
