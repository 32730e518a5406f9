"""The separate environment: when it is current, and what is said when it cannot be."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from guide import frameworks_environment as environment

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(settings, tmp_path):
    """A data folder of the test's own, with nothing in it."""
    settings.DATA_DIR = tmp_path
    return tmp_path / "frameworks"


def made(folder, stamp):
    interpreter = environment.interpreter_of(folder)
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    environment.stamp_of(folder).write_text(stamp)


def test_a_missing_environment_is_not_current(folder):
    assert not environment.is_current(folder)


def test_a_current_environment_is_used_without_a_word(folder):
    made(folder, environment.wanted_stamp())
    said = []
    python = environment.ensure_environment(said.append)
    assert python == environment.interpreter_of(folder)
    assert said == []


def test_another_lock_makes_it_out_of_date(folder):
    made(folder, "of another lock")
    assert not environment.is_current(folder)


def test_without_pip_one_sentence_says_so(folder, tmp_path, monkeypatch):
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "_base_executable", str(python))
    with pytest.raises(environment.InstallError, match="needs pip"):
        environment.ensure_environment(lambda line: None)
    assert not folder.exists()


def test_a_folder_that_cannot_be_written_is_named(folder, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "a file"
    settings.DATA_DIR.touch()
    with pytest.raises(environment.InstallError, match=r"Cannot write .*a file"):
        environment.ensure_environment(lambda line: None)


def test_every_package_of_the_group_is_in_its_lock():
    group = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    wanted = {re.split(r"[\[><=]", line)[0] for line in group["probes"]}
    locked = set(re.findall(r"^([a-z0-9-]+)==", environment.LOCK.read_text(), re.M))
    assert wanted <= locked
