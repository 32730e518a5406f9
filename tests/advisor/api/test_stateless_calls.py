"""Calls answered from their body alone: like all others, but for what they skip."""

import pytest

from config.api import api
from config.stateless_calls import STATELESS

CALL = {"data": {"answers": {}}, "content_type": "application/json"}
EVALUATIONS = "/api/v1/evaluations"


def test_each_of_them_asks_nobody_who_they_are():
    paths = api.get_openapi_schema()["paths"]

    for path in STATELESS:
        assert list(paths[path]) == ["post"]
        assert "security" not in paths[path]["post"]
    assert "security" in paths["/api/v1/recommendations"]["post"]


@pytest.mark.django_db
def test_the_answer_has_the_headers_of_every_other(client, first_version):
    response = client.post(EVALUATIONS, **CALL)

    assert response.status_code == 200
    assert int(response["Content-Length"]) == len(response.content)
    for header in (
        "Content-Security-Policy",
        "Cross-Origin-Opener-Policy",
        "Permissions-Policy",
        "Referrer-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
    ):
        assert response[header]
    assert "Set-Cookie" not in response
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.django_db
def test_no_session_and_no_member_are_looked_at(
    client, first_version, django_assert_num_queries, django_user_model
):
    client.force_login(django_user_model.objects.create_user("somebody"))
    client.post(EVALUATIONS, **CALL)

    # The version in force: asked for where nobody watches editions, as in tests.
    with django_assert_num_queries(1):
        client.post(EVALUATIONS, **CALL)


@pytest.mark.django_db
def test_another_host_and_another_method_are_refused_as_everywhere(
    client, first_version
):
    foreign = client.post(EVALUATIONS, HTTP_HOST="elsewhere.example", **CALL)
    read = client.get(EVALUATIONS)

    assert foreign.status_code == 400
    assert read.status_code == 405
    assert read["Content-Type"].startswith("application/problem+json")
