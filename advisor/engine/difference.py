"""The same answers under two rule sets: does the verdict hold, and why not."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial

from advisor.engine.causes import Book, Cause, Duel, causes_between
from advisor.engine.effects import effects_of
from advisor.engine.rule_set import RuleSet
from advisor.engine.value import standing_after
from advisor.engine.verdict import Verdict, judge
from advisor.engine.worlds import compare_worlds

OUTCOMES = ("holds", "weaker", "stronger", "another")
# How much a verdict commits itself. Being the only one that qualifies is as much
# as being clearly ahead: only the way there differs.
_STRENGTH = {
    "none": 0,
    "not_enough": 1,
    "tie": 2,
    "too_close": 3,
    "leans": 4,
    "clear": 5,
    "only_one": 5,
}


@dataclass(frozen=True)
class Dropped:
    """An answer that a rule set has no question or option for.

    `missing_from` is "before", "after" or "both".
    """

    question: str
    option: str
    missing_from: str


@dataclass(frozen=True)
class Difference:
    """What became of the verdict on some answers, and what made the difference.

    `outcome` is one of OUTCOMES. "another": the verdict names (recommends, or
    can't decide between) somebody whom it did not name before, and no longer whom
    it did; or, of several named, some came and some went. Else "weaker" and
    "stronger" compare the kinds, none < not_enough < tie < too_close < leans <
    clear = only_one, and of equal kinds how many can't be told apart.

    Margins are those of `framework`, first of the old ranking, over the strongest
    other viable framework: `rival_before` and `rival_after`. `margin_after` is
    negative when `framework` no longer leads. Both are None, and no cause has an
    effect, unless there is such a margin before and after.

    `causes` holds every change that touches these answers. Their effects add up to
    exactly `margin_after - margin_before`; largest first. An effect of 0 means that
    the margin did not move, but the confidence or the limits may have.
    """

    outcome: str
    verdict_before: Verdict
    verdict_after: Verdict
    framework: str | None
    rival_before: str | None
    rival_after: str | None
    margin_before: int | None
    margin_after: int | None
    causes: tuple[Cause, ...]
    dropped: tuple[Dropped, ...]

    def as_dict(self) -> dict[str, object]:
        """The difference as JSON."""
        return {
            "outcome": self.outcome,
            "verdict_before": _verdict_dict(self.verdict_before),
            "verdict_after": _verdict_dict(self.verdict_after),
            "framework": self.framework,
            "rival_before": self.rival_before,
            "rival_after": self.rival_after,
            "margin_before": self.margin_before,
            "margin_after": self.margin_after,
            "causes": [cause.as_dict() for cause in self.causes],
            "dropped": [asdict(answer) for answer in self.dropped],
        }


def compare_evaluations(
    before: RuleSet, after: RuleSet, answers: Mapping[str, str]
) -> Difference:
    """Compare two rule sets on the same answers, option ids by question id.

    An answer that a rule set doesn't have counts as left open there and is listed
    in `dropped`; nothing is raised for it.
    """
    old, new = _Side.of(before, answers), _Side.of(after, answers)
    contest = _contest(old, new)
    causes = causes_between(old.book, new.book, contest.duel)
    ordered = sorted(
        (*contest.switch, *causes), key=lambda cause: (-abs(cause.effect), cause.place)
    )
    return Difference(
        outcome=outcome_of(old.verdict, new.verdict),
        verdict_before=old.verdict,
        verdict_after=new.verdict,
        framework=contest.framework,
        rival_before=contest.rival_before,
        rival_after=contest.rival_after,
        margin_before=contest.margin_before,
        margin_after=contest.margin_after,
        causes=tuple(ordered),
        dropped=tuple(_dropped(answers, old, new)),
    )


def outcome_of(before: Verdict, after: Verdict) -> str:
    """One of OUTCOMES for two verdicts on the same question; see `Difference`."""
    old, new = _named(before), _named(after)
    if new - old and (old - new or not old):
        return "another"
    step = _STRENGTH[after.kind] - _STRENGTH[before.kind] or len(old) - len(new)
    return "stronger" if step > 0 else "weaker" if step < 0 else "holds"


def _named(verdict: Verdict) -> frozenset[str]:
    if verdict.framework is not None:
        return frozenset((verdict.framework,))
    return frozenset(verdict.between)


@dataclass(frozen=True)
class _Side:
    """What one of the rule sets makes of the answers it knows."""

    book: Book
    ranking: tuple[str, ...]
    totals: Mapping[str, int]
    verdict: Verdict

    @classmethod
    def of(cls, rule_set: RuleSet, answers: Mapping[str, str]) -> "_Side":
        questions = effects_of(rule_set).questions
        known = {
            question: option
            for question, option in sorted(answers.items())
            if question in questions and option in questions[question].options
        }
        standing = standing_after(rule_set, tuple(known.items()))
        worlds = compare_worlds(rule_set, standing)
        ids = effects_of(rule_set).framework_ids
        return cls(
            book=Book(rule_set, known),
            ranking=tuple(ids[f] for f in standing.ranking),
            totals=dict(zip(ids, standing.totals, strict=True)),
            verdict=judge(rule_set, standing, worlds, bool(known)),
        )

    def margin(self, framework: str, rival: str) -> int:
        return self.totals[framework] - self.totals[rival]


@dataclass(frozen=True)
class _Contest:
    """Whose margin over whom is explained; `switch` is there if the rival changed."""

    framework: str | None
    rival_before: str | None = None
    rival_after: str | None = None
    margin_before: int | None = None
    margin_after: int | None = None
    duel: Duel | None = None
    switch: tuple[Cause, ...] = ()


def _contest(old: _Side, new: _Side) -> _Contest:
    first = old.ranking[0] if old.ranking else None
    was = _strongest_rival(old, first)
    now = _strongest_rival(new, first, was)
    if first is None or was is None or now is None:
        return _Contest(first, was, now)
    before, after = old.margin(first, was), new.margin(first, now)
    contest = partial(_Contest, first, was, now, before, after)
    if was == now:
        return contest(Duel(first, was))
    # The step from one rival to the other is taken where both are known; the rest
    # of the way is explained with the rival that both rule sets know.
    if now in old.totals:
        duel, step = Duel(first, now), old.margin(first, now) - before
    elif was in new.totals:
        duel, step = Duel(first, was), after - new.margin(first, was)
    else:
        duel, step = None, after - before
    return contest(duel, (Cause("rival", step, before=was, after=now),))


def _strongest_rival(
    side: _Side, framework: str | None, preferred: str | None = None
) -> str | None:
    """The viable one with most points beside `framework`; None if either is none.

    Among equals `preferred` wins, so that nothing seems to have changed.
    """
    others = [name for name in side.ranking if name != framework]
    if framework not in side.ranking or not others:
        return None
    strongest = [g for g in others if side.totals[g] == side.totals[others[0]]]
    return preferred if preferred in strongest else strongest[0]


def _dropped(answers: Mapping[str, str], old: _Side, new: _Side) -> Iterator[Dropped]:
    for question, option in sorted(answers.items()):
        places = [
            place
            for place, side in (("before", old), ("after", new))
            if question not in side.book.answers
        ]
        if places:
            missing = "both" if len(places) == 2 else places[0]
            yield Dropped(question, option, missing)


def _verdict_dict(verdict: Verdict) -> dict[str, object]:
    return {**asdict(verdict), "between": list(verdict.between)}
