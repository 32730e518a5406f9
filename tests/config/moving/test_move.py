"""`move_database`, from a seeded SQLite site to an empty database on the server."""

import hashlib
import sqlite3
from contextlib import closing

import pytest

from tests import installation, kept_databases
from tests.installation import Installation

SAVED = """
import django; django.setup()
from datetime import date
from advisor.accounts.actions import create_api_token
from advisor.models import RuleSetVersion, User
from advisor.saved.actions import save_recommendation, share_recommendation
member = User.objects.create_user("ada", "ada@example.org", "correct horse battery")
version = RuleSetVersion.objects.current()
for number in range(3):
    saved = save_recommendation(
        owner=member, version=version, answers={}, title=f"Ä {number}",
        note="a\\tb\\\\N\\n", revisit_on=date(2030, 1, 1),
    )
share_recommendation(recommendation=saved)
create_api_token(owner=member, name="CI")
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Installation:
    """A SQLite site: the kept one where the other run of the suite left it."""
    folder = tmp_path_factory.mktemp("source")
    site = Installation(folder, installation.sqlite_url(folder))
    if kept_databases.seeded().exists():
        kept = sqlite3.connect(kept_databases.seeded())
        with closing(kept), closing(sqlite3.connect(site.file)) as copy:
            kept.backup(copy)
    site.manage("migrate", "--no-input")
    for command in ("seed_roles", "seed_guide", "seed_rule_set"):
        site.manage(command)
    done = site.python("-c", SAVED)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def target(django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock():
        made = installation.empty_installation(tmp_path / "target")
        yield made
        installation.remove(made)


def content(site: Installation) -> str:
    with closing(sqlite3.connect(site.file)) as opened:
        return hashlib.sha256("\n".join(opened.iterdump()).encode()).hexdigest()


def test_every_row_arrives_and_the_source_stays_as_it_is(source, target):
    before = content(source)

    said = source.manage("move_database", "--to", target.url)

    assert content(source) == before
    assert "Every table is the same on both" in said
    titles = {row[0] for row in target.sql("SELECT title FROM advisor_recommendation")}
    assert titles == {"Ä 0", "Ä 1", "Ä 2"}
    notes = {row[0] for row in target.sql("SELECT note FROM advisor_recommendation")}
    assert notes == {"a\tb\\N"}
    pages = (
        "SELECT id, path, url_path, content_type_id FROM wagtailcore_page ORDER BY id"
    )
    assert target.sql(pages) == source.sql(pages)
    assert target.sql("SELECT count(*) FROM wagtailsearch_indexentry") > [(10,)]


def test_the_site_goes_on_where_it_was(source, target):
    source.manage("move_database", "--to", target.url)
    # New rows get new keys, people can sign in, and nothing is left to migrate.
    target.manage("migrate", "--check")
    done = target.python("-c", SAVED.replace('"ada"', '"bob"').replace("ada@", "bob@"))
    assert done.returncode == 0, done.stderr
    assert target.sql("SELECT count(*) FROM advisor_user") == [(2,)]
    again = source.manage("move_database", "--to", target.url, fails=True)
    assert "The target is not empty" in again


def test_what_postgresql_cannot_hold_is_named_and_the_target_stays_empty(
    source, target
):
    source.sql("UPDATE advisor_recommendation SET title = 'a' || char(0) || 'b'")
    try:
        said = source.manage("move_database", "--to", target.url, fails=True)
    finally:
        source.sql("UPDATE advisor_recommendation SET title = 'mended'")
    assert "advisor_recommendation" in said
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert target.sql(tables) == [(0,)]


def test_a_source_on_a_server_is_sent_to_backup_and_restore(target):
    said = target.manage("move_database", "--to", target.url, fails=True)
    assert "does not use SQLite" in said
