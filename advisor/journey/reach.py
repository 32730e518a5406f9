"""How far the open questions still reach, and what an option rules out."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from advisor.documents.catalogue import Catalogue, Row
from advisor.engine import Openness, openness

REMEMBERED = 2048


def reach_of(catalogue: Catalogue, answers: Mapping[str, str]) -> Openness:
    """The open questions by what they can still do to who is ahead."""
    return _remembered(catalogue, tuple(sorted(answers.items())))


@lru_cache(maxsize=REMEMBERED)
def _remembered(catalogue: Catalogue, pairs: tuple[tuple[str, str], ...]) -> Openness:
    return openness(catalogue.rule_set, dict(pairs))


def ruled_out_by(catalogue: Catalogue, option: Row) -> Iterable[str]:
    """The frameworks this option would rule out, in the document's order."""
    return [key for key in catalogue.frameworks if not _meets(catalogue, key, option)]


def _meets(catalogue: Catalogue, framework: str, option: Row) -> bool:
    """Whether the framework has every fact that this option requires."""
    facts = catalogue.frameworks[framework].get("facts", {})
    return all(
        facts.get(fact) == needed for fact, needed in option.get("requires", {}).items()
    )
