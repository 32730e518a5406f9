"""Looking things up by id in a rule-set document, in the words people read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from advisor.documents.frozen import REMEMBERED_VERSIONS, FrozenDocument, parsed
from advisor.engine import RuleSet, parse_rule_set

Row = Mapping[str, Any]
# The method's own values, used when a document does not set them.
CONSTANTS = {"too_close": 660, "clear": 900, "min_margin": 20}


@dataclass(frozen=True, eq=False)
class Catalogue:
    """A rule-set document (see the public contract) with its rows by id.

    Every label falls back to the id, so a bare engine document works too.
    """

    document: Row
    parsed: RuleSet | None = None  # where somebody has parsed the document already

    @cached_property
    def rule_set(self) -> RuleSet:
        """For the engine. Raises RuleSetError if the document is a broken draft."""
        return self.parsed or parse_rule_set(self.document)

    @property
    def scale_max(self) -> int:
        return int(self.document["scale_max"])

    @cached_property
    def criteria(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.document["criteria"]}

    @cached_property
    def frameworks(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.document["frameworks"]}

    @cached_property
    def questions(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.document["questions"]}

    @cached_property
    def _options(self) -> dict[tuple[str, str], Row]:
        return {
            (question["id"], option["id"]): option
            for question in self.document["questions"]
            for option in question["options"]
        }

    @cached_property
    def _facts(self) -> dict[str, str]:
        return {row["id"]: row["label"] for row in self.document.get("facts", ())}

    @cached_property
    def quick_questions(self) -> tuple[str, ...]:
        return tuple(
            key for key, question in self.questions.items() if question.get("quick")
        )

    @cached_property
    def framework_names(self) -> tuple[str, ...]:
        """Names in alphabetical order, the order before any verdict exists."""
        return tuple(sorted(map(self.framework_name, self.frameworks), key=str.lower))

    def constant(self, name: str) -> int:
        """Thresholds in thousandths: worlds of 1,000, or of the highest total."""
        return int(self.document.get("constants", {}).get(name, CONSTANTS[name]))

    def framework_name(self, framework: str) -> str:
        return self.frameworks.get(framework, {}).get("label") or framework

    def criterion_label(self, criterion: str) -> str:
        return self.criteria.get(criterion, {}).get("label") or criterion

    def fact_label(self, fact: str) -> str:
        return self._facts.get(fact) or fact.replace("_", " ")

    def question_text(self, question: str) -> str:
        return self.questions.get(question, {}).get("text") or question

    def option(self, question: str, option: str) -> Row | None:
        return self._options.get((question, option))

    def option_label(self, question: str, option: str) -> str:
        found = self.option(question, option)
        return (found.get("label") if found else None) or option

    def best(self, framework: str, criterion: str) -> int:
        return int(self.frameworks[framework]["scores"][criterion]["best"])

    def in_order(self, questions: Mapping[str, Any]) -> list[str]:
        """The given question ids in the order in which the document asks them."""
        return [key for key in self.questions if key in questions]


@lru_cache(maxsize=REMEMBERED_VERSIONS)
def catalogue_of(frozen: FrozenDocument) -> Catalogue:
    """The catalogue of a published version, built once per process and digest."""
    return Catalogue(frozen.document, parsed(frozen))
