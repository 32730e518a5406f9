import errno
import logging
import sqlite3

import pytest
from django.db import InterfaceError, OperationalError
from django.urls import path

from config import outages, urls
from config.outages import OneLine

AWAY = OperationalError("connection refused")
FULL = OperationalError("database or disk is full")
FULL_FILES = OSError(errno.ENOSPC, "No space left on device")
RAISED = {"away": AWAY, "closed": InterfaceError("closed"), "full": FULL}


def fails(request, kind):
    raise {**RAISED, "files": FULL_FILES, "broken": KeyError("x")}[kind]


urlpatterns = [path("fails/<str:kind>/", fails), *urls.urlpatterns]
handler500 = "config.outages.outage_or_error"
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def quiet(client):
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    ("kind", "status"),
    [("away", 503), ("closed", 503), ("full", 507), ("files", 507), ("broken", 500)],
)
def test_a_person_is_told_what_is_the_matter(quiet, kind, status):
    response = quiet.get(f"/fails/{kind}/")

    assert response.status_code == status
    assert "<h1>" in response.text
    assert ("Retry-After" in response) == (status != 500)


def test_the_page_needs_no_database(quiet, django_assert_num_queries):
    with django_assert_num_queries(0):
        quiet.get("/fails/away/")


def test_the_cause_of_an_error_counts():
    error = RuntimeError("could not save")
    error.__cause__ = sqlite3.OperationalError("database or disk is full")

    assert outages.status_of(error) == 507


def test_the_site_uses_it():
    assert urls.handler500 == handler500


def logged(error):
    record = logging.makeLogRecord(
        {"msg": "Failed: %s", "args": ("/",), "exc_info": (type(error), error, None)}
    )
    OneLine().filter(record)
    return record


def test_an_outage_is_logged_in_one_line():
    record = logged(OperationalError("the server is away"))

    assert record.exc_info is None
    assert record.getMessage() == "Failed: /: OperationalError('the server is away')"


def test_any_other_error_keeps_its_traceback():
    record = logged(ValueError("a mistake of ours"))

    assert record.exc_info is not None
    assert record.getMessage() == "Failed: /"
