"""What a record says, whatever form it is rendered in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from advisor.exports.machine import machine_readable
from advisor.exports.parts import Code, Record, Section
from advisor.exports.record import compose
from tests.advisor.exports.decisions import HEAVY, TODAY, decision
from tests.advisor.small_document import ANSWERS_BY_KIND

# Order and wording of the MADR 4 template; under "More Information" it is free.
MADR = [
    "Context and Problem Statement",
    "Decision Drivers",
    "Considered Options",
    "Decision Outcome",
    "  Consequences",
    "  Confirmation",
    "Pros and Cons of the Options",
    "  Paper",
    "  Rock",
    "More Information",
    "  Weighted Scores",
    "  Sensitivity",
    "  Evidence",
    "  Revisit Triggers",
    "  Provenance",
    "  Machine-Readable Record",
]


def sections(record: Record) -> Iterator[tuple[str, Section]]:
    for section in record.sections:
        yield section.title, section
        for part in section.parts:
            yield f"  {part.title}", part


def words_of(section: Section) -> str:
    """All text of a section and its parts, a line for each line."""
    found = []
    for block in section.blocks:
        match block.kind:
            case "paragraph":
                lines = [block.line]
            case "bullets":
                lines = block.items
            case "table":
                lines = [cell.line for row in block.rows for cell in row]
            case "quote":
                found += [text for lines in block.paragraphs for text in lines]
                continue
            case "code":
                found.append(block.text)
                continue
        found += ["".join(span.text for span in line) for line in lines]
    return "\n".join([*found, *map(words_of, section.parts)])


def part(made, title: str) -> str:
    return words_of(dict(sections(compose(made)))[title])


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_every_record_has_the_sections_of_madr_in_order(kind):
    titles = [title for title, _ in sections(compose(decision(kind)))]

    assert titles == MADR


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_the_outcome_repeats_the_stored_verdict(kind):
    made = decision(kind)

    assert made.kind == kind
    assert made.evaluation["verdict"]["sentence"] in part(made, "Decision Outcome")


@pytest.mark.parametrize("kind", ["clear", "leans", "only_one"])
def test_an_option_is_chosen_only_where_the_verdict_names_one(kind):
    made = decision(kind)
    chosen = made.catalogue.framework_name(made.chosen)

    assert f'Chosen option: "{chosen}"' in part(made, "Decision Outcome")


@pytest.mark.parametrize("kind", ["too_close", "tie", "none", "not_enough"])
def test_otherwise_the_record_says_that_none_is_chosen(kind):
    outcome = part(decision(kind), "Decision Outcome")

    assert "No option is chosen." in outcome
    assert "Chosen option" not in outcome
    assert "There is no choice to confirm." in outcome


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("clear", "Rock has more points and stays ahead in about 95 of 100"),
        ("leans", "stays ahead in about"),
        ("too_close", "stays ahead in about"),
        ("tie", "no option can be said to stay ahead"),
        ("only_one", "No frequency is given"),
        ("none", "No frequency is given"),
        ("not_enough", "No frequency is given"),
    ],
)
def test_confidence_stands_in_words_and_only_where_there_is_one(kind, says):
    assert says in part(decision(kind), "  Sensitivity")


@pytest.mark.parametrize("kind", ["only_one", "none", "not_enough"])
def test_totals_that_decide_nothing_are_called_so(kind):
    outcome = part(decision(kind), "Decision Outcome")

    assert "this verdict does not rest on them" in outcome


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("clear", "Good, because of “Weight” (8 points): Rock scores 9, Paper 3."),
        ("clear", "Bad, because of “Reach” (2 points): Rock scores 3, Paper 9."),
        ("leans", "Bad, because the lead is not clear"),
        ("too_close", "these answers do not decide between Paper and Rock"),
        ("tie", "these answers do not decide between Paper and Rock"),
        ("only_one", "strengths were not weighed"),
        ("only_one", "Bad, because Rock is given up: the answer “On water”"),
        ("none", "Paper qualifies again if “Is there a rule for it?” is left open."),
        ("not_enough", "nothing was answered, so nothing follows"),
    ],
)
def test_consequences_fit_the_verdict(kind, says):
    assert says in part(decision(kind), "  Consequences")


def test_context_has_the_note_and_every_answer():
    context = part(
        decision(note="Ask Ada.\n\nOr Bob."), "Context and Problem Statement"
    )

    assert "Ask Ada.\nOr Bob." in context
    assert "What is it for?\nHolding a door" in context
    assert "1 answer to the questions of “Rock or paper”" in context
    assert "3 questions are open." in context


def test_drivers_are_needs_and_then_weights():
    drivers = part(decision("only_one"), "Decision Drivers").splitlines()

    assert drivers[1].startswith("Need: “Floats on water: yes”, from the answer")
    assert drivers[2] == "Reach: 3 points, 43 of 100 of the weight"


def test_an_option_that_is_ruled_out_says_why():
    options = part(decision("only_one"), "Considered Options").splitlines()

    assert options[0] == "Paper"
    assert options[1].startswith("Rock (ruled out: the answer “On water” to ")


def test_pros_and_cons_weigh_both_options_on_the_same_criteria():
    made = decision()

    assert "Good, because of “Weight” (8 points): 9 of 10, Paper 3." in part(
        made, "  Rock"
    )
    assert "Bad, because of “Weight” (8 points): 3 of 10, Rock 9." in part(
        made, "  Paper"
    )
    assert "Neutral, because of “Price” (2 points): 5 of 10, Rock 5." in part(
        made, "  Paper"
    )


def test_weighted_scores_add_up_to_the_totals():
    made = decision()
    scores = part(made, "  Weighted Scores").splitlines()

    assert scores[-4:] == ["Total", "12", "52", "88"]
    assert made.evaluation["totals"] == {"paper": 52, "rock": 88}


def test_evidence_has_its_dates_grade_and_links():
    evidence = dict(sections(compose(decision())))["  Evidence"]
    links = {
        span.url
        for block in evidence.blocks
        if block.kind == "table"
        for row in block.rows
        for cell in row
        for span in cell.line
        if span.url
    }

    assert "Rocks are heavy.\nChecked\nA\n2026-10-01\n2027-04-01" in words_of(evidence)
    assert "read 2026-09-30" in words_of(evidence)
    assert links == {HEAVY.url, HEAVY.sources[0].url}


def test_a_cited_claim_that_is_gone_is_named():
    made = decision(evidence={})

    assert "no longer published: heavy." in part(made, "  Evidence")
    assert "not published any more" in part(made, "  Rock")


def test_flips_are_listed_with_their_way_there():
    sensitivity = dict(sections(compose(decision())))["  Sensitivity"]

    assert "Paper would be ahead if “What is it for?”" in words_of(sensitivity)
    assert any(
        span.url == "https://guide.example/advisor/result/?ruleset=1&use=write"
        for line in sensitivity.blocks[-1].items
        for span in line
    )


@pytest.mark.parametrize(
    "says",
    [
        "An answer changes: Paper would be ahead if",
        "On 2027-04-01, evidence 1 is to be checked again.",
        "On 2027-03-31, support for Rock 2 ends.",
        "Paper ends support for the release in use",
        "A rule set later than version 1 is published.",
    ],
)
def test_triggers_name_what_would_make_it_worth_a_second_look(says):
    assert says in part(decision(), "  Revisit Triggers")


def test_support_that_has_ended_already_is_no_trigger():
    assert "Rock 1" not in part(decision(), "  Revisit Triggers")


def test_evidence_past_its_date_is_due_now():
    stale = replace(HEAVY, stale=True, review_by=date(2026, 11, 1))
    made = decision(evidence={"heavy": stale})

    assert "Now: the review date of evidence 1 has passed." in part(
        made, "  Revisit Triggers"
    )


def test_the_owners_own_date_comes_first():
    triggers = part(decision(revisit_on=TODAY), "  Revisit Triggers").splitlines()

    assert triggers[1] == "On 2026-11-22, the day its owner set for a review."


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_the_machine_readable_block_reproduces_the_decision(kind):
    made = decision(kind)
    data = machine_readable(made)
    block = compose(made).sections[-1].parts[-1].blocks[-1]

    assert isinstance(block, Code)
    assert data["answers"] == ANSWERS_BY_KIND[kind]
    assert data["ruleset"] == made.evaluation["ruleset"]
    assert data["engine_version"] == made.evaluation["engine_version"]
    assert data["wizard_url"].startswith("https://guide.example/advisor/?ruleset=1")


def test_same_decision_same_record():
    assert compose(decision()) == compose(decision())
