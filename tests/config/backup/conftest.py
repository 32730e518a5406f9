"""Sites to back up and to restore into."""

import pytest

from tests import installation


@pytest.fixture
def site(django_db_setup, django_db_blocker, tmp_path):
    """A seeded site with an uploaded picture."""
    with django_db_blocker.unblock():
        made = installation.seeded_installation(tmp_path / "site")
        (made.media / "original_images").mkdir(parents=True)
        (made.media / "original_images" / "door.png").write_bytes(b"\x89PNG door")
        yield made
        installation.remove(made)


@pytest.fixture
def elsewhere(django_db_setup, django_db_blocker, tmp_path):
    """A site with nothing in it yet."""
    with django_db_blocker.unblock():
        made = installation.empty_installation(tmp_path / "elsewhere")
        yield made
        installation.remove(made)
