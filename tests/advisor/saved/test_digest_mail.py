import pytest
from allauth.account.models import EmailAddress

from advisor.models import MailedDigest
from advisor.saved.actions import choose_notices, save_recommendation
from advisor.saved.digest_mail import mail_digests
from advisor.saved.rescoring import rescore
from advisor.saved.tasks import rescore_saved
from tests.advisor.newer_versions import publish_paper_weighing
from tests.advisor.small_document import small_document
from tests.advisor.views.conftest import publish


@pytest.fixture
def small_version(db):
    return publish(small_document())


@pytest.fixture
def wants_mail(verified_member, small_version):
    """A member who asked for mail and has one result of each kind."""
    choose_notices(member=verified_member, by_mail=True)
    for title, answers in (("Door", {"use": "hold"}), ("Letter", {"use": "write"})):
        save_recommendation(
            owner=verified_member,
            version=small_version,
            answers=answers,
            title=title,
            note="Private note",
        )
    return verified_member


@pytest.fixture
def checked(wants_mail):
    version = publish_paper_weighing(10)
    rescore(version)
    return version


def test_one_mail_tells_of_everything_saved(checked, mailoutbox, wants_mail):
    assert mail_digests(checked) == 1

    (mail,) = mailoutbox
    assert mail.to == [wants_mail.email]
    assert mail.subject.endswith("changed")
    assert "Door\nWould now be: Paper\n" in mail.body
    assert "http://testserver/advisor/saved/" in mail.body
    assert "To stop: http://testserver/advisor/saved/notices/" in mail.body


def test_the_mail_holds_no_note(checked, mailoutbox):
    mail_digests(checked)

    assert "Private note" not in mailoutbox[0].body


def test_nobody_is_written_to_twice_about_one_version(checked, mailoutbox):
    mail_digests(checked)

    assert mail_digests(checked) == 0
    assert len(mailoutbox) == 1


def test_nobody_is_written_to_unasked(checked, wants_mail, mailoutbox):
    choose_notices(member=wants_mail, by_mail=False)

    assert mail_digests(checked) == 0


@pytest.mark.parametrize("change", [{"verified": False}, {"primary": False}])
def test_only_a_verified_main_address_is_written_to(checked, change, mailoutbox):
    EmailAddress.objects.update(**change)

    assert mail_digests(checked) == 0
    assert not mailoutbox


def test_a_member_who_is_locked_out_is_not_written_to(checked, wants_mail):
    wants_mail.is_active = False
    wants_mail.save()

    assert mail_digests(checked) == 0


def test_a_mail_that_could_not_be_sent_is_tried_again(
    checked, settings, tmp_path, mailoutbox
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    assert mail_digests(checked) == 0
    assert not MailedDigest.objects.exists()

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    assert mail_digests(checked) == 1


def test_a_title_cannot_write_headers(verified_member, small_version, mailoutbox):
    choose_notices(member=verified_member, by_mail=True)
    save_recommendation(
        owner=verified_member,
        version=small_version,
        answers={"use": "hold"},
        title="Door\nBcc: all@example.org",
    )
    version = publish_paper_weighing(10)
    rescore(version)
    mail_digests(version)

    (mail,) = mailoutbox
    assert "Bcc" not in mail.subject
    assert mail.recipients() == [verified_member.email]


def test_when_everything_holds_the_mail_says_so(wants_mail, mailoutbox):
    version = publish_paper_weighing(3)
    document = small_document()
    document["title"] = "Only another title"
    version = publish(document)
    rescore(version)
    mail_digests(version)

    assert mailoutbox[0].subject.endswith("your saved results still hold")
    assert "Still as they were: 2 saved results." in mailoutbox[0].body


def test_the_task_rescores_and_writes(wants_mail, mailoutbox):
    version = publish_paper_weighing(10)

    result = rescore_saved.enqueue(version.number)

    assert result.return_value == 2
    assert len(mailoutbox) == 1
