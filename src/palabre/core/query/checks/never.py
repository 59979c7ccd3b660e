"""Branches that no message can answer."""

from collections.abc import Iterable, Iterator

from palabre.core.query.checks.base import Diagnostic
from palabre.core.query.checks.walk import inside, nodes
from palabre.core.query.same import Numbers
from palabre.core.query.tree import And, Except, Field, Node, Not, Or, Span, Value, Within

#: Fields of which a message has one value: asking for two finds nothing.
_SINGLE = frozenset({"kind", "visibility", "decision", "country", "network", "first_message", "question", "thread"})
_RANGES = frozenset({"followers", "engagement", "reach", "published", "hour", "sentiment"})


def check(tree: Node, numbers: Numbers) -> Iterator[Diagnostic]:
    """Tell the branches that nothing answers."""
    for node in nodes(tree):
        if _is_never(node, numbers):
            yield never(node.span)


def _is_never(node: Node, numbers: Numbers) -> bool:
    match node:
        case And(children):
            return _contradicts(children, numbers) or _disjoint(
                child for child in children if isinstance(child, Field)
            )
        case Except(wanted, unwanted):
            return numbers[wanted] in _alternatives(unwanted, numbers)
        case Within(part, child):
            return any(isinstance(below, Within) and below.part != part for below in (child, *inside(child)))
        case _:
            return False


def _contradicts(children: tuple[Node, ...], numbers: Numbers) -> bool:
    """Tell whether something is both asked for and excluded."""
    excluded = [child.child for child in children if isinstance(child, Not)]
    if not excluded:
        return False
    wanted = {numbers[child] for child in children if not isinstance(child, Not)}
    return any(_alternatives(child, numbers) & wanted for child in excluded)


def _alternatives(node: Node, numbers: Numbers) -> set[int]:
    """Return a node, and where it is a list of alternatives, each of them."""
    return {numbers[node], *(numbers[one] for one in (node.children if isinstance(node, Or) else ()))}


def _disjoint(fields: Iterable[Field]) -> bool:
    by_name: dict[str, list[Field]] = {}
    for field in fields:
        by_name.setdefault(field.name, []).append(field)
    return any(
        (name in _SINGLE and len({field.low for field in found}) > 1) or (name in _RANGES and _empty(found))
        for name, found in by_name.items()
    )


def _empty(ranges: list[Field]) -> bool:
    """Tell whether ranges of numbers have nothing in common."""
    low = max((_number(field.low, -1), field.open_low) for field in ranges)
    high = min((_number(field.high, 1), not field.open_high) for field in ranges)
    return low[0] > high[0] or (low[0] == high[0] and (low[1] or not high[1]))


def _number(bound: Value | None, otherwise: int) -> float:
    return bound if isinstance(bound, int | float) else otherwise * float("inf")


def never(span: Span) -> Diagnostic:
    """No message can answer this."""
    return Diagnostic(
        "never", "warning", span,
        "Aucun message ne peut répondre à cette partie : ses conditions se contredisent.",
        "No message can answer this part: its conditions contradict one another.",
        "Retirez l’une d’elles, ou joignez-les par OU.",
        "Remove one of them, or join them by OR.",
    )  # fmt: skip
