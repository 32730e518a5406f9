"""What readers send in the tests, through the pages that readers use."""

from django.test import Client

from guide.feedback.form_trap import new_key
from guide.models import Comment, Correction

WORDS = {
    "wrong": "It says dry.",
    "right": "It is wet.",
    "source_url": "https://example.org/water",
}


def correct(target: str, client: Client | None = None, **fields):
    form = {**WORDS, "key": new_key(), "subject": "", **fields}
    return (client or Client()).post(f"/corrections/new/?{target}", form)


def comment_on(page, client: Client | None = None, **fields):
    form = {"text": "Well said.", "key": new_key(), "subject": "", **fields}
    return (client or Client()).post(f"/comments/on/{page.pk}/new/", form)


def reply_to(comment, **fields):
    form = {"text": "I agree.", "key": new_key(), "subject": "", **fields}
    return Client().post(f"/comments/{comment.pk}/reply/", form)


def make_correction(claim, **fields) -> Correction:
    return Correction.objects.create(claim=claim, **WORDS | fields)


def make_comment(page, **fields) -> Comment:
    return Comment.objects.create(page=page, **{"text": "Well said."} | fields)


def published(page, **fields) -> Comment:
    return make_comment(page, status=Comment.Status.PUBLISHED, **fields)
