import pytest

from tests.advisor.small_document import small_document
from tests.advisor.views.conftest import publish

pytestmark = pytest.mark.usefixtures("small_version")


@pytest.fixture
def page(client):
    return client.get("/advisor/method/").content.decode()


def test_the_constants_are_the_ones_in_force(page):
    assert "at least 90 of 100" in page
    assert "fewer than 66 of 100" in page


def test_every_question_is_shown_with_what_its_answers_change(page):
    assert page.count('id="question-') == 4
    assert "+6 Weight" in page
    assert "Needs: Floats on water. Rules out Rock." in page


def test_the_spread_of_verdicts_comes_from_the_engine(page, small_version):
    clear = small_version.outcomes["frameworks"]["rock"]["clear"]

    assert "Verdicts of 20 random answer sets" in page
    assert f'<th scope="row">Rock</th><td class="number">{clear}</td>' in page


def test_every_version_is_listed_with_its_digest(page, small_version):
    for number in range(1, small_version.number + 1):
        assert f'href="/api/v1/rulesets/{number}"' in page
    assert small_version.digest in page


def test_the_page_discloses_what_the_site_is_built_with(page):
    assert "This site is built with Django and Wagtail" in page


def test_the_constants_and_the_version_in_force_are_listed(page, small_version):
    constants = page.split('id="constants"')[1].split("</section>")[0]

    assert f'href="/api/v1/rulesets/{small_version.number}"' in constants
    for constant in ("66 of 100", "90 of 100", "2 in 100", "1,000", "0 to 10"):
        assert constant in constants


def test_all_nine_checks_are_shown_with_their_results(page):
    checks = page.split('id="checks"')[1].split("</section>")[0]

    for number in range(1, 10):
        assert f'id="check-P{number}"' in checks
    assert "Passed" in checks


def test_the_spread_says_where_the_share_of_only_one_comes_from(page):
    assert "come from hard rules" in page


def test_the_difference_to_the_version_before_is_shown(client, small_version):
    changed = small_document()
    changed["criteria"][0] = {**changed["criteria"][0], "base_points": 3}
    publish(changed)

    page = client.get("/advisor/method/").content.decode()

    assert "Criterion “Weight”, points at the start: 2 became 3." in page


def test_the_page_weighs_little_and_leads_to_the_claims(client, first_version):
    url = f"/advisor/method/?ruleset={first_version.number}"
    page = client.get(url).content

    assert b'href="/claims/' in page
    assert len(page) < 90_000


def test_an_older_version_is_not_called_the_one_in_force(client, first_version):
    url = f"/advisor/method/?ruleset={first_version.number}"
    page = client.get(url).content.decode()

    assert "Version 1, shown here" in page
    assert "Version 1, in force" not in page
