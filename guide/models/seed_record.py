"""What seeding made, so that it can tell an editor's work from its own."""

from django.db import models


class SeedRecord(models.Model):
    """One shipped record: which object it became, from which words, and its revision.

    An object whose newest revision is still `revision_id` was not edited since;
    an `object_id` that no longer exists was deleted by an editor.
    """

    key = models.CharField(max_length=200, unique=True)
    digest = models.CharField(max_length=64)
    object_id = models.PositiveBigIntegerField()
    revision_id = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return self.key
