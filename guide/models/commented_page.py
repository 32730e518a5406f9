"""Pages with readers' comments at their end, unless an editor closed them."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from guide.feedback.threads import comments_at_the_end
from guide.models.guide_page import GuidePage


class CommentedPage(GuidePage):
    """Abstract."""

    comments_open = models.BooleanField(
        "readers may comment",
        default=True,
        help_text="Closing keeps the comments that are there. "
        "Each one is read by a moderator before it is published.",
    )

    settings_panels = [*GuidePage.settings_panels, FieldPanel("comments_open")]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["comments"] = comments_at_the_end(self)
        return context
