"""Comments at a page's end: moderated, plain, one level deep, off where wanted."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from guide.feedback.actions import report_comment, send_comment
from guide.feedback.form_trap import new_key
from guide.feedback.threads import AT_THE_END
from guide.models import Comment, CommentReport
from tests.guide.factories import index
from tests.guide.feedback.sent import (
    comment_on,
    make_comment,
    make_correction,
    published,
    reply_to,
)

pytestmark = pytest.mark.django_db
EVERYWHERE = [
    "/feed/", "/search/?q=secretword", "/sitemap.xml", "/corrections/", "/claims/",
    "/claims/a-claim/", "/guide/an-article/", "/api/v1/claims/a-claim",
    "/api/v1/claims?limit=100", "/api/v1/comparisons", "/guide/", "/",
    "/api/content/pages/?search=secretword",
]  # fmt: skip


def report(client, comment, reason="Rude."):
    form = {"reason": reason, "key": new_key(), "subject": ""}
    return client.post(f"/comments/{comment.pk}/report/", form)


def test_a_comment_is_seen_once_a_moderator_published_it(client, article):
    before = client.get(article.url).content
    comment_on(article, text="Rather well said.")
    comment = Comment.objects.get()
    assert comment.status == "waiting"
    assert client.get(article.url).content == before

    Comment.objects.update(status="published", decided_at=timezone.now())

    html = client.get(article.url).content.decode()
    assert "Rather well said." in html
    assert "Comments (1)" in html


@pytest.mark.parametrize("path", EVERYWHERE)
@pytest.mark.parametrize("status", ["waiting", "unconfirmed", "rejected"])
def test_words_nobody_let_through_are_nowhere(client, claim, article, path, status):
    day = timezone.now() if status == "rejected" else None
    make_comment(article, text="secretword", writer="secretword", status=status)
    make_correction(
        claim,
        wrong="secretword",
        right="secretword",
        writer="secretword",
        source_url="https://secretword.example/",
        email="secretword@example.org",
        reply="No." if status == "rejected" else "",
        status=status,
        decided_at=day,
    )
    asked = "secretword" in path  # a page may repeat what was searched for
    html = client.get(path).content.decode().replace("?q=secretword", "")
    assert html.count("secretword") <= (3 if asked else 0)
    assert "secretword@" not in html
    assert "secretword.example" not in html


def test_unpublished_comments_have_no_pages(client, article):
    comment = make_comment(article)
    for action in ("reply", "report"):
        assert client.get(f"/comments/{comment.pk}/{action}/").status_code == 404


def test_a_page_with_comments_is_the_same_for_everybody(client, member, article):
    published(article)
    response = client.get(article.url)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    client.force_login(member)
    assert client.get(article.url).content == response.content


def test_replies_stand_below_what_they_reply_to(client, article):
    first = published(article, text="First.")
    published(article, text="Second.")
    published(article, text="To the first.", parent=first)

    html = client.get(article.url).content.decode()

    places = [html.index(words) for words in ("First.", "To the first.", "Second.")]
    assert places == sorted(places)


def test_a_reply_is_moderated_like_a_comment(article):
    first = published(article)
    assert reply_to(first).status_code == 302
    assert Comment.objects.get(parent=first).status == "waiting"


def test_a_reply_to_a_reply_has_no_form_and_is_refused(article, client):
    reply = published(article, parent=published(article))

    assert reply_to(reply).status_code == 404
    with pytest.raises(ValidationError, match="first comment"):
        send_comment(key=None, page=article, text="x", parent=reply)
    with pytest.raises(IntegrityError):
        make_comment(article, parent=reply)


def test_many_comments_have_a_page_of_their_own(client, article):
    for number in range(AT_THE_END + 1):
        published(article, text=f"Comment {number}.")

    html = client.get(article.url).content.decode()
    assert "Comment 0." not in html
    assert f'href="/comments/on/{article.pk}/"' in html
    assert f"Read all {AT_THE_END + 1} comments" in html
    assert "Comment 0." in client.get(f"/comments/on/{article.pk}/").content.decode()


def test_the_page_of_comments_is_paged(client, article):
    for number in range(31):
        published(article, text=f"Comment {number}.")
    path = f"/comments/on/{article.pk}/"
    assert "Comment 30." not in client.get(path).content.decode()
    assert "Comment 30." in client.get(f"{path}?page=2").content.decode()
    for odd in ("x", "-1", "9" * 30, "%00"):
        assert client.get(f"{path}?page={odd}").status_code == 200


@pytest.mark.parametrize("count", [0, 3, 60])
def test_comments_cost_a_page_one_query(
    client, article, django_assert_max_num_queries, count
):
    for _ in range(count):
        published(article, parent=published(article))
    client.get(article.url)
    with django_assert_max_num_queries(10) as on_the_page:
        client.get(article.url)
    asked = [q for q in on_the_page if "guide_comment" in q["sql"]]
    assert len(asked) == 1
    with django_assert_max_num_queries(10):
        client.get(f"/comments/on/{article.pk}/")


def test_closing_keeps_the_comments_and_takes_no_more(client, article):
    published(article, text="Still here.")
    article.comments_open = False
    article.save()

    html = client.get(article.url).content.decode()
    assert "Still here." in html
    assert "Comments on this page are closed." in html
    assert "Write a comment" not in html
    assert "/reply/" not in html
    assert "Comments are closed" in comment_on(article).content.decode()
    assert Comment.objects.count() == 1


def test_a_closed_page_without_comments_does_not_mention_them(client, article):
    article.comments_open = False
    article.save()
    assert 'id="comments"' not in client.get(article.url).content.decode()


def test_comments_of_a_page_nobody_may_read_do_not_exist(client, article):
    comment = published(article)
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    for path in (
        f"/comments/on/{article.pk}/",
        f"/comments/on/{article.pk}/new/",
        f"/comments/{comment.pk}/reply/",
        f"/comments/{comment.pk}/report/",
    ):
        assert client.get(path).status_code == 404


def test_a_list_of_pages_takes_no_comments(client, db):
    guide = index("guide")
    assert client.get(f"/comments/on/{guide.pk}/new/").status_code == 404
    assert 'id="comments"' not in client.get("/guide/").content.decode()


def test_one_report_hides_nothing_but_is_seen_by_moderators(client, article):
    comment = published(article, text="Rude words.")

    response = report(client, comment)

    assert response.status_code == 302
    assert "Thank you" in client.get(response["Location"]).content.decode()
    assert "Rude words." in client.get(article.url).content.decode()
    assert list(Comment.objects.reported()) == [comment]


def test_one_reader_reports_once_and_keeps_no_address(client, article):
    comment = published(article)
    for _ in range(3):
        report(client, comment)
    [kept] = CommentReport.objects.all()
    assert "127.0.0.1" not in kept.sender
    assert len(kept.sender) == 64


def test_two_readers_are_two_reports(article):
    comment = published(article)
    for sender in ("a", "b"):
        report_comment(comment=comment, reason="Rude.", sender=sender)
    assert comment.reports.count() == 2


def test_a_report_needs_words(client, article):
    comment = published(article)
    html = report(client, comment, reason="").content.decode()
    assert "Say in a few words" in html
    assert not CommentReport.objects.exists()


def test_a_comment_survives_the_seeding_of_its_page(client, db):
    from django.core.management import call_command

    page = index("guide").get_children().get(slug="flask-vs-django").specific
    published(page, text="Still standing.")
    call_command("seed_guide", verbosity=0)
    assert "Still standing." in client.get(page.url).content.decode()
