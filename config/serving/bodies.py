"""Request bodies: read whole before a thread is taken, and only while they come.

A thread that waits for a client's next byte serves nobody. Here waiting costs a
connection and what has arrived so far, and it ends.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Protocol

GRACE = 10.0  # seconds that any body may take
SLOWEST = 16 * 1024  # bytes a second that a longer one must come with
LARGEST = 12 * 1024 * 1024  # bytes; nginx's client_max_body_size is the same
# Bytes of all bodies held by this process. Those below SMALL always have room: there
# are no more of them than connections (granian's backpressure).
TOGETHER = 64 * 1024 * 1024
SMALL = 64 * 1024


class Incoming(Protocol):
    """granian's request: called it gives the whole body, iterated what has come."""

    async def __call__(self) -> bytes: ...

    def __aiter__(self) -> AsyncIterator[bytes]: ...


class RefusedBodyError(Exception):
    """Nobody shall be asked about this call. `received`: bytes that had come."""

    def __init__(self, status: int, received: int = 0) -> None:
        super().__init__(status)
        self.status = status
        self.received = received


class Bodies:
    """All bodies of one event loop. Limits are in seconds and bytes."""

    def __init__(self, *, grace: float = GRACE, together: int = TOGETHER) -> None:
        self.grace = grace
        self.together = together
        self.held = 0

    @asynccontextmanager
    async def whole(
        self, declared: int | None, incoming: Incoming
    ) -> AsyncIterator[bytes]:
        """The body, which counts as held until the block ends.

        `declared` is None where it comes in chunks of its own. Raises
        RefusedBodyError: 413, 408, 503 when there is no room, 400 when it was cut off.
        """
        if declared is not None and declared > LARGEST:
            raise RefusedBodyError(413)
        received = bytearray()
        try:
            await self._receive(received, declared, incoming)
            if declared is not None and len(received) != declared:
                raise RefusedBodyError(400, len(received))
            yield bytes(received)
        finally:
            self.held -= len(received)

    async def _receive(
        self, received: bytearray, declared: int | None, incoming: Incoming
    ) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(self.grace) as limit:
                if declared is not None and declared <= SMALL:
                    self._keep(received, await incoming())
                    return
                async for chunk in incoming:
                    self._keep(received, chunk)
                    earned = len(received) / SLOWEST
                    limit.reschedule(began + self.grace + earned)
        except TimeoutError as error:
            raise RefusedBodyError(408, len(received)) from error
        except RuntimeError as error:  # granian's: the client has gone
            raise RefusedBodyError(400, len(received)) from error

    def _keep(self, received: bytearray, chunk: bytes) -> None:
        received += chunk
        self.held += len(chunk)
        if len(received) > LARGEST:
            raise RefusedBodyError(413, len(received))
        if self.held > self.together and len(received) > SMALL:
            raise RefusedBodyError(503, len(received))

    async def rest(self, incoming: Incoming) -> None:
        """Let a refused client send on for a moment, so that it reads why."""
        dropped = 0
        with suppress(TimeoutError, RuntimeError):
            async with asyncio.timeout(self.grace):
                async for chunk in incoming:
                    dropped += len(chunk)
                    if dropped > 2 * LARGEST:
                        return
