"""A form comes in: bait, checks, limit, one write, thanks. The same for every kind."""

import math
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from guide.feedback.actions import AlreadySentError
from guide.feedback.form_trap import SENT_ALREADY, TrappedForm
from guide.feedback.limits import SENDING
from guide.feedback.secret_links import THANK, Message, token_of

TOO_MANY = (
    "Much was sent from your address within the last hour, so this was not taken. "
    "Keep this page open and try again in about {minutes} minutes."
)
NO_MAIL = (
    "We could not send a mail there just now. Try again later, or leave the address "
    "empty: then your words reach the moderators at once."
)


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: nothing when its page is only asked for."""
    return request.POST if request.method == "POST" else None


def receive(
    request: HttpRequest,
    form: TrappedForm,
    *,
    template: str,
    context: Mapping[str, Any],
    send: Callable[[dict[str, Any]], HttpResponse],
    pretend: Callable[[], HttpResponse],
) -> HttpResponse:
    """Whatever cannot be taken comes back with everything that was typed."""
    status = 200
    if form.is_trapped:
        return pretend()
    if form.is_bound and form.is_valid():
        if SENDING.allow_request(request):
            if response := _sent(form, send):
                return response
        else:
            status = 429
            minutes = math.ceil(SENDING.wait() / 60)
            form.add_error(None, TOO_MANY.format(minutes=minutes))
    response = render(request, template, {**context, "form": form}, status=status)
    if status == 429:
        response["Retry-After"] = str(math.ceil(SENDING.wait()))
    return response


def _sent(
    form: TrappedForm, send: Callable[[dict[str, Any]], HttpResponse]
) -> HttpResponse | None:
    typed = {
        name: value
        for name, value in form.cleaned_data.items()
        if name not in TrappedForm.base_fields
    }
    try:
        return send({**typed, "key": form.form_key})
    except AlreadySentError:
        form.refuse_key(SENT_ALREADY)
    except OSError:
        form.add_error("email", NO_MAIL)
    except ValidationError as error:
        form.add_error(None, error)
    return None


def thank(message: Message) -> HttpResponse:
    token = token_of(message.kind, message.pk, THANK)
    return _thanks(token, is_mailed=bool(message.email))


def pretend_to_thank(kind: str, form: TrappedForm) -> HttpResponse:
    """To a program that took the bait, all went well; nothing is kept."""
    token = token_of(kind, uuid4(), THANK)
    return _thanks(token, is_mailed=bool(form.data.get("email")))


def _thanks(token: str, *, is_mailed: bool) -> HttpResponse:
    response = redirect("guide:feedback-thanks", token)
    if is_mailed:
        response["Location"] += "?mailed=1"
    return response
