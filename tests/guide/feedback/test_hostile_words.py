"""Whatever is typed where: nothing runs, nothing breaks, nothing leads astray."""

import pytest
from django.core import mail

from guide.models import Comment, Correction
from tests.guide.feedback.sent import comment_on, correct, make_comment, make_correction

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
HARMLESS = "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_markup_in_a_correction_is_shown_as_typed(client, claim):
    correction = make_correction(
        claim,
        wrong=SCRIPT,
        right=SCRIPT,
        writer=SCRIPT[:60],
        source_url="https://example.org/'\"><script>",
        reply=SCRIPT,
        status="answered",
        decided_at=claim.first_published_at or "2026-11-22T00:00:00Z",
    )

    html = client.get(f"/corrections/{correction.pk}/").content.decode()

    assert html.count(HARMLESS) == 4
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert 'rel="nofollow ugc noopener"' in html


def test_markup_in_a_comment_is_shown_as_typed_and_makes_no_link(client, article):
    make_comment(
        article,
        text=f"{SCRIPT} https://spam.example/ [x](https://spam.example/)",
        writer=SCRIPT[:60],
        status="published",
    )

    html = client.get(article.url).content.decode()

    assert html.count(HARMLESS) == 2
    assert "<script>alert" not in html
    assert 'href="https://spam.example' not in html


def test_markup_comes_back_harmless_in_the_form(claim):
    response = correct("claim=a-claim", wrong=SCRIPT, right="", writer=SCRIPT)

    html = response.content.decode()
    assert HARMLESS in html
    assert "<script>alert" not in html
    assert "<img src=x" not in html


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b", "ab"),
        ("a\x07b\x1b[31m", "ab[31m"),
        ("safe\u202etxt.exe", "safetxt.exe"),
        ("\u2066a\u2069b\u200f\u061c", "ab"),
        ("pay\u200bpal\ufeff", "paypal"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("שלום 👩‍💻 مرحبا", "שלום 👩‍💻 مرحبا"),
    ],
)
def test_what_cannot_be_seen_is_not_kept(article, typed, kept):
    comment_on(article, text=typed, writer=typed)

    comment = Comment.objects.get()
    assert comment.text == kept
    assert "\n" not in comment.writer
    assert comment.writer == " ".join(kept.split())


@pytest.mark.parametrize("typed", ["\x00", "\u202e\u200b", " \r\n "])
def test_nothing_visible_is_nothing(article, typed):
    html = comment_on(article, text=typed).content.decode()
    assert "Write something first." in html
    assert not Comment.objects.exists()


def test_half_a_character_breaks_nothing(client, article):
    body = b"text=a%ED%A0%80b&key=x&subject="
    kind = "application/x-www-form-urlencoded"
    response = client.post(f"/comments/on/{article.pk}/new/", body, kind)
    assert response.status_code == 200


def test_a_megabyte_comes_back_with_a_plain_word(article):
    response = comment_on(article, text="x" * 1_000_000)
    assert response.status_code == 200
    assert "at most 2000 characters" in response.content.decode()


def test_more_than_the_site_reads_is_refused(client, article):
    assert comment_on(article, text="x" * 3_000_000).status_code == 400


def test_an_address_to_go_on_to_is_not_taken_from_the_form(claim):
    evil = "https://evil.example/"
    target = f"claim=a-claim&next={evil}&back={evil}"
    response = correct(target, next=evil, redirect_to=evil)
    assert response["Location"].startswith("/feedback/thanks/")
    assert "evil" not in response["Location"]


def test_a_mail_holds_no_word_a_stranger_typed(claim):
    correct("claim=a-claim", email="a@example.org", writer="Buy pills", wrong="Cheap")

    [letter] = mail.outbox
    text = f"{letter.subject}{letter.body}"
    for word in ("pills", "Cheap", "wet", "Water"):
        assert word not in text
    assert letter.to == ["a@example.org"]


def test_another_host_name_gets_no_links_into_a_mail(claim, settings, client):
    settings.ALLOWED_HOSTS = ["*"]
    client.defaults["HTTP_HOST"] = "evil.example"
    correct("claim=a-claim", client, email="a@example.org")
    assert "evil" not in mail.outbox[0].body
    assert "http://testserver/feedback/confirm/" in mail.outbox[0].body


@pytest.mark.parametrize("key", [0, 10**9, 10**30])
def test_comments_on_no_page_do_not_exist(client, db, key):
    for path in ("", "new/", "reported/"):
        assert client.get(f"/comments/on/{key}/{path}").status_code == 404


def test_a_correction_with_hostile_words_is_kept_as_it_is(claim):
    correct("claim=a-claim", wrong=SCRIPT)
    assert Correction.objects.get().wrong == SCRIPT
