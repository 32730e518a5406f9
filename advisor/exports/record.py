"""A decision as a record with the sections of MADR 4 (adr.github.io/madr), in order."""

from advisor.exports.evidence import evidence
from advisor.exports.more_information import (
    machine_readable,
    provenance,
    revisit,
    sensitivity,
    weighted_scores,
)
from advisor.exports.outcome import outcome
from advisor.exports.parts import Record, Section
from advisor.exports.pros_and_cons import pros_and_cons
from advisor.exports.situation import context, drivers, options
from advisor.exports.source import Decision

# A saved result is an advisor's proposal; only the team can accept it.
STATUS = "proposed"


def compose(decision: Decision) -> Record:
    more = Section(
        "More Information",
        "more-information",
        parts=(
            weighted_scores(decision),
            sensitivity(decision),
            evidence(decision),
            revisit(decision),
            provenance(decision),
            machine_readable(decision),
        ),
    )
    return Record(
        title=decision.title,
        status=STATUS,
        changed_on=decision.changed_on,
        sections=(
            context(decision),
            drivers(decision),
            options(decision),
            outcome(decision),
            pros_and_cons(decision),
            more,
        ),
    )
