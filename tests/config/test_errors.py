"""One error shape for every API: what is raised, and what is rendered."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, InterfaceError, OperationalError
from ninja.errors import HttpError, Throttled

from advisor.engine import AnswersError, Problem
from advisor.models import RuleSetVersion
from config import errors


def test_a_problem_has_the_members_of_the_standard():
    response = errors.problem(404, "Not here.")
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    assert response.content == (
        b'{"type": "about:blank", "title": "Not Found", "status": 404, '
        b'"detail": "Not here."}'
    )


def test_several_errors_are_counted_in_the_detail():
    places = [{"loc": ["body", "a"], "msg": "x"}, {"loc": ["body", "b"], "msg": "y"}]
    assert b'"detail": "body.a: x (1 more)"' in errors.invalid(places).content


def test_answers_are_named_where_they_stand_in_the_body():
    found = errors.named_places(AnswersError([Problem("answers.q1", "no option")]))
    assert found == [{"loc": ["body", "answers", "q1"], "msg": "no option"}]


def test_the_fields_of_a_model_are_named():
    found = errors.model_places(ValidationError({"title": ["a", "b"]}))
    assert found == [
        {"loc": ["body", "title"], "msg": "a"},
        {"loc": ["body", "title"], "msg": "b"},
    ]


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        (OperationalError("the database system is shutting down"), 503),
        (InterfaceError("connection already closed"), 503),
        (IntegrityError("constraint shutting somebody out"), 409),
        (PermissionDenied(), 403),
        (HttpError(409, "Not now."), 409),
        (Throttled(wait=2.4), 429),
    ],
)
@pytest.mark.django_db
def test_what_endpoints_raise_is_a_problem(client, monkeypatch, raised, status):
    def failing(*args):
        raise raised

    monkeypatch.setattr(RuleSetVersion.objects, "current", failing)
    response = client.get("/api/v1/frameworks")
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert "shutting" not in response.content.decode()
    assert ("Retry-After" in response) == (status in (429, 503))


@pytest.mark.parametrize("path", ["/api/v1/claims", "/api/content/pages/"])
@pytest.mark.django_db
def test_a_database_that_is_down_is_503_and_never_the_callers_fault(
    client, monkeypatch, path
):
    def failing(*args, **kwargs):
        raise OperationalError("could not connect to server")

    monkeypatch.setattr("guide.models.claim.ClaimQuerySet.live", failing)
    monkeypatch.setattr("wagtail.api.v3.routers.pages.get_pages_queryset", failing)
    response = client.get(path)
    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert "connect" not in response.content.decode()
