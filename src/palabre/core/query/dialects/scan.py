"""A foreign query cut into its pieces, from left to right, in linear time."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from palabre.core.query.dialects.syntax import Syntax
from palabre.core.query.tree import Span

Kind = Literal[
    "open", "close", "infix", "prefix", "near", "word", "phrase", "cased", "expression", "filter", "group",
    "suffix", "unclosed", "endless", "lone_filter",
]  # fmt: skip

_QUOTES = '"“”„«»'
#: What closes a phrase: a French quotation mark only closes its like, others close one another.
_CLOSING = {"«": re.compile("»"), "»": re.compile("[»«]")}
_ANY_CLOSING = re.compile('["“”„]')
_FACE = re.compile(r"(?::[()]|\?)(?=\s|$)")
_PLAIN_QUOTES = re.compile(f"[{_QUOTES}]")
_SPACE = re.compile(r"\s+")
_NAME = re.compile(r"([A-Za-z_][\w.]*):")
_AT_NAME = re.compile(r"(@?[A-Za-z_][\w.-]*):")
_COMPARED = re.compile(r"([A-Za-z_][\w.]*)(:(?:>=|<=|>|<|=)?|\s*(?:>=|<=|>|<)\s*)")
_RANGE = re.compile(r"[\[{][^\[\]{}]*[\]}]")
_VALUE = re.compile(f"[^\\s(){_QUOTES}]+")
#: A value that a distance or a weight follows.
_SUFFIXED = re.compile(f"[^\\s(){_QUOTES}~^]+(?=(?:~\\d{{0,5}}|\\^\\d[\\d.]{{0,10}})(?:[\\s()]|$))")
_EXPRESSION = re.compile(r"/((?:[^/\\\n]|\\.)+)/")
_BRACES = re.compile(r"\{([^{}]*)\}")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_LOOSE = re.compile(r"~\d+")
_RUN = re.compile(r"(.)\1*", re.DOTALL)
_SIGNS = re.compile(r"[\s)]")
_MINUSES = {"-": "-−–"}


class Piece(NamedTuple):
    """A piece of a query. ``span`` covers it all; ``start`` is the place of ``text``, without signs and quotes.

    ``name`` is the operator, the filter or the suffix; ``compared`` the sign after a filter's name.
    """

    kind: Kind
    text: str
    span: Span
    start: int
    name: str = ""
    compared: str = ":"
    quoted: bool = False


def scan(query: str, syntax: Syntax) -> Iterator[Piece]:
    """Yield the pieces of a query. What is never closed comes as ``unclosed`` (phrase) or ``endless`` (comment)."""
    return _Scanner(query, syntax).pieces()


class _Scanner:
    """Where the reading stands."""

    def __init__(self, query: str, syntax: Syntax) -> None:
        self.query = query
        self.syntax = syntax
        self.at = 0
        self.depth = 0
        #: What the last piece was: a line break after an operator joins nothing.
        self.last: Kind | Literal["start"] = "start"
        suffix = syntax.suffix.pattern if syntax.suffix is not None else ""
        stops = "{}" * (syntax.braces or "{(?P<count>" in suffix) + "~^" * bool(suffix)
        stops += "|" * ("|" in syntax.operators or "||" in syntax.operators)
        plain = f"[^\\s(){_QUOTES}{stops}"
        escaped = f"(?:{plain}\\\\]++|\\\\.|\\\\)++"  # nothing to come back to: bounded memory
        self.word = re.compile(escaped if self.syntax.escapes else f"{plain}]+", re.DOTALL)

    def pieces(self) -> Iterator[Piece]:
        while self.at < len(self.query):
            piece = self._next()
            if piece is None:
                continue
            self.depth += (piece.kind == "open") - (piece.kind == "close")
            self.last = piece.kind
            self.at = max(self.at + 1, piece.span[1])
            yield piece

    def _next(self) -> Piece | None:
        """Return what stands here; ``None`` after skipping space."""
        space = _SPACE.match(self.query, self.at)
        if space is not None:
            self.at = space.end()
            return self._line(space[0], space.start())
        if self.syntax.comments and self.query.startswith("<<<", self.at):
            return self._comment()
        return (
            self._face() or self._parenthesis() or self._suffix() or self._signed() or self._quoted()
            or self._braced() or self._expression() or self._sign() or self._near() or self._filter()
            or self._word()
        )  # fmt: skip

    def _line(self, space: str, start: int) -> Piece | None:
        """Return a line break where lines are alternatives."""
        idle = self.last in ("start", "infix", "prefix", "near", "open", "group")
        if not self.syntax.lines or "\n" not in space or self.depth or idle or self.at == len(self.query):
            return None
        word = self.word.match(self.query, self.at)
        if word is not None and word[0] in self.syntax.operators:
            return None
        self.at -= 1  # one piece a call, at least one character a piece
        return Piece("infix", "\n", (start, self.at), start, "line")

    def _comment(self) -> Piece | None:
        end = self.query.find(">>>", self.at)
        if end < 0:
            return Piece("endless", "", (self.at, len(self.query)), self.at)
        self.at = end + 3
        return None

    def _face(self) -> Piece | None:
        """Return a sign that is a filter by itself, between spaces."""
        found = _FACE.match(self.query, self.at) if self.syntax.faces else None
        if found is None or found[0] not in self.syntax.faces or self.query[self.at - 1 : self.at].strip(" \t\n(-"):
            return None
        name, text = self.syntax.faces[found[0]]
        return Piece("filter", text, found.span(), self.at, name)

    def _parenthesis(self) -> Piece | None:
        sign = self.query[self.at]
        if sign not in "()":
            return None
        return Piece("open" if sign == "(" else "close", sign, (self.at, self.at + 1), self.at)

    def _suffix(self) -> Piece | None:
        """Return what is stuck to the phrase, the group or the word before."""
        stuck = self.last in ("phrase", "close", "word", "filter", "suffix", "cased") and self.at
        if self.syntax.suffix is None or not stuck or self.query[self.at - 1].isspace():
            return None
        found = self.syntax.suffix.match(self.query, self.at)
        if found is None:
            return None
        return Piece("suffix", found[0], found.span(), self.at, found.lastgroup or "")

    def _signed(self) -> Piece | None:
        """Return a phrase behind signs of its own, with plain quotation marks."""
        found = self.syntax.signed.match(self.query, self.at) if self.syntax.signed is not None else None
        if found is None:
            return None
        return Piece("word", _PLAIN_QUOTES.sub('"', found[0]), found.span(), self.at)

    def _quoted(self) -> Piece | None:
        if self.query[self.at] not in _QUOTES:
            return None
        text, end, closed = self._phrase(self.at)
        return Piece("phrase" if closed else "unclosed", text, (self.at, end), self.at + 1, quoted=True)

    def _phrase(self, start: int) -> tuple[str, int, bool]:
        """Return the text between quotation marks, where they end, and whether they do."""
        closing = _CLOSING.get(self.query[start], _ANY_CLOSING)
        found = closing.search(self.query, start + 1)
        while found is not None and self.syntax.escapes and self.query[found.start() - 1] == "\\":
            found = closing.search(self.query, found.end())
        if found is None:
            return self.query[start + 1 :], len(self.query), False
        return self.query[start + 1 : found.start()], found.end(), True

    def _braced(self) -> Piece | None:
        if not self.syntax.braces or self.query[self.at] != "{":
            return None
        found = _BRACES.match(self.query, self.at)
        if found is None:
            return Piece("unclosed", self.query[self.at + 1 :], (self.at, len(self.query)), self.at + 1)
        return Piece("cased", found[1], found.span(), self.at + 1)

    def _expression(self) -> Piece | None:
        if not self.syntax.expressions or self.query[self.at] != "/":
            return None
        found = _EXPRESSION.match(self.query, self.at)
        return Piece("expression", found[1], found.span(), self.at + 1) if found is not None else None

    def _sign(self) -> Piece | None:
        """Return a minus (or plus) stuck to what follows."""
        sign, following = self.query[self.at], self.query[self.at + 1 : self.at + 2]
        known = "-" if sign in _MINUSES["-"] else sign
        if known not in self.syntax.minus or not following or _SIGNS.match(following):
            return None
        if following == sign or following in _MINUSES["-"]:
            return None
        return Piece("prefix", known, (self.at, self.at + 1), self.at)

    def _near(self) -> Piece | None:
        found = self.syntax.near.match(self.query, self.at) if self.syntax.near is not None else None
        return Piece("near", found[0], found.span(), self.at) if found is not None else None

    def _filter(self) -> Piece | None:
        """Return a filter with its value; before a parenthesis it is a ``group``, which ``open`` follows."""
        shape = _COMPARED if self.syntax.comparisons else _AT_NAME if self.syntax.flat else _NAME
        found = shape.match(self.query, self.at)
        if found is None or not self._is_filter(found[1], found.end()):
            return None
        compared = found[2].strip() if self.syntax.comparisons else ":"
        return self._value(found[1], compared.removeprefix(":") or ":", found.end())

    def _is_filter(self, name: str, end: int) -> bool:
        """Tell a filter from a link, an hour or a word with a colon."""
        if name in self.syntax.filters or name.lower() in self.syntax.filters:
            return True
        following = self.query[end : end + 1]
        begins = name[0].islower() or (self.syntax.flat and name[0] in "_@")
        known_shape = begins and name.isascii() and ":" in self.query[end - 1 : end]
        return known_shape and bool(following) and not following.isspace() and following not in "/)"

    def _value(self, name: str, compared: str, start: int) -> Piece:
        here = self.query[start : start + 1]
        if here == "(":
            return Piece("group", "", (self.at, start), start, name, compared)
        if here and here in _QUOTES:
            text, end, _ = self._phrase(start)
            return Piece("filter", text, (self.at, end), start + 1, name, compared, quoted=True)
        expression = _EXPRESSION.match(self.query, start) if self.syntax.expressions else None
        if expression is not None:
            return Piece("filter", expression[1], (self.at, expression.end()), start + 1, name, "/")
        suffixed = _SUFFIXED.match(self.query, start) if self.syntax.suffix is not None else None
        found = _RANGE.match(self.query, start) or suffixed or _VALUE.match(self.query, start)
        if found is None:
            return Piece("lone_filter", "", (self.at, start), start, name, compared)
        text = _ESCAPED.sub(r"\1", found[0]) if self._only_value(name) else found[0]
        return Piece("filter", text, (self.at, found.end()), start, name, compared)

    def _only_value(self, name: str) -> bool:
        """Tell a filter whose value is a text, in which a backslash only keeps the next sign, from words."""
        known = self.syntax.filters.get(name) or self.syntax.filters.get(name.lower())
        return self.syntax.escapes and (known is None or known.make is not None)

    def _word(self) -> Piece:
        found = self.word.match(self.query, self.at)
        if found is None:  # a sign that only means something elsewhere
            found = _LOOSE.match(self.query, self.at) or _RUN.match(self.query, self.at)
        text = found[0] if found is not None else self.query[self.at]
        span = (self.at, self.at + len(text))
        operator = self.syntax.operators.get(text)
        if operator is None:
            return Piece("word", text, span, self.at)
        return Piece("prefix" if operator == "not" else "infix", text, span, self.at, operator)
