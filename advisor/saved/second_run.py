"""The answers of a saved result under another published rule set. Saves nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from advisor.documents.catalogue import catalogue_of
from advisor.engine import Difference, compare_evaluations
from advisor.models import Recommendation, RuleSetVersion
from advisor.saved.difference_words import DifferenceWords, words_for
from advisor.verdicts.evaluation import evaluation_for


@dataclass(frozen=True)
class Comparison:
    """What became of some answers between two versions, exactly and in words."""

    difference: Difference
    words: DifferenceWords


@dataclass(frozen=True)
class SecondRun:
    """`before` is the stored evaluation, `after` that of the answers that still exist
    under `version`."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    version: RuleSetVersion
    comparison: Comparison


def compare_versions(
    before: RuleSetVersion, after: RuleSetVersion, answers: Mapping[str, str]
) -> Comparison:
    """Never raises for answers: those a version does not have are named."""
    difference = compare_evaluations(
        before.rule_set_parsed, after.rule_set_parsed, answers
    )
    words = words_for(
        difference, catalogue_of(before.frozen), catalogue_of(after.frozen)
    )
    return Comparison(difference, words)


def run_again(recommendation: Recommendation, version: RuleSetVersion) -> SecondRun:
    """The saved answers under `version`. Expects the saved version to be loaded."""
    catalogue = catalogue_of(version.frozen)
    kept = {
        question: option
        for question, option in recommendation.answers.items()
        if catalogue.option(question, option)
    }
    return SecondRun(
        before=recommendation.evaluation,
        after=evaluation_for(version, kept),
        version=version,
        comparison=compare_versions(
            recommendation.version, version, recommendation.answers
        ),
    )
