"""What every test may use: a seeded site and a few people."""

import os
from collections import Counter

import pytest
from django.contrib.auth import get_user_model

import tests.drawn_cases  # noqa: F401 - registers the profile


def pytest_addoption(parser):
    parser.addoption(
        "--update-openapi",
        action="store_true",
        help="write the API's description anew instead of comparing it",
    )
    parser.addoption(
        "--update-records",
        action="store_true",
        help="write the decision record to compare with anew",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers(config):
    """A process per processor for the whole suite, this one for tests by name."""
    if config.args_source is not config.ArgsSource.TESTPATHS:
        return 0
    return min(os.cpu_count() or 1, MOST_WORKERS)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The browser suite last: Playwright keeps an event loop running until its end,
    and Django refuses database work in a thread where one runs."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    for item in items:
        if operation := getattr(item, "operation_label", ""):
            # In pytest 9 all operations of a schemathesis test have one id.
            item._id = item.id.with_params(operation)
    (name, times), *_ = Counter(item.nodeid for item in items).most_common(1) or [
        ("", 1)
    ]
    if times > 1:  # workers would run one of them and leave the others out
        raise pytest.UsageError(f"{times} tests have the id {name}")


MOST_WORKERS = 8  # each takes some 400 MB
PASSWORD = "correct horse battery staple"


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_modify_db_settings, django_db_blocker
):
    """The test database holds the shipped guide and rule set, as a new site does."""
    from tests.seeded_database import seeded_database

    with django_db_blocker.unblock():
        yield from seeded_database()


@pytest.fixture
def member(db):
    return make_user("member")


@pytest.fixture
def other_member(db):
    return make_user("other")


@pytest.fixture
def administrator(db):
    return make_user("administrator", is_staff=True, is_superuser=True)


@pytest.fixture
def member_client(client, member):
    client.force_login(member)
    return client


@pytest.fixture
def administrator_client(client, administrator):
    client.force_login(administrator)
    return client


def make_user(name: str, **fields):
    return get_user_model().objects.create_user(
        username=name, email=f"{name}@example.org", password=PASSWORD, **fields
    )


@pytest.fixture
def author(db):
    from advisor.editing.roles import AUTHORS
    from tests.staff import staff

    return staff(AUTHORS, "author")


@pytest.fixture
def fact_checker(db):
    from advisor.editing.roles import FACT_CHECKERS
    from tests.staff import staff

    return staff(FACT_CHECKERS, "checker")


@pytest.fixture
def publisher(db):
    from advisor.editing.roles import PUBLISHERS
    from tests.staff import staff

    return staff(PUBLISHERS, "publisher")
