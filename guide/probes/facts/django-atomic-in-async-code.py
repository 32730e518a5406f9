"""`transaction.atomic()` does not work in async code, in either form."""

import asyncio

from django.db import transaction
from fresh_project import fresh_project

PACKAGES = ("Django",)
EXPECTED = {
    "with atomic()": "SynchronousOnlyOperation",
    "async with atomic()": "TypeError",
}


def observe():
    fresh_project()
    return {
        "with atomic()": error_of(plainly),
        "async with atomic()": error_of(asynchronously),
    }


async def plainly():
    with transaction.atomic():
        pass


async def asynchronously():
    async with transaction.atomic():
        pass


def error_of(function):
    try:
        asyncio.run(function())
    except Exception as error:
        return type(error).__name__
    return "no error"
