import pytest

from guide import kept_for_edition
from guide.kept_for_edition import KeptForEdition, watch_by


@pytest.fixture
def edition(monkeypatch):
    """The edition this process is told of; a list, so that a test may change it."""
    monkeypatch.setattr(kept_for_edition, "_watched", [])
    edition = [1]
    watch_by(lambda: edition[0])
    return edition


@pytest.fixture
def numbered():
    numbers = iter(range(10))
    return KeptForEdition(lambda: next(numbers))


def test_it_is_found_once_in_an_edition(edition, numbered):
    assert (numbered(), numbered()) == (0, 0)


def test_a_new_edition_has_it_found_anew(edition, numbered):
    numbered()
    edition[0] = 2

    assert (numbered(), numbered()) == (1, 1)


def test_nothing_is_kept_where_nobody_watches(monkeypatch, numbered):
    monkeypatch.setattr(kept_for_edition, "_watched", [])

    assert (numbered(), numbered()) == (0, 1)


def test_nothing_is_kept_before_the_edition_is_known(edition, numbered):
    edition[0] = None

    assert (numbered(), numbered()) == (0, 1)


def test_an_edition_begun_while_finding_is_noticed(edition):
    def find():
        edition[0] += 1
        return edition[0]

    kept = KeptForEdition(find)

    assert (kept(), kept()) == (2, 3)
