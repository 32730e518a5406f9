"""Secrets in addresses: made at random, looked up by their digest."""

import hashlib
import secrets

BYTES = 32


def new_secret() -> str:
    """43 characters nobody can guess: 256 bits, safe in an address."""
    return secrets.token_urlsafe(BYTES)


def digest_of_secret(secret: str) -> str:
    """64 hexadecimal digits. Takes any text, half characters too, and never raises."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
