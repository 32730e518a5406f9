"""A member's own rule sets: list, copy, import, verdict, export, reset, delete."""

import json
from dataclasses import replace
from urllib.parse import parse_qsl
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from advisor.conflicts import ChangedMeanwhileError, Conflict, differences
from advisor.documents.catalogue import Catalogue
from advisor.engine import RuleSetError
from advisor.journey.answers import SETTINGS, Journey, read_journey
from advisor.models import OwnRuleSet, RuleSetVersion
from advisor.once.actions import Answer, NothingMadeError
from advisor.own_rule_sets import actions
from advisor.own_rule_sets.forms import as_errors
from advisor.own_rule_sets.presentation import (
    choices_of,
    own_result,
    parts_of,
    verdict_url,
)
from advisor.own_rule_sets.reading import document_in
from advisor.own_rule_sets.whole_forms import CopyForm, ImportForm, RenameForm
from advisor.views.page_kinds import member_of, private_page
from advisor.views.sent_once import made_once

FOLDER = "advisor/own_rule_sets"
form_page = require_http_methods(["GET", "HEAD", "POST"])


def own_or_404(request: HttpRequest, id: UUID | str) -> OwnRuleSet:
    """The member's own; what belongs to others does not exist."""
    visible = OwnRuleSet.objects.visible_to(request.user).select_related("based_on")
    return get_object_or_404(visible, pk=id)


def sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def asked_query(request: HttpRequest) -> str:
    """The answers in the address, to be carried along; "" when there are none."""
    query = request.META.get("QUERY_STRING", "")
    return f"?{query}" if query else ""


@require_safe
@private_page
def own_list(request: HttpRequest) -> HttpResponse:
    rows = OwnRuleSet.objects.visible_to(request.user).select_related("based_on")
    rows = rows.defer("document", "based_on__document", "based_on__outcomes")
    context = {"own_rule_sets": rows, "most": actions.MOST_DRAFTS}
    return render(request, f"{FOLDER}/list.html", context)


@form_page
@private_page
def own_new(request: HttpRequest) -> HttpResponse:
    """Copies the rule set in force; answers in the address come along."""
    version = RuleSetVersion.objects.current()
    if version is None:
        return redirect("advisor:own-import")
    name = f"My copy of version {version.number}"
    form = CopyForm(sent(request), initial={"name": name})

    def copy() -> Answer:
        own = actions.keep_own_rule_set(
            owner=member_of(request),
            name=form.cleaned_data["name"],
            document=version.document,
            based_on=version,
        )
        return {"id": str(own.pk)}

    if request.method == "POST" and (made := made_once(request, form, copy)):
        return _to_page(own_or_404(request, made["id"]), request)
    context = {"form": form, "version": version, "query": asked_query(request)}
    return render(request, f"{FOLDER}/new.html", context)


@form_page
@private_page
def own_import(request: HttpRequest) -> HttpResponse:
    """A document from a file or pasted; every problem by its place in it."""
    form = ImportForm(sent(request), request.FILES or None)

    def bring_in() -> Answer:
        try:
            own = actions.keep_own_rule_set(
                owner=member_of(request),
                name=form.cleaned_data["name"],
                document=document_in(form.cleaned_data["sent"]),
            )
        except RuleSetError as error:
            as_errors(form, [f"{p.path}: {p.message}" for p in error.problems])
            raise NothingMadeError from error
        return {"id": str(own.pk)}

    if request.method == "POST":
        if made := made_once(request, form, bring_in):
            return redirect("advisor:own-detail", made["id"])
        form.keep_what_was_sent()
    return render(request, f"{FOLDER}/import.html", {"form": form})


@require_safe
@private_page
def own_detail(request: HttpRequest, id: UUID) -> HttpResponse:
    """The parts of it, each with its own page."""
    own = own_or_404(request, id)
    context = {"own": own, "parts": parts_of(own), "query": asked_query(request)}
    return render(request, f"{FOLDER}/detail.html", context)


