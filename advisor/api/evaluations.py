"""`POST /evaluations`: answers in, verdict out; nothing is kept."""

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router

from advisor.api.schemas import EvaluationIn, EvaluationOut
from advisor.models import RuleSetVersion
from advisor.models.version_in_force import version_in_force
from advisor.verdicts.evaluation import evaluation_json

router = Router(tags=["Decisions"])


def version_or_404(number: int | None) -> RuleSetVersion:
    """The version asked for, the current one when none is."""
    if number is None:
        found = version_in_force()
    else:
        found = RuleSetVersion.objects.filter(number=number).first()
    if found is None:
        raise Http404("There is no such published rule set.")
    return found


@router.post(
    "",
    auth=None,
    response=EvaluationOut,
    operation_id="evaluations_create",
    summary="Evaluate answers without saving anything",
)
def evaluate_answers(request: HttpRequest, data: EvaluationIn):
    evaluation = evaluation_json(version_or_404(data.ruleset), data.answers)
    return HttpResponse(evaluation, content_type="application/json")
