"""The evidence rule, for each shipped paragraph, point, callout, part and cell."""

import re

import pytest

from tests.guide.content.statements import CLAIMS, LINK, STATEMENTS

each_statement = pytest.mark.parametrize("statement", STATEMENTS, ids=str)
LINKS = sorted({link for s in STATEMENTS for link in LINK.findall(s.words)})
CODE = re.compile(r"`[^`]*`")
ADDRESS = re.compile(r"\]\([^)]*\)")


@each_statement
def test_it_cites_a_claim_or_says_it_is_opinion(statement):
    assert statement.claims or statement.is_opinion


@each_statement
def test_its_claims_exist(statement):
    assert [slug for slug in statement.claims if slug not in CLAIMS] == []


@each_statement
def test_a_number_never_stands_without_a_claim(statement):
    words = ADDRESS.sub("", CODE.sub("", statement.words))
    assert statement.claims or not re.search(r"\d", words)


@each_statement
def test_what_turned_out_wrong_is_only_cited_where_it_is_corrected(statement):
    cited = {CLAIMS[slug].data["status"] for slug in statement.claims}
    assert statement.kind == "said_and_found" or not cited & {"wrong", "outdated"}


@pytest.mark.django_db
@pytest.mark.parametrize("link", LINKS)
def test_a_link_in_the_words_leads_somewhere(client, link):
    path, _, fragment = link.partition("#")
    response = client.get(path)
    assert response.status_code == 200
    assert not fragment or f'id="{fragment}"' in response.content.decode()
