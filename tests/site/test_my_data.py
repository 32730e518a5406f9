"""Everything about a person can be taken away, and nothing of it stays behind."""

import json

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from wagtail.log_actions import log

from advisor.accounts.actions import (
    create_api_token,
    delete_member,
    export_member_data,
)
from advisor.editing.roles import AUTHORS
from advisor.models import KeptAnswer, MailedDigest, Notice, RuleSetVersion
from advisor.own_rule_sets.actions import keep_own_rule_set
from advisor.saved.actions import make_feed, save_recommendation, share_recommendation
from guide.models import ArticlePage, Claim, Comment, Correction

pytestmark = pytest.mark.django_db
User = get_user_model()
MARKER = "Ouagadougouqx"
EMAIL = f"{MARKER.lower()}@example.org"
# Where each relation to a person stands in the export; "" says why it need not.
EXPORTED = {
    "account.EmailAddress.user": "email_addresses",
    "admin.LogEntry.user": "editing",
    "advisor.KeptAnswer.owner": "keys_of_calls",
    "advisor.MailedDigest.member": "mails_about_rule_sets",
    "advisor.NoticeSettings.member": "notices",
    "advisor.OwnRuleSet.owner": "own_rule_sets",
    "advisor.Recommendation.owner": "recommendations",
    "advisor.User_groups.user": "groups",
    "mfa.Authenticator.user": "second_factors",
    "wagtailcore.APIToken.user": "api_tokens",
    "wagtailcore.Comment.user": "editing",
    "wagtailcore.CommentReply.user": "editing",
    "wagtailcore.ModelLogEntry.user": "editing",
    "wagtailcore.PageLogEntry.user": "editing",
    "wagtailusers.UserProfile.user": "editing",
}
# Who works on what at the moment, or worked on it: the guide's, not the person's. What
# they did is in their history ("editing"); the name on it ends with the account.
OF_THE_GUIDE = {
    "locked_by", "owner", "published_by", "decided_by", "resolved_by", "finished_by",
    "requested_by", "uploaded_by_user",
}  # fmt: skip
SHORT_LIVED = {
    "advisor.User_user_permissions.user", "wagtailadmin.EditingSession.user",
    "wagtailadmin.FormState.user", "wagtailcore.PageSubscription.user",
    "wagtailcore.Revision.user",
}  # fmt: skip


def relations():
    """Every field of every table that names a person."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_fields:
            if field.related_model is User:
                yield model, field


def named(model, field) -> str:
    return f"{model._meta.label}.{field.name}"


def is_of_the_guide(model, field) -> bool:
    return named(model, field) not in EXPORTED and (
        field.name in OF_THE_GUIDE or named(model, field) in SHORT_LIVED
    )


def test_every_relation_to_a_person_is_exported_or_says_why_not():
    unknown = [
        named(model, field)
        for model, field in relations()
        if named(model, field) not in EXPORTED and not is_of_the_guide(model, field)
    ]

    assert unknown == []


@pytest.fixture
def person():
    """Somebody with one of everything, each marked."""
    user = User.objects.create_user(
        username=MARKER, email=EMAIL, first_name=MARKER, last_name=MARKER
    )
    user.groups.add(Group.objects.get(name=AUTHORS))
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    TOTP.activate(user, generate_totp_secret())
    create_api_token(owner=user, name=MARKER)
    Client().force_login(user)
    saves(user)
    writes(user)
    edits(user)
    return user


def saves(user) -> None:
    version = RuleSetVersion.objects.current()
    saved = save_recommendation(
        owner=user, version=version, answers={}, title=MARKER, note=MARKER
    )
    share_recommendation(recommendation=saved, include_note=True)
    Notice.objects.create(
        recommendation=saved, version=version, kind=Notice.Kind.values[0],
        headline=MARKER,
    )  # fmt: skip
    make_feed(member=user)
    document = version.document
    keep_own_rule_set(owner=user, name=MARKER, document=document, based_on=version)
    KeptAnswer.objects.create(owner=user, key=MARKER, asked="a" * 64)
    MailedDigest.objects.create(member=user, version=version)


def writes(user) -> None:
    claim, page = Claim.objects.live().first(), ArticlePage.objects.live().first()
    sent = {"writer": MARKER, "email": EMAIL.upper()}
    words = {"wrong": MARKER, "right": MARKER, "source_url": "https://example.org/"}
    Correction.objects.create(claim=claim, **words, **sent)
    Comment.objects.create(page=page, text=MARKER, status="published", **sent)


def edits(user) -> None:
    page = ArticlePage.objects.live().first()
    page.save_revision(user=user, log_action=True)
    log(instance=Claim.objects.first(), action="wagtail.edit", user=user)
    log(instance=user, action="wagtail.edit")
    kind = ContentType.objects.get_for_model(User)
    LogEntry.objects.create(
        user=user, content_type=kind, object_id=user.pk, object_repr=MARKER,
        action_flag=2,
    )  # fmt: skip


@pytest.mark.parametrize("section", sorted(set(EXPORTED.values())))
def test_the_export_has_every_section_filled(person, section):
    exported = export_member_data(user=person)

    assert exported[section]


def test_the_export_has_their_words_and_is_json(person):
    exported = json.loads(json.dumps(export_member_data(user=person)))

    assert exported["corrections"][0]["wrong"] == MARKER
    assert exported["comments"][0]["text"] == MARKER
    assert exported["second_factors"][0]["type"] == "totp"
    assert exported["editing"]["history"]


def test_a_message_with_an_address_nobody_proved_is_not_theirs(person):
    EmailAddress.objects.filter(user=person).update(verified=False)

    assert export_member_data(user=person)["comments"] == []


def rows_that_mention(words: list[str]) -> list[str]:
    """Every row of every table of the database with a word in any of its columns."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {name}")
            for row in cursor.fetchall():
                text = " ".join(str(value).lower() for value in row)
                if any(word in text for word in words):
                    found.append(f"{table}: {row}"[:300])
    return found


def test_leaving_leaves_no_word_no_address_and_no_number(person):
    key = person.pk
    before = rows_that_mention([MARKER.lower()])

    delete_member(user=person)

    assert len(before) >= 10
    assert rows_that_mention([MARKER.lower(), EMAIL]) == []
    left = [
        named(model, field)
        for model, field in relations()
        if model._base_manager.filter(**{field.attname: key}).exists()
    ]
    assert left == []


def test_what_was_shared_ends_with_the_account(person):
    saved = person.recommendations.get()
    feed = person.notice_settings.feed_token
    addresses = [
        f"/advisor/shared/{saved.share_token}/",
        f"/api/v1/shared/{saved.share_token}",
        f"/advisor/saved/feed/{feed}/",
    ]
    assert [Client().get(address).status_code for address in addresses] == [200] * 3

    delete_member(user=person)

    assert [Client().get(address).status_code for address in addresses] == [404] * 3
