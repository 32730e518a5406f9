"""What a creating call answered, kept for a day, so that asking again makes one."""

from django.conf import settings
from django.db import models
from django.utils import timezone

KEY_LENGTH = 200


class KeptAnswer(models.Model):
    """The answer to one key of one member. Written with what it tells of, or not."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kept_answers"
    )
    key = models.CharField(max_length=KEY_LENGTH)
    asked = models.CharField("digest of what was asked", max_length=64)
    answer = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "key"], name="kept_answer_one_per_key"
            )
        ]

    def __str__(self) -> str:
        return self.key
