"""What is wrong with queries, one check a file. Some are told while reading, some by looking at the whole tree."""

from collections.abc import Callable, Iterator

from palabre.core.query.checks import duplicate, frequent, never, slow
from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.same import Numbers
from palabre.core.query.tree import Node

_COMPARING: tuple[Callable[[Node, Numbers], Iterator[Diagnostic]], ...] = (duplicate.check, never.check)
_ALONE: tuple[Callable[[Node], Iterator[Diagnostic]], ...] = (frequent.check, slow.check)


def check(tree: Node) -> Iterator[Diagnostic]:
    """Yield what there is to tell about a tree that was read: all of it are warnings."""
    numbers = Numbers()
    for compare in _COMPARING:
        yield from compare(tree, numbers)
    for look in _ALONE:
        yield from look(tree)
