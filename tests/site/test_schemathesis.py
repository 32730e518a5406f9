"""Generated calls for every operation of the API's own description.

Good data must be taken, bad data refused, and every answer be what is described.
"""

from uuid import uuid4

import pytest
import schemathesis
from django.contrib.auth import get_user_model
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi import checks

from advisor.accounts.actions import create_api_token
from advisor.models import RuleSetVersion
from advisor.saved.actions import save_recommendation, share_recommendation
from config.wsgi import site  # without the cache of pages, which looks at the database
from guide.lab.records import all_runs

load_all_checks()
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", site)
few_calls = settings(
    max_examples=3, deadline=None, suppress_health_check=list(HealthCheck)
)
SLUGS = {
    "/api/v1/claims/{slug}": "flask-has-no-csrf-protection",
    "/api/v1/comparisons/{slug}": "quick",
    "/api/v1/frameworks/{slug}": "django",
}
# The description cannot say all that makes sense: the ids of a rule set's questions,
# a rule set that is one, a title that is not of blanks alone, an ETag that holds. 422
# or 412 is right then.
NEEDS_SENSE = (
    "analyses_create",
    "evaluations_create",
    "recommendations_create",
    "recommendations_delete",
    "recommendations_update",
    "tokens_create",
)


@pytest.fixture(autouse=True)
def one_connection():
    """Django closes the connection after a call; a test's own must stay open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@few_calls
@pytest.mark.django_db
def test_no_call_by_nobody_breaks_the_description(case):
    call(case)


@schema.parametrize()
@few_calls
@pytest.mark.django_db
def test_no_call_by_a_member_breaks_the_description(case):
    # One for each call: the last may have deleted itself.
    member = get_user_model().objects.create(username=uuid4().hex)
    _, plain_text = create_api_token(owner=member, name="Generated calls")
    saved = save_recommendation(
        owner=member,
        version=RuleSetVersion.objects.current(),
        answers={},
        title="Generated calls",
    )
    if case.meta.generation.mode.is_positive and case.path_parameters:
        case.path_parameters = known(case.operation.path, saved)
    call(case, headers={"Authorization": f"Bearer {plain_text}"})


def known(path, saved):
    """Path parameters that lead somewhere."""
    if "rulesets" in path:
        return {"version": 1}
    if "{token}" in path:
        return {"token": share_recommendation(recommendation=saved).share_token}
    if "{id}" in path:
        return {"id": str(saved.pk)}
    if "{run}" in path:
        return {"run": all_runs()[0]["id"]}
    return {"slug": SLUGS[path]}


def call(case, **more):
    operation = case.operation.definition.raw["operationId"]
    excluded = []
    if operation in NEEDS_SENSE:
        excluded.append(checks.positive_data_acceptance)
    case.call_and_validate(excluded_checks=excluded, **more)
