"""How a query is read, said to a person: one sentence, and its parts one under the other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a query in words, and its own parts."""

    text: str
    parts: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A query in words: a sentence, its parts as a tree, and how many words, phrases and facts it asks."""

    sentence: str
    step: Step
    leaves: int
