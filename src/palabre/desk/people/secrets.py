"""Secrets that stand in links and in programs: drawn here, kept only as their hash."""

import hashlib
import secrets

#: What an API token begins with, so that a leaked one is recognised (by people and by scanners of repositories).
API_PREFIX = "pal_"


def new_link_secret() -> str:
    """Return 256 random bits that are safe in an address."""
    return secrets.token_urlsafe(32)


def new_api_token() -> str:
    """Return a new API token: the prefix, then 256 random bits."""
    return API_PREFIX + secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """Return what is kept of ``secret``: its SHA-256, in hexadecimal.

    A secret of 256 random bits needs no slow hash: it cannot be guessed from its digest.
    """
    return hashlib.sha256(secret.encode()).hexdigest()
