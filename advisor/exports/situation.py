"""Context, drivers and options: what was asked, what counts, what was compared."""

from advisor.exports.parts import (
    Block,
    Bullets,
    Line,
    Quote,
    Section,
    Table,
    bullets,
    line,
    paragraph,
    words,
)
from advisor.exports.record_words import misses, name, yes_or_no
from advisor.exports.source import Decision
from advisor.exports.weighing import weighed
from advisor.verdicts.wording import counted, share


def context(decision: Decision) -> Section:
    blocks: list[Block] = [paragraph(_problem(decision))]
    if decision.note.strip():
        blocks += [paragraph("In the words of whoever saved it:"), _note(decision)]
    if decision.answers:
        blocks.append(_answers(decision))
    return Section("Context and Problem Statement", "context", tuple(blocks))


def _problem(decision: Decision) -> str:
    catalogue = decision.catalogue
    *front, last = (name(decision, framework) for framework in decision.columns)
    options = f"{', '.join(front)} or {last}" if front else last
    title = catalogue.document.get("title") or "the rule set"
    left = len(decision.evaluation["open_questions"])
    verb = "is" if left == 1 else "are"
    open_too = f" {counted(left, 'question')} {verb} open." if left else ""
    return (
        f"Should the project be built on {options}? The project is "
        f"described by {counted(len(decision.answers), 'answer')} to the questions of "
        f"“{title}”, rule set version {decision.version}.{open_too}"
    )


def _note(decision: Decision) -> Quote:
    paragraphs: list[list[str]] = [[]]
    for text in decision.note.splitlines():
        if text.strip():
            paragraphs[-1].append(text)
        elif paragraphs[-1]:
            paragraphs.append([])
    return Quote(tuple(tuple(lines) for lines in paragraphs if lines))


def _answers(decision: Decision) -> Table:
    catalogue = decision.catalogue
    return Table(
        id="answers",
        caption="The answers given",
        head=words("Question", "Answer"),
        rows=tuple(
            words(
                catalogue.question_text(question),
                catalogue.option_label(question, decision.answers[question]),
            )
            for question in catalogue.in_order(decision.answers)
        ),
    )


def drivers(decision: Decision) -> Section:
    """Stated needs first, then the criteria by weight."""
    total = decision.evaluation["total_points"]
    weights = [
        f"{row.label}: {counted(row.points, 'point')}, "
        f"{share(row.points, total)} of 100 of the weight"
        for row in weighed(decision)
    ]
    needs = _needs(decision)
    items = [*needs, *weights]
    opening = (
        "What the answers give points to, the heaviest first"
        + ("; needs that an option must meet stand before it." if needs else ".")
        if decision.answers
        else "Nothing is answered; these are the points every project starts with."
    )
    listed: tuple[Block, ...] = (bullets(*items),) if items else ()
    return Section("Decision Drivers", "drivers", (paragraph(opening), *listed))


def _needs(decision: Decision) -> list[str]:
    catalogue = decision.catalogue
    found = []
    for question in catalogue.in_order(decision.answers):
        answer = decision.answers[question]
        option = catalogue.option(question, answer) or {}
        found += [
            f"Need: “{catalogue.fact_label(fact)}: {yes_or_no(value)}”, from the "
            f"answer “{catalogue.option_label(question, answer)}” to "
            f"“{catalogue.question_text(question)}”"
            for fact, value in option.get("requires", {}).items()
        ]
    return found


def options(decision: Decision) -> Section:
    return Section(
        "Considered Options",
        "options",
        (Bullets(tuple(_option(decision, key) for key in decision.columns)),),
    )


def _option(decision: Decision, framework: str) -> Line:
    why = misses(decision, framework)
    return line(name(decision, framework), f" (ruled out: {why})" if why else "")
