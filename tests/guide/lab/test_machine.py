"""What a run says about its machine, and about those it shared it with."""

import pytest

from guide.lab import machine
from guide.lab.machine import Clock, describe_machine, numbers, share_of_others


def test_what_others_used_is_their_share_of_the_whole_machine():
    before = Clock(busy=100, ours=10, capacity=1000)
    after = Clock(busy=130, ours=25, capacity=1100)
    assert share_of_others(before, after) == 0.15


def test_rounding_never_makes_others_negative():
    assert share_of_others(Clock(0, 0, 0), Clock(1, 2, 10)) == 0


@pytest.mark.parametrize("pair", [(None, None), (Clock(0, 0, 5), Clock(0, 0, 5))])
def test_a_share_that_cannot_be_known_is_not_invented(pair):
    assert share_of_others(*pair) is None


def test_a_system_that_does_not_tell_gives_no_clock(monkeypatch):
    monkeypatch.setattr(machine, "read", lambda path: None)
    assert Clock.now() is None
    about = describe_machine()
    assert about["governor"] is None
    assert about["memory_gib"] is None
    assert about["processor"]


@pytest.mark.parametrize("release", ["6.1.0", "6.1.0-18-amd64", "6.1.0+build"])
def test_a_kernel_is_named_by_its_number_alone(release):
    assert numbers(release) == "6.1.0"
