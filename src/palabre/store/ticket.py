"""Tickets: how the desk lets a browser into the gate's event streams, without the gate knowing Django.

The desk puts a ticket in the cookie ``palabre_events`` beside its own session cookie; the gate checks it by its
signature alone (HMAC-SHA256, RFC 2104), then asks the database whether that session is still open. A ticket
never holds the session's key, only its SHA-256: who steals a ticket may hear a workspace's identifiers until
the ticket ends, and can act on nothing.

A ticket reads ``1.<claims>.<signature>``, both in base64url without padding. Its claims are 48 bytes, big endian:
person (unsigned 64 bits), expiry (Unix seconds, unsigned 64 bits), SHA-256 of the session's key.
"""

import binascii
import hashlib
import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from struct import Struct

#: The cookie that carries a ticket, where browsers send it, and the secret (``place.secret``) that signs it.
COOKIE, PATH, SECRET = "palabre_events", "/events", "tickets"

#: The desk's own cookie, which carries the session's key.
SESSION_COOKIE = "palabre_session"

_VERSION = "1"
_CLAIMS = Struct(">QQ32s")
_LENGTH = len(_VERSION) + 1 + 64 + 1 + 43


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a sound ticket says: whose it is, for which session, until when (aware, UTC)."""

    person: int
    session_hash: str
    expires: datetime


def hash_session(session_key: str) -> str:
    """Return the SHA-256 of a session's key, in hexadecimal, as a ticket knows it."""
    return hashlib.sha256(session_key.encode()).hexdigest()


def issue(person: int, session_key: str, secret: str, now: datetime, lifetime: timedelta) -> str:
    """Return a ticket for ``person`` in the session ``session_key``, good from ``now`` (aware) for ``lifetime``."""
    expires = int((now + lifetime).timestamp())
    claims = _encoded(_CLAIMS.pack(person, expires, bytes.fromhex(hash_session(session_key))))
    return f"{_VERSION}.{claims}.{_signature(claims, secret)}"


def check(value: str, secret: str, now: datetime) -> Ticket | None:
    """Return what ``value`` says, or None when it is not one of ours, was altered, or has expired.

    Comparison takes the same time whatever the signature.
    """
    if len(value) != _LENGTH or not value.isascii():
        return None
    version, claims, signature = [*value.split("."), "", ""][:3]
    if version != _VERSION or not hmac.compare_digest(signature, _signature(claims, secret)):
        return None
    ticket = _read(claims)
    return ticket if ticket is not None and ticket.expires > now else None


def _read(claims: str) -> Ticket | None:
    try:
        person, expires, session = _CLAIMS.unpack(urlsafe_b64decode(claims))
    except (binascii.Error, ValueError):
        return None
    return Ticket(person, session.hex(), datetime.fromtimestamp(expires, UTC))


def _signature(claims: str, secret: str) -> str:
    return _encoded(hmac.digest(secret.encode(), f"palabre ticket {_VERSION}.{claims}".encode(), "sha256"))


def _encoded(value: bytes) -> str:
    return urlsafe_b64encode(value).rstrip(b"=").decode()
