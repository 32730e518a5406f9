"""My decision records as files: Markdown for the repository, CSV and JSON."""

import json
from typing import Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from advisor.api.authentication import MEMBER, caller
from advisor.exports.csv_file import as_csv
from advisor.exports.file_names import file_name
from advisor.exports.json_file import as_data
from advisor.exports.markdown import as_markdown
from advisor.exports.record import compose
from advisor.exports.source import Decision
from advisor.saved.decision_records import decision_of
from advisor.saved.own_recommendation import own_or_404

router = Router(tags=["My recommendations"], auth=MEMBER)

EXTENSIONS = {"markdown": "md", "csv": "csv", "json": "json"}
CONTENT_TYPES = {
    "markdown": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}
CONTENT = {
    "text/markdown": {"schema": {"type": "string"}},
    "text/csv": {"schema": {"type": "string"}},
    "application/json": {"schema": {"type": "object"}},
}


@router.get(
    "/{id}/adr",
    url_name="decision-record",
    operation_id="recommendations_adr",
    summary="A decision record in the form of MADR 4; also as CSV or JSON",
    openapi_extra={"responses": {200: {"description": "OK", "content": CONTENT}}},
)
def decision_record(
    request: HttpRequest,
    id: UUID,
    format: Literal["markdown", "csv", "json"] = "markdown",
):
    recommendation = own_or_404(caller(request), id)
    decision = decision_of(recommendation, request.build_absolute_uri)
    response = HttpResponse(
        rendered(decision, format), content_type=CONTENT_TYPES[format]
    )
    name = file_name(recommendation.title, EXTENSIONS[format])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def rendered(decision: Decision, format: str) -> str:
    if format == "csv":
        return as_csv(decision)
    if format == "json":
        return json.dumps(as_data(decision), ensure_ascii=False, indent=2)
    return as_markdown(compose(decision))
