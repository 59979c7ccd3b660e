"""A query cut into its pieces: parentheses, operators, phrases, words, fields … One pass, linear time."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from palabre.core.query.fields import Asking, named
from palabre.core.query.tree import Span
from palabre.core.query.words import Mode

PieceKind = Literal[
    "open", "close", "and", "or", "not", "xnot", "near", "same", "word", "phrase", "cased", "regex", "field",
    "unknown", "value", "call", "count", "unclosed", "unclosed_comment", "unclosed_braces",
]  # fmt: skip

#: Words that are operators, in upper case only.
OPERATORS: dict[str, PieceKind] = {
    "AND": "and", "ET": "and",
    "OR": "or", "OU": "or",
    "NOT": "not", "SAUF": "not",
    "XNOT": "xnot",
}  # fmt: skip
#: Prefixes that say how the letters of what follows are compared, by their names.
MODES: dict[str, Mode] = {"exact": "exact", "strict": "exact", "fold": "fold", "souple": "fold"}
#: Prefixes of families of emoji.
FAMILY = frozenset(("emoji", "émoji"))

_QUOTES = '"“”„«»'
#: What closes a phrase: a French quotation mark only closes its like, others close one another.
_CLOSING = {"«": "»", "»": "»«"}
_ANY_CLOSING = '"“”„'
#: A minus, and what word processors make of it.
_MINUS = "-−–—‐‑﹣－"
_WORD = re.compile(f"[^\\s(){_QUOTES}]+")
_SPACE = re.compile(r"\s+")
#: A distance, rightly written or not: ``NEAR5``, ``NEAR-5``, ``NEAR:5``.
_NEAR = re.compile(r"(?:O?NEAR|PROCHE)(?:/\S*|[-~:_]?\d{1,3}f?)?")
_SAME = re.compile(r"(?:SAME|MÊME|MEME):\S+")
_CALL = re.compile(r"@(?:query|requête|requete):", re.IGNORECASE)
_COUNT = re.compile(r"(?:count|compte)\(", re.IGNORECASE)
_LEAST = re.compile(r"\s{0,20}(>=|≥|>|=)\s{0,20}(\d{1,9})(?=[\s)]|$)")
_FIELD = re.compile(r"([^\W\d_][\w-]*+):(?!//|[:\s)]|$)")
_LOOSE_FIELD = re.compile(r"([^\W\d_][\w-]*+):")
_LOOSE_COLON = re.compile(r"[ \t\u00a0\u202f]{1,5}:[^\s:/)(]")
_REGEX_FLAGS = re.compile(r"[ic]?(?=[\s()]|$)")
_TILDE = re.compile(r"~\d*")
_CLOSING_BRACKET = re.compile(r"[\]}]")
#: Characters of a value between brackets, and of what stands between braces.
MAX_BRACKETS = 200


class Piece(NamedTuple):
    """A piece of a query. ``text`` is without quotation marks, signs nor prefix; ``span`` covers it with them."""

    kind: PieceKind
    text: str
    span: Span
    #: Where ``text`` starts in the query.
    start: int
    #: After a phrase or a parenthesis, ``~n`` as it is written; after a regular expression its flags.
    suffix: str = ""


def pieces(query: str) -> Iterator[Piece]:
    """Yield the pieces of a query from left to right. What is never closed is told by its kind."""
    at = 0
    while at < len(query):
        space = _SPACE.match(query, at)
        if space is not None:
            at = space.end()
            continue
        for piece in _next(query, at):
            yield piece
            at = piece.span[1]


def _next(query: str, at: int) -> Iterator[Piece]:
    sign = query[at]
    if sign == "(":
        yield Piece("open", "(", (at, at + 1), at)
    elif sign == ")":
        suffix = _TILDE.match(query, at + 1)
        end = suffix.end() if suffix is not None else at + 1
        yield Piece("close", ")", (at, end), at, suffix[0] if suffix is not None else "")
    elif sign in _QUOTES:
        yield _phrase(query, at)
    elif query.startswith("<<<", at):
        yield _comment(query, at)
    elif sign == "{":
        yield _braces(query, at)
    elif sign in _MINUS and _starts_something(query, at + 1):
        yield Piece("not", sign, (at, at + 1), at)
    else:
        yield from _run(query, at)


def _phrase(query: str, start: int) -> Piece:
    closing = _CLOSING.get(query[start], _ANY_CLOSING)
    end = next((place for place in range(start + 1, len(query)) if query[place] in closing), -1)
    if end < 0:
        return Piece("unclosed", query[start + 1 :], (start, len(query)), start + 1)
    suffix = _TILDE.match(query, end + 1)
    after = suffix.end() if suffix is not None else end + 1
    return Piece("phrase", query[start + 1 : end], (start, after), start + 1, suffix[0] if suffix else "")


def _comment(query: str, start: int) -> Piece:
    """Return a comment as a piece that asks for nothing: an empty ``word`` is never made otherwise."""
    end = query.find(">>>", start + 3)
    if end < 0:
        return Piece("unclosed_comment", "", (start, len(query)), start)
    return Piece("word", "", (start, end + 3), start)


def _braces(query: str, start: int) -> Piece:
    end = query.find("}", start, start + MAX_BRACKETS)
    if end < 0:
        return Piece("unclosed_braces", "", (start, min(len(query), start + MAX_BRACKETS)), start)
    return Piece("cased", query[start + 1 : end], (start, end + 1), start + 1)


def _run(query: str, at: int) -> Iterator[Piece]:
    """Yield what starts with a letter or a sign that has no meaning of its own."""
    call, count = _CALL.match(query, at), _COUNT.match(query, at)
    if call is not None:
        yield _call(query, at, call.end())
    elif count is not None:
        yield Piece("count", query[at : count.end()], count.span(), at)
    elif query[at] == "/" and (regex := _regex(query, at)) is not None:
        yield regex
    else:
        field = _FIELD.match(query, at)
        if field is not None:
            yield from _field(query, at, field)
        else:
            yield _word(query, at)


def _word(query: str, at: int) -> Piece:
    found = _WORD.match(query, at)
    end = found.end() if found is not None else at + 1
    text = query[at:end]
    kind: PieceKind = OPERATORS.get(text, "word")
    if _NEAR.fullmatch(text) is not None:
        kind = "near"
    elif _SAME.fullmatch(text) is not None:
        kind = "same"
    return Piece(kind, text, (at, end), at)


def _call(query: str, at: int, start: int) -> Piece:
    """Return a reference to another query: its name is one word, or stands between quotation marks."""
    if query[start : start + 1] in tuple(_QUOTES):
        name = _phrase(query, start)
        kind: PieceKind = "unclosed" if name.kind == "unclosed" else "call"
        return Piece(kind, name.text, (at, name.span[1]), name.start)
    found = _WORD.match(query, start)
    return Piece("call", found[0] if found is not None else "", (at, found.end() if found else start), start)


def _regex(query: str, at: int) -> Piece | None:
    """Return a regular expression between slashes, ``None`` where none ends on this line."""
    end = at + 1
    while end < len(query) and query[end] not in "/\n":
        end += 2 if query[end] == "\\" else 1
    if end >= len(query) or query[end] != "/" or end == at + 1:
        return None
    flags = _REGEX_FLAGS.match(query, end + 1)
    if flags is None:
        return None
    return Piece("regex", query[at + 1 : end], (at, flags.end()), at + 1, flags[0])


def _field(query: str, at: int, found: re.Match[str]) -> Iterator[Piece]:
    """Yield the name of a field, then its value where it is no word or group of words."""
    name, end = found[1], found.end()
    if name in ("SAME", "MÊME", "MEME"):
        yield _word(query, at)
        return
    asking = named(name)
    if _NEAR.fullmatch(name) is not None:
        yield _word(query, at)
        return
    if asking is None and name.lower() not in MODES and name.lower() not in FAMILY:
        yield _word(query, at)._replace(kind="unknown" if len(name) > 1 else "word")
        return
    yield Piece("field", name, (at, end), at)
    if asking is not None and asking.type not in ("words", "mark") and query[end] not in _QUOTES + "(":
        yield _value(query, end)


def _value(query: str, start: int) -> Piece:
    """Return the value of a field: a range between brackets, or what goes up to a space, a parenthesis, a quote."""
    if query[start] in "[{":
        end = _CLOSING_BRACKET.search(query, start, start + MAX_BRACKETS)
        if end is None:
            return Piece("unclosed_braces", "", (start, min(len(query), start + MAX_BRACKETS)), start)
        return Piece("value", query[start : end.end()], (start, end.end()), start)
    found = _WORD.match(query, start)
    end_of = found.end() if found is not None else start + 1
    return Piece("value", query[start:end_of], (start, end_of), start)


def loose_field(query: str, start: int, end: int) -> Asking | None:
    """Return the field whose name stands there with its colon and nothing stuck to it, or before ``:value``."""
    found = _LOOSE_FIELD.fullmatch(query, start, end)
    if found is not None:
        return named(found[1])
    return named(query[start:end]) if _LOOSE_COLON.match(query, end) is not None else None


def least_after(query: str, at: int) -> tuple[int, int]:
    """Return the least count written after a count's parenthesis (0: none), and where to go on."""
    found = _LEAST.match(query, at)
    if found is None:
        return 0, at
    return int(found[2]) + (found[1] == ">"), found.end()


def _starts_something(query: str, at: int) -> bool:
    """Tell whether a minus at the place before excludes what follows it without a space."""
    following = query[at : at + 1]
    return bool(following) and not following.isspace() and following not in _MINUS + ")"
