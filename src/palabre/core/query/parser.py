"""From the text of a query to its tree.

Operators bind in this order: NOT, then NEAR, ONEAR, SAME and XNOT, then AND (also by juxtaposition), then OR. The
operators are put together by ``engine``; this is what each piece of our own dialect means.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeAlias

from palabre.core.query import diagnostics as tell
from palabre.core.query.allowance import Allowance
from palabre.core.query.checks import check
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.emoji import FAMILIES
from palabre.core.query.engine import MAX_LEAVES, Branch, Builder, Infix, frozen, joined, leaf
from palabre.core.query.fields import NAMES, Asking, named
from palabre.core.query.lexer import FAMILY, MODES, Piece, least_after, loose_field, pieces
from palabre.core.query.nearest import near, nearest
from palabre.core.query.pasted import plain
from palabre.core.query.patterns import MAX_PATTERN, found_in
from palabre.core.query.quotes import CLOSING, single_quoted, swallowed
from palabre.core.query.saved import Saved, extent, find, placed
from palabre.core.query.spots import is_spot
from palabre.core.query.tidy import tidy
from palabre.core.query.tree import (
    And,
    Count,
    Except,
    Near,
    Node,
    Or,
    Part,
    Pattern,
    Same,
    Span,
    Term,
    Unit,
    Wild,
    Within,
    asks_something,
)
from palabre.core.query.values import value
from palabre.core.query.words import MAX_CLOSE, MAX_NEAR, Asked, Mode, cased, distance, phrase, word
from palabre.core.text import fold, tokenize

#: Characters of a query.
MAX_LENGTH = 100_000
#: Diagnostics told at once.
MAX_DIAGNOSTICS = 50
#: Repeats that can be asked for: search knows no more places of a word.
MAX_COUNT = 256

#: Pieces that are operands.
WORDS = frozenset(("word", "phrase", "value", "cased", "regex", "call", "unknown", "unclosed"))

_UNITS: dict[str, Unit] = {
    "sentence": "sentence", "phrase": "sentence",
    "paragraph": "paragraph", "paragraphe": "paragraph",
}  # fmt: skip
_PARTS: dict[str, Part] = {"title": "title", "lead": "lead", "text": "text"}
_MARKS = {"hashtag": "#", "mention": "@"}
#: Makes a node of two spots.
_Make: TypeAlias = Callable[[Node, Node, Span], Node]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The reading of a query: its tree, or ``None`` when a diagnostic is an error."""

    tree: Node | None
    diagnostics: tuple[Diagnostic, ...]


def parse(query: str, *, saved: Saved | None = None) -> Parsed:
    """Read a query. Never raises for what is written in it; time grows with its length.

    ``saved`` gives the queries that it may call by ``@query:name``.
    """
    return _Calls(saved).parse(query, ())


class _Calls:
    """The queries called by one query, each read once."""

    def __init__(self, saved: Saved | None) -> None:
        self._saved = saved
        self._read: dict[str, Parsed] = {}
        self._placed = 0

    def parse(self, query: str, chain: tuple[str, ...]) -> Parsed:
        """Read a query that was called by those of the chain."""
        if len(query) > MAX_LENGTH:
            return Parsed(None, (tell.too_long(len(query), MAX_LENGTH),))
        reader = _Reader(plain(query), partial(self.call, chain))
        tree = reader.read()
        told = sorted(dict.fromkeys(reader.diagnostics), key=lambda found: found.span)
        return Parsed(tree, tuple(told))

    def call(self, chain: tuple[str, ...], name: str, span: Span) -> Asked:
        """Return the tree of a query by its name."""
        key = fold(name)
        if key in chain:
            return Asked(None, [tell.circle(span, name)])
        found = find(self._saved, name, key)
        if found is None:
            return Asked(None, [tell.unknown_query(span, name)])
        parsed = Parsed(found, ()) if not isinstance(found, str) else self._parsed(key, found, chain)
        if parsed.tree is not None:
            self._placed += extent(parsed.tree)[1]
            too_large = self._placed > MAX_CALLED
            told = [tell.too_many(span, MAX_CALLED)] if too_large else []
            return Asked(None if too_large else placed(parsed.tree, span), told)
        goes_round = any(told.code == "circle" for told in parsed.diagnostics)
        return Asked(None, [tell.circle(span, name) if goes_round else tell.broken_query(span, name)])

    def _parsed(self, key: str, text: str, chain: tuple[str, ...]) -> Parsed:
        if key not in self._read:
            too_far = len(chain) >= MAX_CHAIN
            self._read[key] = Parsed(None, ()) if too_far else self.parse(text, (*chain, key))
        return self._read[key]


#: Queries that call one another in a row, and leaves that calls bring in all.
MAX_CHAIN = 20
MAX_CALLED = 20_000


