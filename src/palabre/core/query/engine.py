"""Operands and operators put together by how tightly each operator binds.

An operator-precedence parser with its own stacks (E. W. Dijkstra's shunting yard): no depth of parentheses
overflows it. What a dialect is, is data: the binding of each operator and what it makes of its operands.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from palabre.core.query import diagnostics as tell
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.tree import MAX_DEPTH, And, Node, Not, Or, Span

#: Leaves of one query, with those of the queries that it calls.
MAX_LEAVES = 100_000

#: Parentheses never closed that are told, the innermost ones.
MAX_UNCLOSED = 50

Tell: TypeAlias = Callable[[Diagnostic], None]


@dataclass(slots=True)
class Branch:
    """A node being built: children of the same AND or OR are gathered in one list, so that long lists stay flat."""

    kind: Literal["and", "or", "not", "leaf"]
    children: list["Branch"]
    span: Span
    depth: int = 1
    size: int = 1
    leaf: Node | None = None


def leaf(node: Node, span: Span, depth: int = 1, size: int = 1) -> Branch:
    """Return a branch that holds one finished node."""
    return Branch("leaf", [], span, depth, size, node)


def joined(kind: Literal["and", "or"], left: Branch, right: Branch) -> Branch:
    """Return both under one operator. ``left`` is reused when it is of that kind."""
    branch = left if left.kind == kind else Branch(kind, [left], left.span, left.depth + 1, left.size)
    if right.kind == kind:
        branch.children += right.children
        branch.depth = max(branch.depth, right.depth)
    else:
        branch.children.append(right)
        branch.depth = max(branch.depth, right.depth + 1)
    branch.span = (left.span[0], right.span[1])
    branch.size += right.size
    return branch


def negated(child: Branch, span: Span) -> Branch:
    """Return what excludes a branch; twice not is yes."""
    if child.kind == "not":
        return child.children[0]
    return Branch("not", [child], span, child.depth + 1, child.size)


def frozen(branch: Branch) -> Node:
    """Turn a branch into an immutable node, all that was written kept. Not once ``Builder.failed``: too deep."""
    if branch.leaf is not None:
        return branch.leaf
    children = tuple(map(frozen, branch.children))
    if branch.kind == "not":
        return Not(children[0], branch.span)
    return And(children, branch.span) if branch.kind == "and" else Or(children, branch.span)


class Infix(NamedTuple):
    """An operator between two operands: what it is called, how tightly it binds, what it makes of them."""

    kind: str
    binding: int
    join: Callable[[Branch, Branch], Branch]


@dataclass(slots=True)
class _Waiting:
    """An operator that waits for what follows it. ``infix`` is ``None`` for NOT and for parentheses."""

    kind: str
    binding: int
    span: Span
    written: str = ""
    infix: Infix | None = None
    #: For a parenthesis: what to make of the whole group, and which infix operators stand directly in it.
    wrap: Callable[[Branch], Branch] | None = None
    seen: set[str] = field(default_factory=set)


#: Given the operators that stand directly in a group and one more, whether mixing them must be told.
Mixes: TypeAlias = Callable[[frozenset[str], str], bool]


class Builder:
    """The state of one reading: operands, operators, and whether an operand is expected next."""

    def __init__(self, say: Tell, *, beside: Infix, not_binding: int, mixes: Mixes) -> None:
        self._tell = say
        self._beside = beside
        self._not_binding = not_binding
        self._mixes = mixes
        self._operands: list[Branch] = []
        whole = _Waiting("open", 0, (0, 0))
        self._operators = [whole]
        self._groups = [whole]
        self._expecting = True
        self.failed = False

    def operand(self, branch: Branch) -> None:
        """Take what a word, a phrase or a field asks."""
        self._juxtapose(branch.span)
        self._push(branch)
        self._expecting = False

    def prefix(self, span: Span, written: str) -> None:
        """Take a NOT."""
        self._juxtapose(span)
        self._operators.append(_Waiting("not", self._not_binding, span, written))

    def infix(self, infix: Infix, span: Span, written: str) -> None:
        """Take an operator between two operands."""
        if self._expecting:
            self._tell(tell.lone_operator(span, written))
            return
        while self._operators[-1].binding >= infix.binding:
            self._reduce(self._operators.pop())
        seen = self._groups[-1].seen
        if infix.kind not in seen and self._mixes(frozenset(seen), infix.kind):
            self._tell(tell.mixed_operators(span))
        seen.add(infix.kind)
        self._operators.append(_Waiting(infix.kind, infix.binding, span, written, infix))
        self._expecting = True

    def _juxtapose(self, span: Span) -> None:
        if not self._expecting:
            self.infix(self._beside, span, "")

    def open(self, span: Span, wrap: Callable[[Branch], Branch] | None = None) -> None:
        """Take an opening parenthesis; ``wrap`` is what to make of the group once it is closed."""
        self._juxtapose(span)
        group = _Waiting("open", 0, span, wrap=wrap)
        self._operators.append(group)
        self._groups.append(group)

    def close(self, span: Span) -> bool:
        """Take a closing parenthesis; tell whether it closed a group."""
        if len(self._groups) == 1:
            self._tell(tell.unopened_group(span))
            return False
        told = self._end_group()
        group = self._groups.pop()
        whole = (group.span[0], span[1])
        if not self._expecting:
            self._wrap(group, whole)
        elif not told:
            self._tell(tell.empty_group(whole))
        return True

    def _wrap(self, group: _Waiting, whole: Span) -> None:
        branch = self._operands.pop()
        branch.span = whole
        self._push(group.wrap(branch) if group.wrap is not None and not self.failed else branch)

    def finish(self) -> Branch | None:
        """Return the whole, ``None`` where there is nothing."""
        unclosed = len(self._groups) - 1
        while self._groups:
            self._end_group()
            group = self._groups.pop()
            if self._groups and unclosed - len(self._groups) < MAX_UNCLOSED:
                self._tell(tell.unclosed_group(group.span))
        return self._operands[0] if self._operands else None

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
            if lone.written and not told:
                self._tell(tell.lone_operator(lone.span, lone.written))
                told = True
            self._expecting = lone.kind == "not"
        return told

    def _reduce(self, operator: _Waiting) -> None:
        """Build one branch out of the last operands."""
        if operator.infix is None:
            child = self._operands.pop()
            self._push(negated(child, (operator.span[0], child.span[1])))
            return
        right, left = self._operands.pop(), self._operands.pop()
        if self.failed and operator.kind not in ("and", "or"):  # it may be too deep to be looked at
            self._push(left)
        else:
            self._push(operator.infix.join(left, right))

    def _push(self, branch: Branch) -> None:
        if not self.failed and branch.depth > MAX_DEPTH:
            self.failed = True
            self._tell(tell.too_deep(branch.span, MAX_DEPTH))
        self._operands.append(branch)
