"""The frameworks that compete: their facts and their scores."""

from django.apps import apps
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    DateBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    TextBlock,
)
from wagtail.snippets.blocks import SnippetChooserBlock

from advisor.blocks.identifiers import identifier_block

GRADES = [
    ("A", "A: documented fact or reproducible measurement"),
    ("B", "B: several independent sources"),
    ("C", "C: one source or expert opinion"),
    ("D", "D: contested"),
]


def framework_choices() -> list[tuple[str, str]]:
    """The frameworks the guide knows, as (slug, name), by name."""
    frameworks = apps.get_model("guide", "Framework").objects.order_by("name")
    return list(frameworks.values_list("slug", "name"))


def score(help_text: str) -> IntegerBlock:
    return IntegerBlock(min_value=0, max_value=10, help_text=help_text)


class FactValueBlock(StructBlock):
    """Whether a framework has one fact."""

    fact = identifier_block("The id of a fact.", of="facts")
    holds = BooleanBlock(required=False, label="Has it")

    class Meta:
        icon = "tick-inverse"
        label = "Fact"
        label_format = "{fact}"
        template = "advisor/blocks/fact_value_block.html"
        preview_value = {"fact": "websockets-in-core", "holds": True}


class ScoreBlock(StructBlock):
    """The score of a framework on one criterion, with the evidence for it."""

    criterion = identifier_block("The id of a criterion.", of="criteria")
    low = score("1 chance in 10 that it is lower than this.")
    best = score("The most likely score, 0 to 10.")
    high = score("1 chance in 10 that it is higher than this.")
    grade = ChoiceBlock(choices=GRADES, label="Evidence")
    rationale = TextBlock(rows=3, help_text="Why this score, in one or two sentences.")
    claims = ListBlock(
        SnippetChooserBlock("guide.Claim"),
        min_num=0,
        default=[],
        help_text="The claims of the ledger that this score rests on.",
    )
    checked_on = DateBlock(help_text="When somebody last checked this.")

    class Meta:
        icon = "order"
        label = "Score"
        label_format = "{criterion}: {low}-{best}-{high} ({grade})"
        template = "advisor/blocks/score_block.html"
        preview_value = {
            "criterion": "built-in",
            "low": 7,
            "best": 8,
            "high": 9,
            "grade": "A",
            "rationale": "What a score of 8 rests on is said here.",
            "claims": [],
            "checked_on": None,
        }


class CandidateBlock(StructBlock):
    """One framework that can be recommended."""

    framework = ChoiceBlock(choices=framework_choices, label="Framework")
    label = CharBlock(max_length=60, help_text="The name readers see.")
    facts = ListBlock(
        FactValueBlock(), min_num=0, default=[], collapsed=True, label="Facts"
    )
    scores = ListBlock(
        ScoreBlock(),
        min_num=0,
        default=[],
        collapsed=True,
        label="Scores",
        help_text="One score for every criterion.",
    )

    class Meta:
        icon = "snippet"
        label = "Framework"
        label_format = "{label}"
        template = "advisor/blocks/candidate_block.html"
        preview_value = {
            "framework": "django",
            "label": "Django",
            "facts": [{"fact": "websockets-in-core", "holds": False}],
            "scores": [],
        }
