"""`manage.py verify_claims`: run probes, keep records, dispute what failed."""

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from guide.disputes.claims import claims_are_there, dispute_claims
from guide.frameworks_environment import InstallError, ensure_environment
from guide.probes.catalogue import all_probes
from guide.probes.declaration import Probe
from guide.probes.records import RECORDS, ProbeRecord, write_record
from guide.probes.runner import run_probe

NO_DATABASE = (
    "No claim was updated: the database is not there or not up to date. "
    "`python3 manage.py start` makes it."
)


class Command(BaseCommand):
    help = (
        "Run the probes on really installed frameworks, in an environment of their "
        "own, and keep the records. A probe that observes something else turns its "
        "published claims disputed, and the command ends with status 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--only", action="append", metavar="SLUG", help="one probe; may be repeated"
        )
        parser.add_argument("--json", action="store_true", help="print the records")
        parser.add_argument(
            "--records", type=Path, default=RECORDS, metavar="DIR",
            help="where the records go (default: guide/probes/records)",
        )  # fmt: skip
        parser.add_argument(
            "--python", type=Path, metavar="PATH",
            help="use this interpreter and what is installed for it",
        )  # fmt: skip

    def handle(self, *args: object, **options) -> None:
        self.progress_to = self.stderr if options["json"] else self.stdout
        probes = chosen(options["only"])
        python = options["python"] or self.environment()
        records = self.run(probes, python.absolute(), options["records"])
        disputed = self.dispute(records)
        if options["json"]:
            found = [record.as_data() for record in records]
            answer = {"records": found, "disputed": disputed}
            self.stdout.write(json.dumps(answer, indent=2, ensure_ascii=False))
        self.say(summary(records))
        trouble = [record.probe for record in records if record.is_trouble]
        if trouble:
            raise CommandError(f"Not confirmed: {', '.join(trouble)}.")

    def environment(self) -> Path:
        try:
            return ensure_environment(self.say)
        except InstallError as error:
            raise CommandError(str(error)) from error

    def run(self, probes: list[Probe], python: Path, to: Path) -> list[ProbeRecord]:
        records = []
        for number, probe in enumerate(probes, start=1):
            record = run_probe(probe, python)
            self.say(f"[{number:2}/{len(probes)}] {probe.slug}: {result(record)}")
            try:
                write_record(record, to)
            except OSError as error:
                raise CommandError(f"Cannot write {to}: {error.strerror}.") from error
            records.append(record)
        return records

    def dispute(self, records: list[ProbeRecord]) -> list[str]:
        if not claims_are_there():
            self.say(NO_DATABASE)
            return []
        return dispute_claims(records, self.say)

    def say(self, line: str) -> None:
        """Progress: never among the JSON."""
        self.progress_to.write(line)
        self.progress_to.flush()


def chosen(slugs: list[str] | None) -> list[Probe]:
    known = all_probes()
    unknown = sorted(set(slugs or []) - known.keys())
    if unknown:
        raise CommandError(
            f"There is no probe {', '.join(unknown)}. There are: {', '.join(known)}."
        )
    return [known[slug] for slug in known if not slugs or slug in slugs]


def result(record: ProbeRecord) -> str:
    """Outcome and duration, then what is odd about it."""
    line = f"{record.outcome_label} (took {record.duration})"
    if record.outcome == "failed":
        seen = f"expected {json.dumps(record.expected, ensure_ascii=False)}"
        return f"{line}\n    {seen}\n    observed {json.dumps(record.observed)}"
    return f"{line}: {record.reason}" if record.reason else line


def summary(records: list[ProbeRecord]) -> str:
    counts = Counter(record.outcome_label for record in records)
    return f"Probes: {', '.join(f'{n} {word}' for word, n in counts.items())}."
