"""Forms about a whole rule set: its name, a file to import, another candidate."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from advisor.conflicts import VersionedForm
from advisor.engine.fields import is_id
from advisor.engine.limits import MAX_FRAMEWORKS
from advisor.models.own_rule_set import NAME_LENGTH
from advisor.once.forms import OnceForm
from advisor.own_rule_sets.forms import FACT, PartForm, facts_in
from advisor.own_rule_sets.number_fields import fact_fields
from advisor.own_rule_sets.reading import MOST_BYTES


class NameForm(forms.Form):
    name = forms.CharField(
        max_length=NAME_LENGTH,
        label="Name of your rule set",
        help_text="What you will look for later, for example “Our team’s weights”.",
        error_messages={"required": "Type a name, so that you can find it again."},
    )


class CopyForm(OnceForm, NameForm):
    """A copy of the rule set in force."""


class RenameForm(VersionedForm, NameForm):
    """Its version is the name it was opened with."""


class ImportForm(OnceForm, NameForm):
    """A document as a file or pasted. A file that fails is shown as text again."""

    upload = forms.FileField(
        required=False,
        allow_empty_file=True,
        label="File",
        help_text="A rule-set document in JSON, as “Export” makes it.",
    )
    pasted = forms.CharField(
        required=False,
        strip=False,
        label="Or paste it here",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        upload, pasted = (
            self.cleaned_data.get("upload"),
            self.cleaned_data.get("pasted"),
        )
        if upload and upload.size > MOST_BYTES:
            raise ValidationError(f"The file is larger than {MOST_BYTES // 1024} KiB.")
        if upload and pasted:
            raise ValidationError("Choose a file or paste a document, not both.")
        if not upload and not pasted:
            raise ValidationError("Choose a file, or paste a document.")
        sent = upload.read() if upload else str(pasted).encode("utf-8", "replace")
        return {**self.cleaned_data, "sent": sent}

    def keep_what_was_sent(self) -> None:
        """Show the file's text in the field, so that it can be mended there."""
        if "sent" not in self.cleaned_data:
            return
        sent = self.cleaned_data["sent"]
        shown = {name: self.data.get(name) for name in self.data}
        self.data = {**shown, "pasted": sent.decode("utf-8", "replace")}


class CandidateForm(OnceForm, PartForm):
    """Another framework: its name, its facts, and what its scores begin with."""

    label = forms.CharField(max_length=80, label="Name")
    id = forms.CharField(
        required=False,
        max_length=80,
        label="Short name for files and addresses",
        help_text="Letters, digits and hyphens. Made from the name if left empty.",
    )
    like = forms.ChoiceField(
        required=False,
        label="Scores to begin with",
        help_text="You can change every score on the next page.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = self.document["scale_max"]
        like = self.fields["like"]
        assert isinstance(like, forms.ChoiceField)  # noqa: S101 - for the types
        like.choices = [
            ("", f"Nothing known yet: anything from 0 to {most}"),
            *(
                (row["id"], f"As {row.get('label') or row['id']}")
                for row in self.document["frameworks"]
            ),
        ]
        self.fields |= fact_fields(self.document, {}, FACT)

    def facts(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(FACT)]

    def clean(self) -> dict[str, Any]:
        label = self.cleaned_data.get("label", "")
        name = self.cleaned_data.get("id") or slugify(label)
        taken = {row["id"] for row in self.document["frameworks"]}
        if label and not is_id(name):
            self.add_error("id", "Type a short name of letters, digits and hyphens.")
        if name in taken:
            self.add_error("id", f"There is a candidate “{name}” already.")
        if len(taken) >= MAX_FRAMEWORKS:
            raise ValidationError(
                f"A rule set has at most {MAX_FRAMEWORKS} candidates."
            )
        return {**self.cleaned_data, "id": name}

    def stated_facts(self) -> dict[str, Any]:
        return facts_in(self.cleaned_data)