@dataclass(frozen=True, slots=True)
class _Context:
    """What was said before a word, a phrase or a group about how to read it: ``title:``, ``site:``, ``exact:`` …

    ``part``: look there only. ``asking``: the field that is asked. ``mode``: how letters are compared.
    """

    part: Part | None = None
    asking: Asking | None = None
    mode: Mode = "usual"
    family: bool = False


_PLAIN = _Context()


@dataclass(slots=True)
class _Prefixes:
    """Prefixes that wait for what they are stuck to."""

    context: _Context
    start: int
    written: str


class _Reader:
    """The state of one parse."""

    def __init__(self, query: str, call: Callable[[str, Span], Asked]) -> None:
        self.query = query
        self.diagnostics: list[Diagnostic] = []
        self.failed = False
        self._call = call
        self._builder = Builder(self.tell, beside=_AND, not_binding=4, mixes=_mixes)
        self._contexts = [_PLAIN]
        self._counting: list[bool] = []
        self._prefixes: _Prefixes | None = None
        self._least = self._resume = 0
        self._distance = ""
        self._doubtful: Piece | None = None  # a phrase that may lack a quotation mark
        self._size = 0
        self._allowance = Allowance()

    def tell(self, found: Diagnostic) -> None:
        """Keep what there is to tell, within reason, and the first error in any case."""
        error = found.severity == "error"
        if len(self.diagnostics) < MAX_DIAGNOSTICS or (error and not self.failed):
            self.diagnostics.append(found)
        self.failed = self.failed or error

    def read(self) -> Node | None:
        """Read the whole query."""
        for piece in pieces(self.query):
            if self._allowance.spent or (self.failed and len(self.diagnostics) >= MAX_DIAGNOSTICS):
                return None  # nobody reads more of it
            too_many = self._allowance.piece(piece.span) if piece.kind in WORDS else None
            if too_many is not None:
                self.tell(too_many)
                return None
            if piece.span[0] >= self._resume:  # what follows a count was read with it
                self._take(piece)
        self._lone_prefix()
        branch = self._builder.finish()
        if branch is None and not self.failed:
            self.tell(tell.empty())
        return None if self.failed or branch is None else self._checked(frozen(branch))

    def _checked(self, written: Node) -> Node | None:
        tree = tidy(written)
        if not asks_something(tree):
            self.tell(tell.pure_negative(_excluding_part(tree).span))
            return None
        for found in islice(check(written), MAX_DIAGNOSTICS):
            self.tell(found)
        return tree

    def _take(self, piece: Piece) -> None:
        match piece.kind:
            case kind if kind in WORDS:
                self._operand(piece)
            case "field":
                self._field(piece)
            case "open" | "count":
                self._open(piece)
            case "close":
                self._close(piece)
            case "unclosed_comment":
                self.tell(tell.unclosed_comment((piece.span[0], piece.span[0] + 3)))
            case "unclosed_braces":
                self._prefixes = None
                self.tell(tell.unclosed_braces((piece.span[0], piece.span[0] + 1)))
            case "not":
                self._lone_prefix()
                self._builder.prefix(piece.span, piece.text)
            case _:
                self._lone_prefix()
                self._infix(piece)

    # --- words, phrases, values

    def _operand(self, piece: Piece) -> None:
        if piece.kind == "word" and not piece.text:  # a comment
            return
        if piece.kind == "unclosed":
            self.tell(self._unclosed(piece))
        elif piece.kind == "phrase" and self._doubtful is None and swallowed(piece.text):
            self._doubtful = piece
        context, start = self._context(piece.span[0])
        span = (start, piece.span[1])
        if piece.kind == "call" and self._builder.failed:
            return
        asked = self._asked(piece, context, span)
        for found in asked.diagnostics:
            self.tell(found)
        if asked.node is not None:
            too_many = self._allowance.made(asked.node, span) if piece.kind != "call" else None
            if too_many is not None:
                self.tell(too_many)
            node = _within(asked.node, context, span)
            depth, size = extent(node)
            self._size += size
            if self._size > MAX_LEAVES and not self._builder.failed:
                self._builder.failed = True
                self.tell(tell.too_many(span, MAX_LEAVES))
            self._builder.operand(leaf(node, span, depth, size))

    def _unclosed(self, piece: Piece) -> Diagnostic:
        """Return what to tell about a quotation mark too many or too few, where it is likely to be."""
        doubtful = self._doubtful
        if doubtful is None:
            closing = CLOSING.get(self.query[piece.start - 1], '"')
            return tell.unclosed_phrase((piece.start - 1, piece.start), closing)
        return tell.doubtful_phrase((doubtful.start - 1, doubtful.start), swallowed(doubtful.text))

    def _asked(self, piece: Piece, context: _Context, span: Span) -> Asked:
        """Return what a piece asks in its context."""
        text, start = piece.text, piece.start
        match piece.kind:
            case "cased" if context.asking is None:
                return cased(text, start, span)
            case "regex" if context.asking is None:
                return _regex(piece, span)
            case "call":
                return self._call(text, span)
            case "unknown" if context.asking is None:
                return _unknown(text, start, span)
            case "unclosed" if not text.strip():
                return Asked(None, [])  # what is wrong was told
            case "phrase" | "unclosed" if context.asking is None:
                return phrase(text, start, span, context.mode, piece.suffix)
        if context.family:
            return _family(text, span)
        if context.asking is not None:
            return _of_field(context.asking, text, start, span)
        return self._word(piece, context, span)

    def _word(self, piece: Piece, context: _Context, span: Span) -> Asked:
        asked = word(piece.text, piece.start, span, context.mode)
        if loose_field(self.query, *piece.span) is not None:
            asked.diagnostics.append(tell.detached_field(piece.span, piece.text.rstrip(":")))
        quoted = single_quoted(self.query, piece.span[0])
        if quoted is not None:
            asked.diagnostics.append(tell.single_quotes(quoted, self.query[slice(*quoted)]))
        return asked

    # --- prefixes

    def _context(self, start: int) -> tuple[_Context, int]:
        """Return the context of what comes now, and where it starts with its prefixes, which are used up."""
        prefixes, self._prefixes = self._prefixes, None
        return (prefixes.context, prefixes.start) if prefixes is not None else (self._contexts[-1], start)

    def _field(self, piece: Piece) -> None:
        """Take a prefix; it is used by what is stuck to it."""
        context, start = self._context(piece.span[0])
        self._prefixes = _Prefixes(_narrowed(context, piece.text), start, piece.text)

    def _lone_prefix(self) -> None:
        """Tell about a prefix that nothing follows."""
        if self._prefixes is not None:
            prefixes, self._prefixes = self._prefixes, None
            span = (prefixes.start, prefixes.start + len(prefixes.written) + 1)
            self.tell(tell.lone_operator(span, prefixes.written + ":"))

    # --- groups

    def _open(self, piece: Piece) -> None:
        context, start = self._context(piece.span[0])
        part = context.part if context.part != self._contexts[-1].part else None
        wrap = partial(self._group, piece.kind == "count", part)
        # The words of a group are read as the prefix says; where to look is said once, of the whole group.
        self._contexts.append(context if context.part is None else replace(context, part=None))
        self._counting.append(piece.kind == "count")
        self._builder.open((start, piece.span[1]), wrap)

    def _close(self, piece: Piece) -> None:
        self._lone_prefix()
        if len(self._contexts) > 1:
            self._contexts.pop()
            if self._counting.pop():
                self._least, self._resume = least_after(self.query, piece.span[1])
        self._distance = piece.suffix
        self._builder.close(piece.span)

    def _group(self, counting: bool, part: Part | None, branch: Branch) -> Branch:
        """Return what a group is once closed."""
        if self._distance:
            branch = self._close_together(branch)
        if counting:
            branch = self._count(branch)
        return _made(Within(part, frozen(branch), branch.span), branch) if part is not None else branch

    def _close_together(self, branch: Branch) -> Branch:
        """Return what ``(a b c)~n`` asks: one of each, close together."""
        node, words = tidy(frozen(branch)), distance(self._distance)
        if words is None:
            self.tell(tell.bad_near(branch.span, MAX_NEAR))
        elif not isinstance(node, And) or len(node.children) > MAX_CLOSE:
            self.tell(tell.lonely_near(branch.span))
        elif not all(map(is_spot, node.children)):
            self.tell(tell.no_place(branch.span, self._distance))
        else:
            return _made(Near(node.children, words, False, branch.span), branch)
        return branch

    def _count(self, branch: Branch) -> Branch:
        span = (branch.span[0], max(branch.span[1], self._resume))
        child = tidy(frozen(branch))
        if not 1 <= self._least <= MAX_COUNT:
            self.tell(tell.bad_count(span))
        elif not is_spot(child):
            self.tell(tell.no_place(span, "count"))
        else:
            return _made(Count(child, self._least, span), branch)
        return branch

    # --- operators

    def _infix(self, piece: Piece) -> None:
        infix = _AND if piece.kind == "and" else _OR if piece.kind == "or" else self._of_spots(piece)
        self._builder.infix(infix, piece.span, piece.text)

    def _of_spots(self, piece: Piece) -> Infix:
        """Return an operator whose operands have a place in the text."""
        match piece.kind:
            case "near":
                make = self._near(piece)
            case "same":
                make = self._same(piece)
            case _:
                make = Except
        return Infix(piece.kind, 3, partial(self._join, piece, make))

    def _near(self, piece: Piece) -> _Make:
        name, _, written = piece.text.partition("/")
        words = int(written) if written.isdecimal() and len(written) < 4 else MAX_NEAR + 1
        if words > MAX_NEAR:
            self.tell(tell.bad_near(piece.span, MAX_NEAR))
        return lambda left, right, span: Near((left, right), words, name == "ONEAR", span)

    def _same(self, piece: Piece) -> _Make:
        written = piece.text.partition(":")[2]
        unit = _UNITS.get(fold(written))
        if unit is None:
            self.tell(tell.bad_unit(piece.span, written))
        return partial(_same, unit or "sentence")

    def _join(self, piece: Piece, make: _Make, left: Branch, right: Branch) -> Branch:
        span = (left.span[0], right.span[1])
        first, second = tidy(frozen(left)), tidy(frozen(right))
        if not (is_spot(first) and is_spot(second)):
            self.tell(tell.no_place(piece.span, piece.text))
        depth = max(left.depth, right.depth) + 1
        return leaf(make(first, second, span), span, depth, left.size + right.size)


