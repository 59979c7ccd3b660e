"""Queries written for other tools: which tool, and what they become here, with what is lost on the way. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from palabre.core.query import dialects as core
from palabre.core.query import parse
from palabre.core.query.dialects import READERS, TITLES
from palabre.core.query.tree import And, Node, Not
from palabre.core.query.write import write
from palabre.desk.watch.language import OWN
from palabre.desk.watch.told import Told, tell

#: The dialects that are read, by their key, as people call them.
DIALECTS: dict[str, str] = {key: TITLES[key] for key in READERS}

#: How sure a guess must be before it is spoken of: most short queries are the same everywhere.
SURE = 0.5
#: Shorter queries are taken as they are.
SHORTEST = 12


@dataclass(frozen=True, slots=True)
class Translation:
    """A query in our own dialect (None: it cannot be read), what it was written in, what is told of the way."""

    query: str | None
    dialect: str
    told: tuple[Told, ...] = ()

    @property
    def tool(self) -> str:
        """Return the name of the tool that it was written for."""
        return DIALECTS.get(self.dialect, self.dialect)


def dialect_of(name: str) -> str:
    """Return the key of a dialect that is called so, '' where there is none."""
    found = core.known_as(name) or next((key for key, title in DIALECTS.items() if title.casefold() == name), "")
    return found if found in DIALECTS else ""


def guess(query: str) -> str:
    """Return the dialect that a query seems to be written in: ours, unless another is likelier than not."""
    if len(query) < SHORTEST:
        return OWN
    best = core.guess(query)[0]
    return best.dialect if best.share >= SURE else OWN


def translate(query: str, dialect: str = "") -> Translation:
    """Return a query in our own dialect; without ``dialect``, it is guessed."""
    dialect = dialect or guess(query)
    if dialect == OWN:
        return Translation(query, OWN)
    parsed = core.read(query, dialect)
    told = tell(query, parsed.diagnostics)
    return Translation(laid_out(parsed.tree) if parsed.tree is not None else None, dialect, told)


def laid_out(tree: Node) -> str:
    """Return a tree as a query, each of its conditions on its own line where that is read as the same."""
    if isinstance(tree, And):
        text = "\n".join(_lines(tree))
        if parse(text).tree == tree:
            return text
    return write(tree)


def _lines(tree: And) -> Iterator[str]:
    for child in tree.children:
        text = write(child.child if isinstance(child, Not) else child)
        yield ("NOT " if isinstance(child, Not) else "") + (f"({text})" if " " in text else text)
