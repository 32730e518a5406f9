"""Records of saved recommendations: as a page, as files, for their owner alone."""

import json
import re
import uuid
from datetime import date
from html import unescape

import pytest
from django.test import Client

from advisor.accounts.actions import create_api_token
from advisor.exports.markdown import as_markdown
from advisor.exports.record import compose
from advisor.saved.actions import delete_recommendation, save_recommendation
from advisor.saved.decision_records import decision_of
from guide.models import Claim

TITLE = "Our <b>shop</b> | 商店"
NOTE = "# Not a heading\n<script>alert(1)</script>"
FILES = {
    "": ("text/markdown; charset=utf-8", "our-b-shop-b.md"),
    "?format=markdown": ("text/markdown; charset=utf-8", "our-b-shop-b.md"),
    "?format=csv": ("text/csv; charset=utf-8", "our-b-shop-b.csv"),
    "?format=json": ("application/json", "our-b-shop-b.json"),
}


@pytest.fixture
def saved(member, first_version):
    scenario = first_version.document["scenarios"][0]
    return save_recommendation(
        owner=member,
        version=first_version,
        answers=scenario["answers"],
        title=TITLE,
        note=NOTE,
    )


@pytest.fixture
def addresses(saved) -> list[str]:
    """Every address at which the record can be read."""
    file = f"/api/v1/recommendations/{saved.pk}/adr"
    return [f"/advisor/saved/{saved.pk}/record/", *(file + query for query in FILES)]


def absolute(path: str) -> str:
    return f"http://testserver{path}"


def by_token(member) -> Client:
    token = create_api_token(owner=member, name="Tests")[1]
    return Client(headers={"authorization": f"Bearer {token}"})


def text_of(html: str) -> str:
    """The words of a page, blanks made one."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize("query", FILES)
def test_a_member_gets_the_record_as_a_file(saved, member, query):
    response = by_token(member).get(f"/api/v1/recommendations/{saved.pk}/adr{query}")
    kind, name = FILES[query]

    assert response.status_code == 200
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'


def test_the_markdown_file_is_the_composed_record(saved, member):
    response = by_token(member).get(f"/api/v1/recommendations/{saved.pk}/adr")
    record = compose(decision_of(saved, absolute))

    assert response.content.decode() == as_markdown(record)


def test_the_page_says_what_the_record_says(saved, member_client):
    page = text_of(
        member_client.get(f"/advisor/saved/{saved.pk}/record/").content.decode()
    )
    record = compose(decision_of(saved, absolute))
    lines = [
        line
        for section in record.sections
        for part in (section, *section.parts)
        for block in part.blocks
        if block.kind in ("paragraph", "bullets")
        for line in getattr(block, "items", None) or (block.line,)
    ]

    assert len(lines) > 30
    for line in lines:
        for span in line:
            assert " ".join(span.text.split()) in page


def test_what_was_typed_is_shown_and_not_run(saved, member_client):
    page = member_client.get(f"/advisor/saved/{saved.pk}/record/").content.decode()

    assert "Our &lt;b&gt;shop&lt;/b&gt; | 商店" in page
    assert "<script>alert" not in page


def test_the_page_offers_the_files(saved, member_client):
    page = member_client.get(f"/advisor/saved/{saved.pk}/record/").content.decode()
    offered = re.findall(r'href="(/api/v1/recommendations/[^"]+)"', page)

    assert len(offered) == 3
    assert all(member_client.get(url).status_code == 200 for url in offered)


def test_the_saved_result_leads_to_its_record(saved, member_client):
    page = member_client.get(f"/advisor/saved/{saved.pk}/").content.decode()

    assert f'href="/advisor/saved/{saved.pk}/record/"' in page


def test_the_addresses_in_the_record_lead_to_the_same_answers(saved, member, client):
    response = by_token(member).get(
        f"/api/v1/recommendations/{saved.pk}/adr?format=json"
    )
    data = json.loads(response.content)

    result = client.get(data["result_url"])
    wizard = client.get(data["wizard_url"])

    assert data["answers"] == saved.answers
    assert (
        result.context["result"].verdict.sentence
        == (saved.evaluation["verdict"]["sentence"])
    )
    assert len(result.context["result"].answers) == len(saved.answers)
    assert wizard.context["start"].answered == len(saved.answers)


def test_no_cache_keeps_it_and_no_robot_finds_it(addresses, member_client):
    for address in addresses:
        response = member_client.get(address)

        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"


def test_to_another_member_it_does_not_exist(addresses, client, other_member):
    client.force_login(other_member)

    _, *files = addresses

    assert {client.get(address).status_code for address in addresses} == {404}
    assert {by_token(other_member).get(file).status_code for file in files} == {404}


def test_a_stranger_learns_nothing(addresses, client):
    page, *files = addresses

    assert client.get(page)["Location"].startswith("/account/login/?next=")
    assert {client.get(address).status_code for address in files} == {401}


def test_a_deleted_one_is_gone_for_its_owner_too(saved, addresses, member_client):
    delete_recommendation(recommendation=saved)

    assert {member_client.get(address).status_code for address in addresses} == {404}


def test_an_unknown_one_is_no_error_of_ours(member, member_client):
    key = uuid.uuid4()

    assert member_client.get(f"/advisor/saved/{key}/record/").status_code == 404
    assert by_token(member).get(f"/api/v1/recommendations/{key}/adr").status_code == 404


def test_a_form_it_does_not_have_is_named(saved, member):
    response = by_token(member).get(
        f"/api/v1/recommendations/{saved.pk}/adr?format=pdf"
    )

    assert response.status_code == 422
    assert response.json()["errors"][0]["loc"] == ["query", "format"]


def test_a_page_changes_nothing(saved, member_client):
    assert member_client.post(f"/advisor/saved/{saved.pk}/record/").status_code == 405


def test_the_number_of_queries_does_not_grow_with_the_evidence(
    addresses, member_client, django_assert_max_num_queries
):
    """Session, member, recommendation with version, claims, sources, releases."""
    assert Claim.objects.count() > 100
    for address in addresses:
        with django_assert_max_num_queries(7):
            member_client.get(address)


def test_support_and_evidence_come_from_the_guide(saved):
    decision = decision_of(saved, absolute)

    assert {row.framework for row in decision.support} == {"django", "flask"}
    assert any(row.until for row in decision.support)
    assert all(isinstance(row.checked_on, date) for row in decision.evidence.values())
    assert all(row.url.startswith("http://testserver/claims/")
               for row in decision.evidence.values())  # fmt: skip
