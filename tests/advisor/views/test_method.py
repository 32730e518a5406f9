import pytest

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
