"""How a query is read, said to a person: one sentence, its parts, and the facts that messages often lack."""

from collections.abc import Mapping
from dataclasses import dataclass

from palabre.core.query import Node
from palabre.core.query.explain import Step as Part
from palabre.core.query.explain import explain
from palabre.core.query.tree import leaves
from palabre.desk.watch.told import in_french

#: How many messages lack each field that is asked, and of how many.
Lacks = tuple[Mapping[str, int], int]


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a query in words, and its own parts."""

    text: str
    parts: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A query in words: a sentence, its parts, how many things it asks, and what many messages do not tell."""

    sentence: str
    step: Step
    leaves: int
    lacking: tuple[str, ...] = ()


def reading_of(tree: Node, lacks: Lacks = ({}, 0)) -> Reading:
    """Return how a tree is read, in the present language."""
    found, french = explain(tree, *lacks), in_french()
    return Reading(
        found.fr if french else found.en,
        _step(found.step, french),
        sum(1 for _ in leaves(tree)),
        tuple(one.fr if french else one.en for one in found.lacking),
    )


def _step(step: Part, french: bool) -> Step:
    return Step(step.fr if french else step.en, tuple(_step(part, french) for part in step.parts))
