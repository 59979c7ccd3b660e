"""Elasticsearch has no precedence: a group is a list of clauses, each required, optional or excluded.

The rules are those of Lucene's classic query parser, with OR as the operator between words: AND makes the clauses
on both its sides required, OR changes nothing, ``+`` requires, ``-``, ``!`` and NOT exclude. As soon as one clause
is required, the optional ones only change the ranking, no longer what is found: ``a OR b AND c`` finds ``b AND c``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Literal

from palabre.core.query import diagnostics as say
from palabre.core.query.dialects import telling
from palabre.core.query.engine import MAX_UNCLOSED, Branch, Infix, Tell, joined, negated
from palabre.core.query.tree import MAX_DEPTH, Span

_Occur = Literal["must", "should", "not"]


@dataclass(slots=True)
class _Clause:
    occur: _Occur
    branch: Branch


@dataclass(slots=True)
class _Group:
    """A group being read: its clauses, and what stands before the next one."""

    span: Span
    clauses: list[_Clause] = field(default_factory=list)
    conjunction: str = ""
    modifier: Literal["", "must", "not"] = ""
    #: The last operator, while it waits for what follows it.
    waiting: tuple[Span, str] | None = None


class FlatBuilder:
    """The state of one reading, with the same face as ``build.Builder``."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._groups = [_Group((0, 0))]
        self._too_deep = False

    def operand(self, branch: Branch) -> None:
        """Take what a word, a phrase or a filter asks."""
        group = self._groups[-1]
        both = group.conjunction == "and"
        if both and group.clauses and group.clauses[-1].occur == "should":
            group.clauses[-1].occur = "must"
        occur: _Occur = group.modifier or ("must" if both else "should")
        group.clauses.append(_Clause(occur, branch))
        group.conjunction, group.modifier, group.waiting = "", "", None

    def amend(self, change: Callable[[Branch], Branch]) -> bool:
        """Change the last operand, for a suffix or a filter before a group; false where there is none."""
        clauses = self._groups[-1].clauses
        if not clauses or self._groups[-1].waiting is not None:
            return False
        clauses[-1].branch = change(clauses[-1].branch)
        return True

    def prefix(self, span: Span, written: str) -> None:
        """Take a NOT, a minus, or a plus."""
        group = self._groups[-1]
        group.modifier = "must" if written == "+" else "not"
        group.waiting = (span, written)

    def infix(self, infix: Infix, span: Span, written: str) -> None:
        """Take AND or OR."""
        group = self._groups[-1]
        if group.waiting is not None or not group.clauses:
            self._tell(say.lone_operator(span, written))
            return
        group.conjunction, group.waiting = infix.kind, (span, written)

    def open(self, span: Span) -> None:
        """Take an opening parenthesis."""
        self._groups.append(_Group(span))

    def close(self, span: Span) -> bool:
        """Take a closing parenthesis; tell whether it closed a group that holds something."""
        if len(self._groups) == 1:
            self._tell(say.unopened_group(span))
            return False
        group = self._groups.pop()
        told = self._drop_waiting(group)
        whole = (group.span[0], span[1])
        branch = self._combined(group.clauses)
        if branch is None:
            if not told:
                self._tell(say.empty_group(whole))
            return False
        branch.span = whole
        self.operand(branch)
        return True

    def finish(self) -> Branch | None:
        """Return the whole, ``None`` where there is nothing."""
        unclosed = len(self._groups)
        while len(self._groups) > 1:
            group = self._groups.pop()
            self._drop_waiting(group)
            if unclosed - len(self._groups) <= MAX_UNCLOSED:
                self._tell(say.unclosed_group(group.span))
            branch = self._combined(group.clauses)
            if branch is not None:
                self.operand(branch)
        self._drop_waiting(self._groups[0])
        return self._combined(self._groups[0].clauses)

    def _drop_waiting(self, group: _Group) -> bool:
        if group.waiting is None:
            return False
        self._tell(say.lone_operator(*group.waiting))
        return True

    def _combined(self, clauses: Sequence[_Clause]) -> Branch | None:
        """Return what a list of clauses finds, ``None`` for none."""
        must = [clause.branch for clause in clauses if clause.occur == "must"]
        should = [clause.branch for clause in clauses if clause.occur == "should"]
        excluded = [negated(one.branch, one.branch.span) for one in clauses if one.occur == "not"]
        if must and should:
            self._tell(telling.ranking_only(should[0].span, len(should)))
        asked = must or ([reduce(_either, should)] if should else [])
        parts = [*asked, *excluded]
        return self._bounded(reduce(_both, parts)) if parts else None

    def _bounded(self, branch: Branch) -> Branch:
        if branch.depth > MAX_DEPTH and not self._too_deep:
            self._too_deep = True
            self._tell(say.too_deep(branch.span, MAX_DEPTH))
        return branch


def _both(left: Branch, right: Branch) -> Branch:
    return joined("and", left, right)


def _either(left: Branch, right: Branch) -> Branch:
    return joined("or", left, right)
