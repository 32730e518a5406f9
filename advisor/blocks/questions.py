"""What is asked, and what each answer changes."""

from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    TextBlock,
)

from advisor.blocks.identifiers import identifier_block

KINDS = [
    ("fact", "Fact: the project decides the answer"),
    ("preference", "Preference: the team decides the answer"),
]


class PointsBlock(StructBlock):
    """How many points an answer gives to one criterion."""

    criterion = identifier_block("The id of a criterion.", of="criteria")
    points = IntegerBlock(
        min_value=-100,
        max_value=100,
        help_text="Whole points, may be negative. A usual answer gives 1 to 6.",
    )

    class Meta:
        icon = "plus"
        label = "Points"
        label_format = "{criterion}: {points}"
        template = "advisor/blocks/points_block.html"
        preview_value = {"criterion": "built-in", "points": 4}


class RequirementBlock(StructBlock):
    """A fact that a framework must have, or must not have, after this answer."""

    fact = identifier_block("The id of a fact.", of="facts")
    needed = BooleanBlock(
        required=False,
        default=True,
        help_text="Ticked: frameworks without it are ruled out. "
        "Not ticked: frameworks with it are ruled out.",
    )

    class Meta:
        icon = "warning"
        label = "Requirement"
        label_format = "{fact}"
        template = "advisor/blocks/requirement_block.html"
        preview_value = {"fact": "websockets-in-core", "needed": True}


class OptionBlock(StructBlock):
    """One possible answer, with what it changes and why."""

    id = identifier_block("Short name, part of the address of every saved result.")
    label = CharBlock(max_length=160, help_text="The answer as readers see it.")
    help = TextBlock(rows=2, required=False, help_text="An example, if one helps.")
    reason = TextBlock(
        rows=2, help_text="Why this answer gives the points below, in one sentence."
    )
    points = ListBlock(
        PointsBlock(), min_num=0, default=[], collapsed=True, label="Points"
    )
    requires = ListBlock(
        RequirementBlock(),
        min_num=0,
        default=[],
        collapsed=True,
        label="Requirements",
        help_text="Rules frameworks out completely. Use it for hard limits only.",
    )

    class Meta:
        icon = "radio-full"
        label = "Option"
        label_format = "{id}: {label}"
        template = "advisor/blocks/option_block.html"
        preview_value = {
            "id": "staff",
            "label": "People without technical training",
            "help": "",
            "reason": "They need screens that somebody has to build or include.",
            "points": [{"criterion": "built-in", "points": 5}],
            "requires": [],
        }


class QuestionBlock(StructBlock):
    """One question of the wizard, on a page of its own."""

    id = identifier_block("Short name, part of the address of the question.")
    text = CharBlock(max_length=200, help_text="The question, in plain words.")
    help = TextBlock(rows=2, required=False, help_text="What is meant, if unclear.")
    why = TextBlock(rows=2, help_text="Why we ask: what the answer decides.")
    kind = ChoiceBlock(choices=KINDS, default="fact")
    quick = BooleanBlock(
        required=False,
        label="In the quick version",
        help_text="The quick version asks only the ticked questions.",
    )
    options = ListBlock(
        OptionBlock(), min_num=0, default=[], collapsed=True, label="Options"
    )

    class Meta:
        icon = "help"
        label = "Question"
        label_format = "{id}: {text}"
        template = "advisor/blocks/question_block.html"
        preview_value = {
            "id": "editors",
            "text": "Who edits data in the first three months?",
            "help": "",
            "why": "Editing screens are included in some frameworks only.",
            "kind": "fact",
            "quick": True,
            "options": [],
        }
