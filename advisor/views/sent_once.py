"""Forms that make something make it once: double click, reload, back and again."""

import hashlib
import json
from collections.abc import Callable
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest

from advisor.once.actions import (
    Answer,
    KeyUsedOtherwiseError,
    NothingMadeError,
    answer_once,
    answer_to,
)
from advisor.views.page_kinds import member_of

SENT_BEFORE = (
    "This form was sent before, with other words, and what it made is in your list. "
    "Send it again if you want this one too."
)


def made_once(
    request: HttpRequest, form: Form, make: Callable[[], Answer]
) -> Answer | None:
    """What `make` made of the valid form, or made when the form was sent before.

    None where nothing was made; then the form says why. `make` may raise
    ValidationError, which goes on the form, or NothingMadeError after saying why.
    """
    key = _key(request)
    asked = _digest(request)
    member = member_of(request)
    try:
        if key and (before := answer_to(owner=member, key=key, asked=asked)):
            return before
        if not form.is_valid():
            return None
        if not key:
            return make()
        return answer_once(owner=member, key=key, asked=asked, make=make)
    except KeyUsedOtherwiseError:
        form.data = {**_typed(form), "key": str(uuid4())}
        form.add_error(None, SENT_BEFORE)
    except ValidationError as error:
        form.add_error(None, error)
    except NothingMadeError:
        pass  # the form says why
    return None


def _typed(form: Form) -> dict[str, object]:
    return {name: form.data.get(name) for name in form.data}


def _key(request: HttpRequest) -> str:
    """The form's key; "" for what is none, which the form itself then refuses."""
    try:
        return f"form:{UUID(request.POST.get('key', ''))}"
    except ValueError:
        return ""


def _digest(request: HttpRequest) -> str:
    """Of where it was sent and all that was typed and attached."""
    typed = sorted(
        (name, values)
        for name, values in request.POST.lists()
        if name not in ("key", "csrfmiddlewaretoken")
    )
    attached = []
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            attached.append((name, hashlib.sha256(file.read()).hexdigest()))
            file.seek(0)
    sent = json.dumps([request.get_full_path(), typed, attached])
    return hashlib.sha256(sent.encode()).hexdigest()
