"""How a member wants to hear of notices, and what was mailed already."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class NoticeSettings(models.Model):
    """One row per member who chose something; without a row everything is off."""

    member = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="notice_settings",
    )
    by_mail = models.BooleanField(
        "send me an email",
        default=False,
        help_text="One email for each new rule set, about all your saved results.",
    )
    feed_token = models.CharField(
        max_length=43, null=True, blank=True, unique=True, editable=False
    )
    feed_digest = models.CharField(
        max_length=64, null=True, blank=True, unique=True, editable=False
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(feed_token=None, feed_digest=None)
                | models.Q(feed_token__isnull=False, feed_digest__isnull=False),
                name="notice_settings_feed_token_with_digest",
            )
        ]

    def __str__(self) -> str:
        return f"Notices of {self.member}"


class MailedDigest(models.Model):
    """That one member was written to about one version: never twice."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    version = models.ForeignKey(
        "advisor.RuleSetVersion", on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "version"], name="mailed_digest_once_per_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.version}"
