"""The operator-precedence engine of our own language, with what other tools need beside.

They may bind a NOT between two words otherwise than a space, refuse some mixings, and stick suffixes to groups.
"""

from collections.abc import Callable
from typing import TypeAlias

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.engine import Branch, Builder, Infix, Tell
from palabre.core.query.tree import Span

#: Given the operators that stand directly in a group and one more, what there is to tell about mixing them.
Mixing: TypeAlias = Callable[[frozenset[str], str, Span], Diagnostic | None]


class ForeignBuilder(Builder):
    """The state of one reading. ``beside`` joins two operands without an operator, ``excluded`` one and a NOT."""

    def __init__(self, tell: Tell, *, beside: Infix, excluded: Infix, not_binding: int, mixing: Mixing) -> None:
        super().__init__(tell, beside=beside, not_binding=not_binding, mixes=_told_here)
        self._excluded, self._mixing = excluded, mixing

    def prefix(self, span: Span, written: str) -> None:
        """Take a NOT."""
        if not self._expecting:
            self.infix(self._excluded, span, "")
        super().prefix(span, written)

    def infix(self, infix: Infix, span: Span, written: str) -> None:
        """Take an operator between two operands."""
        told = None if self._expecting else self._mixing(frozenset(self._groups[-1].seen), infix.kind, span)
        if told is not None:
            self._tell(told)
        super().infix(infix, span, written)

    def close(self, span: Span) -> bool:
        """Take a closing parenthesis; tell whether it closed a group that holds something."""
        return super().close(span) and not self._expecting

    def amend(self, change: Callable[[Branch], Branch]) -> bool:
        """Change the last operand, for a suffix or a filter before a group; false where there is none."""
        if self._expecting or not self._operands:
            return False
        self._push(change(self._operands.pop()))
        return True


def _told_here(seen: frozenset[str], kind: str) -> bool:
    """The engine need not tell our own mixing: each dialect has its sentence."""
    del seen, kind
    return False
