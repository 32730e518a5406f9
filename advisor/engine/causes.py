"""What changed between two rule sets, and by how much each change moved a margin.

The margin of one framework over a rival is the sum over criteria of points times the
difference d of their scores. For a criterion in both rule sets it changes by
`points * (d' - d) + (points' - points) * d'`: score changes count at the old points,
changes of points at the new scores. So every effect is exact and they add up.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property

from advisor.engine.rule_set import FactValue, Framework, Option, RuleSet, Score

Value = FactValue | tuple[int, int, int] | None


@dataclass(frozen=True)
class Cause:
    """One change; `effect` is what it added to the margin, in points times score.

    By `kind`, the fields that are set, and what `before` and `after` hold:
    "score" (framework, criterion): low, best and high;
    "base_points" (criterion): points;
    "points" (question, option, criterion): points of a chosen option, 0 for none;
    "answer_dropped", "answer_counted" (question, option): an answer that only the
    old, only the new rule set knows; None;
    "criterion_added", "criterion_removed" (criterion): its points with the answers;
    "rival": ids of the strongest rival;
    "requirement" (question, option, name): what a chosen option demands of a fact;
    "fact" (framework, name): a fact that a chosen option asks for;
    "constant" (name): a constant, or scale_max;
    "framework_added", "question_added", "option_added" and "..._removed" (their
    ids): None.
    """

    kind: str
    effect: int = 0
    framework: str | None = None
    criterion: str | None = None
    question: str | None = None
    option: str | None = None
    name: str | None = None
    before: Value = None
    after: Value = None

    def as_dict(self) -> dict[str, object]:
        """The cause as JSON, with only those ids that its kind has."""
        entries = asdict(self)
        values = {"before": _json(self.before), "after": _json(self.after)}
        always = ("kind", "effect")
        ids = {k: v for k, v in entries.items() if k in always or v is not None}
        return {**ids, **values}

    @property
    def place(self) -> tuple[str, ...]:
        """What sorts causes of one effect."""
        ids = (self.criterion, self.framework, self.question, self.option, self.name)
        return (self.kind, *(name or "" for name in ids))


@dataclass(frozen=True)
class Duel:
    """Two frameworks, both known to both rule sets, whose margin is explained."""

    framework: str
    rival: str

    def sign(self, framework: str) -> int:
        """Which way points of this framework move the margin."""
        return (framework == self.framework) - (framework == self.rival)


@dataclass(frozen=True)
class Book:
    """A rule set looked up by ids, and the points it has after some answers."""

    rule_set: RuleSet
    answers: Mapping[str, str]

    @cached_property
    def criteria(self) -> Mapping[str, int]:
        """Base points by criterion."""
        return {c.id: c.base_points for c in self.rule_set.criteria}

    @cached_property
    def frameworks(self) -> Mapping[str, Framework]:
        return {framework.id: framework for framework in self.rule_set.frameworks}

    @cached_property
    def scores(self) -> Mapping[tuple[str, str], Score]:
        """Scores by framework and criterion."""
        return {
            (framework.id, criterion): score
            for framework in self.rule_set.frameworks
            for criterion, score in zip(self.criteria, framework.scores, strict=True)
        }

    @cached_property
    def options(self) -> Mapping[tuple[str, str], Option]:
        """Options by question and option."""
        return {
            (question.id, option.id): option
            for question in self.rule_set.questions
            for option in question.options
        }

    @cached_property
    def points(self) -> Mapping[str, int]:
        """Points by criterion after the answers."""
        points = dict(self.criteria)
        for answer in self.answers.items():
            for criterion, number in self.options[answer].points:
                points[criterion] += number
        return points

    @cached_property
    def questions(self) -> frozenset[str]:
        return frozenset(question.id for question in self.rule_set.questions)

    def ahead(self, duel: Duel | None, criterion: str) -> int:
        """By how much the best scores of a duel differ on a criterion; 0 for none."""
        if duel is None:
            return 0
        ours = self.scores[duel.framework, criterion].best
        return ours - self.scores[duel.rival, criterion].best


def causes_between(old: Book, new: Book, duel: Duel | None) -> Iterator[Cause]:
    """Every change that touches the answers of either book.

    The effects add up to the change of the margin of `duel`; without one they are 0.
    """
    yield from _constants(old, new)
    yield from _scores(old, new, duel)
    yield from _base_points(old, new, duel)
    yield from _criteria(old, new, duel)
    for answer in sorted(old.answers.items() | new.answers.items()):
        yield from _answer(old, new, duel, answer)
    yield from _facts(old, new)
    yield from _parts(old, new)


def _constants(old: Book, new: Book) -> Iterator[Cause]:
    before, after = asdict(old.rule_set.constants), asdict(new.rule_set.constants)
    before["scale_max"] = old.rule_set.scale_max
    after["scale_max"] = new.rule_set.scale_max
    for name, value in before.items():
        if value != after[name]:
            yield Cause("constant", name=name, before=value, after=after[name])


def _scores(old: Book, new: Book, duel: Duel | None) -> Iterator[Cause]:
    for place, was in old.scores.items():
        now = new.scores.get(place)
        if now is None or now == was:
            continue
        framework, criterion = place
        sign = duel.sign(framework) if duel else 0
        yield Cause(
            "score",
            sign * old.points[criterion] * (now.best - was.best),
            framework=framework,
            criterion=criterion,
            before=(was.low, was.best, was.high),
            after=(now.low, now.best, now.high),
        )


def _base_points(old: Book, new: Book, duel: Duel | None) -> Iterator[Cause]:
    for criterion, was in old.criteria.items():
        now = new.criteria.get(criterion, was)
        if now != was:
            effect = (now - was) * new.ahead(duel, criterion)
            yield Cause(
                "base_points", effect, criterion=criterion, before=was, after=now
            )


def _criteria(old: Book, new: Book, duel: Duel | None) -> Iterator[Cause]:
    for name in old.criteria.keys() - new.criteria:
        points = old.points[name]
        effect = -points * old.ahead(duel, name)
        yield Cause("criterion_removed", effect, criterion=name, before=points)
    for name in new.criteria.keys() - old.criteria:
        points = new.points[name]
        effect = points * new.ahead(duel, name)
        yield Cause("criterion_added", effect, criterion=name, after=points)


def _answer(
    old: Book, new: Book, duel: Duel | None, answer: tuple[str, str]
) -> Iterator[Cause]:
    question, option = answer
    shared = [name for name in old.criteria if name in new.criteria]
    was = dict(old.options[answer].points) if answer in old.options else {}
    now = dict(new.options[answer].points) if answer in new.options else {}
    effects = {
        name: (now.get(name, 0) - was.get(name, 0)) * new.ahead(duel, name)
        for name in shared
    }
    if not (answer in old.options and answer in new.options):
        kind = "answer_dropped" if answer in old.options else "answer_counted"
        total = sum(effects.values())
        yield Cause(kind, total, question=question, option=option)
        return
    for name in shared:
        before, after = was.get(name, 0), now.get(name, 0)
        if before != after:
            yield Cause(
                "points",
                effects[name],
                criterion=name,
                question=question,
                option=option,
                before=before,
                after=after,
            )
    yield from _requirements(old.options[answer], new.options[answer], answer)


def _requirements(old: Option, new: Option, answer: tuple[str, str]) -> Iterator[Cause]:
    was, now = dict(old.requires), dict(new.requires)
    question, option = answer
    for name, before, after in _differing(was, now):
        yield Cause(
            "requirement",
            question=question,
            option=option,
            name=name,
            before=before,
            after=after,
        )


def _facts(old: Book, new: Book) -> Iterator[Cause]:
    asked = {
        fact
        for book in (old, new)
        for answer in book.answers.items()
        for fact, _ in book.options[answer].requires
    }
    for framework in old.frameworks.keys() & new.frameworks:
        was = dict(old.frameworks[framework].facts)
        now = dict(new.frameworks[framework].facts)
        for name, before, after in _differing(was, now):
            if name in asked:
                yield Cause(
                    "fact", framework=framework, name=name, before=before, after=after
                )


def _differing(
    was: Mapping[str, FactValue], now: Mapping[str, FactValue]
) -> Iterator[tuple[str, FactValue | None, FactValue | None]]:
    for name in sorted(was.keys() | now):
        before, after = was.get(name), now.get(name)
        # True == 1 in Python, but not in a rule set.
        if (type(before), before) != (type(after), after):
            yield name, before, after


def _parts(old: Book, new: Book) -> Iterator[Cause]:
    for change, one, other in (("removed", old, new), ("added", new, old)):
        for framework in one.frameworks.keys() - other.frameworks:
            yield Cause(f"framework_{change}", framework=framework)
        for question in one.questions - other.questions:
            yield Cause(f"question_{change}", question=question)
        for question, option in one.options.keys() - other.options:
            if question in other.questions:
                yield Cause(f"option_{change}", question=question, option=option)


def _json(value: Value) -> object:
    return list(value) if isinstance(value, tuple) else value
