"""Connections to PostgreSQL while it is away: one patient wait, then quick answers.

A short outage is waited out. In a long one the first request of a process waits in
vain; those behind it are answered at once instead of each waiting as long again, until
the server is back, which is noticed within a second.
"""

import time
from typing import Any, ClassVar

from django.db.backends.postgresql import base

PATIENCE = 6.0  # seconds one request waits for a server that has just gone
PAUSE = 0.5  # seconds between two looks at one that is known to be away


class DatabaseWrapper(base.DatabaseWrapper):
    # Of the whole process: Django makes one wrapper per thread.
    _away_since_look: ClassVar[float | None] = None

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Raises OperationalError, at the latest after `PATIENCE` and one try."""
        end = time.monotonic() + PATIENCE
        looked = DatabaseWrapper._away_since_look
        if looked is not None:
            if time.monotonic() < looked + PAUSE:
                raise self.Database.OperationalError("the server is away")
            end = 0.0
        while True:
            try:
                connection = super().get_new_connection(conn_params)
            except self.Database.OperationalError:
                if time.monotonic() >= end:
                    DatabaseWrapper._away_since_look = time.monotonic()
                    raise
                time.sleep(0.05)  # where a try ends at once, as without a pool
            else:
                DatabaseWrapper._away_since_look = None
                return connection
