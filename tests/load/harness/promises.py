"""A table of promise, figure and verdict."""

from dataclasses import dataclass, field

KEPT, BROKEN, MISSED = "kept", "**broken**", "missed (a timing: breaks the long form)"


@dataclass
class Promises:
    """What was promised, what was found. `table` shows it; `kept` is the verdict.

    `short`: the run is one of CI, on a machine that others use too. A promise about
    time that is missed there is shown, but breaks nothing.
    """

    title: str
    short: bool = False
    rows: list[tuple[str, str, str]] = field(default_factory=list)

    def check(
        self, promise: str, figure: object, kept: bool, *, timing: bool = False
    ) -> None:
        verdict = KEPT if kept else MISSED if timing and self.short else BROKEN
        self.rows.append((promise, str(figure), verdict))
        print(f"  {verdict.strip('*'):<6}  {promise}: {figure}", flush=True)

    @property
    def kept(self) -> bool:
        verdicts = [verdict for *_, verdict in self.rows]
        return bool(verdicts) and BROKEN not in verdicts

    def table(self) -> str:
        """The rows as Markdown."""
        lines = [f"### {self.title}", "| promise | found | |", "|---|---|---|"]
        lines += [f"| {' | '.join(row)} |" for row in self.rows]
        return "\n".join(lines)
