"""Errands: how the gate asks the desk for something that no browser asked for, without the session of anybody.

The gate signs what it asks with the secret of the tickets (HMAC-SHA256, RFC 2104), path and parameters and all; the
desk checks that signature, and who reads it on its way can ask for nothing else, and only until it ends.

An errand's header reads ``<end>.<signature>``: Unix seconds, and base64url without padding.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from datetime import datetime

#: Where errands go, the header that signs them, and the seconds for which one is good.
PATH, HEADER, LIFETIME = "/errands/", "x-palabre-errand", 30

#: What is signed begins with it: neither a ticket's signature nor another's can be taken for an errand's.
_KIND = "palabre errand 1"


def sign(asked: str, secret: str, now: datetime) -> str:
    """Return the header's value for ``asked``, path and query as they are sent, at ``now`` (aware)."""
    end = int(now.timestamp()) + LIFETIME
    return f"{end}.{_signature(asked, end, secret)}"


def is_sound(value: str, asked: str, secret: str, now: datetime) -> bool:
    """Tell whether ``value`` signs exactly ``asked`` and has not ended, in the same time whatever the signature."""
    end, _, signature = value.partition(".")
    if not (end.isascii() and end.isdigit() and len(end) < 12 and signature.isascii()):
        return False
    left = int(end) - now.timestamp()
    return hmac.compare_digest(signature, _signature(asked, int(end), secret)) and 0 < left <= LIFETIME


def _signature(asked: str, end: int, secret: str) -> str:
    digest = hmac.digest(secret.encode(), f"{_KIND}.{end}.{asked}".encode(), hashlib.sha256)
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
