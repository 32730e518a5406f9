"""Whether a framework can come first at all: an exact search over answer sets."""

from advisor.engine.effects import Effects, viable_rows

Row = tuple[int, ...]

# Far more than real rule sets need: the first descent nearly always succeeds.
MAX_STEPS = 20_000


def can_lead(effects: Effects, framework: int) -> bool | None:
    """Whether some answers make `framework` viable and strictly first.

    At least one question is answered. None means undecided after MAX_STEPS.
    """
    start = viable_rows(effects.base_totals, [0] * len(effects.framework_ids))
    choices = _choices(effects, framework)
    rest = _most_from(choices)
    stack: list[tuple[int, bool, Row]] = [(0, False, start[framework])]
    for _ in range(MAX_STEPS):
        if not stack:
            return False
        at, answered, row = stack.pop()
        if answered and min(row) > 0:
            return True
        if at == len(choices) or min(_sum(row, rest[at])) <= 0:
            continue
        after = [(answered, row)] + [(True, _sum(row, add)) for add in choices[at]]
        # The most promising is pushed last and so looked at first.
        after.sort(key=lambda state: min(_sum(state[1], rest[at + 1])))
        stack.extend((at + 1, *state) for state in after)
    return None


def _choices(effects: Effects, framework: int) -> list[list[Row]]:
    """What each option of each question adds to the row of `framework`."""
    return [
        [option.rows[framework] for option in effect.options.values()]
        for effect in effects.questions.values()
    ]


def _most_from(choices: list[list[Row]]) -> list[Row]:
    """The most that the questions from each place on can add to each entry."""
    width = len(choices[0][0]) if choices else 0
    rest: list[Row] = [(0,) * width]
    for rows in reversed(choices):
        most = tuple(max(0, *entries) for entries in zip(*rows, strict=True))
        rest.append(_sum(rest[-1], most))
    return rest[::-1]


def _sum(left: Row, right: Row) -> Row:
    return tuple(a + b for a, b in zip(left, right, strict=True))
