"""What `move_database` refuses before it touches anything."""

import pytest
from django.core.management import CommandError, call_command

from tests.installation import seeded_installation


@pytest.mark.django_db
@pytest.mark.parametrize(
    "url", ["sqlite:///other.sqlite3", "mysql://u@localhost/x", "nonsense", ""]
)
def test_another_target_than_postgresql_is_refused(url):
    with pytest.raises(CommandError, match="--to must be an address"):
        call_command("move_database", to=url)


@pytest.fixture
def site(django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock():
        return seeded_installation(tmp_path / "site")


def test_a_target_that_does_not_answer_is_named(site):
    address = "postgres://nobody@127.0.0.1:9/none"
    said = site.manage("move_database", "--to", address, fails=True)
    assert "The target cannot be reached" in said
