"""What the API says about decisions, field by field."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID, uuid5

from ninja import Field, Schema
from pydantic import BeforeValidator, ConfigDict, StrictInt, StrictStr
from wagtail.models import APIToken

from advisor.accounts.actions.tokens import NAME_LENGTH
from advisor.models import Recommendation
from advisor.models.recommendation import NOTE_LENGTH, TITLE_LENGTH
from advisor.saved.share_links import share_url
from guide.schemas import ReleaseOut

MOST_ANSWERS = 60
TOKENS = UUID("5c1ff0d6-9b1e-4d8c-8a57-2f1d0c6b9e34")  # namespace of their ids

Title = Annotated[StrictStr, Field(min_length=1, max_length=TITLE_LENGTH)]
Note = Annotated[StrictStr, Field(max_length=NOTE_LENGTH)]
Answers = Annotated[
    dict[StrictStr, StrictStr],
    Field(max_length=MOST_ANSWERS, description="Question id to option id."),
]


def day(value: object) -> object:
    """Only YYYY-MM-DD: a number is not the seconds since 1970 here."""
    if value is None or (isinstance(value, str) and DAY.fullmatch(value)):
        return value
    raise ValueError("write a day as YYYY-MM-DD")


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Day = Annotated[date, BeforeValidator(day)]
VersionNumber = Annotated[int, Field(ge=1, le=10**9)]


class Body(Schema):
    """A request body: a field it does not know is refused, not dropped."""

    model_config = ConfigDict(extra="forbid")


class EvaluationIn(Body):
    answers: Answers
    ruleset: Annotated[StrictInt, Field(ge=1, le=10**9)] | None = Field(
        None, description="A published version; the current one without it."
    )


class RecommendationIn(EvaluationIn):
    title: Title
    note: Note = ""
    revisit_on: Day | None = Field(None, description="When to look at it again.")


class RecommendationPatch(Body):
    """Leave out what stays as it is. New answers are evaluated under the version
    the recommendation already uses."""

    title: Title = ""
    note: Note = ""
    answers: Answers = {}
    revisit_on: Day | None = Field(None, description="null takes the date away.")


class TokenIn(Body):
    name: Annotated[StrictStr, Field(min_length=1, max_length=NAME_LENGTH)]


class RuleSetRef(Schema):
    version: int
    digest: str


class VerdictOut(Schema):
    kind: Literal[
        "clear", "leans", "too_close", "tie", "only_one", "none", "not_enough"
    ]
    framework: str | None
    between: list[str]
    confidence: int | None = Field(description="0 to 1000 of 1,000 worlds.")
    sentence: str


class RuledOutOut(Schema):
    framework: str
    fact: str
    needs: bool
    has: bool
    question: str
    option: str


class FlipOut(Schema):
    to: str
    changes: dict[str, str]


class EvaluationOut(Schema):
    """The whole working behind a verdict. Same input, same bytes."""

    ruleset: RuleSetRef
    engine_version: int
    answers: dict[str, str]
    open_questions: list[str]
    verdict: VerdictOut
    points: dict[str, int]
    total_points: int
    totals: dict[str, int]
    fit: dict[str, float]
    ranking: list[str]
    margin: int | None
    ruled_out: list[RuledOutOut]
    margin_by_criterion: dict[str, int]
    margin_by_answer: dict[str, int]
    wins: dict[str, dict[str, int]] = Field(description="Of 1,000 worlds.")
    ranks: dict[str, list[int]] = Field(
        description="Of 1,000 worlds, in how many it is first, second, ..."
    )
    settled: bool
    next_question: str | None
    flips: list[FlipOut]
    flips_complete: bool = Field(
        description="False where a rule set makes the search for flips too long."
    )
    relaxations: dict[str, list[str]] = Field(
        description="Where none is left: the fewest answers to take back, by who "
        "returns then."
    )


class RecommendationOut(Schema):
    id: UUID
    title: str
    note: str
    answers: dict[str, str]
    evaluation: dict[str, Any] = Field(description="Stored when it was saved.")
    ruleset: RuleSetRef
    created_at: datetime
    updated_at: datetime
    revisit_on: date | None
    share_url: str | None = Field(description="null while it is not shared.")

    @staticmethod
    def resolve_share_url(saved: Recommendation, context: Any) -> str | None:
        return share_url(context["request"], saved)

    @staticmethod
    def resolve_ruleset(saved: Recommendation) -> dict[str, Any]:
        return {"version": saved.version.number, "digest": saved.version.digest}


class ScoreOut(Schema):
    low: int
    best: int
    high: int
    grade: str = ""
    rationale: str = ""
    claims: list[str] = []
    checked_on: date | None = None


class FrameworkOut(Schema):
    """A framework with its releases and, where it is a candidate, how it scores."""

    slug: str
    name: str
    summary: str
    website: str
    repository: str
    licence: str
    first_released_on: date | None = Field(
        description="Null where no source names the day."
    )
    releases: list[ReleaseOut]
    candidate: bool
    facts: dict[str, bool]
    scores: dict[str, ScoreOut]
    ruleset: RuleSetRef | None


class OptionOut(Schema):
    id: str
    label: str
    help: str
    reason: str


class QuestionOut(Schema):
    id: str
    text: str
    help: str
    why: str
    kind: Literal["fact", "preference"]
    quick: bool
    options: list[OptionOut]


class QuestionnaireOut(RuleSetRef):
    questions: list[QuestionOut]


class RuleSetListed(Schema):
    version: int = Field(alias="number")
    digest: str
    published_at: datetime
    current: bool = Field(description="Whether it is the one in force.")


class RuleSetOut(RuleSetListed):
    document: dict[str, Any] = Field(description="The engine's input, with words.")


class MeOut(Schema):
    email: str
    username: str
    date_joined: datetime
    recommendations: int


def public_id(token: APIToken) -> UUID:
    """A token's name outside: Wagtail numbers them, and a number tells how many."""
    return uuid5(TOKENS, token.key_hash)


class TokenFields(Schema):
    id: UUID
    name: str
    prefix: str = Field(description="The first characters of the token.")
    created: datetime
    last_used_at: datetime | None


class TokenOut(TokenFields):
    @staticmethod
    def resolve_id(token: APIToken) -> UUID:
        return public_id(token)


class TokenCreated(TokenFields):
    token: str = Field(description="Shown this once; only a digest is kept.")
