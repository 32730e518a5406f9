"""How often a page was read on one day. Nothing about who, when, or from where."""

from django.db import models
from wagtail.models import Page


class PageReads(models.Model):
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="reads")
    day = models.DateField(db_index=True)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "day"], name="one_count_per_page_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id}, {self.day}: {self.count}"
