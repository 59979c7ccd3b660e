"""Which headers cross the gate, either way. Pure (RFC 9110, section 7.6.1: hop-by-hop headers go no further)."""

from collections.abc import Iterable
from typing import NamedTuple

Pairs = list[tuple[bytes, bytes]]

_HOP_BY_HOP = frozenset(
    b"connection keep-alive proxy-authenticate proxy-authorization proxy-connection te trailer "
    b"transfer-encoding upgrade http2-settings".split()
)
#: Said by us: what a client claims about its own address is not believed.
_FORWARDED = frozenset(
    b"forwarded x-forwarded-for x-forwarded-proto x-forwarded-host x-forwarded-port x-forwarded-prefix "
    b"x-forwarded-server x-real-ip x-client-ip".split()
)
#: Already answered by our own server.
_ANSWERED = frozenset((b"expect",))
_OURS = frozenset((b"date", b"server"))


class Client(NamedTuple):
    """Who calls: address, scheme and host, as our server saw them."""

    address: str
    scheme: str
    host: bytes


def to_desk(headers: Iterable[tuple[bytes, bytes]], client: Client, trusted: bool) -> Pairs:
    """Return the headers to send on to the desk; ``trusted`` believes the ``X-Forwarded-*`` of the caller.

    Names with an underscore are dropped: WSGI could not tell ``X_Forwarded_Host`` from ours.
    """
    given = list(headers)
    dropped = _HOP_BY_HOP | _FORWARDED | _ANSWERED | _named_by_connection(given)
    kept = [(name, value) for name, value in given if name not in dropped and b"_" not in name]
    return kept + _forwarded(dict(given) if trusted else {}, client)


def to_client(headers: Iterable[tuple[bytes, bytes]]) -> Pairs:
    """Return the headers of the desk's answer that go on to the browser."""
    given = [(name.lower(), value) for name, value in headers]
    dropped = _HOP_BY_HOP | _OURS | _named_by_connection(given)
    return [(name, value) for name, value in given if name not in dropped]


def _named_by_connection(headers: Iterable[tuple[bytes, bytes]]) -> frozenset[bytes]:
    """Return the headers that ``Connection`` declares hop-by-hop, but for those that make the request."""
    named = (part.strip().lower() for name, value in headers if name == b"connection" for part in value.split(b","))
    return frozenset(named) - {b"host", b"content-length", b"content-type", b"cookie", b"authorization"}


def _forwarded(given: dict[bytes, bytes], client: Client) -> Pairs:
    before = given.get(b"x-forwarded-for", b"")
    address = client.address.encode()
    return [
        (b"x-forwarded-for", before + b", " + address if before else address),
        (b"x-forwarded-proto", given.get(b"x-forwarded-proto", client.scheme.encode())),
        (b"x-forwarded-host", given.get(b"x-forwarded-host", client.host)),
    ]
