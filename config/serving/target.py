"""What granian calls: kept pages at once, everything else in a thread."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any
from wsgiref.types import WSGIApplication, WSGIEnvironment

import structlog

from config.serving.bodies import Bodies, RefusedBodyError
from config.serving.calls import (
    Headers,
    Scope,
    UnreadableAddressError,
    answer,
    environ_of,
)
from config.serving.refusals import refuse

Kept = Callable[[WSGIEnvironment], tuple[int, Headers, bytes] | None]
Finished = Callable[[], None]

THREADS = 1  # of each process: more of them only wait for one another
log = structlog.get_logger(__name__)


class Target:
    """granian's RSGI application around a WSGI application.

    `kept` gives the answer to what needs neither thread nor database, or None.
    """

    def __init__(self, application: WSGIApplication, kept: Kept) -> None:
        self.application = application
        self.kept = kept
        self.bodies = Bodies()
        self.threads: ThreadPoolExecutor

    def __rsgi_init__(self, _loop: asyncio.AbstractEventLoop) -> None:
        """In the process that serves: threads do not outlive a fork."""
        self.threads = ThreadPoolExecutor(THREADS, "site")

    def __rsgi_del__(self, _loop: asyncio.AbstractEventLoop) -> None:
        self.threads.shutdown()

    async def __rsgi__(self, scope: Scope, proto: Any) -> None:
        loop = asyncio.get_running_loop()
        over = loop.create_future()

        def finished() -> None:
            loop.call_soon_threadsafe(over.set_result, None)

        if self.takes(scope, proto, finished):
            await over
        else:
            await self.receive(scope, proto)

    def takes(self, scope: Scope, proto: Any, finished: Finished) -> bool:
        """Whether no body has to be awaited; then this is answered, now or soon.

        `finished` is called once after that. Raises nothing.
        """
        if has_body(scope):
            return False
        try:
            environ = environ_of(scope)
            kept = self.kept(environ)
            if kept is None:
                self.threads.submit(self.answer, environ, proto, finished)
                return True
            proto.response_bytes(*kept)
        except UnreadableAddressError:
            refuse(proto, 400)
        except Exception:
            log.exception("not_served")
            refuse(proto, 500)
        finished()
        return True

    async def receive(self, scope: Scope, proto: Any) -> None:
        """Await the body, then answer in a thread."""
        loop = asyncio.get_running_loop()
        try:
            environ = environ_of(scope)
            async with self.bodies.whole(declared_length(environ), proto) as body:
                environ["wsgi.input"] = BytesIO(body)
                environ["CONTENT_LENGTH"] = str(len(body))
                environ.pop("HTTP_TRANSFER_ENCODING", None)
                await loop.run_in_executor(self.threads, self.answer, environ, proto)
        except UnreadableAddressError:
            refuse(proto, 400)
        except RefusedBodyError as error:
            if error.status != 400:  # a client that went away is nobody's fault
                log.warning(
                    "body_refused", status=error.status, received=error.received
                )
            refuse(proto, error.status, environ["PATH_INFO"])
            if error.status in (413, 503) and not error.received:
                await self.bodies.rest(proto)

    def answer(
        self, environ: WSGIEnvironment, proto: Any, finished: Finished = lambda: None
    ) -> None:
        """In a thread of ours, where nobody else would hear of an error."""
        try:
            answer(self.application, environ, proto)
        except Exception:
            log.exception("not_answered")
            refuse(proto, 500)
        finally:
            finished()


def has_body(scope: Scope) -> bool:
    headers = scope.headers
    return headers.get("content-length", "0") != "0" or "transfer-encoding" in headers


def declared_length(environ: WSGIEnvironment) -> int | None:
    return int(environ["CONTENT_LENGTH"]) if "CONTENT_LENGTH" in environ else None
