"""More information: weighted scores, sensitivity, evidence, triggers, provenance."""

from advisor.exports.flips import flips, flips_in_words, relaxations
from advisor.exports.machine import machine_readable_text
from advisor.exports.parts import (
    Block,
    Bullets,
    Cell,
    Code,
    Section,
    Span,
    Table,
    bullets,
    figure,
    line,
    paragraph,
    words,
)
from advisor.exports.record_words import day, name
from advisor.exports.source import Decision
from advisor.exports.triggers import triggers
from advisor.exports.weighing import Weighed, weighed, without_points
from advisor.verdicts.wording import counted, frequency, joined


def weighted_scores(decision: Decision) -> Section:
    rows = weighed(decision)
    opening = (
        "Score times points, for each criterion with points; the range that the "
        "evidence allows stands in brackets where a score is debatable."
    )
    blocks: list[Block] = [paragraph(opening), _scores(decision, rows)]
    idle = [f"“{label}”" for label in without_points(decision)]
    if idle:
        blocks.append(paragraph(f"Without points here: {joined(idle)}."))
    return Section("Weighted Scores", "weighted-scores", tuple(blocks))


def _scores(decision: Decision, rows: tuple[Weighed, ...]) -> Table:
    totals = decision.evaluation["totals"]
    return Table(
        id="scores",
        caption="Score times points, by criterion",
        head=(
            *words("Criterion"),
            *map(
                figure, ("Points", *(name(decision, key) for key in decision.columns))
            ),
        ),
        rows=(
            *(_score_row(decision, row) for row in rows),
            (
                *words("Total"),
                figure(f"{decision.evaluation['total_points']:,}"),
                *(figure(f"{totals[key]:,}") for key in decision.columns),
            ),
        ),
    )


def _score_row(decision: Decision, row: Weighed) -> tuple[Cell, ...]:
    cells = []
    for key in decision.columns:
        low, high = row.scores[key]["low"], row.scores[key]["high"]
        spread = f" [{low}–{high}]" if low < high else ""
        product = f"{row.best(key)} × {row.points} = {row.product(key):,}"
        cells.append(figure(product + spread))
    return (*words(row.label), figure(str(row.points)), *cells)


def sensitivity(decision: Decision) -> Section:
    shown = tuple(
        line(flip.text, " ", Span("This variant", flip.url)) for flip in flips(decision)
    )
    blocks: list[Block] = [
        paragraph(_confidence(decision)),
        paragraph(f"{_ranges(decision)} {_open(decision)}".strip()),
    ]
    if decision.kind == "none":
        relaxed = [f"{text}." for text in relaxations(decision)]
        blocks += [
            paragraph("The least that brings an option back:"),
            bullets(*relaxed),
        ]
    else:
        blocks.append(paragraph(flips_in_words(decision)))
        blocks += [Bullets(shown)] if shown else []
    return Section("Sensitivity", "sensitivity", tuple(blocks))


def _confidence(decision: Decision) -> str:
    confidence = decision.evaluation["verdict"]["confidence"]
    if decision.kind == "tie":
        return "The totals are equal, so no option can be said to stay ahead."
    if confidence is None:
        return "No frequency is given, because this verdict compares no strengths."
    leader = name(decision, decision.evaluation["ranking"][0])
    return (
        f"{leader} has more points and stays ahead in {frequency(confidence)}. That is "
        "how well the verdict bears doubt about its inputs, not how likely success is."
    )


def _ranges(decision: Decision) -> str:
    rows = [row for item in weighed(decision) for row in item.scores.values()]
    ranged = sum(row["low"] < row["high"] for row in rows)
    return f"Of the {counted(len(rows), 'score')} used, {ranged} are debatable."


def _open(decision: Decision) -> str:
    left = len(decision.evaluation["open_questions"])
    if not left:
        return "No question is open."
    if decision.evaluation["settled"] or not decision.evaluation["ranking"]:
        return f"No answer to {counted(left, 'open question')} can change who is ahead."
    return (
        f"Answers to {counted(left, 'open question')} could still change who is ahead."
    )


def revisit(decision: Decision) -> Section:
    return Section(
        "Revisit Triggers",
        "revisit",
        (
            paragraph("Look at this decision again when one of these comes true:"),
            bullets(*(trigger.text for trigger in triggers(decision))),
        ),
    )


def provenance(decision: Decision) -> Section:
    places = decision.addresses
    return Section(
        "Provenance",
        "provenance",
        (
            Bullets(
                (
                    line(
                        "Rule set ",
                        Span(f"version {decision.version}", places.rule_set),
                        f", published {day(decision.published_on)}, digest "
                        f"{decision.digest}",
                    ),
                    line(
                        f"Engine version {decision.evaluation['engine_version']}. ",
                        Span("How the advisor decides", places.method),
                    ),
                    line(
                        f"Saved {day(decision.saved_on)}, last changed "
                        f"{day(decision.changed_on)}, evidence and support dates as of "
                        f"{day(decision.today)}"
                    ),
                    line("The advisor's site itself runs on Django."),
                )
            ),
        ),
    )


def machine_readable(decision: Decision) -> Section:
    return Section(
        "Machine-Readable Record",
        "machine-readable",
        (
            paragraph(
                Span("Open the wizard with the same answers", decision.wizard_url),
                ", or read this:",
            ),
            Code("json", machine_readable_text(decision)),
        ),
    )
