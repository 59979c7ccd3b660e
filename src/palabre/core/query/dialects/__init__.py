"""Other tools' query languages, read into our tree and written out of it. See docs/reference/dialects.md."""

from collections.abc import Mapping
from types import MappingProxyType

from palabre.core.query.dialects import (
    brandwatch,
    elasticsearch,
    google,
    meltwater,
    talkwalker,
    visibrain,
    x,
)  # fmt: skip
from palabre.core.query.dialects.guessing import Guess
from palabre.core.query.dialects.guessing import guess as guess_among
from palabre.core.query.dialects.reading import read as read_syntax
from palabre.core.query.dialects.syntax import Syntax
from palabre.core.query.dialects.telling import TITLES
from palabre.core.query.dialects.to_brandwatch import BrandwatchWriter
from palabre.core.query.dialects.to_elasticsearch import ElasticsearchWriter
from palabre.core.query.dialects.to_google import GoogleWriter
from palabre.core.query.dialects.to_list import DIALECT as LIST
from palabre.core.query.dialects.to_list import write_list
from palabre.core.query.dialects.to_x import StreamWriter, XWriter
from palabre.core.query.dialects.writing import Writer, Written
from palabre.core.query.parser import Parsed
from palabre.core.query.parser import parse as parse_own
from palabre.core.query.saved import Saved
from palabre.core.query.tree import Node
from palabre.core.query.write import write as write_own

#: The dialects that are read, by name. Our own is ``palabre``.
SYNTAXES: Mapping[str, Syntax] = MappingProxyType({
    syntax.name: syntax
    for syntax in (
        brandwatch.SYNTAX, talkwalker.SYNTAX, visibrain.SYNTAX, meltwater.SYNTAX, google.SYNTAX, x.SYNTAX, x.STREAM,
        elasticsearch.SYNTAX,
    )
})  # fmt: skip
READERS = ("palabre", *SYNTAXES)
_ALSO = MappingProxyType({
    "own": "palabre", "bw": "brandwatch", "brandwatch-consumer-research": "brandwatch", "tw": "talkwalker",
    "vb": "visibrain", "mw": "meltwater", "twitter": "x", "x-search": "x", "twitter-search": "x",
    "twitter-stream": "x-stream", "x-rules": "x-stream", "es": "elasticsearch", "elastic": "elasticsearch",
    "query-string": "elasticsearch", "elasticsearch-query-string": "elasticsearch", "lucene": "elasticsearch",
    "opensearch": "elasticsearch",
})  # fmt: skip
#: What is written for other tools, by name. Our own says everything.
_WRITERS: Mapping[str, type[Writer]] = MappingProxyType({
    writer.dialect: writer
    for writer in (BrandwatchWriter, GoogleWriter, XWriter, StreamWriter, ElasticsearchWriter)
})  # fmt: skip
WRITERS = ("palabre", *_WRITERS, LIST)


def known_as(name: str) -> str | None:
    """Return the dialect that a name means, whatever its case, ``None`` where there is none."""
    plain = name.strip().lower().replace(" ", "-").replace("_", "-")
    found = _ALSO.get(plain, plain)
    return found if found in (*READERS, *WRITERS) else None


def read(query: str, dialect: str = "palabre", *, saved: Saved | None = None) -> Parsed:
    """Read a query of a dialect into our tree. Raises ``ValueError`` for an unknown dialect only.

    ``saved`` gives the queries that one of ours may call by ``@query:name``.
    """
    if dialect == "palabre":
        return parse_own(query, saved=saved)
    if dialect not in SYNTAXES:
        raise ValueError(f"There is no dialect {dialect!r}; there are: {', '.join(READERS)}.")
    return read_syntax(query, SYNTAXES[dialect])


def translate(tree: Node, dialect: str, source: str = "") -> Written:
    """Return a tree in another dialect, with what was lost. An unknown dialect raises ``ValueError``.

    ``source`` is the query that the tree was read from, to quote what was lost as it was written.
    """
    if dialect == "palabre":
        return Written(write_own(tree), ())
    if dialect == LIST:
        return write_list(tree, source)
    if dialect not in _WRITERS:
        raise ValueError(f"Nothing is written in {dialect!r}; these are: {', '.join(WRITERS)}.")
    return _WRITERS[dialect](source).write(tree)


def guess(query: str) -> tuple[Guess, ...]:
    """Return the dialects that a query may be written in, the likeliest first; to be confirmed by a person."""
    return guess_among(query, READERS, read)


__all__ = [
    "LIST", "READERS", "SYNTAXES", "TITLES", "WRITERS",
    "Guess", "Written", "guess", "known_as", "read", "translate",
]  # fmt: skip
