"""A database of the first release, with data, becomes one of today and loses nothing.

Made by migrating an empty database to the first release's state and filling it through
the models of that time.
"""

import uuid
from contextlib import contextmanager
from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import load_backend

from advisor.models import KeptAnswer, OwnRuleSet, Recommendation, RuleSet, User
from advisor.secret_links import digest_of_secret
from guide.models import Claim, Framework, SeedRecord
from tests import installation

FIRST_RELEASE = [
    ("advisor", "0002_rule_sets_and_recommendations"),
    ("guide", "0001_initial"),
]
DAY = date(2026, 1, 31)
TOKEN = "t" * 43


@contextmanager
def in_place_of_ours(made: installation.Installation):
    """`made` is the default database of this process meanwhile."""
    ours = connections["default"]
    name = str(made.file) if ours.vendor == "sqlite" else made.url.rpartition("/")[2]
    backend = load_backend(ours.settings_dict["ENGINE"])
    # Without a pool: Django keeps one for each alias, and that one is of ours.
    options = {k: v for k, v in ours.settings_dict["OPTIONS"].items() if k != "pool"}
    connections["default"] = backend.DatabaseWrapper(
        {**ours.settings_dict, "NAME": name, "OPTIONS": options}, "default"
    )
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = ours


@pytest.fixture(scope="module")
def upgraded(django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        made = installation.empty_installation(tmp_path_factory.mktemp("old") / "site")
        with in_place_of_ours(made):
            executor = MigrationExecutor(connection)
            executor.migrate(FIRST_RELEASE)
            fill(executor.loader.project_state(FIRST_RELEASE).apps)
            call_command("migrate", interactive=False, verbosity=0)
            yield
        installation.remove(made)


def fill(apps) -> None:
    """As people had filled it by then."""
    model = apps.get_model
    ada = model("advisor.User").objects.create(username="ada", email="ada@example.org")
    rules = model("advisor.RuleSet").objects.create(title="Rules")
    version = model("advisor.RuleSetVersion").objects.create(
        rule_set_id=rules.pk, number=1, document={"criteria": []}, digest="sha256:1"
    )
    for title, token in (("Shop", None), ("Shared", TOKEN)):
        model("advisor.Recommendation").objects.create(
            id=uuid.uuid4(), owner_id=ada.pk, version_id=version.pk, title=title,
            note="Why", answers={"q": "a"}, evaluation={"margin": 1}, share_token=token,
        )  # fmt: skip
    django = model("guide.Framework").objects.create(
        slug="django", name="Django", summary="s", website="https://d.example",
        repository="https://r.example", licence="BSD", first_released_on=DAY,
    )  # fmt: skip
    claim = model("guide.Claim").objects.create(
        slug="c1", statement="It is so.", finding="Yes.", status="supported", grade="A",
        checked_on=DAY, review_by=DAY,
    )  # fmt: skip
    model("guide.Claim").frameworks.through.objects.create(
        claim_id=claim.pk, framework_id=django.pk
    )
    model("guide.ClaimSource").objects.create(
        claim_id=claim.pk, title="Docs", url="https://s.example", retrieved_on=DAY
    )
    model("guide.SeedRecord").objects.create(
        key="claims/c1", digest="d", object_id=claim.pk, revision_id=1
    )


def test_saved_results_keep_answers_evaluation_and_version(upgraded):
    saved = Recommendation.objects.select_related("version").get(title="Shop")
    assert (saved.note, saved.answers) == ("Why", {"q": "a"})
    assert saved.evaluation == {"margin": 1}
    assert (saved.version.number, saved.version.document) == (1, {"criteria": []})
    assert (saved.revisit_on, saved.deleted_at, saved.share_digest) == (None,) * 3
    assert saved.owner.email == "ada@example.org"


def test_links_that_were_given_out_still_open(upgraded):
    shared = Recommendation.objects.shared_as(TOKEN).get()
    assert (shared.title, shared.share_digest) == ("Shared", digest_of_secret(TOKEN))


def test_what_came_later_is_there_and_empty(upgraded):
    assert RuleSet.objects.get().title == "Rules"
    assert not OwnRuleSet.objects.exists()
    assert not KeptAnswer.objects.exists()
    OwnRuleSet.objects.create(owner=User.objects.get(), name="New", document={})


def test_facts_keep_frameworks_and_sources(upgraded):
    claim = Claim.objects.get(slug="c1")
    assert [each.slug for each in claim.frameworks.all()] == ["django"]
    assert [each.url for each in claim.sources.all()] == ["https://s.example"]
    assert (claim.checked_on, claim.probe) == (DAY, "")
    assert Framework.objects.get().name == "Django"
    assert SeedRecord.objects.get().object_id == claim.pk


def test_nothing_is_left_to_migrate(upgraded):
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
