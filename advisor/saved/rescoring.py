"""Every saved recommendation under a newer version: in batches, and safe to repeat."""

import time
from collections.abc import Iterable, Mapping
from uuid import UUID

import structlog
from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from advisor.models import Notice, Recommendation, RuleSetVersion
from advisor.models.notice import HEADLINE_LENGTH
from advisor.models.recommendation import RecommendationQuerySet
from advisor.saved.second_run import compare_versions

BATCH = 250
MOST_REMEMBERED = 20_000
NEWER = f"SELECT 1 FROM {RuleSetVersion._meta.db_table} WHERE number > %s LIMIT 1"  # noqa: S608 - our own name

log = structlog.get_logger(__name__)

Row = tuple[UUID, int, dict[str, str]]  # recommendation, its version, its answers
Standing = tuple[str, str, str]  # kind, headline, cause of a notice


def rescore(version: RuleSetVersion) -> int:
    """Give each recommendation of an older version its notice; returns how many.

    Those that have one are left out, so an interrupted run goes on where it was. Ends
    early once a newer version is published: that one has a run of its own.
    """
    started = time.monotonic()
    total, done, last = unchecked(version).count(), 0, None
    standings = Standings(version)
    log.info("rescoring_started", version=version.number, saved=total)
    while rows := _rows_after(version, last):
        if RuleSetVersion.objects.filter(number__gt=version.number).exists():
            log.info("rescoring_superseded", version=version.number, checked=done)
            return done
        for row in rows:
            standings.of(row)  # worked out before anything is locked
        _write(version, rows, standings)
        done, last = done + len(rows), rows[-1][0]
        log.info(
            "rescoring_progress",
            version=version.number,
            checked=done,
            of=total,
            seconds=round(time.monotonic() - started, 1),
        )
    log.info("rescoring_finished", version=version.number, checked=done)
    return done


def check_against_current(recommendation: UUID, version: int) -> None:
    """What `rescore` does, for one that was saved, changed or brought back.

    `version` is the number it was saved under. Mostly there is no newer one, and
    finding that out is a single look into an index.
    """
    if not _is_superseded(version):
        return
    newest = RuleSetVersion.objects.current()
    if newest is None:
        return
    rows = list(_rows(unchecked(newest).filter(pk=recommendation)))
    if rows:
        _write(newest, rows, Standings(newest))


def _is_superseded(version: int) -> bool:
    """Asked after every save: written out, as composing it takes longer than asking."""
    with connection.cursor() as cursor:
        cursor.execute(NEWER, [version])
        return cursor.fetchone() is not None


def unchecked(version: RuleSetVersion) -> RecommendationQuerySet:
    """Saved under an older version, and without a notice about this one."""
    told = Notice.objects.filter(recommendation=OuterRef("pk"), version=version)
    return Recommendation.objects.filter(
        ~Exists(told), deleted_at=None, version__number__lt=version.number
    )


class Standings:
    """What each set of answers means under `version`, worked out once per set."""

    def __init__(self, version: RuleSetVersion) -> None:
        self.version = version
        self._versions: dict[int, RuleSetVersion] = {}
        self._known: dict[object, Standing] = {}

    def of(self, row: Row) -> Standing:
        _, before, answers = row
        key = (before, tuple(sorted(answers.items())))
        if key not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known[key] = self._worked_out(before, answers)
        return self._known[key]

    def _worked_out(self, before: int, answers: Mapping[str, str]) -> Standing:
        if before not in self._versions:
            self._versions[before] = RuleSetVersion.objects.get(pk=before)
        found = compare_versions(self._versions[before], self.version, answers)
        headline = found.words.headline[:HEADLINE_LENGTH]
        return found.difference.outcome, headline, found.words.whole


def _rows_after(version: RuleSetVersion, last: UUID | None) -> list[Row]:
    """The next batch by key: the cost does not grow with how far the run is."""
    rest = (
        unchecked(version) if last is None else unchecked(version).filter(pk__gt=last)
    )
    return list(_rows(rest.order_by("pk")[:BATCH]))


@transaction.atomic
def _write(version: RuleSetVersion, rows: list[Row], standings: Standings) -> None:
    """One notice each, for the answers as they are now; a second one is ignored."""
    locked = Recommendation.objects.select_for_update().filter(
        pk__in=[key for key, _, _ in rows], deleted_at=None
    )
    notices = []
    for row in _rows(locked):
        kind, headline, cause = standings.of(row)
        notices.append(
            Notice(
                recommendation_id=row[0],
                version=version,
                kind=kind,
                headline=headline,
                cause=cause,
            )
        )
    Notice.objects.bulk_create(notices, ignore_conflicts=True)


def _rows(recommendations: RecommendationQuerySet) -> Iterable[Row]:
    return recommendations.values_list("pk", "version_id", "answers")
