"""Saving, changing, deleting and bringing back recommendations."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from advisor.conflicts import ChangedMeanwhileError
from advisor.limits import MOST_RECOMMENDATIONS, LimitReachedError
from advisor.models import Recommendation, RuleSetVersion, User
from advisor.models.recommendation import NOTE_LENGTH, TITLE_LENGTH
from advisor.saved.actions.sharing import SHARE_FIELDS, forget_link
from advisor.saved.rescoring import check_against_current
from advisor.saved.versions import ANY
from advisor.verdicts.evaluation import evaluation_for
from guide.plain_text import one_line, paragraphs


class Unchanged:
    """Says that a part stays as it is where None would mean something."""


UNCHANGED = Unchanged()
RESTORABLE_FOR = timedelta(days=30)
COUNT_KEPT = (
    f"SELECT COUNT(*) FROM {Recommendation._meta.db_table} "  # noqa: S608 - our own name
    "WHERE owner_id = %s AND deleted_at IS NULL"
)


def save_recommendation(**given: Any) -> Recommendation:
    """`new_recommendation` kept at once: raises what either raises."""
    new = new_recommendation(**given)
    keep_recommendation(recommendation=new)
    return new


def new_recommendation(
    *,
    owner: User,
    version: RuleSetVersion,
    answers: Mapping[str, str],
    title: str,
    note: str = "",
    revisit_on: date | None = None,
) -> Recommendation:
    """The evaluation of `answers` under `version`, as it will be kept.

    Worked out before others have to wait: SQLite lets one write at a time. Raises
    AnswersError for unknown answers, ValidationError for title or note.
    """
    return Recommendation(
        owner=owner,
        version=version,
        title=_title(title),
        note=_note(note),
        revisit_on=revisit_on,
        answers=dict(answers),
        evaluation=evaluation_for(version, answers),
    )


@transaction.atomic
def keep_recommendation(*, recommendation: Recommendation) -> None:
    """Write a new one. LimitReachedError when its owner keeps as many as one may."""
    _refuse_one_too_many(recommendation.owner_id)
    recommendation.save(force_insert=True)
    _check_afterwards(recommendation)


@transaction.atomic
def update_recommendation(
    *,
    recommendation: Recommendation,
    title: str | None = None,
    note: str | None = None,
    answers: Mapping[str, str] | None = None,
    revisit_on: date | Unchanged | None = UNCHANGED,
    seen: Q = ANY,
) -> Recommendation:
    """Change what is given; None leaves a part as it is, but takes a date away.

    New answers are evaluated under the version the recommendation is pinned to.
    Raises AnswersError or ValidationError, ChangedMeanwhileError if it is not as
    `seen`, Recommendation.DoesNotExist if it is gone.
    """
    kept = _claimed(recommendation, seen)
    if title is not None:
        kept.title = _title(title)
    if note is not None:
        kept.note = _note(note)
    if not isinstance(revisit_on, Unchanged):
        kept.revisit_on = revisit_on
    if answers is not None:
        kept.answers = dict(answers)
        kept.evaluation = evaluation_for(kept.version, answers)
        # They were about the answers before.
        kept.notices.all().delete()
        _check_afterwards(kept)
    kept.updated_at = timezone.now()
    kept.save()
    return kept


@transaction.atomic
def delete_recommendation(
    *, recommendation: Recommendation, seen: Q = ANY
) -> Recommendation:
    """Hide it from everybody. It can be restored for 30 days, then it is erased.

    Its share link ends for good: bringing it back must not publish it again.

    Erasing happens here, when its owner next deletes something. Raises
    ChangedMeanwhileError if it is not as `seen`, Recommendation.DoesNotExist if it is
    gone.
    """
    kept = _claimed(recommendation, seen)
    now = timezone.now()
    _erase_what_is_over(kept.owner_id, now)
    kept.deleted_at = now
    forget_link(kept)
    kept.save(update_fields=["deleted_at", *SHARE_FIELDS])
    return kept


@transaction.atomic
def restore_recommendation(*, recommendation: Recommendation) -> Recommendation:
    """Bring a deleted one back as it was; nothing happens to one that is there.

    Raises LimitReachedError when the owner keeps as many as one may.
    """
    kept = _locked(recommendation)
    if kept.deleted_at is not None:
        _refuse_one_too_many(kept.owner_id)
    kept.deleted_at = None
    kept.save(update_fields=["deleted_at"])
    _check_afterwards(kept)
    return kept


def _refuse_one_too_many(owner: int) -> None:
    # Two calls at once count one after the other; on SQLite they write so anyway.
    if connection.features.has_select_for_update:
        User.objects.select_for_update().values_list("pk").get(pk=owner)
    if _kept_by(owner) >= MOST_RECOMMENDATIONS:
        raise LimitReachedError(
            f"You keep {MOST_RECOMMENDATIONS:,} saved results. "
            "Delete one you do not need any more."
        )


def _kept_by(owner: int) -> int:
    """How many. Written out, because every save counts while all others wait, and
    composing the statement takes ten times as long as running it."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_KEPT, [owner])
        (count,) = cursor.fetchone()
    return count


def _erase_what_is_over(owner: int, now: datetime) -> None:
    """Deleted results that are too old to come back, or more than one may keep."""
    deleted = Recommendation.objects.filter(owner=owner).exclude(deleted_at=None)
    deleted.filter(deleted_at__lt=now - RESTORABLE_FOR).delete()
    latest = deleted.order_by("-deleted_at").values_list("pk", flat=True)
    over = list(latest[MOST_RECOMMENDATIONS:])
    if over:
        Recommendation.objects.filter(pk__in=over).delete()


def _check_afterwards(recommendation: Recommendation) -> None:
    """Against the version in force, which may have come while this was being saved.

    Saving succeeds even if that fails: the next run of `rescore` finds it.
    """
    number = recommendation.version.number
    check = partial(check_against_current, recommendation.pk, number)
    transaction.on_commit(check, robust=True)


def _locked(recommendation: Recommendation) -> Recommendation:
    """The row as it is now, held against others until the transaction ends."""
    rows = Recommendation.objects.select_for_update(of=("self",))
    return rows.select_related("version").get(pk=recommendation.pk)


def _claimed(recommendation: Recommendation, seen: Q) -> Recommendation:
    """The row under its next number: compared and set in one statement.

    From then on it is held against others until the transaction ends.
    """
    rows = Recommendation.objects.filter(pk=recommendation.pk, deleted_at=None)
    if not rows.filter(seen).update(revision=F("revision") + 1) and rows.exists():
        raise ChangedMeanwhileError
    return rows.select_related("version").get()


def _title(title: str) -> str:
    return one_line(title, field="title", most=TITLE_LENGTH)


def _note(note: str) -> str:
    return paragraphs(note, field="note", most=NOTE_LENGTH)
