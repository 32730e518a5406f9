"""How long others may keep a response, and which they may not keep at all."""

import pytest
from django.http import HttpResponse

from config.shared_caches import SharedCachesMiddleware
from guide.models import ArticlePage

pytestmark = pytest.mark.django_db
SHARED = "public, max-age=0, s-maxage=3600, stale-while-revalidate=60"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/guide/flask-vs-django/",
        "/compare/quick/",
        "/claims/",
        "/search/?q=async",
        "/advisor/",
        "/advisor/result/",
        "/advisor/method/",
        "/feed/",
        "/sitemap.xml",
        "/robots.txt",
        "/api/v1/claims",
        "/api/v1/rulesets/1",
        "/api/v1/openapi.json",
    ],
)
def test_public_pages_have_a_long_shared_life(client, path):
    response = client.get(path)

    said = {word.strip() for word in response["Cache-Control"].split(",")}
    assert said == set(SHARED.split(", "))


@pytest.mark.parametrize(
    "path", ["/nothing/here/", "/api/v1/claims/no-such-claim", "/account/login/"]
)
def test_errors_and_forms_have_none(client, path):
    assert "s-maxage" not in client.get(path).get("Cache-Control", "")


def test_a_page_behind_a_log_in_has_none(client, member):
    page = ArticlePage.objects.live().first()
    page.view_restrictions.create(restriction_type="login")
    client.force_login(member)

    response = client.get(page.url)

    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
    assert "no-store" in response["Cache-Control"]


def marked(change):
    """What the middleware makes of a response marked public, after `change`."""

    def view(request):
        response = HttpResponse("x", headers={"Cache-Control": "public"})
        change(response)
        return response

    return SharedCachesMiddleware(view)


@pytest.mark.parametrize(
    "change",
    [
        lambda response: response.set_cookie("csrftoken", "x"),
        lambda response: response.headers.setdefault("Vary", "Accept, Cookie"),
        lambda response: response.headers.setdefault("Vary", "*"),
    ],
    ids=["cookie set", "session looked at", "varies by everything"],
)
def test_a_mark_that_was_wrong_is_taken_back(rf, change):
    assert marked(change)(rf.get("/"))["Cache-Control"] == "private, no-store"
