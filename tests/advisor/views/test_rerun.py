from advisor.models import Recommendation
from tests.advisor.small_document import small_document
from tests.advisor.views.conftest import publish


def page_of(response):
    return response.content.decode()


def heavier_paper():
    """Paper weighs 9 instead of 3: Rock no longer leads."""
    document = small_document()
    paper = document["frameworks"][1]
    weight = {"low": 10, "best": 10, "high": 10}
    scores = {**paper["scores"], "weight": weight}
    document["frameworks"] = [document["frameworks"][0], {**paper, "scores": scores}]
    return document


def without_the_answer():
    document = small_document()
    use = document["questions"][0]
    document["questions"] = [
        {**use, "options": use["options"][1:]},
        *document["questions"][1:],
    ]
    return document


def test_the_page_shows_both_verdicts_and_why_they_differ(saved, member_client):
    version = publish(heavier_paper())

    page = page_of(member_client.get(f"/advisor/saved/{saved.pk}/rerun/"))

    assert "The verdict would now be “Paper” instead of “Rock”" in page
    assert "the score of Paper on Weight changed from 3 to 10" in page
    assert f"Version {saved.version.number}</a>" in page
    assert f"Version {version.number}</a>" in page


def test_running_again_saves_nothing_and_offers_to(saved, member_client):
    publish(heavier_paper())
    before = Recommendation.objects.values().get()

    page = page_of(member_client.get(f"/advisor/saved/{saved.pk}/rerun/"))

    assert Recommendation.objects.values().get() == before
    assert 'href="/advisor/saved/new/?use=hold">Save this as a new one' in page


def test_under_the_same_version_there_is_nothing_new_to_save(saved, member_client):
    page = page_of(member_client.get(f"/advisor/saved/{saved.pk}/rerun/"))

    assert "nothing can have changed" in page
    assert "Save this as a new one" not in page


def test_an_answer_that_is_gone_is_named(saved, member_client):
    publish(without_the_answer())

    page = page_of(member_client.get(f"/advisor/saved/{saved.pk}/rerun/"))

    assert "does not have your answer “Holding a door”" in page
    assert "Save this as a new one" not in page


def test_a_title_cannot_bring_markup_along(saved, member_client):
    Recommendation.objects.filter(pk=saved.pk).update(title="<script>alert(1)</script>")

    page = page_of(member_client.get(f"/advisor/saved/{saved.pk}/rerun/"))

    assert "<script>alert" not in page
