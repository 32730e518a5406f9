"""What open questions can still do: settled or not, and which to ask next."""

from collections.abc import Sequence

from advisor.engine.effects import Effects
from advisor.engine.value import Standing


def settled(
    effects: Effects, standing: Standing, open_questions: Sequence[str]
) -> bool:
    """Whether no completion changes who leads or rules a leader out.

    A completion answers any of the open questions, and may leave some open.
    Exact and sound: open questions move every margin independently, so the worst
    case of each margin is the sum of the worst options. Several leaders (a tie)
    must stay level with each other; when none is viable nothing can change.
    """
    open_effects = [effects.questions[name] for name in open_questions]
    leaders = standing.leaders
    for leader in leaders:
        worst = list(standing.rows[leader])
        for effect in open_effects:
            row = effect.least[leader]
            worst = [have + min(0, add) for have, add in zip(worst, row, strict=True)]
        # The leader's own entry turns negative when an open option rules it out.
        if any(entry < (f not in leaders) for f, entry in enumerate(worst)):
            return False
    return True


def next_question(
    effects: Effects, standing: Standing, open_questions: Sequence[str]
) -> str | None:
    """The open question that can push a leader's margin lowest.

    None when settled. Ruling the leader out is lowest of all. Equal ones: the one
    that can also raise the margin most, then the first id.
    """
    if settled(effects, standing, open_questions):
        return None
    candidates = [
        (*pull(effects, standing, question), question) for question in open_questions
    ]
    return min(candidates)[2]


def pull(effects: Effects, standing: Standing, question: str) -> tuple[int, int]:
    """The lowest margin one answer can leave, and minus the most it can add."""
    effect = effects.questions[question]
    pulls = []
    for leader in standing.leaders:
        low = zip(standing.rows[leader], effect.least[leader], strict=True)
        lowest = min(have + add for have, add in low)
        pulls.append((lowest, -max(effect.most[leader])))
    return min(pulls)
