"""Background work waits in the database where a worker is named."""

import pytest
from django.core.management import call_command

from advisor.models import Notice
from advisor.saved.actions import save_recommendation
from advisor.saved.tasks import rescore_saved
from tests.advisor.newer_versions import publish_paper_weighing
from tests.advisor.small_document import small_document
from tests.advisor.views.conftest import publish

pytestmark = pytest.mark.django_db


WORKER = "django_tasks_db.management.commands.db_worker"


@pytest.fixture(autouse=True)
def one_connection(monkeypatch):
    """The worker closes old connections; a test's own must stay open."""
    monkeypatch.setattr(f"{WORKER}.close_old_connections", lambda: None)


def test_re_scoring_waits_for_the_worker_and_is_done_by_it(settings, member):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    saved = save_recommendation(
        owner=member,
        version=publish(small_document()),
        answers={"use": "hold"},
        title="Door",
    )
    result = rescore_saved.enqueue(publish_paper_weighing(10).number)
    assert not Notice.objects.exists()

    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)

    result.refresh()
    assert (result.status, result.return_value) == ("SUCCESSFUL", 1)
    assert Notice.objects.get().recommendation == saved
