"""Comments: those of a page, a new one, a reply, a report."""

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from guide.feedback.actions import report_comment, send_comment
from guide.feedback.forms import CommentForm, ReportForm
from guide.feedback.limits import SENDING
from guide.feedback.threads import published_comments, threads_of
from guide.feedback.views.page_kinds import form_page
from guide.feedback.views.receiving import posted, pretend_to_thank, receive, thank
from guide.models import Comment
from guide.models.commented_page import CommentedPage
from guide.shelf import open_to_all

PER_PAGE = 30


def page_for_readers(key: int) -> Any:
    """A published page anybody may read, of a kind that can have comments."""
    found = get_object_or_404(open_to_all(Page.objects.live()), pk=key).specific
    if not isinstance(found, CommentedPage):
        raise Http404
    return found


@require_safe
def comment_list(request: HttpRequest, key: int) -> HttpResponse:
    found = page_for_readers(key)
    part = Paginator(published_comments(found), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "on": found,
        "page_obj": part,
        "count": part.paginator.count,
        "threads": threads_of(part.object_list),
        "trail": [*found.trail, {"title": "Comments"}],
    }
    return render(request, "guide/feedback/comment_list.html", context)


@form_page
def comment_new(request: HttpRequest, key: int) -> HttpResponse:
    return _form(request, page_for_readers(key), parent=None)


@form_page
def comment_reply(request: HttpRequest, key: Any) -> HttpResponse:
    """To a published comment; a reply cannot be replied to, so it has no such page."""
    parent = get_object_or_404(Comment.objects.published(), pk=key, parent=None)
    return _form(request, page_for_readers(parent.page_id), parent=parent)


@form_page
def comment_report(request: HttpRequest, key: Any) -> HttpResponse:
    comment = get_object_or_404(Comment.objects.published(), pk=key)
    on = page_for_readers(comment.page_id)
    form = ReportForm(posted(request))
    return receive(
        request,
        form,
        template="guide/feedback/comment_report.html",
        context={"comment": comment, "on": on},
        send=partial(_report, comment, SENDING.sender(request)),
        pretend=lambda: redirect("guide:comment-reported", on.pk),
    )


@require_safe
def comment_reported(request: HttpRequest, key: int) -> HttpResponse:
    context = {"on": page_for_readers(key)}
    return render(request, "guide/feedback/comment_reported.html", context)


def _form(request: HttpRequest, page: Any, *, parent: Comment | None) -> HttpResponse:
    if not page.comments_open:
        context = {"on": page}
        return render(request, "guide/feedback/comments_closed.html", context)
    form = CommentForm(posted(request))
    return receive(
        request,
        form,
        template="guide/feedback/comment_new.html",
        context={"on": page, "parent": parent},
        send=lambda typed: thank(send_comment(page=page, parent=parent, **typed)),
        pretend=lambda: pretend_to_thank(Comment.kind, form),
    )


def _report(comment: Comment, sender: str, typed: dict[str, Any]) -> HttpResponse:
    report_comment(comment=comment, reason=typed["reason"], sender=sender)
    return redirect("guide:comment-reported", comment.page_id)
