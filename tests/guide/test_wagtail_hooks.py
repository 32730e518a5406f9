"""The ledger in the admin, and what Wagtail's own API says about our pages."""

import pytest
from wagtail.api.rich_text import APIRichText

from guide.models import ArticlePage, Claim, Framework
from guide.rich_text import INLINE_FEATURES
from tests.guide.factories import make_claim

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["claim", "framework"])
def test_editors_list_add_and_edit_the_ledger(administrator_client, kind):
    model = {"claim": Claim, "framework": Framework}[kind]
    shown = model.objects.first()
    for view in ("", "add/", f"edit/{shown.pk}/", f"history/{shown.pk}/"):
        response = administrator_client.get(f"/admin/snippets/guide/{kind}/{view}")
        assert response.status_code == 200, view


def test_editors_find_claims_by_words_and_status(administrator_client):
    make_claim("quokka", statement="The quokka flies.", status="wrong")
    found = administrator_client.get("/admin/snippets/guide/claim/?q=quokka")
    assert "The quokka flies." in found.content.decode()
    wrong = administrator_client.get("/admin/snippets/guide/claim/?status=supported")
    assert "The quokka flies." not in wrong.content.decode()


@pytest.mark.parametrize("model", [Claim, Framework])
def test_editors_preview_a_draft_of_a_ledger_entry(administrator_client, model):
    shown = model.objects.first()
    words = "Only in the draft."
    setattr(shown, "statement" if model is Claim else "summary", words)
    revision = shown.save_revision()
    kind = model._meta.model_name
    preview = administrator_client.get(
        f"/admin/snippets/guide/{kind}/history/{shown.pk}/revisions/{revision.pk}/view/"
    )
    assert preview.status_code == 200
    assert words in preview.content.decode()


def test_members_have_no_business_there(member_client):
    response = member_client.get("/admin/snippets/guide/claim/")
    assert response.status_code in (302, 403)


def test_wagtails_api_shows_summary_and_sections(client):
    page = ArticlePage.objects.get(slug="flask-vs-django")
    data = client.get(f"/api/content/pages/{page.pk}/").json()
    assert data["summary"] == page.summary
    assert data["sections"][0]["type"] == "section"
    assert data["sections"][0]["value"]["heading"] == page.toc[0]["title"]


def test_inline_code_survives_wherever_html_comes_in():
    html, removed = APIRichText.sanitize_db_html(
        "<p><code>a</code><pre>b</pre></p>", features=INLINE_FEATURES
    )
    assert "<code>a</code>" in html
    assert [removal.tag for removal in removed] == ["pre"]
