"""Settings by environment variables: a wrong one is refused by its name."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECRET = "x9" * 40
GOOD = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "guide.example",
    "BASE_URL": "https://guide.example",
}
SHOW = "from django.conf import settings; print(repr({}))"


def asked(expression: str, **changed: str | None) -> subprocess.CompletedProcess:
    """What a process with these variables, and no other of ours, says of a setting."""
    path = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    given = {**path, **GOOD, **changed}
    return subprocess.run(
        [sys.executable, "-c", SHOW.format(expression)],
        cwd=ROOT,
        env={name: value for name, value in given.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_named_four_are_enough():
    assert asked("settings.ALLOWED_HOSTS").stdout.strip() == "['guide.example']"


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL"])
def test_a_missing_value_is_named(name):
    told = asked("settings.DEBUG", **{name: None})

    assert told.returncode != 0
    assert name in told.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", ","),
        ("BASE_URL", "guide.example"),
        ("BASE_URL", "https://guide.example/path"),
        ("NUM_PROXIES", "one"),
        ("SHARED_CACHE_SECONDS", "1h"),
        ("DATABASE_CONNECTIONS", "many"),
    ],
)
def test_a_wrong_value_is_named(name, value):
    database = {"DATABASE_URL": "postgres://guide@127.0.0.1/guide"}
    told = asked("settings.DEBUG", **{**database, name: value})

    assert told.returncode != 0
    last = told.stderr.splitlines()[-1]
    assert "ImproperlyConfigured" in last
    assert name in last


def test_a_secret_that_is_refused_is_not_printed():
    assert "hunter2" not in asked("settings.DEBUG", SECRET_KEY="hunter2").stderr


def test_postgresql_gets_a_pool_that_gives_up_within_seconds():
    told = asked(
        "settings.DATABASES['default']['OPTIONS']['pool']",
        DATABASE_URL="postgres://guide@127.0.0.1/guide",
        DATABASE_CONNECTIONS="7",
    )

    for part in (
        "'min_size': 1",
        "'max_size': 7",
        "'timeout': 0.5",
        "'reconnect_timeout': 0.25",
        "AnsweringConnection",
    ):
        assert part in told.stdout


def test_redis_is_used_through_the_cache_that_survives_it():
    told = asked(
        "settings.CACHES['default']['BACKEND']", CACHE_URL="redis://127.0.0.1:6379/1"
    )

    assert "config.shared_cache.SharedCache" in told.stdout


def test_uploads_go_to_a_bucket_where_one_is_named():
    told = asked(
        "settings.STORAGES['default']['OPTIONS']['bucket_name']", MEDIA_BUCKET="guide"
    )

    assert told.stdout.strip() == "'guide'"


def test_metrics_without_their_package_are_refused_by_name():
    told = asked("settings.METRICS", METRICS="1")

    assert told.returncode != 0
    assert "METRICS needs django-prometheus" in told.stderr
