"""What the API says about rule sets that callers bring themselves."""

from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import StrictBool, StrictInt, StrictStr

from advisor.api.schemas import Answers, Body, EvaluationOut, RuledOutOut

FactValue = StrictBool | StrictInt | StrictStr


class AnalysisIn(Body):
    ruleset: Annotated[
        dict[StrictStr, Any],
        Field(
            description="A rule-set document, as `GET /rulesets/{version}` has it "
            "under `document`. At most 12 frameworks, 60 criteria, 60 questions of "
            "12 options each, 256 KiB."
        ),
    ]
    answers: Answers


class OwnRuleSetRef(Schema):
    version: None = Field(None, description="Only published rule sets have one.")
    digest: str = Field(description="Of the document as it was sent.")


class OwnRuledOut(RuledOutOut):
    needs: FactValue  # type: ignore[assignment] # published facts are yes or no alone
    has: FactValue  # type: ignore[assignment] # as above


class AnalysisOut(EvaluationOut):
    """As from `POST /evaluations`, under the caller's own rule set."""

    ruleset: OwnRuleSetRef  # type: ignore[assignment] # nobody numbered it
    ruled_out: list[OwnRuledOut]  # type: ignore[assignment] # facts of any kind
