"""How often one caller may do a thing, counted in the cache."""

import time
from ipaddress import IPv6Address, ip_address

import structlog
from django.core.cache import cache
from django.http import HttpRequest
from ninja.throttling import BaseThrottle, SimpleRateThrottle

log = structlog.get_logger(__name__)


class Limit(SimpleRateThrottle):
    """Calls counted in windows of fixed length, in the cache all processes share.

    It keeps nothing about a call on itself, so threads cannot mix callers up. A cache
    that is down limits nobody: reading goes on.
    """

    duration: int  # seconds
    num_requests: int

    def allow_request(self, request: HttpRequest) -> bool:
        key = self.get_cache_key(request)
        return key is None or self.allows(key)

    def allows(self, key: str) -> bool:
        """Count one more for `key`; whether that still is within the limit."""
        key = f"{key}_{int(time.time() // self.duration)}"
        try:
            cache.add(key, 0, self.duration + 1)
            return cache.incr(key) <= self.num_requests
        except Exception as error:
            log.warning("limit_not_counted", error=repr(error))
            return True

    def get_ident(self, request: HttpRequest) -> str:
        return caller_address(request)

    def wait(self) -> float:
        """Seconds until the next window begins."""
        return self.duration - time.time() % self.duration


def caller_address(request: HttpRequest) -> str:
    """The caller's address behind our proxies; of IPv6 the network it is in."""
    found = BaseThrottle().get_ident(request) or ""
    try:
        address = ip_address(found)
    except ValueError:
        return found
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return f"{address.exploded[:19]}::/64"
    return found
