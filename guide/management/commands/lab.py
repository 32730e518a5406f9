import sys
from dataclasses import replace
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from guide.frameworks_environment import InstallError, ensure_environment
from guide.lab.answers import WrongAnswerError
from guide.lab.plans import FULL, QUICK, Plan
from guide.lab.process import WorkerError
from guide.lab.profiles import Profile, all_profiles
from guide.lab.records import RECORDS_DIR, write_run
from guide.lab.running import run
from guide.lab.serving import ServingError
from guide.lab.summary import lines_of


class Command(BaseCommand):
    help = (
        "Measure equal Flask and Django programs and write a record of the run. Full: "
        "about three minutes on a quiet machine; --quick: about half a minute. The "
        "programs run in an environment of their own, made at the first run."
    )

    subject = ""  # of the progress last shown

    def add_arguments(self, parser):
        slugs = [profile.slug for profile in all_profiles()]
        parser.add_argument("--quick", action="store_true", help="fewer repetitions")
        parser.add_argument("--profile", action="append", choices=slugs, default=[])
        parser.add_argument("--starts", type=int, help="processes started, 3 or more")
        parser.add_argument("--rounds", type=int, help="batches per start, even")
        parser.add_argument("--no-served", action="store_true", help="no load at all")
        parser.add_argument("--records", type=Path, default=RECORDS_DIR)
        parser.add_argument(
            "--python", type=Path, help="another interpreter that has the packages"
        )

    def handle(self, *args, **options):
        plan = self.plan(options)
        try:
            python = options["python"] or ensure_environment(self.report)
            record = run(self.profiles(options), python, plan, self.report)
            path = write_run(record, options["records"])
        except (InstallError, WorkerError, WrongAnswerError, ServingError) as error:
            raise CommandError(f"Nothing was recorded. {error}") from error
        except OSError as error:
            raise CommandError(f"Cannot write or start: {error}") from error
        self.stdout.write("\n".join(lines_of(record)))
        self.stdout.write(self.style.SUCCESS(f"Recorded: {path}"))

    def report(self, line: str) -> None:
        """Progress on one line of a terminal; a line per subject elsewhere."""
        subject = line.partition(":")[0]
        if sys.stderr.isatty():
            self.stderr.write(f"\r{line:<78}", ending="")
        elif subject != self.subject:
            self.stderr.write(line)
        self.subject = subject

    def profiles(self, options) -> tuple[Profile, ...]:
        wanted = options["profile"]
        return tuple(p for p in all_profiles() if not wanted or p.slug in wanted)

    def plan(self, options) -> Plan:
        plan = QUICK if options["quick"] else FULL
        starts = options["starts"] or plan.starts
        rounds = options["rounds"] or plan.rounds
        if starts < 3 or rounds < 2 or rounds % 2:
            raise CommandError("At least 3 starts, and an even number of rounds.")
        if (starts, rounds) != (plan.starts, plan.rounds) or options["profile"]:
            plan = replace(plan, name="custom", starts=starts, rounds=rounds)
        return replace(plan, served_starts=0) if options["no_served"] else plan
