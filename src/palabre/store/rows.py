"""Rows for ``COPY … (FORMAT binary)``, built by hand: psycopg's own row writer costs three times as much a row.

The format (PostgreSQL manual, COPY, "Binary Format"): a header, then for each row a 16-bit count of fields and,
for each field, its 32-bit length (-1: null) and its bytes; big-endian throughout.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from struct import Struct

HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
TRAILER = b"\xff\xff"
NULL = b"\xff\xff\xff\xff"

_length = Struct("!i").pack
_big = Struct("!iq").pack
_real = Struct("!if").pack
# The number of fields, then those of fixed size that open a row.
_single = Struct("!h iq").pack
_pair = Struct("!h iq iq").pack
_triple = Struct("!h iq iq iq").pack
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
#: A minute, as ``moment`` counts.
MINUTE = 60_000_000

#: Fields of fixed size that open a row of ``message``: count, then length and value of each.
_message_head = Struct("!h iq iq iq iq iq iq ih ih i?").pack

MESSAGE_COLUMNS = (
    "id, workspace_id, source_id, published, received, near, revision, priority, first,"
    " author_id, engagement, reach, decision, proposed, article, external_id, kind, visibility, network, lang,"
    " country, site, thread, parent, place, url, title, lead, text, parts, attachments, raw, search"
)
_MESSAGE_FIELDS = MESSAGE_COLUMNS.count(",") + 1


def moment(when: datetime) -> int:
    """Return PostgreSQL's integer for an aware datetime: microseconds since 2000-01-01 UTC."""
    return (when - _EPOCH) // _MICROSECOND


def instant(moment: int) -> datetime:
    """Return the datetime of which ``moment`` is the integer."""
    return _EPOCH + timedelta(microseconds=moment)


def text(value: str) -> bytes:
    """Return a text field. PostgreSQL refuses NUL and lone surrogates; both are taken out at the door of intake."""
    return raw(value.encode())


#: Names that come again and again: encoded once.
_usual = lru_cache(1_024)(text)


def raw(data: bytes) -> bytes:
    """Return a text field from its UTF-8."""
    return _length(len(data)) + data


def big(value: int | None) -> bytes:
    """Return a ``bigint`` field."""
    return NULL if value is None else _big(8, value)


def message_head(
    message_id: int,
    workspace: int,
    source: int,
    published: int,
    received: int,
    near: int,
    priority: int,
    first: bool,
) -> bytes:
    """Return the fields of a message's row up to ``first``; times come from ``moment``."""
    return _message_head(
        _MESSAGE_FIELDS, 8, message_id, 8, workspace, 8, source, 8, published, 8, received, 8, near, 2, 1, 2,
        priority, 1, first,
    )  # fmt: skip


def vector(data: bytes) -> bytes:
    """Return a ``tsvector`` field from its binary form."""
    return _length(len(data)) + data


def signal(message_id: int, workspace: int, name: str, score: float, model: str, evidence: bytes) -> bytes:
    """Return a row of ``signal``; ``evidence`` is JSON."""
    return b"".join((
        _pair(6, 8, message_id, 8, workspace),
        _usual(name),
        _real(4, score),
        _usual(model),
        raw(evidence),
    ))  # fmt: skip


def match(message_id: int, topic: int, workspace: int, spans: bytes) -> bytes:
    """Return a row of ``match``; ``spans`` is JSON."""
    return _triple(4, 8, message_id, 8, topic, 8, workspace) + raw(spans)


def key(source: int, external_id: bytes, message_id: int) -> bytes:
    """Return a row of ``message_key``; ``external_id`` is a text field."""
    return _single(3, 8, source) + external_id + _big(8, message_id)
