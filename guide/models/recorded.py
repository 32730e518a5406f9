"""What says of each publication what was live before: the change log listens."""

from typing import Any

from django.db import models, transaction
from django.dispatch import Signal
from django.forms import ModelForm

# sender: the model; instance, before (or None), why
went_live = Signal()


# Wagtail's untyped classes stand beside it; a typed one would hide them from mypy.
BareModel: Any = models.Model


class Recorded(BareModel):
    """Abstract; stands before Wagtail's own classes and tells `went_live`."""

    change_reason = models.TextField(
        "why this changes",
        blank=True,
        help_text="Shown to readers in the change log when this is published. "
        "Needed when the status or finding of a published claim changes.",
    )

    class Meta:
        abstract = True

    def publish(self, revision: Any, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            before = self.as_readers_see_it()
            done = super().publish(revision, *args, **kwargs)
            stored = self._stored()
            if stored.live and stored.live_revision_id == revision.pk:
                went_live.send(
                    sender=type(stored),
                    instance=stored,
                    before=before,
                    why=stored.change_reason,
                )
            type(self)._default_manager.filter(pk=self.pk).update(change_reason="")
        return done

    def _stored(self) -> Any:
        return type(self)._default_manager.get(pk=self.pk)

    def as_readers_see_it(self) -> Any:
        """The published form, from its revision; None if there is none."""
        stored = self._stored()
        if not stored.live or stored.first_published_at is None:
            return None
        revision = stored.live_revision
        return revision.as_object() if revision else stored


class ReasonForm(ModelForm):
    """Mixin. A reason belongs to one publication: the next edit begins without."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.has_unpublished_changes:
            self.initial["change_reason"] = ""
