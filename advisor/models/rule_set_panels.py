"""How the form of a rule set is laid out: one tab for each kind of work."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from advisor.rule_sets.form import RuleSetForm

SETTINGS = [
    FieldPanel("title"),
    FieldPanel("note"),
    FieldRowPanel(
        [FieldPanel("too_close"), FieldPanel("clear"), FieldPanel("min_margin")],
        heading="Where a verdict begins",
    ),
    # No expiry date: the rule set is never taken away, only replaced.
    PublishingPanel(children=[FieldPanel("go_live_at")]),
]
EDIT_HANDLER = TabbedInterface(
    [
        ObjectList([FieldPanel("questions")], heading="Questions"),
        ObjectList([FieldPanel("candidates")], heading="Scores"),
        ObjectList([FieldPanel("criteria")], heading="Criteria"),
        ObjectList(
            [FieldPanel("scenarios"), FieldPanel("acknowledgements")],
            heading="Scenarios",
        ),
        ObjectList([FieldPanel("facts")], heading="Facts"),
        ObjectList(SETTINGS, heading="Name and thresholds"),
    ],
    base_form_class=RuleSetForm,
)
