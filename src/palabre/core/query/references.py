"""Topics that ask about other topics (``topic:…``): which ones they name, and in what order to ask them."""

from collections.abc import Iterator

from palabre.core.query.facts import Facts, Values
from palabre.core.query.tree import And, Count, Except, Field, Near, Node, Not, Or, Same, Within
from palabre.core.text import fold


def references(tree: Node) -> frozenset[str]:
    """Return the topics that a query names, folded; a prefix ends with ``*``."""
    return frozenset(
        f"{field.low}*" if field.prefix else str(field.low) for field in fields(tree) if field.name == "topic"
    )


def fields(tree: Node) -> Iterator[Field]:
    """Yield every field that a tree asks, wherever it stands in it."""
    match tree:
        case Field():
            yield tree
        case And(children) | Or(children) | Near(children) | Same(children):
            for child in children:
                yield from fields(child)
        case Not(child) | Within(_, child) | Count(child, _):
            yield from fields(child)
        case Except(wanted, unwanted):
            yield from fields(wanted)
            yield from fields(unwanted)
        case _:
            return


class Answering(Facts):
    """The facts of a message, with the topics that it was found to answer so far."""

    __slots__ = ("_facts", "_topics")

    def __init__(self, facts: Facts, topics: Values) -> None:
        super().__init__()
        self._facts = facts
        self._topics = topics

    def get(self, name: str) -> Values | None:
        """Return the values of a field, ``None`` when the message lacks it."""
        return self._topics if name == "topic" else self._facts.get(name)


class Ranks:
    """The topics that name others. Each comes after those it names; of a circle, the one put first comes first."""

    def __init__(self) -> None:
        self._names: dict[int, tuple[str, str]] = {}
        self._refers: dict[int, frozenset[str]] = {}

    def put(self, topic_id: int, name: str, refers: frozenset[str]) -> None:
        """Add or replace a topic that names others."""
        self._names[topic_id] = (fold(name), str(topic_id))
        self._refers[topic_id] = refers

    def remove(self, topic_id: int) -> None:
        """Remove a topic; one that is not there is no error."""
        self._names.pop(topic_id, None)
        self._refers.pop(topic_id, None)

    def order(self) -> list[int]:
        """Return the topics in the order in which to ask them."""
        done: dict[int, None] = {}
        for topic_id in self._refers:
            self._visit(topic_id, done, set())
        return list(done)

    def _visit(self, first: int, done: dict[int, None], under_way: set[int]) -> None:
        """Add a topic after all that it names, with a stack of its own: no chain is too long."""
        stack = [first]
        while stack:
            topic_id = stack[-1]
            waiting = [] if topic_id in under_way else self._named(topic_id, done, under_way)
            under_way.add(topic_id)
            if waiting:
                stack += waiting
            else:
                done.setdefault(stack.pop())

    def _named(self, topic_id: int, done: dict[int, None], under_way: set[int]) -> list[int]:
        refers = self._refers[topic_id]
        return [
            other
            for other, names in self._names.items()
            if other not in done and other not in under_way and any(_calls(ref, names) for ref in refers)
        ]


def _calls(reference: str, names: tuple[str, str]) -> bool:
    if reference.endswith("*"):
        return any(name.startswith(reference[:-1]) for name in names)
    return reference in names
