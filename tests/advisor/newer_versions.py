"""Versions that follow the small rule set, and what they do to "Holding a door"."""

from advisor.models import RuleSetVersion
from tests.advisor.small_document import PAPER, ROCK, small_document
from tests.advisor.views.conftest import publish


def publish_paper_weighing(weight: int) -> RuleSetVersion:
    """At 4 Rock still leads clearly, at 8 it barely leads, at 10 Paper leads."""
    document = small_document()
    score = {"low": weight, "best": weight, "high": weight}
    paper = {**PAPER, "scores": {**PAPER["scores"], "weight": score}}
    document["frameworks"] = [ROCK, paper]
    return publish(document)
