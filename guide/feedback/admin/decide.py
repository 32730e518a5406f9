"""The page on which a moderator reads one message and decides."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from guide.feedback import actions
from guide.models import Comment, Correction
from guide.models.feedback import WORDS
from guide.plain_text import WordsField

GONE = "Somebody decided on this meanwhile, or its writer took it back."
Verb = Callable[[Any, Any, str], Any]


class DecisionForm(forms.Form):
    """What to do, in which state it was seen, and words for the writer."""

    verb = forms.ChoiceField()
    seen = forms.CharField(widget=forms.HiddenInput)
    words = WordsField(required=False, max_length=WORDS)

    def __init__(
        self, data: Any = None, *, verbs: Any, wordy: Any, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        field = self.fields["verb"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
        field.choices = [(verb, verb) for verb in verbs]
        self.wordy = wordy

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("verb") in self.wordy and not cleaned.get("words"):
            self.add_error("words", "Say why: the writer reads it.")
        return cleaned


class DecideView(
    PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin, TemplateView
):
    """Subclasses say what can be done, and what each verb does."""

    permission_required = "change"
    template_name = "guide/feedback/admin/decide.html"
    index_url_name = ""
    edit_url_name = ""
    header_icon = "comment"
    words_field: str  # of the message
    words_label: str
    # Word on the button, its look, and whether it needs words for the writer.
    verbs: dict[str, tuple[str, str, bool]]
    doers: dict[str, Verb]

    def get_base_object_queryset(self) -> QuerySet:
        return self.model._default_manager.in_queue()

    def get_page_title(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {
                "url": reverse(self.index_url_name),
                "label": self.model._meta.verbose_name_plural.capitalize(),
            },
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", self._form())
        return super().get_context_data(
            message=self.object,
            buttons=[(verb, *look[:2]) for verb, look in self.verbs.items()],
            words_label=self.words_label,
            **kwargs,
        )

    def _form(self, data: Any = None) -> DecisionForm:
        return DecisionForm(
            data,
            verbs=self.verbs,
            wordy={verb for verb, look in self.verbs.items() if look[2]},
            initial={
                "seen": self.object.status,
                "words": getattr(self.object, self.words_field),
            },
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        verb = form.cleaned_data["verb"]
        self.object.status = form.cleaned_data["seen"]
        try:
            self.doers[verb](self.object, request.user, form.cleaned_data["words"])
        except actions.ChangedMeanwhileError:
            messages.error(request, GONE)
            return redirect(self.index_url_name)
        return self.done(request, verb)

    def done(self, request: HttpRequest, verb: str) -> HttpResponse:
        messages.success(request, f"{self.object}: done.")
        return redirect(self.index_url_name)


class DecideOnCorrectionView(DecideView):
    model = Correction
    words_field = "reply"
    words_label = "Public reply (needed to answer or reject)"
    verbs = {
        "accept": ("Accept, and edit", "", False),
        "answer": ("Answer, change nothing", "button-secondary", True),
        "reject": ("Reject, keep its words hidden", "button-secondary", True),
        "discard": ("Delete as spam", "no", False),
    }
    doers = {
        "accept": lambda correction, who, words: actions.accept_correction(
            correction=correction, moderator=who, reply=words
        ),
        "answer": lambda correction, who, words: actions.answer_correction(
            correction=correction, moderator=who, reply=words
        ),
        "reject": lambda correction, who, words: actions.reject_correction(
            correction=correction, moderator=who, reply=words
        ),
        "discard": lambda correction, _who, _words: actions.discard_message(
            message=correction
        ),
    }

    def done(self, request: HttpRequest, verb: str) -> HttpResponse:
        """From accepting straight on to editing, for those who may edit."""
        edit_url = edit_url_of(self.object, request.user)
        if verb != "accept" or not edit_url:
            return super().done(request, verb)
        messages.success(request, "Accepted. What was suggested stands in this form.")
        return redirect(edit_url)


class DecideOnCommentView(DecideView):
    model = Comment
    words_field = "reason"
    words_label = "Reason, for the writer alone (needed to reject)"
    verbs = {
        "publish": ("Publish, or leave it published", "", False),
        "reject": ("Reject, or take it off its page", "button-secondary", True),
        "discard": ("Delete as spam", "no", False),
    }
    doers = {
        "publish": lambda comment, who, _words: actions.publish_comment(
            comment=comment, moderator=who
        ),
        "reject": lambda comment, who, words: actions.reject_comment(
            comment=comment, moderator=who, reason=words
        ),
        "discard": lambda comment, _who, _words: actions.discard_message(
            message=comment
        ),
    }


def edit_url_of(correction: Correction, user: Any) -> str:
    """Where this person can edit what the correction is about, or nothing."""
    if correction.claim is not None:
        if not user.has_perm("guide.change_claim"):
            return ""
        return reverse("wagtailsnippets_guide_claim:edit", args=[correction.claim.pk])
    page = correction.page
    if page is None or not page.permissions_for_user(user).can_edit():
        return ""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])
