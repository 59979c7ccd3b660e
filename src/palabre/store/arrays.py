"""Arrays as parameters of queries, built by hand: psycopg's own cost a microsecond an element.

The format is that of ``array_recv`` in PostgreSQL: dimensions, whether any is null, the type of the elements, their
number, the first index, then each element behind its length; big-endian throughout.
"""

from collections.abc import Sequence
from struct import Struct, pack

from psycopg.adapt import AdaptersMap, Dumper
from psycopg.pq import Format

_head = Struct("!iiIii").pack
_length = Struct("!i").pack
_INT8, _INT8_ARRAY = 20, 1016  # type numbers that are the same in every PostgreSQL
_TEXT, _TEXT_ARRAY = 25, 1009


class BigArray(bytes):
    """A ``bigint[]`` in binary form."""


class TextArray(bytes):
    """A ``text[]`` in binary form."""


def bigs(values: Sequence[int]) -> BigArray:
    """Return integers as a ``bigint[]``."""
    pairs = [part for value in values for part in (8, value)]
    return BigArray(_head(1, 0, _INT8, len(values), 1) + pack("!" + "iq" * len(values), *pairs))


def texts(values: Sequence[str]) -> TextArray:
    """Return texts as a ``text[]``."""
    parts = [_head(1, 0, _TEXT, len(values), 1)]
    for value in values:
        data = value.encode()
        parts.append(_length(len(data)))
        parts.append(data)
    return TextArray(b"".join(parts))


class _BigArrayDumper(Dumper):
    format = Format.BINARY
    oid = _INT8_ARRAY

    def dump(self, obj: bytes) -> bytes:
        return obj


class _TextArrayDumper(_BigArrayDumper):
    oid = _TEXT_ARRAY


def register(adapters: AdaptersMap) -> None:
    """Have a connection take ``BigArray`` and ``TextArray`` as parameters."""
    adapters.register_dumper(BigArray, _BigArrayDumper)
    adapters.register_dumper(TextArray, _TextArrayDumper)
