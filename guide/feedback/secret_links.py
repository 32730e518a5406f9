"""Links that are keys to one message: one kind confirms an address, one manages.

A signature, not a stored secret: nothing in the database opens a message.
"""

from datetime import timedelta
from uuid import UUID

from django.core import signing
from django.http import Http404

from guide.models.feedback import Comment, Correction

CONFIRM_WITHIN = timedelta(days=3)
THANK_WITHIN = timedelta(days=1)
CONFIRM, MANAGE = "guide.feedback.confirm", "guide.feedback.manage"
THANK = "guide.feedback.thank"
LIFETIMES = {CONFIRM: CONFIRM_WITHIN, THANK: THANK_WITHIN, MANAGE: None}
Message = Correction | Comment
MODELS: dict[str, type[Correction] | type[Comment]] = {
    Correction.kind: Correction,
    Comment.kind: Comment,
}


def confirm_token(message: Message) -> str:
    return token_of(message.kind, message.pk, CONFIRM)


def manage_token(message: Message) -> str:
    return token_of(message.kind, message.pk, MANAGE)


def token_of(kind: str, key: UUID, purpose: str) -> str:
    return signing.dumps([kind, key.hex], salt=purpose)


def named_by(token: str, purpose: str) -> tuple[str, UUID]:
    """Kind and key that a token was made for; Http404 for any other token."""
    try:
        kind, key = signing.loads(token, salt=purpose, max_age=LIFETIMES[purpose])
        return str(kind), UUID(str(key))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Http404 from error


def message_of(token: str, purpose: str) -> Message:
    """The message a token is the key to; Http404 for any other token."""
    kind, key = named_by(token, purpose)
    model = MODELS.get(kind)
    message = model._default_manager.filter(pk=key).first() if model else None
    if message is None:
        raise Http404
    return message
