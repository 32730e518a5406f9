"""What every call of an API has in common, said once in its OpenAPI description."""

from typing import Any

from django.conf import settings
from ninja import Field, NinjaAPI, Schema
from ninja.openapi.schema import REF_TEMPLATE, OpenAPISchema

from config.errors import PROBLEM_JSON

TAGS = {
    "Facts": "Frameworks, comparison tables and the claims they rest on. Open to all.",
    "Decisions": "Questions, published rule sets and what they make of answers. "
    "Open to all; nothing is kept.",
    "My recommendations": "What a member saved. Those of others do not exist.",
    "My account": "Who is calling, their tokens and everything held about them.",
}
SECURITY_SCHEMES = {
    "TokenAuth": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token from your account page or from `POST /me/tokens`. "
        "A bad one is refused even where the session is good.",
    },
    "MemberSessionAuth": {
        "type": "apiKey",
        "in": "cookie",
        "name": settings.SESSION_COOKIE_NAME,
        "description": "The session of the site. Calls that write also need the "
        "CSRF cookie's value in the header `X-CSRFToken`.",
    },
}
NAMES = {"TokenAuth": "token", "MemberSessionAuth": "session"}


class ProblemError(Schema):
    """One place that was wrong."""

    loc: list[str | int] = Field(description="Where, from the outside in.")
    msg: str = Field(description="What was wrong with it.")
    type: str = ""


class Problem(Schema):
    """Problem details as in RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ProblemError] = []


class DescribedAPI(NinjaAPI):
    """Ninja's API with errors, tags and ways to sign in described for every call."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for methods in schema["paths"].values():
            for operation in methods.values():
                describe(operation)
        components = schema["components"]
        components["schemas"].update(problem_schemas())
        components["securitySchemes"] = {
            NAMES[key]: scheme for key, scheme in SECURITY_SCHEMES.items()
        }
        schema["tags"] = [
            {"name": name, "description": text} for name, text in TAGS.items()
        ]
        return schema


def describe(operation: dict[str, Any]) -> None:
    problem = {"schema": {"$ref": REF_TEMPLATE.format(model="Problem")}}
    operation["responses"] = {
        **{str(status): answer for status, answer in operation["responses"].items()},
        "default": {
            "description": "Anything that went wrong",
            "content": {PROBLEM_JSON: problem},
        },
    }
    if "security" in operation:
        operation["security"] = [
            {NAMES[name]: scopes for name, scopes in way.items()}
            for way in operation["security"]
        ]


def problem_schemas() -> dict[str, Any]:
    schema = Problem.model_json_schema(ref_template=REF_TEMPLATE)
    parts = schema.pop("$defs")
    return {"Problem": schema, **parts}
