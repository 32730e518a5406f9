"""The outcome, honest for every kind of verdict, with consequences and confirmation."""

from collections.abc import Iterator

from advisor.exports.flips import relaxations
from advisor.exports.parts import Section, Span, bullets, paragraph
from advisor.exports.record_words import misses, name, totals
from advisor.exports.source import Decision
from advisor.exports.weighing import Weighed, weighed
from advisor.verdicts.wording import counted, names_of

# Verdicts that rest on the comparison of totals; the others do not.
COMPARED = ("clear", "leans", "too_close", "tie")
MOST = 5


def outcome(decision: Decision) -> Section:
    return Section(
        "Decision Outcome",
        "outcome",
        (
            paragraph(_chosen(decision)),
            paragraph(_figures(decision)),
            paragraph(
                "An advisor proposes this; the team decides. The status stays "
                "“proposed” until the team accepts it."
            ),
        ),
        (consequences(decision), confirmation(decision)),
    )


def _chosen(decision: Decision) -> str:
    sentence = decision.evaluation["verdict"]["sentence"]
    if decision.chosen:
        chosen = name(decision, decision.chosen)
        return f'Chosen option: "{chosen}", because of this verdict: {sentence}'
    return f"No option is chosen. The verdict: {sentence}"


def _figures(decision: Decision) -> str:
    if decision.kind in COMPARED:
        return f"Totals: {totals(decision)}."
    return (
        f"Totals: {totals(decision)}. They are arithmetic alone: this verdict does "
        "not rest on them."
    )


def consequences(decision: Decision) -> Section:
    found = {
        "clear": _of_a_choice,
        "leans": _of_a_choice,
        "too_close": _undecided,
        "tie": _undecided,
        "only_one": _of_the_only_one,
        "none": _of_none,
        "not_enough": _of_nothing,
    }[decision.kind]
    return Section("Consequences", "consequences", (bullets(*found(decision)),))


def _of_a_choice(decision: Decision) -> Iterator[str]:
    first, second = decision.evaluation["ranking"][:2]
    better = _ahead(decision, first, second)
    worse = _ahead(decision, second, first)
    yield from (_argument("Good", row, first, second, decision) for row in better)
    yield from (_argument("Bad", row, first, second, decision) for row in worse)
    if not worse:
        yield (
            f"Neutral, because no criterion with points speaks for "
            f"{name(decision, second)}; these answers ask for nothing it is better at."
        )
    if decision.kind == "leans":
        yield (
            "Bad, because the lead is not clear: reasonable changes of weights and "
            "scores put another option first."
        )


def _ahead(decision: Decision, one: str, other: str) -> list[Weighed]:
    """Where `one` scores higher than `other`, what moves the totals most first."""
    rows = [row for row in weighed(decision) if row.best(one) > row.best(other)]
    rows.sort(key=lambda row: row.product(other) - row.product(one))
    return rows[:MOST]


def _argument(
    word: str, row: Weighed, first: str, second: str, decision: Decision
) -> str:
    return (
        f"{word}, because of “{row.label}” ({counted(row.points, 'point')}): "
        f"{name(decision, first)} scores {row.best(first)}, "
        f"{name(decision, second)} {row.best(second)}."
    )


def _undecided(decision: Decision) -> Iterator[str]:
    between = names_of(decision.evaluation["verdict"]["between"], decision.catalogue)
    yield (
        f"Neutral, because these answers do not decide between {between}: whichever "
        "the team takes, it needs a reason that is not in this record."
    )
    yield "Good, because what each would bring and cost stands below, option by option."


def _of_the_only_one(decision: Decision) -> Iterator[str]:
    chosen = name(decision, decision.chosen)
    yield f"Good, because {chosen} meets every stated need."
    yield "Neutral, because strengths were not weighed: no other option was left."
    for framework in decision.columns:
        why = misses(decision, framework)
        if why:
            yield f"Bad, because {name(decision, framework)} is given up: {why}."


def _of_none(decision: Decision) -> Iterator[str]:
    for framework in decision.columns:
        yield f"Bad, because of {name(decision, framework)}: " + (
            f"{misses(decision, framework)}."
        )
    yield from (f"Neutral, because {text}." for text in relaxations(decision))


def _of_nothing(decision: Decision) -> Iterator[str]:
    yield "Neutral, because nothing was answered, so nothing follows from this record."


def confirmation(decision: Decision) -> Section:
    again = paragraph(
        "The arithmetic is confirmed when ",
        Span("the same answers under the same rule set", decision.result_url),
        " give the totals, the verdict and the digest that stand in this record.",
    )
    return Section("Confirmation", "confirmation", (paragraph(_team(decision)), again))


def _team(decision: Decision) -> str:
    if decision.chosen:
        return (
            "The choice is confirmed when the people who will build and run the "
            "project have checked the answers and the scores given as a range, and "
            "have set the status to “accepted”."
        )
    return (
        "There is no choice to confirm. What can be checked are the answers and the "
        "scores given as a range, by the people who will build and run the project."
    )
