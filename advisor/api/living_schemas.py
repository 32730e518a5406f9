"""What the API says about a saved result later: its link, its second run."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import StrictBool

from advisor.api.schemas import Body, EvaluationOut, RuleSetRef
from advisor.models import Recommendation


class ShareIn(Body):
    include_note: Annotated[
        StrictBool,
        Field(description="Whether whoever has the link may read the note too."),
    ] = False


class ShareOut(Schema):
    share_url: str
    include_note: bool


class SharedOut(Schema):
    """A recommendation without its id and without a word about its owner."""

    title: str
    note: str | None = Field(description="null unless its owner shows it.")
    answers: dict[str, str]
    evaluation: dict[str, Any] = Field(description="Stored when it was saved.")
    ruleset: RuleSetRef
    created_at: datetime

    @staticmethod
    def resolve_note(shared: Recommendation) -> str | None:
        return shared.note if shared.share_includes_note else None

    @staticmethod
    def resolve_ruleset(shared: Recommendation) -> dict[str, Any]:
        return {"version": shared.version.number, "digest": shared.version.digest}


class RerunOut(Schema):
    """The same answers under the current rule set. Nothing is saved."""

    before: dict[str, Any] = Field(description="The evaluation that was saved.")
    after: EvaluationOut
    difference: dict[str, Any] = Field(
        description="`outcome` is holds, stronger, weaker or another; `sentence` says "
        "it in words; `causes` add up to the change of the margin; `dropped` names "
        "answers that one of the rule sets does not have, `left_out` in words."
    )
