"""What a reader who is nobody gets: the same bytes, no cookie, strict headers."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
PUBLIC = [
    "/",
    "/guide/",
    "/guide/flask-vs-django/",
    "/compare/quick/",
    "/frameworks/flask/",
    "/search/?q=async",
    "/corrections/",
    "/probes/",
    "/claims/flask-has-no-csrf-protection/",
    "/advisor/",
    "/advisor/result/",
    "/advisor/method/",
    "/lab/",
    "/lab/2026-11-22-e155c95d/json/",
    "/feed/",
    "/feed/changes/",
    "/changes/",
    "/data/",
    "/llms.txt",
    "/data/guide.json",
    "/sitemap.xml",
    "/robots.txt",
    "/api/v1/questionnaire",
    "/api/v1/claims",
    "/api/v1/lab",
    "/api/v1/comparisons",
    "/api/v1/frameworks",
    "/api/v1/rulesets",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_sets_no_cookie_and_does_not_vary_by_one(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("path", PUBLIC)
def test_a_member_gets_the_same_bytes_as_everybody(client, member, path):
    anonymous = client.get(path).content
    client.force_login(member)
    assert client.get(path).content == anonymous


@pytest.mark.parametrize("path", PUBLIC)
def test_a_second_visit_is_answered_304(client, path):
    etag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": etag}).status_code == 304


@pytest.mark.parametrize("path", ["/", "/advisor/", reverse("account_login")])
def test_pages_forbid_inline_code_and_third_parties(client, path):
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_log_in_pages_of_both_admins_lead_to_ours(client):
    for path in ("/admin/", "/django-admin/"):
        response = client.get(path, follow=True)
        assert response.request["PATH_INFO"] == "/account/login/"
        assert path in response.request["QUERY_STRING"].replace("%2F", "/")
