"""What would change the verdict, in words: flips, and needs that could be relaxed."""

from dataclasses import dataclass

from advisor.exports.record_words import change, name
from advisor.exports.source import Decision
from advisor.verdicts.wording import counted, joined

MOST = 3
FULL_LIST = 50  # the engine lists no more


@dataclass(frozen=True)
class Flip:
    to: str
    text: str
    url: str  # the result with the changes applied


def flips(decision: Decision) -> tuple[Flip, ...]:
    """Up to three of the smallest, on different questions before different options."""
    found = decision.evaluation["flips"]
    fresh = {(row["to"], *sorted(row["changes"])): row for row in reversed(found)}
    first = sorted(fresh.values(), key=found.index)
    rest = [row for row in found if row not in first]
    return tuple(
        Flip(
            to=row["to"],
            text=f"{name(decision, row['to'])} would be ahead if "
            f"{change(decision, row['changes'])}.",
            url=decision.addresses.result
            + decision.query({**decision.answers, **row["changes"]}),
        )
        for row in (first + rest)[:MOST]
    )


def flips_in_words(decision: Decision) -> str:
    """How many answers it takes and how many ways there are."""
    found = decision.evaluation["flips"]
    if not found and not decision.evaluation.get("flips_complete", True):
        return "The search for changes that put another option first was cut short."
    if not found:
        return "No change of up to three answers would put another option first."
    size = len(found[0]["changes"])
    ways = counted(len(found), "way") if len(found) < FULL_LIST else "50 ways or more"
    first = "one option" if decision.kind == "tie" else "another option"
    return (
        f"It takes a change of {counted(size, 'answer')} to put {first} first; "
        f"there {'is' if len(found) == 1 else 'are'} {ways} to do it."
    )


def relaxations(decision: Decision) -> tuple[str, ...]:
    """Where none is left: the least to take back, by who returns then."""
    catalogue = decision.catalogue
    found = decision.evaluation.get("relaxations", {})
    least = min(map(len, found.values()), default=0)
    return tuple(
        f"{name(decision, framework)} qualifies again if "
        + joined(
            f"“{catalogue.question_text(question)}” is left open"
            for question in catalogue.in_order(dict.fromkeys(found[framework]))
        )
        for framework in sorted(found, key=lambda key: name(decision, key).lower())
        if len(found[framework]) == least
    )
