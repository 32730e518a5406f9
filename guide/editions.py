"""Which edition of the public site is in force, so that caches know when to forget.

Whatever is published, withdrawn, moved or moderated begins a new edition. A cache keeps
what it was given only while the edition is the one it was made under; so nobody has to
know which page shows which claim.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F, Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import Signal
from wagtail.signals import post_page_move

from guide.models.edition import Edition

# Sent in the process that began it, once the change is committed.
edition_began = Signal()

# Apps whose every model is shown somewhere in public, unless named in UNSEEN. A new
# model is in by default: forgetting too much costs a page made anew, too little a lie.
SHOWN_APPS = ("guide", "wagtailredirects", "wagtailimages", "wagtaildocs")
SHOWN_MODELS = (
    "wagtailcore.Page",
    "wagtailcore.Site",
    "wagtailcore.PageViewRestriction",
)
UNSEEN = (
    "guide.Edition",
    "guide.SeedRecord",
    "guide.LinkCheck",
    # Any stranger may write these; guide.feedback.actions says when one is shown.
    "guide.Comment",
    "guide.CommentReport",
    "guide.Correction",
)


def current_edition() -> int:
    """0 before the first change. One query; raises `django.db.Error`."""
    number = Edition.objects.filter(pk=1).values_list("number", flat=True).first()
    return number or 0


def begin_edition() -> None:
    """Make every cache forget what it keeps, in all processes, within a second."""
    if not Edition.objects.filter(pk=1).update(number=F("number") + 1):
        Edition.objects.bulk_create([Edition(pk=1, number=1)], ignore_conflicts=True)
    edition_began.send(sender=Edition)


def continue_editions(after: int) -> None:
    """Begin one later than `after`, in a database that came from somewhere else."""
    number = max(after, current_edition())
    Edition.objects.update_or_create(pk=1, defaults={"number": number})
    begin_edition()


def begin_edition_on_commit(**_signal: Any) -> None:
    """Once per transaction, however much it changes."""
    waiting = (entry[1] for entry in connection.run_on_commit)
    if begin_edition not in waiting:
        transaction.on_commit(begin_edition)


def follow(models: Iterable[type[Model]]) -> None:
    """Begin an edition whenever one of `models` is written or deleted."""
    for model in models:
        for signal in (post_save, post_delete):
            signal.connect(
                begin_edition_on_commit,
                sender=model,
                dispatch_uid=f"edition-{model._meta.label}",
            )
        for relation in model._meta.many_to_many:
            through = getattr(model, relation.name).through
            m2m_changed.connect(
                begin_edition_on_commit,
                sender=through,
                dispatch_uid=f"edition-{model._meta.label}-{relation.name}",
            )


def shown_models() -> list[type[Model]]:
    """Every model of this site's facts that a public page may show."""
    named = [apps.get_model(label) for label in SHOWN_MODELS]
    whole = [
        model for app in SHOWN_APPS for model in apps.get_app_config(app).get_models()
    ]
    return [m for m in [*named, *whole] if m._meta.label not in UNSEEN]


def follow_shown_models() -> None:
    follow(shown_models())
    post_page_move.connect(begin_edition_on_commit, dispatch_uid="edition-move")
