"""Every shipped record: of the present code, and honest about what it shows."""

import pytest

from guide.probes.catalogue import all_probes
from guide.probes.records import RECORDS, all_records, record_of, write_record
from guide.probes.runner import as_json

PROBES = all_probes()
OF_A_MACHINE = ("/tmp/", "/root/", "/usr/", "site-packages")
RAN_AGAIN = "run `python3 manage.py verify_claims` and keep what it writes"


@pytest.mark.parametrize("slug", PROBES)
def test_the_record_is_of_the_present_source(slug):
    record = record_of(slug)
    assert record is not None, RAN_AGAIN
    assert record.digest == PROBES[slug].digest, RAN_AGAIN
    assert record.expected == as_json(PROBES[slug].expected)


@pytest.mark.parametrize("slug", PROBES)
def test_the_record_confirms_or_says_why_it_cannot(slug):
    record = record_of(slug)
    if record.outcome == "not-applicable":
        assert PROBES[slug].needs
        assert record.reason.startswith("It needs ")
        assert record.observed is None
    else:
        assert record.outcome == "confirmed"
        assert record.observed == record.expected


@pytest.mark.parametrize("slug", PROBES)
def test_the_record_names_every_version_and_no_place(slug):
    record = record_of(slug)
    assert list(record.packages) == list(PROBES[slug].packages)
    assert all(version[0].isdigit() for version in record.packages.values())
    text = (RECORDS / f"{slug}.json").read_text()
    assert not any(place in text for place in OF_A_MACHINE)


def test_no_record_is_left_of_a_probe_that_is_gone():
    assert all_records().keys() == PROBES.keys()


def test_a_probe_that_never_ran_has_no_record():
    assert record_of("nothing") is None


def test_a_record_written_is_the_record_read(tmp_path):
    record = record_of("json-answers")
    write_record(record, tmp_path / "new")
    written = (tmp_path / "new" / "json-answers.json").read_text()
    assert written == (RECORDS / "json-answers.json").read_text()


def test_a_duration_is_rounded_up_to_whole_seconds():
    assert record_of("json-answers").duration.startswith("about ")
    assert "." not in record_of("json-answers").duration
