"""`POST /analyses`: a rule set and answers in, verdict out; nothing is kept."""

from django.http import HttpRequest, HttpResponse
from ninja import Router

from advisor.api.analysis_schemas import AnalysisIn, AnalysisOut
from advisor.engine import canonical_json
from advisor.own_rule_sets.analysis import analysed

router = Router(tags=["Decisions"])


@router.post(
    "",
    auth=None,
    response=AnalysisOut,
    operation_id="analyses_create",
    summary="Evaluate answers under a rule set of your own",
)
def analyse(request: HttpRequest, data: AnalysisIn):
    evaluation = analysed(data.ruleset, data.answers)
    return HttpResponse(canonical_json(evaluation), content_type="application/json")
