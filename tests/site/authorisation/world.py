"""Seven people, what belongs to one of them, and what nobody may see yet."""

from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    PageViewRestriction,
    Site,
)

from advisor.accounts.actions import create_api_token
from advisor.api.schemas import public_id
from advisor.editing.roles import AUTHORS, FACT_CHECKERS, PUBLISHERS
from advisor.models import RuleSet, RuleSetVersion
from advisor.own_rule_sets.actions import keep_own_rule_set
from advisor.saved.actions import make_feed, save_recommendation, share_recommendation
from guide.feedback.secret_links import CONFIRM, MANAGE, THANK, token_of
from guide.models import ArticlePage, Claim, Comment, ComparisonPage, Correction
from tests.conftest import make_user
from tests.guide.factories import make_article

# Each stands in things of one kind and nowhere else.
UNPUBLISHED = "Zanzibarqx"  # for editors alone
MINE = "Tegucigalpaqx"  # for the owner, and whoever holds a link of theirs
EDITORS = {"author": AUTHORS, "checker": FACT_CHECKERS, "publisher": PUBLISHERS}
PEOPLE = ("anonymous", "other", "owner", *EDITORS, "admin")


@dataclass
class World:
    """`values` fill the addresses of the table; `people` and `tokens` by name."""

    values: dict[str, Any]
    people: dict[str, Any]
    tokens: dict[str, str] = field(default_factory=dict)

    def client(self, person: str) -> Client:
        """Signed in anew: some pages sign people out."""
        client = Client(raise_request_exception=False)
        if person in self.people:
            client.force_login(self.people[person])
        return client

    def headers(self, person: str, path: str) -> dict[str, str]:
        """The content API asks for a token; everything else knows the session."""
        if person == "anonymous" or not path.startswith("/api/content/"):
            return {}
        return {"authorization": f"Bearer {self.tokens[person]}"}


def make_world() -> World:
    people = {name: make_person(name) for name in PEOPLE[1:]}
    world = World(values_of_owner(people["owner"]) | hidden_things(), people)
    for name, user in people.items():
        world.tokens[name] = create_api_token(owner=user, name="matrix")[1]
    return world


def make_person(name: str):
    admin = name == "admin"
    user = make_user(name, is_staff=admin, is_superuser=admin)
    EmailAddress.objects.create(
        user=user, email=user.email, verified=True, primary=True
    )
    if name in EDITORS:
        user.groups.add(Group.objects.get(name=EDITORS[name]))
    return user


def values_of_owner(owner) -> dict[str, Any]:
    version = RuleSetVersion.objects.current()
    answers = version.document["scenarios"][0]["answers"]
    saved = save_recommendation(
        owner=owner, version=version, answers=answers, title=f"{MINE} saved", note=MINE
    )
    share_recommendation(recommendation=saved, include_note=True)
    saved.refresh_from_db()
    own = keep_own_rule_set(
        owner=owner, name=f"{MINE} own", document=version.document, based_on=version
    )
    token, _ = create_api_token(owner=owner, name=f"{MINE} token")
    return {
        "saved": saved.pk,
        "share": saved.share_token,
        "own": own.pk,
        "feed": make_feed(member=owner).feed_token,
        "token": token.pk,
        "public_token": public_id(token),
        "framework": version.document["frameworks"][0]["id"],
        "question": version.document["questions"][0]["id"],
    }


def hidden_things() -> dict[str, Any]:
    """A draft, a private page, unpublished changes, unread messages, a private file."""
    page = ArticlePage.objects.get(slug="flask-vs-django")
    draft = make_article(slug="a-draft", title=f"{UNPUBLISHED} draft", live=False)
    private = make_article(slug="a-private", title=f"{UNPUBLISHED} private")
    keep = PageViewRestriction.objects.create(page=private, restriction_type="groups")
    keep.groups.add(Group.objects.get(name=PUBLISHERS))
    page.title = f"{UNPUBLISHED} change"
    revision = page.save_revision()
    claim = Claim.objects.live().first()
    claim.statement = f"{UNPUBLISHED} claim"
    claim.save_revision()
    rule_set = RuleSet.objects.get()
    rule_set.title = f"{UNPUBLISHED} rules"
    rule_set.save_revision()
    words = {"wrong": UNPUBLISHED, "right": UNPUBLISHED, "writer": UNPUBLISHED}
    correction = Correction.objects.create(
        claim=claim, source_url="https://example.org/", **words
    )
    comment = Comment.objects.create(page=page, text=UNPUBLISHED, status="waiting")
    shown = Comment.objects.create(page=page, text="Well said.", status="published")
    return {
        "page": page.pk,
        "draft": draft.pk,
        "private": private.pk,
        "revision": revision.pk,
        "claim": claim.slug,
        "rule_set": rule_set.pk,
        "table": ComparisonPage.objects.live().first().slug,
        "correction": correction.pk,
        "comment": shown.pk,
        "thanks": token_of("comment", comment.pk, THANK),
        "confirm": token_of("comment", comment.pk, CONFIRM),
        "manage": token_of("comment", shown.pk, MANAGE),
        "document": private_document(),
        "restriction": keep.pk,
        "site": Site.objects.get().pk,
    }


def private_document() -> int:
    collection = Collection.get_first_root_node().add_child(name="Private")
    keep = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type="groups"
    )
    keep.groups.add(Group.objects.get(name=PUBLISHERS))
    return Document.objects.create(
        title=f"{UNPUBLISHED} file",
        collection=collection,
        file=ContentFile(UNPUBLISHED.encode(), name="hidden.txt"),
    ).pk
