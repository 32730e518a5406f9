"""One change between two rule sets as a clause that can follow "because"."""

from collections.abc import Callable

from advisor.documents.catalogue import Catalogue
from advisor.engine.causes import Cause, Value

CONSTANTS = {
    "too_close": "the limit for “too close to call”",
    "clear": "the limit for a clear verdict",
    "min_margin": "the smallest margin that counts",
    "scale_max": "the highest score",
}


def clause_for(cause: Cause, before: Catalogue, after: Catalogue) -> str:
    """Names come from the rule set that has them, the newer one first."""
    return _CLAUSES[cause.kind](cause, _Names(cause, before, after))


class _Names:
    """What the ids of a cause are called."""

    def __init__(self, cause: Cause, before: Catalogue, after: Catalogue) -> None:
        question, option = cause.question or "", cause.option or ""
        known = after if after.option(question, option) else before
        self.option = f"“{known.option_label(question, option)}”"
        asked = after if question in after.questions else before
        self.question = f"“{asked.question_text(question)}”"
        criterion = cause.criterion or ""
        weighed = after if criterion in after.criteria else before
        self.criterion = weighed.criterion_label(criterion)
        self._frameworks = (after, before)
        self.framework = self.named(cause.framework)
        self.fact = f"“{after.fact_label(cause.name or '')}”"

    def named(self, framework: Value | str) -> str:
        key = str(framework or "")
        after, before = self._frameworks
        return (after if key in after.frameworks else before).framework_name(key)


def _score(cause: Cause, names: _Names) -> str:
    was, now = cause.before, cause.after
    if not isinstance(was, tuple) or not isinstance(now, tuple):
        return f"the score of {names.framework} on {names.criterion} changed"
    if was[1] != now[1]:
        change = f"changed from {was[1]} to {now[1]}"
        return f"the score of {names.framework} on {names.criterion} {change}"
    change = f"changed from {was[0]}-{was[2]} to {now[0]}-{now[2]}"
    return f"the range of {names.framework} on {names.criterion} {change}"


def _points(cause: Cause, names: _Names) -> str:
    return (
        f"the answer {names.option} gives {names.criterion} {cause.after} points "
        f"instead of {cause.before}"
    )


def _base_points(cause: Cause, names: _Names) -> str:
    return (
        f"{names.criterion} starts with {cause.after} points instead of {cause.before}"
    )


def _rival(cause: Cause, names: _Names) -> str:
    return (
        f"the strongest rival is {names.named(cause.after)} "
        f"instead of {names.named(cause.before)}"
    )


def _fact(cause: Cause, names: _Names) -> str:
    return (
        f"{names.fact} of {names.framework} is “{_plain(cause.after)}” "
        f"instead of “{_plain(cause.before)}”"
    )


def _requirement(cause: Cause, names: _Names) -> str:
    if cause.after is None:
        return f"the answer {names.option} does not ask for {names.fact} any more"
    return f"the answer {names.option} asks for {names.fact}: {_plain(cause.after)}"


def _constant(cause: Cause, names: _Names) -> str:
    what = CONSTANTS.get(cause.name or "", f"“{cause.name}”")
    return f"{what} changed from {cause.before} to {cause.after}"


def _plain(value: Value) -> str:
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


_CLAUSES: dict[str, Callable[[Cause, _Names], str]] = {
    "score": _score,
    "points": _points,
    "base_points": _base_points,
    "rival": _rival,
    "fact": _fact,
    "requirement": _requirement,
    "constant": _constant,
    "answer_dropped": lambda cause, names: f"the answer {names.option} is gone",
    "answer_counted": lambda cause, names: f"the answer {names.option} counts now",
    "criterion_added": lambda cause, names: f"{names.criterion} is a new criterion",
    "criterion_removed": lambda cause, names: f"{names.criterion} is no criterion now",
    "framework_added": lambda cause, names: f"{names.framework} joined the comparison",
    "framework_removed": lambda cause, names: f"{names.framework} left the comparison",
    "question_added": lambda cause, names: f"the question {names.question} is new",
    "question_removed": lambda cause, names: f"the question {names.question} is gone",
    "option_added": lambda cause, names: f"the answer {names.option} is new",
    "option_removed": lambda cause, names: f"the answer {names.option} is gone",
}
