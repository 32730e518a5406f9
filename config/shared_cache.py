"""A cache that all processes share, and each one's own while the shared one is away."""

import time
from typing import Any, ClassVar

import structlog
from django.conf import settings
from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = structlog.get_logger(__name__)
SECONDS_UNTIL_ASKED_AGAIN = 5.0


class SharedCache(BaseCache):
    """Redis or Valkey. While it does not answer, what is counted is counted here.

    So nobody gets an error, and a limit still holds in every process by itself. Only
    one call in five seconds waits for a server that is away.
    """

    # Of the whole process: Django makes one cache object per thread.
    _away_until: ClassVar[float] = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._shared = RedisCache(server, params)
        own = {**params, "OPTIONS": {"MAX_ENTRIES": settings.MOST_CACHE_ENTRIES}}
        self._own = LocMemCache("while-the-shared-cache-is-away", own)

    @property
    def is_away(self) -> bool:
        return time.monotonic() < SharedCache._away_until

    def _ask(self, verb: str, *args: Any, **kwargs: Any) -> Any:
        if not self.is_away:
            try:
                return getattr(self._shared, verb)(*args, **kwargs)
            except (RedisError, OSError) as error:
                SharedCache._away_until = time.monotonic() + SECONDS_UNTIL_ASKED_AGAIN
                log.warning("shared_cache_away", error=repr(error))
        return getattr(self._own, verb)(*args, **kwargs)

    def add(self, *args, **kwargs):
        return self._ask("add", *args, **kwargs)

    def get(self, *args, **kwargs):
        return self._ask("get", *args, **kwargs)

    def set(self, *args, **kwargs):
        return self._ask("set", *args, **kwargs)

    def touch(self, *args, **kwargs):
        return self._ask("touch", *args, **kwargs)

    def delete(self, *args, **kwargs):
        return self._ask("delete", *args, **kwargs)

    def get_many(self, *args, **kwargs):
        return self._ask("get_many", *args, **kwargs)

    def set_many(self, *args, **kwargs):
        return self._ask("set_many", *args, **kwargs)

    def delete_many(self, *args, **kwargs):
        return self._ask("delete_many", *args, **kwargs)

    def has_key(self, *args, **kwargs):
        return self._ask("has_key", *args, **kwargs)

    def incr(self, *args, **kwargs):
        return self._ask("incr", *args, **kwargs)

    def clear(self):
        return self._ask("clear")
