"""The parts of a member's own rule set, a page each."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from advisor.conflicts import ChangedMeanwhileError, Conflict, differences
from advisor.documents.catalogue import Catalogue
from advisor.engine import RuleSetError
from advisor.models import OwnRuleSet
from advisor.once.actions import Answer, NothingMadeError
from advisor.own_rule_sets import actions, edits
from advisor.own_rule_sets.forms import (
    FrameworkForm,
    PartForm,
    QuestionForm,
    WeightsForm,
    as_errors,
)
from advisor.own_rule_sets.places import in_words
from advisor.own_rule_sets.presentation import verdict_url
from advisor.own_rule_sets.whole_forms import CandidateForm
from advisor.views.own_rule_sets import (
    FOLDER,
    asked_query,
    form_page,
    own_or_404,
    sent,
)
from advisor.views.page_kinds import private_page
from advisor.views.sent_once import made_once

Document = dict[str, Any]


def kept(own: OwnRuleSet, form: Form, change: Callable[[Document], None]) -> bool:
    """Whether the change could be kept; otherwise the form says why not."""
    if not form.is_valid():
        return False
    changed: Document = {}

    def remembered(document: Document) -> None:
        change(document)
        changed.update(document)

    try:
        actions.change_own_rule_set(own=own, change=remembered)
    except RuleSetError as error:
        as_errors(form, [in_words(problem, changed) for problem in error.problems])
        return False
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def conflict_or_kept(
    own: OwnRuleSet, form: PartForm, change: Callable[[Document], None]
) -> Conflict | bool:
    """True when kept, False when the form says why not, else what it collides with."""

    def guarded(document: Document) -> None:
        # Within the transaction that holds the row: nobody comes in between.
        version = form.cleaned_data["version"]
        if version and version != form.of(document).state():
            raise ChangedMeanwhileError
        change(document)

    try:
        return kept(own, form, guarded)
    except ChangedMeanwhileError:
        own.refresh_from_db()
        fresh = form.of(own.document)
        form.open_with(fresh.state())
        found = differences(form, fresh.shown())
        here = reverse("advisor:own-detail", args=[own.pk])
        return Conflict(found, here) if found else True


def onward(request: HttpRequest, own: OwnRuleSet) -> HttpResponse:
    """To the verdict for the answers that came along, or to the overview."""
    query = asked_query(request)
    if query:
        return HttpResponseRedirect(verdict_url(own, query))
    return HttpResponseRedirect(reverse("advisor:own-detail", args=[own.pk]))


def part_page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    change: Callable[[Document], None],
) -> HttpResponse:
    """The form of a part, on its way in or, once kept, onward."""
    conflict: Conflict | bool = False
    if request.method == "POST":
        conflict = conflict_or_kept(context["own"], context["form"], change)
        if conflict is True:
            return onward(request, context["own"])
    context |= {"query": asked_query(request), "conflict": conflict}
    return render(request, template, context, status=409 if conflict else 200)


@form_page
@private_page
def own_weights(request: HttpRequest, id: UUID) -> HttpResponse:
    """The points each criterion starts with."""
    own = own_or_404(request, id)
    form = WeightsForm(sent(request), document=own.document)

    def change(document: Document) -> None:
        edits.set_base_points(document, form.points())

    context = {"own": own, "form": form}
    return part_page(request, f"{FOLDER}/weights.html", context, change)


@form_page
@private_page
def own_framework(request: HttpRequest, id: UUID, framework: str) -> HttpResponse:
    """Name, facts and scores of one candidate."""
    own = own_or_404(request, id)
    form = FrameworkForm(sent(request), document=own.document, framework=framework)

    def change(document: Document) -> None:
        label = form.cleaned_data["label"]
        edits.set_about(document, framework, label, form.stated_facts())
        published = own.based_on.document if own.based_on else None
        edits.set_scores(document, framework, form.scores(), published)

    context = {
        "own": own,
        "form": form,
        "framework": framework,
        "name": Catalogue(own.document).framework_name(framework),
        "most": own.document["scale_max"],
    }
    return part_page(request, f"{FOLDER}/framework.html", context, change)


@form_page
@private_page
def own_question(request: HttpRequest, id: UUID, question: str) -> HttpResponse:
    """How many points each answer gives."""
    own = own_or_404(request, id)
    form = QuestionForm(sent(request), document=own.document, question=question)

    def change(document: Document) -> None:
        edits.set_option_points(document, question, form.points())

    text = Catalogue(own.document).question_text(question)
    context = {"own": own, "form": form, "text": text}
    return part_page(request, f"{FOLDER}/question.html", context, change)


@form_page
@private_page
def own_add(request: HttpRequest, id: UUID) -> HttpResponse:
    """Another candidate; its scores come on the next page."""
    own = own_or_404(request, id)
    form = CandidateForm(sent(request), document=own.document)

    def change(document: Document) -> None:
        data = form.cleaned_data
        edits.add_framework(
            document, data["id"], data["label"], form.stated_facts(), data["like"]
        )

    def add() -> Answer:
        if not kept(own, form, change):
            raise NothingMadeError
        return {"framework": form.cleaned_data["id"]}

    if request.method == "POST" and (made := made_once(request, form, add)):
        address = reverse("advisor:own-framework", args=[own.pk, made["framework"]])
        return HttpResponseRedirect(address + asked_query(request))
    context = {"own": own, "form": form, "query": asked_query(request)}
    return render(request, f"{FOLDER}/add.html", context)


@form_page
@private_page
def own_remove(request: HttpRequest, id: UUID, framework: str) -> HttpResponse:
    """Asks first. The last candidate stays."""
    own = own_or_404(request, id)
    edits.row_or_404(own.document, "frameworks", framework)
    form = Form(sent(request))

    def change(document: Document) -> None:
        edits.remove_framework(document, framework)

    if request.method == "POST" and kept(own, form, change):
        return onward(request, own)
    name = Catalogue(own.document).framework_name(framework)
    context = {
        "own": own,
        "form": form,
        "title": f"Remove {name}?",
        "text": f"{name} and its scores leave “{own.name}”. "
        "The published rule set keeps them.",
        "action": f"Remove {name}",
    }
    return render(request, f"{FOLDER}/confirm.html", context)
