import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from advisor.models import Notice, NoticeSettings, Recommendation
from advisor.saved.actions import delete_recommendation, make_feed
from advisor.saved.rescoring import rescore
from tests.advisor.newer_versions import publish_paper_weighing

NOTICES = "/advisor/saved/notices/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def noticed(saved):
    rescore(publish_paper_weighing(10))
    return saved


@pytest.fixture
def feed_path(member):
    return f"/advisor/saved/feed/{make_feed(member=member).feed_token}/"


def page_of(response):
    return response.content.decode()


@pytest.mark.parametrize("path", ["/advisor/saved/", "/advisor/saved/{id}/"])
def test_list_and_detail_say_how_it_stands_and_why(noticed, member_client, path):
    page = page_of(member_client.get(path.format(id=noticed.pk)))

    assert "Would now be: Paper" in page
    assert "the score of Paper on Weight changed from 3 to 10" in page
    assert "I have seen this" in page
    assert f"/advisor/saved/{noticed.pk}/rerun/" in page


def test_the_list_counts_what_needs_a_look(noticed, member_client):
    page = page_of(member_client.get("/advisor/saved/"))

    assert "1 saved result stands differently under a newer rule set." in page


def test_what_a_newer_version_took_back_needs_no_look(noticed, member_client):
    rescore(publish_paper_weighing(4))

    page = page_of(member_client.get("/advisor/saved/"))

    assert "stands differently" not in page


def test_what_was_seen_stays_without_asking_for_attention(noticed, member_client):
    path = f"/advisor/saved/{noticed.pk}/dismiss/"

    page = page_of(member_client.post(path, {"back": "list"}, follow=True))

    assert "Would now be: Paper" in page
    assert "I have seen this" not in page
    assert "stands differently" not in page


def test_dismissing_goes_back_to_where_it_was_asked_for(noticed, member_client):
    path = f"/advisor/saved/{noticed.pk}/dismiss/"

    back = member_client.post(path, {"back": "detail"})["Location"]
    elsewhere = member_client.post(path, {"back": "//evil.example"})["Location"]

    assert back == f"/advisor/saved/{noticed.pk}/"
    assert elsewhere == "/advisor/saved/"


def test_dismissing_takes_a_post(noticed, member_client):
    path = f"/advisor/saved/{noticed.pk}/dismiss/"

    assert member_client.get(path).status_code == 405
    assert Notice.objects.get().dismissed_at is None


def test_a_newer_version_asks_for_attention_again(noticed, member_client):
    member_client.post(f"/advisor/saved/{noticed.pk}/dismiss/")
    version = publish_paper_weighing(4)
    rescore(version)

    page = page_of(member_client.get("/advisor/saved/"))

    assert "Still holds: Rock" in page
    assert f"under rule set version {version.number}" in page
    assert "Would now be: Paper" not in page


def test_nobody_else_sees_or_dismisses_it(noticed, client, other_member):
    client.force_login(other_member)

    assert client.post(f"/advisor/saved/{noticed.pk}/dismiss/").status_code == 404
    assert "Would now be" not in page_of(client.get("/advisor/saved/"))
    assert "stands differently" not in page_of(client.get("/advisor/saved/"))
    assert Notice.objects.get().dismissed_at is None


def test_the_list_takes_few_queries_however_many_notices(
    noticed, member_client, django_assert_max_num_queries
):
    for number in range(15):
        sent = {"title": f"Door {number}"}
        member_client.post("/advisor/saved/new/?use=hold", sent)
    rescore(publish_paper_weighing(8))

    with django_assert_max_num_queries(9):
        member_client.get("/advisor/saved/")


def test_mail_is_off_until_it_is_asked_for(member_client):
    assert "checked>" not in page_of(member_client.get(NOTICES))

    on = page_of(member_client.post(NOTICES, {"by_mail": "on"}, follow=True))
    assert NoticeSettings.objects.get().by_mail is True
    assert "checked>" in on

    member_client.post(NOTICES, {})
    assert NoticeSettings.objects.get().by_mail is False


def test_a_feed_is_made_replaced_and_ended(member_client):
    def address(page):
        return re.search(r"http://testserver(/advisor/saved/feed/[\w-]{43}/)", page)

    assert address(page_of(member_client.get(NOTICES))) is None
    made = page_of(member_client.post(NOTICES, {"make_feed": "yes"}, follow=True))
    first = address(made)[1]
    assert Client().get(first).status_code == 200

    replaced = page_of(member_client.post(NOTICES, {"make_feed": "yes"}, follow=True))
    second = address(replaced)[1]
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200

    member_client.post(NOTICES, {"end_feed": "yes"})
    assert Client().get(second).status_code == 404


def test_choosing_mail_keeps_the_feed(member_client, feed_path):
    member_client.post(NOTICES, {"by_mail": "on"})

    assert Client().get(feed_path).status_code == 200


def test_the_feed_tells_what_became_of_each(noticed, feed_path):
    feed = ElementTree.fromstring(Client().get(feed_path).content)

    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "The heavy door: Would now be: Paper"
    assert "changed from 3 to 10" in entry.find(f"{ATOM}summary").text
    link = entry.find(f"{ATOM}link").get("href")
    assert link == f"http://testserver/advisor/saved/{noticed.pk}/"


def test_the_feed_holds_no_note_and_nobody_by_name(noticed, feed_path, member):
    Recommendation.objects.update(note="Private note")

    text = page_of(Client().get(feed_path))

    for secret in ("Private note", member.email, ">member<"):
        assert secret not in text


def test_the_feed_is_kept_nowhere_and_reads_no_session(noticed, feed_path):
    response = Client().get(feed_path)

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Content-Type"].startswith("application/atom+xml")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_feed_shows_nothing_of_others_and_nothing_deleted(
    noticed, feed_path, other_member
):
    theirs = f"/advisor/saved/feed/{make_feed(member=other_member).feed_token}/"
    assert "heavy door" not in page_of(Client().get(theirs))

    delete_recommendation(recommendation=noticed)

    assert "heavy door" not in page_of(Client().get(feed_path))


def test_a_locked_out_or_unknown_feed_does_not_exist(feed_path, member):
    member.is_active = False
    member.save()
    gone = Client().get(feed_path)
    unknown = Client().get(f"/advisor/saved/feed/{'x' * 43}/")

    assert gone.status_code == unknown.status_code == 404
    assert gone.content == unknown.content


def test_titles_cannot_bring_markup_into_pages_or_feeds(
    noticed, member_client, feed_path
):
    Recommendation.objects.update(title="</title><script>alert(1)</script>")

    for path in ("/advisor/saved/", feed_path):
        assert "<script>alert" not in page_of(member_client.get(path))
    ElementTree.fromstring(Client().get(feed_path).content)
