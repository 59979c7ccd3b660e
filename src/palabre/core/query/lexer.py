"""A query cut into its pieces: parentheses, operators, phrases, words. One pass, linear time."""

import re
from collections.abc import Generator, Iterator
from typing import Literal, NamedTuple

from palabre.core.query.tree import Span

PieceKind = Literal["open", "close", "and", "or", "not", "word", "phrase", "unclosed"]

OPERATORS: dict[str, PieceKind] = {
    "AND": "and", "ET": "and",
    "OR": "or", "OU": "or",
    "NOT": "not", "SAUF": "not",
}  # fmt: skip

_QUOTES = '"“”„«»'
#: What closes a phrase: a French quotation mark only closes its like, others close one another.
_CLOSING = {"«": "»", "»": "»«"}
_ANY_CLOSING = '"“”„'
_PIECE = re.compile(f"\\s+|(?P<open>\\()|(?P<close>\\))|(?P<quote>[{_QUOTES}])|(?P<word>[^\\s(){_QUOTES}]+)")
_MINUS = "-−"


class Piece(NamedTuple):
    """A piece of a query. ``text`` is without quotation marks nor minus; ``span`` covers it with them."""

    kind: PieceKind
    text: str
    span: Span
    #: Where ``text`` starts in the query.
    start: int


def pieces(query: str) -> Iterator[Piece]:
    """Yield the pieces of a query from left to right. A phrase that is never closed is ``unclosed``."""
    at = 0
    while (match := _PIECE.match(query, at)) is not None:
        start, at = match.span()
        match match.lastgroup:
            case "open":
                yield Piece("open", "(", (start, at), start)
            case "close":
                yield Piece("close", ")", (start, at), start)
            case "quote":
                piece = _phrase(query, start)
                at = piece.span[1]
                yield piece
            case "word":
                at = yield from _word(query, start, at)
            case _:
                pass


def _phrase(query: str, start: int) -> Piece:
    closing = _CLOSING.get(query[start], _ANY_CLOSING)
    ends = [end for mark in closing if (end := query.find(mark, start + 1)) >= 0]
    if not ends:
        return Piece("unclosed", query[start + 1 :], (start, len(query)), start + 1)
    return Piece("phrase", query[start + 1 : min(ends)], (start, min(ends) + 1), start + 1)


def _word(query: str, start: int, end: int) -> Generator[Piece, None, int]:
    """Yield a minus and what follows it, or an operator, or a word; return where to go on."""
    word = query[start:end]
    if word[0] in _MINUS and _starts_something(query, start + 1):
        yield Piece("not", word[0], (start, start + 1), start)
        return start + 1
    yield Piece(OPERATORS.get(word, "word"), word, (start, end), start)
    return end


def _starts_something(query: str, at: int) -> bool:
    """Tell whether a minus at the place before excludes what follows it without a space."""
    following = query[at : at + 1]
    return bool(following) and not following.isspace() and following not in _MINUS + ")"
