"""Situations whose verdict is known: publishing must not change it unnoticed."""

from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    ListBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)

from advisor.blocks.identifiers import identifier_block
from advisor.rule_sets.scenario_changes import REMOVED

VERDICTS = [
    ("clear", "Clear: one framework fits better"),
    ("leans", "Leans to one framework"),
    ("too_close", "Too close to call"),
    ("tie", "Tie"),
    ("only_one", "Only one qualifies"),
    ("none", "None qualifies"),
    ("not_enough", "Not enough to say"),
]


class ScenarioAnswerBlock(StructBlock):
    """The answer to one question in this situation."""

    question = identifier_block("The id of a question.", of="questions")
    option = identifier_block("The id of one of its options.", of="options")

    class Meta:
        icon = "radio-full"
        label = "Answer"
        label_format = "{question}: {option}"
        template = "advisor/blocks/scenario_answer_block.html"
        preview_value = {"question": "editors", "option": "staff"}


class ScenarioBlock(StructBlock):
    """A described situation, its answers, and the verdict they must give."""

    id = identifier_block("Short name of the situation.")
    title = CharBlock(max_length=120, help_text="The situation in a few words.")
    situation = TextBlock(rows=3, help_text="What is built, by whom, for whom.")
    source_title = CharBlock(
        max_length=200, required=False, help_text="Where it is documented, if it is."
    )
    source_url = URLBlock(required=False, help_text="The address of that source.")
    answers = ListBlock(
        ScenarioAnswerBlock(), min_num=0, default=[], collapsed=True, label="Answers"
    )
    expect_kind = ChoiceBlock(choices=VERDICTS, label="Expected verdict")
    expect_framework = identifier_block(
        "The id of the framework, where the verdict names one.",
        of="frameworks",
        required=False,
    )

    class Meta:
        icon = "clipboard-list"
        label = "Scenario"
        label_format = "{id}: {title}"
        template = "advisor/blocks/scenario_block.html"
        preview_value = {
            "id": "back-office",
            "title": "A back office that replaces a spreadsheet",
            "situation": "Staff enter and correct records; two developers, one year.",
            "source_title": "",
            "source_url": "",
            "answers": [{"question": "editors", "option": "staff"}],
            "expect_kind": "clear",
            "expect_framework": "django",
        }


class AcknowledgementBlock(StructBlock):
    """A changed verdict of a reference scenario that an editor accepts."""

    scenario = identifier_block("The id of the scenario.", of="scenarios")
    kind = ChoiceBlock(
        choices=[*VERDICTS, (REMOVED, "No verdict: the scenario is taken out")],
        label="Accepted verdict",
        help_text="Another verdict than this one needs another acknowledgement.",
    )
    framework = identifier_block(
        "The id of the framework, where the verdict names one.",
        of="frameworks",
        required=False,
    )

    class Meta:
        icon = "check"
        label = "Acknowledgement"
        label_format = "{scenario} may become: {kind} {framework}"
        template = "advisor/blocks/acknowledgement_block.html"
        preview_value = {
            "scenario": "back-office",
            "kind": "leans",
            "framework": "django",
        }
