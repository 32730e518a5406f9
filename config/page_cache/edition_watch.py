"""Notice a new edition of the site, whichever process or machine began it."""

import logging
import time
from collections.abc import Callable
from datetime import date
from threading import Lock, Thread

from django.db import Error as DatabaseError
from django.db import close_old_connections
from django.utils import timezone

from guide.editions import current_edition, edition_began
from guide.kept_for_edition import watch_by

log = logging.getLogger(__name__)
SECONDS_BETWEEN_LOOKS = 0.25
# A response that was on its way while we forgot may reach a proxy after that.
SECONDS_UNTIL_SECOND_TIME = 1.0

Edition = tuple[int, date]  # the day is part of it: at midnight a claim may be stale


class EditionWatch:
    """Knows the edition in force and calls `forget` whenever it changes.

    `edition` is None until the database has been asked with success; nothing may be
    kept then. While the database is away the last edition known stays in force.
    """

    def __init__(self, forget: Callable[[], None]) -> None:
        self.edition: Edition | None = None
        self._forget = forget
        self._again_at: float | None = None
        self._lock = Lock()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin watching, once per process; workers are forked before they serve."""
        with self._lock:
            if self._thread is not None:
                return
            self._thread = Thread(target=self._watch, name="editions", daemon=True)
        edition_began.connect(self.began_here, dispatch_uid=f"page-cache-{id(self)}")
        self.look()
        self._thread.start()
        watch_by(lambda: self.edition)

    def look(self) -> None:
        """Ask the database which edition is in force."""
        try:
            found = (current_edition(), timezone.localdate())
        except DatabaseError as error:
            log.warning("editions_unreadable", extra={"error": str(error)})
            return
        with self._lock:
            changed = self.edition is not None and found != self.edition
            self.edition = found
        if changed:
            self._forget()
            self._again_at = time.monotonic() + SECONDS_UNTIL_SECOND_TIME

    def began_here(self, **_signal: object) -> None:
        self.look()

    def _watch(self) -> None:
        while True:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            close_old_connections()
            self.look()
            if self._again_at is not None and time.monotonic() >= self._again_at:
                self._again_at = None
                self._forget()
