"""Rows for ``COPY … (FORMAT binary)``, built by hand: psycopg's own row writer costs three times as much a row.

The format (PostgreSQL manual, COPY, "Binary Format"): a header, then for each row a 16-bit count of fields and,
for each field, its 32-bit length (-1: null) and its bytes; big-endian throughout.
"""

from datetime import UTC, datetime, timedelta
from struct import Struct

HEADER = b"PGCOPY\n\xff\r\n\0" + bytes(8)
TRAILER = b"\xff\xff"
NULL = b"\xff\xff\xff\xff"

_length = Struct("!i").pack
_big = Struct("!iq").pack
_real = Struct("!if").pack
_count = Struct("!h").pack
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

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


def text(value: str) -> bytes:
    """Return a text field. PostgreSQL refuses NUL and lone surrogates; both are taken out at the door of intake."""
    data = value.encode()
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


def signal(message_id: int, workspace: int, name: str, score: float, model: str, evidence: str) -> bytes:
    """Return a row of ``signal``."""
    return b"".join(
        (
            _count(6),
            _big(8, message_id),
            _big(8, workspace),
            text(name),
            _real(4, score),
            text(model),
            text(evidence),
        )
    )


def match(message_id: int, topic: int, workspace: int, spans: str) -> bytes:
    """Return a row of ``match``."""
    return b"".join((_count(4), _big(8, message_id), _big(8, topic), _big(8, workspace), text(spans)))


def key(source: int, external_id: str, message_id: int) -> bytes:
    """Return a row of ``message_key``."""
    return b"".join((_count(3), _big(8, source), text(external_id), _big(8, message_id)))