_AND = Infix("and", 2, partial(joined, "and"))
_OR = Infix("or", 1, partial(joined, "or"))


def _mixes(seen: frozenset[str], kind: str) -> bool:
    """Tell whether AND and OR come to stand in the same group."""
    return (kind == "and" and "or" in seen) or (kind == "or" and "and" in seen)


def _made(node: Node, branch: Branch) -> Branch:
    """Return the branch of what was made of a whole branch."""
    return leaf(node, branch.span, branch.depth + 1, branch.size)


def _same(unit: Unit, left: Node, right: Node, span: Span) -> Node:
    """Join what already stands in one sentence and something else of that sentence."""
    parts = left.parts if isinstance(left, Same) and left.unit == unit else (left,)
    return Same((*parts, right), unit, span)


def _excluding_part(tree: Node) -> Node:
    """Return the part that would match by lacking things only."""
    if isinstance(tree, Or):
        return next(child for child in tree.children if not asks_something(child))
    return tree


def _within(node: Node, context: _Context, span: Span) -> Node:
    return Within(context.part, node, span) if context.part is not None else node


def _narrowed(context: _Context, name: str) -> _Context:
    """Return the context that one more prefix makes."""
    mode = MODES.get(name.lower())
    if mode is not None:
        return replace(context, mode=mode)
    if name.lower() in FAMILY:
        return replace(context, family=True, asking=None)
    asking = named(name)
    if asking is not None and asking.name in _PARTS:
        return replace(context, part=_PARTS[asking.name], asking=None, family=False)
    return replace(context, asking=asking, family=False)


