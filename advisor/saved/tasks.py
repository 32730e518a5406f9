"""Work that nobody waits for, where a worker runs (see the TASKS setting)."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver
from django_tasks import task

from advisor.models import RuleSetVersion
from advisor.models.signals import version_published
from advisor.saved.digest_mail import mail_digests
from advisor.saved.rescoring import rescore


@task()
def rescore_saved(number: int) -> int:
    """Re-score everything saved under this version, then tell who wants mail."""
    version = RuleSetVersion.objects.get(number=number)
    checked = rescore(version)
    mail_digests(version)
    return checked


@receiver(version_published)
def rescore_after_publishing(version: RuleSetVersion, **kwargs: Any) -> None:
    """Once the version is really there; publishing succeeds whatever happens then."""
    transaction.on_commit(partial(rescore_saved.enqueue, version.number), robust=True)
