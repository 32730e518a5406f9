"""Private links: thanks for a message, confirm its address, manage or withdraw it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guide.feedback.actions import confirm_message, withdraw_message
from guide.feedback.secret_links import (
    CONFIRM,
    MANAGE,
    THANK,
    manage_token,
    message_of,
    named_by,
    token_of,
)
from guide.feedback.views.page_kinds import secret_page
from guide.models.feedback import UNCONFIRMED, Comment, Correction


@secret_page
def thanks(request: HttpRequest, token: str) -> HttpResponse:
    """Reads no message, so that it looks the same for one that was not kept."""
    kind, key = named_by(token, THANK)
    context = {
        "kind": kind,
        "mailed": request.GET.get("mailed") == "1",
        "manage_url": reverse(
            "guide:feedback-message", args=[token_of(kind, key, MANAGE)]
        ),
    }
    return render(request, "guide/feedback/thanks.html", context)


@secret_page
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """A button, not the visit itself: mail scanners visit every link."""
    try:
        message = message_of(token, CONFIRM)
    except Http404:
        return render(request, "guide/feedback/link_ended.html", status=404)
    manage = redirect("guide:feedback-message", manage_token(message))
    if message.status != UNCONFIRMED:
        return manage
    if request.method == "POST":
        if "withdraw" in request.POST:
            withdraw_message(message=message)
            return redirect("guide:feedback-withdrawn")
        confirm_message(message=message)
        return manage
    context = {"message": message}
    return render(request, "guide/feedback/confirm.html", context)


@secret_page
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """What became of it, and a way to take it back."""
    try:
        message = message_of(token, MANAGE)
    except Http404:
        return render(request, "guide/feedback/link_ended.html", status=404)
    if message.status == Comment.Status.WITHDRAWN:
        return redirect("guide:feedback-withdrawn")
    if request.method == "POST":
        withdraw_message(message=message)
        return redirect("guide:feedback-withdrawn")
    context = {"message": message, "is_public": _is_public(message)}
    return render(request, "guide/feedback/message.html", context)


@require_safe
def withdrawn(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/feedback/withdrawn.html")


def _is_public(message: Correction | Comment) -> bool:
    """Whether there is a public page that mentions it."""
    if isinstance(message, Comment):
        return message.is_published
    return Correction.objects.public().filter(pk=message.pk).exists()