@require_safe
@private_page
def own_verdict(request: HttpRequest, id: UUID) -> HttpResponse:
    """All questions on one page, and the verdict for the answers in the address."""
    own = own_or_404(request, id)
    catalogue = Catalogue(own.document)
    journey = _journey(request, catalogue)
    context = {
        "own": own,
        "result": own_result(own, catalogue, journey),
        "choices": choices_of(catalogue, journey),
        "problems": [{"message": p.message} for p in journey.problems],
        "query": journey.query(catalogue),
    }
    return render(request, f"{FOLDER}/verdict.html", context)


@require_safe
@private_page
def own_export(request: HttpRequest, id: UUID) -> HttpResponse:
    """The rule-set document, as `POST /analyses` and the import take it."""
    own = own_or_404(request, id)
    text = json.dumps(own.document, indent=1, ensure_ascii=False)
    response = HttpResponse(text, content_type="application/json")
    name = slugify(own.name)[:60] or "own"
    response["Content-Disposition"] = f'attachment; filename="rule-set-{name}.json"'
    return response


@form_page
@private_page
def own_rename(request: HttpRequest, id: UUID) -> HttpResponse:
    own = own_or_404(request, id)
    form = RenameForm(sent(request), initial={"name": own.name, "version": own.name})
    conflict = None
    if request.method == "POST" and form.is_valid():
        name, seen = form.cleaned_data["name"], form.cleaned_data["version"]
        try:
            actions.rename_own_rule_set(own=own, name=name, seen=seen or None)
        except ValidationError as error:
            form.add_error(None, error)
        except ChangedMeanwhileError:
            conflict = _renamed_meanwhile(own, form)
        if conflict is None and not form.errors:
            return redirect("advisor:own-detail", own.pk)
    context = {"form": form, "own": own, "conflict": conflict}
    status = 409 if conflict else 200
    return render(request, f"{FOLDER}/rename.html", context, status=status)


@form_page
@private_page
def own_reset(request: HttpRequest, id: UUID) -> HttpResponse:
    """Asks first. An imported one has nothing to go back to."""
    own = own_or_404(request, id)
    if request.method == "POST" and own.based_on is not None:
        actions.reset_own_rule_set(own=own)
        return redirect("advisor:own-detail", own.pk)
    if own.based_on is None:
        return redirect("advisor:own-detail", own.pk)
    context = {
        "own": own,
        "title": "Undo all your changes?",
        "text": f"“{own.name}” becomes version {own.based_on.number} again. "
        "Candidates you added are removed. This cannot be undone.",
        "action": "Undo all changes",
    }
    return render(request, f"{FOLDER}/confirm.html", context)


@form_page
@private_page
def own_delete(request: HttpRequest, id: UUID) -> HttpResponse:
    """Asks first, then erases it."""
    own = own_or_404(request, id)
    if request.method == "POST":
        actions.delete_own_rule_set(own=own)
        return redirect("advisor:own-list")
    context = {
        "own": own,
        "title": f"Delete “{own.name}”?",
        "text": "It is erased at once and cannot be brought back. "
        "Export it first if you may need it again.",
        "action": "Delete this rule set",
    }
    return render(request, f"{FOLDER}/confirm.html", context)


def _journey(request: HttpRequest, catalogue: Catalogue) -> Journey:
    """The answers in the address. Settings of the public wizard say nothing here."""
    query = request.META.get("QUERY_STRING", "")
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace")
    said = [
        (name, value)
        for name, value in pairs
        if name in catalogue.questions or name not in SETTINGS
    ]
    journey = read_journey(said, catalogue).in_document_order()
    return replace(journey, skipped=frozenset())


def _renamed_meanwhile(own: OwnRuleSet, form: RenameForm) -> Conflict | None:
    """None where both tabs typed the same."""
    own.refresh_from_db(fields=["name"])
    form.open_with(own.name)
    found = differences(form, {"name": own.name})
    here = reverse("advisor:own-detail", args=[own.pk])
    return Conflict(found, here) if found else None


def _to_page(own: OwnRuleSet, request: HttpRequest) -> HttpResponse:
    """Where answers came along to their verdict, otherwise to the overview."""
    query = asked_query(request)
    if query:
        return HttpResponseRedirect(verdict_url(own, query))
    return redirect("advisor:own-detail", own.pk)
