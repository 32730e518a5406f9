"""Calls without a body need no event loop: they are answered from granian's own thread.

The loop costs as much again as a kept page, and granian has no public way round it:
this is what to look at when a new granian does not start. Without it everything works
as well, only slower.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from granian._granian import CallbackScheduler
from granian.server import mp

from config.serving.target import Target

Waiting = Callable[[Any], Coroutine[Any, Any, None]]


def install(target: Target) -> None:
    """For the worker of this process, before it begins to serve."""

    class Scheduler(CallbackScheduler):
        def __init__(
            self, loop: asyncio.AbstractEventLoop, waiting: Waiting, *_unused: None
        ) -> None:
            super().__init__()
            self._schedule_fn = answer_or_wait(target, loop, waiting)

    def scheduler(
        loop: asyncio.AbstractEventLoop, waiting: Waiting, impl_asyncio: bool = True
    ) -> Scheduler:
        return Scheduler(loop, waiting, None, None, None)

    mp._new_cbscheduler = scheduler


def answer_or_wait(
    target: Target, loop: asyncio.AbstractEventLoop, waiting: Waiting
) -> Callable[[Any], None]:
    """What granian's thread does with each call: the loop gets those with a body."""

    def wait(call: Any) -> None:
        call.taskref(loop.create_task(waiting(call)))

    def schedule(call: Any) -> None:
        if not target.takes(call.scope, call.proto, call.done):
            loop.call_soon_threadsafe(wait, call)

    return schedule
