"""The parts of a rule set as editors see them, one class per part."""

from advisor.blocks.candidates import CandidateBlock, FactValueBlock, ScoreBlock
from advisor.blocks.criteria import CriterionBlock, FactBlock
from advisor.blocks.questions import (
    OptionBlock,
    PointsBlock,
    QuestionBlock,
    RequirementBlock,
)
from advisor.blocks.scenarios import (
    AcknowledgementBlock,
    ScenarioAnswerBlock,
    ScenarioBlock,
)

__all__ = [
    "AcknowledgementBlock",
    "CandidateBlock",
    "CriterionBlock",
    "FactBlock",
    "FactValueBlock",
    "OptionBlock",
    "PointsBlock",
    "QuestionBlock",
    "RequirementBlock",
    "ScenarioAnswerBlock",
    "ScenarioBlock",
    "ScoreBlock",
]
