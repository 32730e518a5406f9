"""Moderators decide in the admin; nobody else may; writers are told."""

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from advisor.editing.roles import AUTHORS, FACT_CHECKERS, PUBLISHERS
from guide.feedback.actions import report_comment
from guide.models import Comment, Correction
from tests.guide.feedback.sent import make_comment, make_correction, published
from tests.staff import staff

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def moderator(db):
    return staff(FACT_CHECKERS)


@pytest.fixture
def correction(claim):
    return make_correction(
        claim, writer="Ada", email="ada@example.org", confirmed_at=timezone.now()
    )


def address_of(message) -> str:
    return f"/admin/{message.kind}s/edit/{message.pk}/"


def decide(client, message, verb, words="", seen=None):
    form = {"verb": verb, "words": words, "seen": seen or message.status}
    response = client.post(address_of(message), form)
    if type(message).objects.filter(pk=message.pk).exists():
        message.refresh_from_db()
    return response


def test_accepting_leads_to_the_form_with_the_suggestion_beside_it(
    moderator, correction, client
):
    response = decide(moderator, correction, "accept", "Thank you.")

    assert correction.status == "accepted"
    assert correction.decided_by.username == "fact-checkers"
    assert (
        response["Location"]
        == f"/admin/snippets/guide/claim/edit/{correction.claim_id}/"
    )
    form = moderator.get(response["Location"]).content.decode()
    assert "It is wet." in form
    assert "https://example.org/water" in form
    public = client.get(correction.get_absolute_url()).content.decode()
    for words in ("It is wet.", "Thank you.", "Ada"):
        assert words in public
    assert "ada@example.org" not in public
    assert "one accepted on" in client.get("/claims/a-claim/").content.decode()


def test_the_suggestion_leaves_the_form_once_the_claim_is_published(
    moderator, correction, claim
):
    decide(moderator, correction, "accept")
    claim.save_revision().publish()
    form = moderator.get(f"/admin/snippets/guide/claim/edit/{claim.pk}/")
    assert "It is wet." not in form.content.decode()


def test_a_table_is_edited_by_those_who_may(moderator, table):
    correction = Correction.objects.create(
        page=table, wrong="a", right="It is wet.", source_url="https://example.org/"
    )
    response = decide(moderator, correction, "accept")
    assert response["Location"] == "/admin/corrections/"

    publisher = staff(PUBLISHERS)
    response = decide(publisher, correction, "answer", "Also this.")
    response = decide(publisher, correction, "accept")
    assert response["Location"] == f"/admin/pages/{table.pk}/edit/"
    assert "It is wet." in publisher.get(response["Location"]).content.decode()


def test_an_answer_shows_the_words_and_the_reply(moderator, correction, client):
    decide(moderator, correction, "answer", "It depends.")
    html = client.get(correction.get_absolute_url()).content.decode()
    for words in ("Answered", "It is wet.", "It depends."):
        assert words in html


def test_a_rejection_hides_the_words_and_says_why(moderator, correction, client):
    decide(moderator, correction, "reject", "No source says so.")
    html = client.get(correction.get_absolute_url()).content.decode()
    assert "No source says so." in html
    assert "It is wet." not in html
    assert "Ada" not in html


@pytest.mark.parametrize("verb", ["answer", "reject"])
def test_an_answer_or_a_rejection_needs_words(moderator, correction, verb):
    html = decide(moderator, correction, verb).content.decode()
    assert "Say why" in html
    assert correction.status == "waiting"


def test_spam_goes_without_a_trace(moderator, correction, client):
    decide(moderator, correction, "discard")
    assert not Correction.objects.exists()
    assert mail.outbox == []


def test_the_writer_is_told_once_and_only_where_confirmed(moderator, correction):
    decide(moderator, correction, "answer", "It depends.")
    decide(moderator, correction, "answer", "It depends, really.")
    [letter] = mail.outbox
    assert letter.to == ["ada@example.org"]
    assert "It depends." in letter.body
    assert "/feedback/message/" in letter.body

    Correction.objects.update(confirmed_at=None)
    decide(moderator, correction, "reject", "No.")
    assert len(mail.outbox) == 1


def test_a_mail_that_fails_stops_no_decision(moderator, correction, monkeypatch):
    def down(*args, **kwargs):
        raise OSError

    monkeypatch.setattr("guide.feedback.mails.send_mail", down)
    decide(moderator, correction, "answer", "It depends.")
    assert correction.status == "answered"


def test_two_moderators_do_not_overrule_each_other_unseen(moderator, correction):
    decide(moderator, correction, "answer", "It depends.")
    response = decide(moderator, correction, "reject", "No.", seen="waiting")
    assert correction.status == "answered"
    page = moderator.get(response["Location"]).content.decode()
    assert "Somebody decided on this meanwhile" in page


