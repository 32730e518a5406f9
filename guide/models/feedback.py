"""What readers send: corrections of facts, comments on pages, reports of comments.

Nothing of it is public before a moderator let it through. Of the writer we keep a name
and an e-mail address, where given; `manage.py forget_readers` drops the address again.
"""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from guide.shelf import open_to_all

WORDS = 2_000  # characters of a text
NAME = 80
SOURCE = 500
CRITERION = 200
UNCONFIRMED, WAITING = "unconfirmed", "waiting"


class ReaderMessage(models.Model):
    """Abstract. The primary key is unguessable, and public once there is something."""

    wagtail_reference_index_ignore = True
    kind: str

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    writer = models.CharField("name", max_length=NAME, blank=True)
    email = models.EmailField("e-mail address", blank=True)
    created_at = models.DateTimeField("sent", default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    decided_at = models.DateTimeField("decided", null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True

    @property
    def signature(self) -> str:
        """Who wrote it, in public."""
        return self.writer or "A reader"


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def in_queue(self) -> "CorrectionQuerySet":
        """What moderators see: never before its e-mail address was confirmed."""
        return self.exclude(status=UNCONFIRMED)

    def waiting(self) -> "CorrectionQuerySet":
        return self.filter(status=WAITING)

    def public(self) -> "CorrectionQuerySet":
        """About what anybody may read; its words only where `shows_words`."""
        pages = open_to_all(Page.objects.live())
        return self.in_queue().filter(Q(claim__live=True) | Q(page__in=pages))

    def with_target(self) -> "CorrectionQuerySet":
        return self.select_related("claim", "page", "framework")


class Correction(ReaderMessage):
    """A reader's word that a claim, or a cell of a table, is wrong, with a source."""

    class Status(models.TextChoices):
        UNCONFIRMED = UNCONFIRMED, "Not confirmed"
        WAITING = WAITING, "Waiting"
        ACCEPTED = "accepted", "Accepted"
        ANSWERED = "answered", "Answered"
        REJECTED = "rejected", "Rejected"

    kind = "correction"

    status = models.CharField(max_length=11, choices=Status.choices, default=WAITING)
    claim = models.ForeignKey(
        "guide.Claim",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="corrections",
    )
    page = models.ForeignKey(
        Page, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    # The cell, where `page` is a table; empty for the table as a whole.
    framework = models.ForeignKey(
        "guide.Framework",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    criterion = models.CharField(max_length=CRITERION, blank=True)

    wrong = models.TextField("what is wrong", max_length=WORDS)
    right = models.TextField("what would be right", max_length=WORDS)
    source_url = models.URLField("source", max_length=SOURCE)
    reply = models.TextField("public reply", max_length=WORDS, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "pk"]
        indexes = [models.Index(fields=["status", "-created_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(claim__isnull=False, page__isnull=True)
                | Q(claim__isnull=True, page__isnull=False),
                name="correction_about_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(status__in=[UNCONFIRMED, WAITING], decided_at__isnull=True)
                | Q(
                    status__in=["accepted", "answered", "rejected"],
                    decided_at__isnull=False,
                ),
                name="correction_decided_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["answered", "rejected"]) | ~Q(reply=""),
                name="correction_refused_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"Correction of {self.target_title}"

    def get_absolute_url(self) -> str:
        return reverse("guide:correction", args=[self.pk])

    @property
    def shows_words(self) -> bool:
        """Whether a moderator let its words through."""
        return self.status in (self.Status.ACCEPTED, self.Status.ANSWERED)

    @property
    def target_title(self) -> str:
        if self.claim is not None:
            return self.claim.statement
        return str(self.page.title) if self.page else ""

    @property
    def target_url(self) -> str:
        if self.claim is not None:
            return self.claim.get_absolute_url()
        return self.page.url or "" if self.page else ""

    @property
    def cell(self) -> str:
        """The cell of the table in words, or nothing."""
        framework = self.framework.name if self.framework else ""
        return ", ".join(filter(None, (framework, self.criterion)))


class CommentQuerySet(models.QuerySet["Comment"]):
    def in_queue(self) -> "CommentQuerySet":
        return self.exclude(status__in=[UNCONFIRMED, Comment.Status.WITHDRAWN])

    def published(self) -> "CommentQuerySet":
        return self.filter(status=Comment.Status.PUBLISHED)

    def reported(self) -> "CommentQuerySet":
        open_reports = CommentReport.objects.filter(settled_at=None)
        return self.published().filter(pk__in=open_reports.values("comment"))


class Comment(ReaderMessage):
    """A reader's words on a page, or a reply to such; plain text."""

    class Status(models.TextChoices):
        UNCONFIRMED = UNCONFIRMED, "Not confirmed"
        WAITING = WAITING, "Waiting"
        PUBLISHED = "published", "Published"
        REJECTED = "rejected", "Rejected"
        WITHDRAWN = "withdrawn", "Withdrawn"

    kind = "comment"

    status = models.CharField(max_length=11, choices=Status.choices, default=WAITING)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="replies"
    )
    # No deeper than one level: replies to a reply have no place to go.
    level = models.PositiveSmallIntegerField(default=0, editable=False)
    text = models.TextField(max_length=WORDS, blank=True)
    reason = models.TextField("why not", max_length=WORDS, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "pk"]
        indexes = [models.Index(fields=["page", "status", "created_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True, level=0)
                | Q(parent__isnull=False, level=1),
                name="comment_one_level_of_replies",
            ),
            models.CheckConstraint(
                condition=~Q(status="withdrawn") | Q(text="", writer="", email=""),
                name="comment_withdrawn_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"Comment on {self.page.title}"

    def save(self, *args, **kwargs) -> None:
        """Its level follows from its parent, so that the database can refuse."""
        self.level = self.parent.level + 1 if self.parent else 0
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return f"{reverse('guide:comments', args=[self.page_id])}#c-{self.pk}"

    @property
    def is_published(self) -> bool:
        return self.status == self.Status.PUBLISHED

    @property
    def target_title(self) -> str:
        return str(self.page.title)

    @property
    def target_url(self) -> str:
        return self.page.url or ""


class CommentReport(models.Model):
    """A reader's word that a comment should not stand there. Hides nothing."""

    wagtail_reference_index_ignore = True

    comment = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="reports"
    )
    reason = models.TextField(max_length=500)
    # A keyed hash of the address, so that one reader counts once; dropped later.
    sender = models.CharField(max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "sender"],
                condition=~Q(sender=""),
                name="comment_reported_once_each",
            ),
        ]

    def __str__(self) -> str:
        return f"Report of a {self.comment}"
