"""The questionnaire and every published rule set."""

from django.db.models import Case, Max, QuerySet, When
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Path, Router
from ninja.pagination import paginate

from advisor.api.evaluations import version_or_404
from advisor.api.schemas import (
    QuestionnaireOut,
    RuleSetListed,
    RuleSetOut,
    VersionNumber,
)
from advisor.models import RuleSetVersion
from guide.pagination import Pages

router = Router(tags=["Decisions"])


@router.get(
    "/questionnaire",
    response=QuestionnaireOut,
    operation_id="questionnaire_read",
    summary="The questions of the current rule set",
)
def questionnaire(request: HttpRequest):
    version = version_or_404(None)
    return {
        "version": version.number,
        "digest": version.digest,
        "questions": version.document["questions"],
    }


@router.get(
    "/rulesets",
    response=list[RuleSetListed],
    operation_id="rulesets_list",
    summary="Published rule sets, newest first",
)
@paginate(Pages)
def rule_set_list(request: HttpRequest):
    return with_currency(RuleSetVersion.objects.defer("document", "outcomes"))


@router.get(
    "/rulesets/{version}",
    response=RuleSetOut,
    operation_id="rulesets_read",
    summary="One published rule set, which never changes",
)
def rule_set_read(request: HttpRequest, version: Path[VersionNumber]):
    return get_object_or_404(
        with_currency(RuleSetVersion.objects.all()), number=version
    )


def with_currency(versions: QuerySet[RuleSetVersion]) -> QuerySet[RuleSetVersion]:
    """Each version with `current`: whether it is the one in force."""
    newest = RuleSetVersion.objects.aggregate(newest=Max("number"))["newest"]
    return versions.order_by("-number").annotate(
        current=Case(When(number=newest, then=True), default=False)
    )
