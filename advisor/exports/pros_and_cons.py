"""The case for and against each option, criterion by criterion."""

from advisor.exports.parts import Block, Section, bullets, paragraph
from advisor.exports.record_words import misses, name, numbers
from advisor.exports.source import Decision
from advisor.exports.weighing import Weighed, numbered_evidence, weighed
from advisor.verdicts.wording import counted, joined

WORDS = {1: "Good", 0: "Neutral", -1: "Bad"}


def pros_and_cons(decision: Decision) -> Section:
    return Section(
        "Pros and Cons of the Options",
        "pros-and-cons",
        (
            paragraph(
                "Each criterion with points, the heaviest first: good where an option "
                "scores higher than every other, bad where another scores higher, "
                "neutral where nobody does. Evidence numbers are those of the table "
                "under “Evidence”."
            ),
        ),
        tuple(_option(decision, framework) for framework in decision.columns),
    )


def _option(decision: Decision, framework: str) -> Section:
    total = decision.evaluation["totals"][framework]
    why = misses(decision, framework)
    opening = f"Ruled out: {why}. " if why else ""
    blocks: list[Block] = [paragraph(f"{opening}Total: {total:,}.")]
    evidence = {row.slug: key for key, row in numbered_evidence(decision).items()}
    items = [_argument(row, framework, decision, evidence) for row in weighed(decision)]
    if items:
        blocks.append(bullets(*items))
    return Section(name(decision, framework), f"option-{framework}", tuple(blocks))


def _argument(
    row: Weighed, framework: str, decision: Decision, evidence: dict[str, int]
) -> str:
    score = row.scores[framework]
    others = [key for key in decision.columns if key != framework]
    against = joined(f"{name(decision, key)} {row.best(key)}" for key in others)
    best = max((row.best(key) for key in others), default=row.best(framework))
    standing = (row.best(framework) > best) - (row.best(framework) < best)
    pieces = [
        f"{WORDS[standing]}, because of “{row.label}” "
        f"({counted(row.points, 'point')}): {row.best(framework)} "
        f"of {decision.catalogue.scale_max}" + (f", {against}." if against else "."),
        score.get("rationale", ""),
        f"Grade {score['grade']}." if score.get("grade") else "",
        _references(score.get("claims", ()), evidence),
    ]
    return " ".join(piece for piece in pieces if piece)


def _references(slugs: list[str], evidence: dict[str, int]) -> str:
    known = [evidence[slug] for slug in slugs if slug in evidence]
    if known:
        return f"Evidence {numbers(known)}."
    return "Its evidence is not published any more." if slugs else "No claim is cited."
