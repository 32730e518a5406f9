"""The pages of one process: bounded, least recently used first out, all or nothing."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock

from config.page_cache.stored_page import StoredPage


class Pages:
    """At most `capacity` bytes of stored pages, each at most a sixteenth of it."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.size = 0
        self._pages: OrderedDict[Hashable, StoredPage] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, key: Hashable) -> StoredPage | None:
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: Hashable, page: StoredPage) -> None:
        if page.size > self.capacity // 16:
            return
        with self._lock:
            self._drop(key)
            self._pages[key] = page
            self.size += page.size
            while self.size > self.capacity:
                self._drop(next(iter(self._pages)))

    def forget_all(self) -> None:
        with self._lock:
            self._pages.clear()
            self.size = 0

    def _drop(self, key: Hashable) -> None:
        gone = self._pages.pop(key, None)
        if gone is not None:
            self.size -= gone.size