def _of_field(asking: Asking, text: str, start: int, span: Span) -> Asked:
    if asking.name not in _MARKS:
        return value(asking, text, span)
    plain = text.lstrip("#@＃＠").strip()
    asked = word(_MARKS[asking.name] + (plain or " "), start + len(text) - len(plain) - 1, span)
    if isinstance(asked.node, Term | Wild) and asked.node.span[1] <= span[1]:
        return asked
    return Asked(None, [*asked.diagnostics, tell.bad_value(span, asking.name, *_example(asking))])


def _example(asking: Asking) -> tuple[str, str]:
    return f"par exemple « {asking.example} »", f"for example “{asking.example}”"


def _family(text: str, span: Span) -> Asked:
    """Return any emoji of a family; an emoji stands for itself."""
    emoji = FAMILIES.get(fold(text))
    if emoji is None:
        asked = word(text, span[1] - len(text), span)
        if isinstance(asked.node, Term) and asked.node.step == 0:
            return asked
        return Asked(None, [tell.unknown_family(span, text, nearest(text, FAMILIES))])
    terms = dict.fromkeys(tokenize(one).forms[0].terms[0] for one in emoji)
    return Asked(Or(tuple(Term(term, step=0, span=span) for term in terms), span), [])


def _regex(piece: Piece, span: Span) -> Asked:
    pattern = Pattern(piece.text, piece.suffix == "c", span)
    if len(piece.text) > MAX_PATTERN:
        return Asked(None, [tell.long_regex(span, MAX_PATTERN)])
    try:
        empty = found_in(pattern, "")
    except ValueError as error:
        return Asked(None, [tell.bad_regex(span, str(error)[:200])])
    return Asked(None, [tell.empty_regex(span)]) if empty else Asked(pattern, [])


def _unknown(text: str, start: int, span: Span) -> Asked:
    """Read what looks like a field that does not exist as words, and tell about it."""
    name = text.partition(":")[0]
    return Asked(word(text, start, span).node, [tell.unknown_field(span, name, near(name, NAMES))])
