"""Tortoise ORM brings parts for asyncio frameworks; Flask is not among them."""

import inspect
import pkgutil

from tortoise import contrib
from tortoise.queryset import QuerySet

PACKAGES = ("tortoise-orm",)
EXPECTED = {
    "has a part for": {"fastapi": True, "quart": True, "sanic": True, "flask": False},
    "a query must be awaited": True,
}


def observe():
    parts = {module.name for module in pkgutil.iter_modules(contrib.__path__)}
    return {
        "has a part for": {name: name in parts for name in EXPECTED["has a part for"]},
        "a query must be awaited": (
            hasattr(QuerySet, "__await__")
            and inspect.isasyncgenfunction(QuerySet.__aiter__)
        ),
    }
