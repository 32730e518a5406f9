"""What is weighed (criteria) and what can be required (facts)."""

from wagtail.blocks import CharBlock, IntegerBlock, StructBlock, TextBlock

from advisor.blocks.identifiers import identifier_block


class AnchorsBlock(StructBlock):
    """What three scores on the scale mean in words."""

    low = TextBlock(rows=2, help_text="What a score of 0 looks like.")
    middle = TextBlock(rows=2, help_text="What a score of 5 looks like.")
    high = TextBlock(rows=2, help_text="What a score of 10 looks like.")

    class Meta:
        icon = "decimal"
        label = "Anchors"
        template = "advisor/blocks/anchors_block.html"
        preview_value = {
            "low": "Nothing is included.",
            "middle": "A common add-on does it.",
            "high": "It is included and documented.",
        }


class CriterionBlock(StructBlock):
    """One thing that may matter to a project, scored from 0 to 10 per framework."""

    id = identifier_block(
        "Short name used by scores and points. Changing it means changing it there."
    )
    label = CharBlock(max_length=80, help_text="The name readers see.")
    family = CharBlock(
        max_length=80, help_text="Criteria of one family stand together on the page."
    )
    help = TextBlock(rows=2, help_text="One sentence: what this criterion measures.")
    base_points = IntegerBlock(
        min_value=0,
        max_value=100,
        help_text="Points it has before any question is answered.",
    )
    anchors = AnchorsBlock(help_text="Say what the scores mean, in words.")

    class Meta:
        icon = "list-ul"
        label = "Criterion"
        label_format = "{id}: {label}"
        template = "advisor/blocks/criterion_block.html"
        preview_value = {
            "id": "built-in",
            "label": "Ready-made parts",
            "family": "Building",
            "help": "How much of a usual web application is included.",
            "base_points": 3,
            "anchors": {"low": "None.", "middle": "By add-ons.", "high": "Included."},
        }


class FactBlock(StructBlock):
    """Something a framework has or has not, which an answer may require."""

    id = identifier_block("Short name used by candidates and requirements.")
    label = CharBlock(
        max_length=160, help_text="In words, as in: WebSockets without an add-on."
    )

    class Meta:
        icon = "tick-inverse"
        label = "Fact"
        label_format = "{id}: {label}"
        template = "advisor/blocks/fact_block.html"
        preview_value = {"id": "websockets-in-core", "label": "WebSockets in the core"}
