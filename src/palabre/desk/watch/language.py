"""The query language, as the rooms of the watch speak it: one place that knows how the core is called."""

from collections.abc import Mapping

from palabre.core.query import Parsed, parse

#: Our own dialect; others are translated into it before they are saved.
OWN = "palabre"

#: Queries of the workspace by their names, folded: ``@query:name`` calls them.
Saved = Mapping[str, str]


def read(query: str, saved: Saved | None = None) -> Parsed:
    """Read a query of our own dialect; ``saved`` are those that it may call."""
    return parse(query, saved=saved)


def unix(text: str) -> str:
    """Return a text with plain line ends: a form sends them as CR LF, and spans count characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
