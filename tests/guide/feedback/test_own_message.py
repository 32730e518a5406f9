"""The links a writer gets: confirm, manage, withdraw; each is a key to one message."""

from datetime import timedelta

import pytest
from django.core import mail, signing
from django.test import Client
from django.utils import timezone

from guide.feedback import limits, mails
from guide.feedback.secret_links import CONFIRM, MANAGE, confirm_token, manage_token
from guide.models import Comment, Correction
from tests.guide.feedback.sent import (
    comment_on,
    correct,
    make_correction,
    published,
)

pytestmark = pytest.mark.django_db


def mailed_link(number: int = 0) -> str:
    [line] = [
        line for line in mail.outbox[number].body.splitlines() if "/feedback/" in line
    ]
    return line.removeprefix("http://testserver")


def unconfirmed(claim) -> Correction:
    return make_correction(claim, status="unconfirmed", email="ada@example.org")


def test_with_an_address_it_waits_until_the_mailed_link_is_used(client, claim):
    response = correct("claim=a-claim", email="ada@example.org")
    assert response["Location"].endswith("?mailed=1")
    assert not Correction.objects.in_queue().exists()

    page = client.get(mailed_link())
    assert "Is this yours?" in page.content.decode()
    assert Correction.objects.get().status == "unconfirmed"
    client.post(mailed_link())

    correction = Correction.objects.in_queue().get()
    assert correction.status == "waiting"
    assert correction.confirmed_at is not None


def test_confirming_twice_changes_nothing(client, claim):
    correction = unconfirmed(claim)
    address = f"/feedback/confirm/{confirm_token(correction)}/"
    client.post(address)
    Correction.objects.update(status="accepted", decided_at=timezone.now())

    assert client.post(address)["Location"].startswith("/feedback/message/")

    assert Correction.objects.get().status == "accepted"


def test_whoever_did_not_write_it_deletes_it(client, claim):
    address = f"/feedback/confirm/{confirm_token(unconfirmed(claim))}/"
    client.post(address, {"withdraw": "yes"})
    assert not Correction.objects.exists()


def test_a_confirming_link_ends_after_three_days(client, claim, monkeypatch):
    token = confirm_token(unconfirmed(claim))
    later = timezone.now().timestamp() + timedelta(days=3, seconds=5).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: later)

    response = client.post(f"/feedback/confirm/{token}/")

    assert response.status_code == 404
    assert "leads nowhere" in response.content.decode()
    assert Correction.objects.get().status == "unconfirmed"


def test_each_link_is_for_one_purpose(client, claim):
    correction = unconfirmed(claim)
    confirm, manage = confirm_token(correction), manage_token(correction)
    for path in (
        f"/feedback/confirm/{manage}/",
        f"/feedback/message/{confirm}/",
        f"/feedback/thanks/{manage}/",
    ):
        assert client.post(path).status_code == 404
    assert Correction.objects.get().status == "unconfirmed"


@pytest.mark.parametrize("purpose", ["confirm", "message", "thanks"])
@pytest.mark.parametrize(
    "token",
    ["x", "a:b:c", "%00", "é", "x" * 3_000, f"{'A' * 30}:1tZZZZ:{'B' * 43}"],
    ids=["word", "parts", "nul", "accent", "long", "forged"],
)
def test_a_forged_link_leads_nowhere(client, db, purpose, token):
    assert client.get(f"/feedback/{purpose}/{token}/").status_code == 404


@pytest.mark.parametrize("purpose", [CONFIRM, MANAGE])
@pytest.mark.parametrize(
    "content", [None, [], "text", ["correction", "no uuid"], ["correction", 5], [[], 1]]
)
def test_a_signed_link_to_nothing_leads_nowhere(client, db, purpose, content):
    token = signing.dumps(content, salt=purpose)
    path = "confirm" if purpose == CONFIRM else "message"
    assert client.get(f"/feedback/{path}/{token}/").status_code == 404


def test_private_links_are_kept_by_no_cache_and_told_to_nobody(client, claim):
    token = manage_token(make_correction(claim))
    response = client.get(f"/feedback/message/{token}/")
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Robots-Tag"] == "noindex"


def test_the_form_tells_nobody_which_addresses_are_known(claim, member):
    pages = set()
    for address in (member.email, "unknown@example.org"):
        response = correct("claim=a-claim", email=address)
        token = response["Location"].split("/")[3]
        html = Client().get(response["Location"]).content.decode()
        manage = html.split("/feedback/message/")[1].split("/")[0]
        pages.add(html.replace(token, "T").replace(manage, "M"))
    assert len(pages) == 1


def test_one_mailbox_gets_few_mails_and_nobody_is_told(claim, monkeypatch):
    monkeypatch.setattr(limits.MAILS, "num_requests", 2)
    monkeypatch.setattr(limits.MAILS, "duration", 10**9)
    found = [
        correct("claim=a-claim", email=address)["Location"].endswith("?mailed=1")
        for address in ("ada@example.org", "Ada+1@Example.org", "ada+2@example.org")
    ]
    assert found == [True, True, True]
    assert len(mail.outbox) == 2


def test_where_no_mail_can_be_sent_nothing_is_kept_and_nothing_lost(claim, monkeypatch):
    def down(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr(mails, "send_mail", down)
    html = correct("claim=a-claim", email="ada@example.org").content.decode()
    assert "We could not send a mail there" in html
    assert "It says dry." in html
    assert not Correction.objects.exists()


def test_a_writer_without_an_address_can_take_it_back_too(client, article):
    thanks = client.get(comment_on(article)["Location"]).content.decode()
    manage = f"/feedback/message/{thanks.split('/feedback/message/')[1].split('/')[0]}/"
    assert "Well said." in client.get(manage).content.decode()

    response = client.post(manage)

    assert "It is deleted" in client.get(response["Location"]).content.decode()
    assert not Comment.objects.exists()
    assert client.get(manage).status_code == 404


def test_a_comment_others_replied_to_leaves_an_empty_place(client, article):
    comment = published(article, writer="Ada", text="Delete me.", email="a@example.org")
    published(article, parent=comment, text="A reply that stays.")

    client.post(f"/feedback/message/{manage_token(comment)}/")

    comment.refresh_from_db()
    assert (comment.text, comment.writer, comment.email) == ("", "", "")
    html = client.get(article.url).content.decode()
    assert "A reply that stays." in html
    assert "This comment was taken away." in html
    assert "Ada" not in html
    manage = client.get(f"/feedback/message/{manage_token(comment)}/")
    assert manage.status_code == 302


def test_what_a_withdrawn_correction_said_is_gone_everywhere(client, claim):
    correction = make_correction(
        claim, status="accepted", decided_at=timezone.now(), writer="Ada"
    )
    public = correction.get_absolute_url()
    assert "It is wet." in client.get(public).content.decode()

    client.post(f"/feedback/message/{manage_token(correction)}/")

    assert client.get(public).status_code == 404


def test_private_links_stay_out_of_the_log():
    from config.secret_addresses import without_secrets

    for purpose in ("thanks", "confirm", "message"):
        event = {"request": f"GET /feedback/{purpose}/abc:def:ghi/"}
        found = without_secrets(None, "", event)
        assert found == {"request": f"GET /feedback/{purpose}/.../"}
