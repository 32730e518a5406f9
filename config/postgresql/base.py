"""Connections to PostgreSQL while it is away: one patient wait, then quick answers.

A short outage is waited out. In a long one the first request of a process waits in
vain; all behind it are answered at once instead of each waiting as long again, while
one thread looks for the server and lets them go on when it is back. A server that has
only stopped answering (config/postgresql/connection.py) is away like any other.
"""

import time
from threading import Event, Thread
from typing import Any

from django.db.backends.postgresql import base

from config.postgresql.connection import unanswered

PATIENCE = 5.0  # seconds a request waits for a server that has just gone
PAUSE = 0.25  # seconds between two looks at one that is known to be away

# Of the whole process: Django makes one wrapper per thread.
away = Event()


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Raises OperationalError: at once, or after `PATIENCE` and one more try."""
        if unanswered.is_set():
            unanswered.clear()
            self._look_out(conn_params)
        end = time.monotonic() + PATIENCE
        while not away.is_set():
            try:
                return super().get_new_connection(conn_params)
            except self.Database.OperationalError:
                if time.monotonic() >= end:
                    self._look_out(conn_params)
                    raise
                time.sleep(0.05)  # where a try ends at once, as without a pool
        raise self.Database.OperationalError("the server is away")

    def _look_out(self, conn_params: dict[str, Any]) -> None:
        if away.is_set():
            return
        away.set()
        Thread(target=self.wait_for, args=[conn_params], daemon=True).start()

    def wait_for(self, conn_params: dict[str, Any]) -> None:
        """Return when the server lets somebody in; nobody is told it is away then."""
        while True:
            try:
                self.Database.connect(**conn_params).close()
            except self.Database.OperationalError:
                time.sleep(PAUSE)
            else:
                away.clear()
                return
