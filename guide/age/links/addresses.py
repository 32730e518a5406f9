"""Only public machines are asked: no name of ours may lead a check inside.

A name is looked up once and the connection goes to what was looked up, so that no
second answer of the name server can slip in between.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

TRANSLATED = IPv6Network("64:ff9b::/96")  # holds an IPv4 address of any kind
DEFAULT_PORTS = {"http": 80, "https": 443}


class RefusedError(Exception):
    """Why this address is not asked at all, in words for an editor."""


class UnresolvedError(Exception):
    """No name server knows the name, for now."""


def parts_of(url: str) -> SplitResult:
    """The address in parts. Raises RefusedError unless it is plain http or https."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError("It is not an address.") from error
    if parts.scheme not in DEFAULT_PORTS:
        raise RefusedError("It is neither http nor https.")
    if not parts.hostname or port == 0:
        raise RefusedError("It names no machine.")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("It carries a user name.")
    if any(character <= " " or character == "\x7f" for character in parts.netloc):
        raise RefusedError("It names no machine.")
    return parts


def port_of(parts: SplitResult) -> int:
    return parts.port or DEFAULT_PORTS[parts.scheme]


def machines(parts: SplitResult, allow_private: bool) -> list[str]:
    """The IP addresses behind the name, all of them public.

    Raises RefusedError if one of them is not, UnresolvedError if there are none.
    """
    try:
        name = str(parts.hostname).encode("idna").decode()
        found = socket.getaddrinfo(name, port_of(parts), type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise RefusedError("Its machine has no valid name.") from error
    except OSError as error:
        raise UnresolvedError from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and not all(map(is_public, addresses)):
        raise RefusedError("It leads to a machine that is not public.")
    return addresses


def is_public(address: str) -> bool:
    """Whether anybody on the internet could mean this machine."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if ip.sixtofour or ip.teredo or ip in TRANSLATED or ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
