"""Every probe, one by one: what its file must say, and whom it stands for."""

import re

import pytest

from guide.content_files import load_content
from guide.frameworks_environment import LOCK
from guide.probes.catalogue import all_probes, probe_choices

PROBES = all_probes()
LOCKED = set(re.findall(r"^([a-z0-9-]+)==", LOCK.read_text(), re.M))
CLAIMED = {record.data.get("probe") for record in load_content().claims}


def test_there_are_enough_of_them():
    assert len(PROBES) >= 25


def test_an_editor_may_choose_any_of_them():
    assert [value for value, _label in probe_choices()] == list(PROBES)


@pytest.mark.parametrize("slug", PROBES)
def test_a_probe_says_in_a_sentence_what_it_shows(slug):
    assert re.fullmatch(r"[A-Za-z][^`]{20,300}\.", PROBES[slug].shows)


@pytest.mark.parametrize("slug", PROBES)
def test_a_probe_is_short_enough_to_read(slug):
    lines = PROBES[slug].source.splitlines()
    assert len(lines) <= 75
    assert max(map(len, lines)) <= 88


@pytest.mark.parametrize("slug", PROBES)
def test_a_probe_names_packages_that_are_locked(slug):
    names = {name.lower() for name in PROBES[slug].packages}
    assert names <= LOCKED


@pytest.mark.parametrize("slug", PROBES)
def test_a_shipped_claim_rests_on_the_probe(slug):
    assert slug in CLAIMED
