"""The search index and the reference index, brought up to date once for many saves.

Wagtail indexes an object at every save, and publishing a new one saves it three times.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.backends import get_search_backends_with_name
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import update_reference_index_on_save
from wagtail.tasks import update_reference_index_task

# Of each model, the keys of what was saved.
Saved = dict[Any, set[Any]]


@contextmanager
def indexed_once() -> Iterator[None]:
    """Index what is saved within when it is over, each thing once; not if it fails.

    For a command, which has the process to itself: signals are the whole process's.
    """
    with (
        _put_off(post_save_signal_handler) as to_search,
        _put_off(update_reference_index_on_save) as to_trace,
    ):
        yield
    for model, keys in to_search.items():
        _index_for_search(model, keys)
    for model, keys in to_trace.items():
        _index_references(model, keys)


@contextmanager
def _put_off(handler: Callable[..., None]) -> Iterator[Saved]:
    """Collect what `handler` would have been told of."""
    saved: Saved = defaultdict(set)

    def remember(sender: type[Model], instance: Model, **_: Any) -> None:
        saved[sender].add(instance.pk)

    models = [m for m in apps.get_models() if post_save.disconnect(handler, sender=m)]
    for model in models:
        post_save.connect(remember, sender=model)
    try:
        yield saved
    finally:
        for model in models:
            post_save.disconnect(remember, sender=model)
            post_save.connect(handler, sender=model)


def _index_for_search(model: Any, keys: set[Any]) -> None:
    found = model.get_indexed_objects().filter(pk__in=keys)
    things = [thing.get_indexed_instance() for thing in found]
    for _, backend in get_search_backends_with_name(with_auto_update=True):
        backend.add_bulk(model, things)


def _index_references(model: Any, keys: set[Any]) -> None:
    for key in model.objects.filter(pk__in=keys).values_list("pk", flat=True):
        update_reference_index_task.call(
            model._meta.app_label, model._meta.model_name, key
        )
