"""From the text of a query to its tree.

Operators bind in this order: NOT, then AND (also by juxtaposition), then OR. The parser is an operator-precedence
one with its own stacks (E. W. Dijkstra's shunting yard): no depth of parentheses overflows it. Parentheses that add
nothing add no level to the tree.
"""

from dataclasses import dataclass, field
from typing import Literal

from palabre.core.query import diagnostics as tell
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.lexer import Piece, pieces
from palabre.core.query.tree import MAX_DEPTH, And, Node, Not, Or, Span, asks_something
from palabre.core.query.words import Asked, phrase, word

#: Characters of a query.
MAX_LENGTH = 100_000
#: Diagnostics told at once.
MAX_DIAGNOSTICS = 50

_Binary = Literal["and", "or"]
_BINDING = {"open": 0, "or": 1, "and": 2, "not": 3}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The reading of a query: its tree, or ``None`` when a diagnostic is an error."""

    tree: Node | None
    diagnostics: tuple[Diagnostic, ...]


def parse(query: str) -> Parsed:
    """Read a query. Never raises for what is written in it; time grows with its length."""
    if len(query) > MAX_LENGTH:
        return Parsed(None, (tell.too_long(len(query), MAX_LENGTH),))
    reader = _Reader(query)
    tree = reader.read()
    if tree is not None and not asks_something(tree):
        reader.tell(tell.pure_negative(_excluding_part(tree).span))
        tree = None
    return Parsed(tree, tuple(sorted(reader.diagnostics, key=lambda found: found.span)))


def _excluding_part(tree: Node) -> Node:
    """Return the part that would match by lacking things only."""
    if isinstance(tree, Or):
        return next(child for child in tree.children if not asks_something(child))
    return tree


@dataclass(slots=True)
class _Branch:
    """A node being built: children of the same operator are gathered in one list, so that long lists stay flat."""

    kind: Literal["and", "or", "not", "leaf"]
    children: list["_Branch"]
    span: Span
    depth: int = 1
    leaf: Node | None = None


@dataclass(slots=True)
class _Operator:
    kind: str
    piece: Piece
    #: For an opening parenthesis: which binary operators stand directly in the group.
    seen: set[_Binary] = field(default_factory=set)


class _Reader:
    """The state of one parse: operands, operators, and whether a word is expected next."""

    def __init__(self, query: str) -> None:
        self.query = query
        self.diagnostics: list[Diagnostic] = []
        self.failed = False
        self._operands: list[_Branch] = []
        whole = _Operator("open", Piece("open", "", (0, 0), 0))
        self._operators = [whole]
        self._groups = [whole]
        self._expecting = True
        self._too_deep = False

    def tell(self, found: Diagnostic) -> None:
        """Keep what there is to tell, within reason, and the first error in any case."""
        error = found.severity == "error"
        if len(self.diagnostics) < MAX_DIAGNOSTICS or (error and not self.failed):
            self.diagnostics.append(found)
        self.failed = self.failed or error

    def read(self) -> Node | None:
        """Read the whole query."""
        for piece in pieces(self.query):
            self._take(piece)
        self._finish()
        if not self._operands and not self.failed:
            self.tell(tell.empty())
        return None if self.failed else _freeze(self._operands[0])

    def _take(self, piece: Piece) -> None:
        match piece.kind:
            case "word":
                self._operand(word(piece.text, piece.start, piece.span), piece.span)
            case "phrase":
                self._operand(phrase(piece.text, piece.start, piece.span), piece.span)
            case "unclosed":
                self.tell(tell.unclosed_phrase((piece.span[0], piece.span[0] + 1)))
                self._operand(phrase(piece.text, piece.start, piece.span), piece.span)
            case "open":
                self._open(piece)
            case "close":
                self._close(piece)
            case "not":
                self._juxtapose(piece.span)
                self._operators.append(_Operator("not", piece))
            case "and" | "or":
                self._binary(piece.kind, piece)

    def _operand(self, asked: Asked, span: Span) -> None:
        for found in asked.diagnostics:
            self.tell(found)
        if asked.node is None:
            return
        self._juxtapose(span)
        self._operands.append(_Branch("leaf", [], span, 1, asked.node))
        self._expecting = False

    def _juxtapose(self, span: Span) -> None:
        """Two operands side by side are joined by AND."""
        if not self._expecting:
            self._binary("and", Piece("and", "", span, span[0]))

    def _binary(self, kind: _Binary, piece: Piece) -> None:
        if self._expecting:
            self.tell(tell.lone_operator(piece.span, piece.text))
            return
        while _BINDING[self._operators[-1].kind] >= _BINDING[kind]:
            self._reduce(self._operators.pop())
        seen = self._groups[-1].seen
        if len(seen) == 1 and kind not in seen:
            self.tell(tell.mixed_operators(piece.span))
        seen.add(kind)
        self._operators.append(_Operator(kind, piece))
        self._expecting = True

    def _open(self, piece: Piece) -> None:
        self._juxtapose(piece.span)
        group = _Operator("open", piece)
        self._operators.append(group)
        self._groups.append(group)

    def _close(self, piece: Piece) -> None:
        if len(self._groups) == 1:
            self.tell(tell.unopened_group(piece.span))
            return
        told = self._end_group()
        group = self._groups.pop()
        span = (group.piece.span[0], piece.span[1])
        if not self._expecting:
            self._operands[-1].span = span
        elif not told:
            self.tell(tell.empty_group(span))

    def _end_group(self) -> bool:
        """Build all that stands in the innermost group; return whether something lone was told."""
        told = self._drop_waiting()
        while self._operators[-1].kind != "open":
            self._reduce(self._operators.pop())
        self._operators.pop()
        return told

    def _drop_waiting(self) -> bool:
        """Drop the operators at the end of a group that wait for a word, and tell about the last one written."""
        told = False
        while self._expecting and self._operators[-1].kind != "open":
            lone = self._operators.pop()
            if lone.piece.text and not told:
                self.tell(tell.lone_operator(lone.piece.span, lone.piece.text))
                told = True
            self._expecting = lone.kind == "not"
        return told

    def _finish(self) -> None:
        while self._groups:
            self._end_group()
            group = self._groups.pop()
            if self._groups:
                self.tell(tell.unclosed_group(group.piece.span))

    def _reduce(self, operator: _Operator) -> None:
        """Build one node out of the last operands."""
        if operator.kind == "not":
            self._negate(operator)
            return
        right, left = self._operands.pop(), self._operands.pop()
        kind: _Binary = "and" if operator.kind == "and" else "or"
        span = (left.span[0], right.span[1])
        branch = left if left.kind == kind else _Branch(kind, [left], span, left.depth + 1)
        if right.kind == kind:
            branch.children += right.children
            branch.depth = max(branch.depth, right.depth)
        else:
            branch.children.append(right)
            branch.depth = max(branch.depth, right.depth + 1)
        branch.span = span
        self._push(branch)

    def _negate(self, operator: _Operator) -> None:
        child = self._operands.pop()
        if child.kind == "not":  # twice not is yes
            self._push(child.children[0])
            return
        self._push(_Branch("not", [child], (operator.piece.span[0], child.span[1]), child.depth + 1))

    def _push(self, branch: _Branch) -> None:
        if branch.depth > MAX_DEPTH and not self._too_deep:
            self._too_deep = True
            self.tell(tell.too_deep(branch.span, MAX_DEPTH))
        self._operands.append(branch)


def _freeze(branch: _Branch) -> Node:
    """Turn a branch into an immutable node, saying each thing once. Its depth is bounded."""
    if branch.leaf is not None:
        return branch.leaf
    children = tuple(dict.fromkeys(map(_freeze, branch.children)))
    if branch.kind == "not":
        return Not(children[0], branch.span)
    if len(children) == 1:
        return children[0]
    return And(children, branch.span) if branch.kind == "and" else Or(_flat(children), branch.span)


def _flat(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """Open alternatives that a single word brought (covid-19) into the alternatives around it."""
    flat: dict[Node, None] = {}
    for child in children:
        flat |= dict.fromkeys(child.children if isinstance(child, Or) else (child,))
    return tuple(flat)
