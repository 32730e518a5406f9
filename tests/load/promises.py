"""A table of promise, figure and verdict."""

from dataclasses import dataclass, field


@dataclass
class Promises:
    """What was promised, what was found. `print` writes it; `kept` is the verdict."""

    title: str
    rows: list[tuple[str, str, bool]] = field(default_factory=list)

    def check(self, promise: str, figure: object, kept: bool) -> None:
        self.rows.append((promise, str(figure), bool(kept)))
        print(f"  {'kept  ' if kept else 'BROKEN'}  {promise}: {figure}", flush=True)

    @property
    def kept(self) -> bool:
        return bool(self.rows) and all(kept for *_, kept in self.rows)

    def table(self) -> str:
        """The rows as Markdown."""
        lines = [f"### {self.title}", "| promise | found | |", "|---|---|---|"]
        for promise, figure, kept in self.rows:
            verdict = "kept" if kept else "**broken**"
            lines.append(f"| {promise} | {figure} | {verdict} |")
        return "\n".join(lines)
