"""What the site stands on: each part chosen because another failed when measured."""

import re

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.config.test_environment import ROOT, asked
from tests.config.test_secret_addresses import addresses

ON_POSTGRESQL = {"DATABASE_URL": "postgres://guide@127.0.0.1/guide"}
ELSEWHERE = re.compile(r"""(?:src|href|url)\s*[=:(]\s*["']?(?:https?:)?//[^"')\s]*""")


def database(*names: str, **environment: str) -> str:
    """What a process with this environment says of its database, as it prints it."""
    steps = "".join(f"[{name!r}]" for name in names)
    told = asked(f"settings.DATABASES['default']{steps}", **environment)
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


def test_on_sqlite_writers_queue_and_readers_never_wait():
    """Django's defaults lost most saves of eight writers to "database is locked"."""
    assert "journal_mode=WAL" in database("OPTIONS", "init_command")
    assert database("OPTIONS", "transaction_mode") == "'IMMEDIATE'"
    assert int(database("OPTIONS", "timeout")) >= 20


@pytest.mark.parametrize(
    "environment", [{}, ON_POSTGRESQL], ids=["SQLite", "PostgreSQL"]
)
def test_reading_takes_no_transaction(environment):
    """With IMMEDIATE, a transaction for each request lets one reader in at a time."""
    told = asked(
        "settings.DATABASES['default'].get('ATOMIC_REQUESTS', False)", **environment
    )

    assert told.stdout.strip() == "False"


def test_on_postgresql_a_pool_that_is_checked_and_returns_at_once():
    assert database("ENGINE", **ON_POSTGRESQL) == "'config.postgresql'"
    assert database("CONN_HEALTH_CHECKS", **ON_POSTGRESQL) == "True"
    assert database("CONN_MAX_AGE", **ON_POSTGRESQL) == "0"  # a pool keeps them
    pool = ("OPTIONS", "pool", "reconnect_timeout")
    assert float(database(*pool, **ON_POSTGRESQL)) <= 2
    assert int(database("OPTIONS", "connect_timeout", **ON_POSTGRESQL)) <= 5


@pytest.mark.django_db
def test_a_cache_that_is_down_logs_nobody_out(member_client, monkeypatch):
    """Sessions in the cache would; sessions in both would answer 500."""

    def failing(*args, **kwargs):
        raise ConnectionError

    for verb in ("get", "set", "add", "delete", "incr", "touch"):
        monkeypatch.setattr(LocMemCache, verb, failing)

    assert member_client.get("/advisor/saved/").status_code == 200


def test_no_address_makes_images_of_any_size():
    """Wagtail's dynamic view is work for whoever asks; it is not mounted."""
    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=["a", 1, "width-1"])

    routes = list(addresses(get_resolver().url_patterns))
    assert not [r for r in routes if "filter_spec" in r and not r.startswith("admin/")]
    assert len(routes) > 400


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/api/v1/docs", "/api/content/docs/"])
def test_the_apis_pages_load_nothing_from_elsewhere(client, address):
    """Without "ninja" among the apps they come from a content delivery network."""
    html = client.get(address).content.decode()

    assert "swagger" in html
    assert ELSEWHERE.findall(html) == []


def test_not_even_on_ones_own_machine_every_host_is_ours():
    """A mail with a link in it would lead wherever a stranger's Host header says."""
    told = asked(
        "settings.ALLOWED_HOSTS",
        DJANGO_SETTINGS_MODULE="config.settings.dev",
        ALLOWED_HOSTS=None,
    )

    assert told.stdout.strip() == "['127.0.0.1', 'localhost', '[::1]']"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/api/v1/claims?limit=1000000", "/api/content/pages/?limit=1000000",
     "/api/content/pages/?limit=1000000&offset=0", "/api/v1/frameworks?limit=101"],
)  # fmt: skip
def test_no_list_is_as_long_as_somebody_likes(client, address):
    """Ninja's own limit is infinite."""
    response = client.get(address)

    assert response.status_code in (400, 422)
    assert "limit" in response.json()["detail"]


@pytest.mark.parametrize("name", ["", "-dev", "-server", "-probes"])
def test_every_dependency_is_locked_by_its_digest(name):
    text = (ROOT / f"requirements{name}.lock").read_text()
    pins = re.findall(
        r"^[a-zA-Z0-9._-]+(?:\[[^]]*\])?==.*?(?=^\S|\Z)", text, re.M | re.S
    )

    assert len(pins) > 5
    assert [pin[:40] for pin in pins if "--hash=sha256:" not in pin] == []
