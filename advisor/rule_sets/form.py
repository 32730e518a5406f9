"""The admin's form of a rule set: strict when it is to be published, else lenient."""

from wagtail.admin.forms.models import WagtailAdminModelForm


class RuleSetForm(WagtailAdminModelForm):
    """Skips the model's consistency check while a draft is being saved or previewed."""

    def _post_clean(self) -> None:
        self.instance.saved_as_draft = self.is_deferred_validation
        super()._post_clean()

    class Media:
        js = ["advisor/rule_set_ids.js"]
