"""Connections to PostgreSQL that give up on a server that has stopped answering.

A machine that hangs keeps its connections: the kernel acknowledges what is sent, and no
answer ever comes. Only the processes that serve people give up; a migration may take
as long as it takes.
"""

from threading import Event
from typing import Any

from psycopg import Connection, OperationalError
from psycopg.pq import TransactionStatus

ANSWER_WITHIN = 5.0  # seconds

# Somebody waited in vain: whoever asks next shall not.
unanswered = Event()


class AnsweringConnection(Connection[Any]):
    """Raises OperationalError when a statement has no answer within `seconds`."""

    seconds: float | None = None  # of this process; None: wait for ever

    def wait(
        self, gen: Any, interval: float = 0.1, timeout: float | None = None
    ) -> Any:
        if timeout is None:
            timeout = self.seconds
        try:
            return super().wait(gen, interval, timeout)
        except OperationalError:
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:
                unanswered.set()
                self.pgconn.finish()  # an answer that came now would be to another
            raise


def give_up_in_this_process() -> None:
    AnsweringConnection.seconds = ANSWER_WITHIN
