"""The number of the public site's present edition."""

from django.db import models
from django.db.models import Q


class Edition(models.Model):
    """One row. Its number grows whenever something that anybody may see changes."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="guide_one_edition")
        ]

    def __str__(self) -> str:
        return f"Edition {self.number}"