@pytest.mark.parametrize("verb", ["", "publish", "drop table", SCRIPT])
def test_an_unknown_verb_does_nothing(moderator, correction, verb):
    response = decide(moderator, correction, verb)
    assert response.status_code == 200
    assert SCRIPT not in response.content.decode()
    assert correction.status == "waiting"


def test_what_is_not_confirmed_is_not_there_for_moderators(moderator, claim):
    hidden = make_correction(
        claim, status="unconfirmed", email="a@example.org", wrong="Hidden words."
    )
    assert moderator.get(address_of(hidden)).status_code == 404
    assert "Water is dry." not in moderator.get("/admin/corrections/").content.decode()
    assert "0 Corrections waiting" in moderator.get("/admin/").content.decode()


def test_a_comment_is_published_and_taken_away_again(moderator, article, client):
    comment = make_comment(article, text="Well, well.")
    decide(moderator, comment, "publish")
    assert "Well, well." in client.get(article.url).content.decode()

    decide(moderator, comment, "reject", "Off topic.")

    assert "Well, well." not in client.get(article.url).content.decode()
    assert "Off topic." not in client.get(article.url).content.decode()


def test_looking_at_a_reported_comment_settles_the_reports(moderator, article):
    comment = published(article)
    report_comment(comment=comment, reason="Rude words.", sender="a")
    assert "1 Comment reported" in moderator.get("/admin/").content.decode()
    assert "Rude words." in moderator.get(address_of(comment)).content.decode()

    decide(moderator, comment, "publish")

    assert comment.is_published
    assert not Comment.objects.reported().exists()


def test_spam_with_replies_leaves_an_empty_place(moderator, article, client):
    comment = published(article, text="Buy pills.")
    published(article, text="Please do not.", parent=comment)
    decide(moderator, comment, "discard")
    html = client.get(article.url).content.decode()
    assert "Buy pills." not in html
    assert "Please do not." in html


def test_markup_is_harmless_in_the_admin(moderator, claim, article):
    correction = make_correction(
        claim, wrong=SCRIPT, right=SCRIPT, writer=SCRIPT, source_url="https://x.org/"
    )
    comment = published(article, text=SCRIPT, writer=SCRIPT)
    report_comment(comment=comment, reason=SCRIPT, sender="a")
    pages = [address_of(correction), address_of(comment), "/admin/corrections/"]
    for path in [*pages, "/admin/comments/", "/admin/"]:
        assert SCRIPT not in moderator.get(path).content.decode()
    decide(moderator, correction, "accept")
    form = moderator.get(f"/admin/snippets/guide/claim/edit/{claim.pk}/")
    assert SCRIPT not in form.content.decode()
    assert "&lt;script&gt;alert(1)" in form.content.decode()


@pytest.mark.parametrize("group", [FACT_CHECKERS, PUBLISHERS])
def test_fact_checkers_and_publishers_moderate(group, correction, article):
    client = staff(group)
    comment = make_comment(article)
    for message in (correction, comment):
        assert client.get(address_of(message)).status_code == 200
        assert client.get(f"/admin/{message.kind}s/").status_code == 200
    decide(client, comment, "publish")
    assert comment.is_published


def test_authors_and_members_do_not(correction, article, member):
    comment = make_comment(article)
    reader = Client()
    reader.force_login(member)
    for client in (staff(AUTHORS), reader, Client()):
        for message in (correction, comment):
            assert client.get(address_of(message)).status_code == 302
            decide(client, message, "discard")
            assert client.get(f"/admin/{message.kind}s/").status_code == 302
    assert Correction.objects.filter(status="waiting").count() == 1
    assert Comment.objects.filter(status="waiting").count() == 1


def test_authors_are_not_told_what_waits(correction):
    assert "Corrections waiting" not in staff(AUTHORS).get("/admin/").content.decode()


def test_the_lists_are_filtered_and_counted(moderator, claim, article):
    make_correction(claim)
    html = moderator.get("/admin/").content.decode()
    assert "1 Correction waiting" in html
    waiting = moderator.get("/admin/corrections/?status=waiting").content.decode()
    assert "Correction of Water is dry." in waiting
    accepted = moderator.get("/admin/corrections/?status=accepted").content.decode()
    assert "Correction of Water is dry." not in accepted

    reported, quiet = published(article), published(article)
    report_comment(comment=reported, reason="Rude.", sender="a")
    html = moderator.get("/admin/comments/?reported=true").content.decode()
    assert str(reported.pk) in html
    assert str(quiet.pk) not in html


def test_the_list_costs_the_same_for_more(
    moderator, claim, article, django_assert_max_num_queries
):
    counts = []
    for number in (1, 10):
        for _ in range(number):
            make_correction(claim)
            make_comment(article)
        for path in ("/admin/corrections/", "/admin/comments/"):
            moderator.get(path)
            with django_assert_max_num_queries(60) as asked:
                moderator.get(path)
            counts.append(len(asked))
    assert counts[:2] == counts[2:]
