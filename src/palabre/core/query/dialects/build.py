"""Operands and operators of a foreign query put together by how tightly each operator binds.

The shunting yard of E. W. Dijkstra with its own stacks, as in our own parser: no depth of parentheses overflows it.
What differs between dialects is data: the binding of each operator, what standing side by side means, which
operators may not be mixed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from palabre.core.query import diagnostics as say
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects.branch import Branch, Tell, negated
from palabre.core.query.tree import MAX_DEPTH, Span

Join: TypeAlias = Callable[[Branch, Branch], Branch]
#: Given the operators that stand directly in a group and one more, what there is to tell about mixing them.
Mixing: TypeAlias = Callable[[frozenset[str], str, Span], Diagnostic | None]


class Infix(NamedTuple):
    """An operator between two operands: what it is called, how tightly it binds, what it makes of them."""

    kind: str
    binding: int
    join: Join


@dataclass(slots=True)
class _Waiting:
    """An operator that waits for what follows it. ``infix`` is ``None`` for NOT and for parentheses."""

    kind: str
    binding: int
    span: Span
    written: str = ""
    infix: Infix | None = None
    #: For an opening parenthesis: which infix operators stand directly in the group.
    seen: set[str] = field(default_factory=set)


class Builder:
    """The state of one reading. ``beside`` joins two operands without an operator, ``excluded`` one and a NOT."""

    def __init__(self, tell: Tell, *, beside: Infix, excluded: Infix, not_binding: int, mixing: Mixing) -> None:
        self._tell = tell
        self._beside, self._excluded, self._not_binding, self._mixing = beside, excluded, not_binding, mixing
        self._operands: list[Branch] = []
        whole = _Waiting("open", 0, (0, 0))
        self._operators = [whole]
        self._groups = [whole]
        self._expecting = True
        self._too_deep = False

    def operand(self, branch: Branch) -> None:
        """Take what a word, a phrase or a filter asks."""
        if not self._expecting:
            self.infix(self._beside, branch.span, "")
        self._operands.append(branch)
        self._expecting = False

    def amend(self, change: Callable[[Branch], Branch]) -> bool:
        """Change the last operand, for a suffix or a filter before a group; false where there is none."""
        if self._expecting or not self._operands:
            return False
        self._push(change(self._operands.pop()))
        return True

    def prefix(self, span: Span, written: str) -> None:
        """Take a NOT."""
        if not self._expecting:
            self.infix(self._excluded, span, "")
        self._operators.append(_Waiting("not", self._not_binding, span, written))

    def infix(self, infix: Infix, span: Span, written: str) -> None:
        """Take an operator between two operands."""
        if self._expecting:
            self._tell(say.lone_operator(span, written))
            return
        while self._operators[-1].binding >= infix.binding:
            self._reduce(self._operators.pop())
        seen = self._groups[-1].seen
        found = self._mixing(frozenset(seen), infix.kind, span)
        if found is not None:
            self._tell(found)
        seen.add(infix.kind)
        self._operators.append(_Waiting(infix.kind, infix.binding, span, written, infix))
        self._expecting = True

    def open(self, span: Span) -> None:
        """Take an opening parenthesis."""
        if not self._expecting:
            self.infix(self._beside, span, "")
        group = _Waiting("open", 0, span)
        self._operators.append(group)
        self._groups.append(group)

    def close(self, span: Span) -> bool:
        """Take a closing parenthesis; tell whether it closed a group that holds something."""
        if len(self._groups) == 1:
            self._tell(say.unopened_group(span))
            return False
        told = self._end_group()
        whole = (self._groups.pop().span[0], span[1])
        if not self._expecting:
            self._operands[-1].span = whole
        elif not told:
            self._tell(say.empty_group(whole))
        return not self._expecting

    def finish(self) -> Branch | None:
        """Return the whole, ``None`` where there is nothing."""
        while self._groups:
            self._end_group()
            group = self._groups.pop()
            if self._groups:
                self._tell(say.unclosed_group(group.span))
        return self._operands[0] if self._operands else None

    def _end_group(self) -> bool:
        """Build all that stands in the innermost group; return whether a lone operator was told."""
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
                self._tell(say.lone_operator(lone.span, lone.written))
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
        self._push(operator.infix.join(left, right))

    def _push(self, branch: Branch) -> None:
        if branch.depth > MAX_DEPTH and not self._too_deep:
            self._too_deep = True
            self._tell(say.too_deep(branch.span, MAX_DEPTH))
        self._operands.append(branch)
