"""Occurrences close together, and occurrences in the same sentence or paragraph.

``close`` sweeps over the occurrences of all parts from left to right. What it keeps of the past is, for each set of
parts already placed, the way that left the fewest words between them: what comes later costs the same whichever way
was taken. Hence no backtracking: time grows with the occurrences times the sets alive in the window.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush, nsmallest
from typing import NamedTuple, TypeAlias

from palabre.core.query.said import Occurrence, Said
from palabre.core.query.tree import Unit
from palabre.core.text import Tokens

#: Ways kept at once, and steps made in all. Only a text made to harm needs more: some closeness is then missed.
MAX_WAYS = 256
MAX_STEPS = 100_000

#: One occurrence of each part, from left to right.
Chosen: TypeAlias = tuple[Occurrence, ...]
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class _Way(NamedTuple):
    """Some parts placed: the words left between them less the words before what comes next, and where they are."""

    slack: int
    chosen: Chosen


class _Waiting(NamedTuple):
    """A way whose last occurrence ends at a token: it goes on after it."""

    last: int
    number: int
    placed: int
    way: _Way


def close(parts: Sequence[Sequence[Occurrence]], words: int, ordered: bool, said: Said) -> Iterator[Chosen]:
    """Yield one occurrence of each part, none overlapping, with at most so many words of none of them in between.

    For each place where they can end, the closest ones.
    """
    if not all(parts):
        return
    yield from _Sweep(parts, words, ordered, said).over(
        sorted((first, last, number) for number, found in enumerate(parts) for first, last in found)
    )


class _Sweep:
    """The state of one sweep."""

    def __init__(self, parts: Sequence[Sequence[Occurrence]], words: int, ordered: bool, said: Said) -> None:
        self._all = (1 << len(parts)) - 1
        self._needed = [_same_before(parts, number) for number in range(len(parts))]
        self._words = words
        self._ordered = ordered
        self._before = said.words_before
        self._part_of = said.layout.parts
        self._ways: dict[int, _Way] = {}
        self._waiting: list[_Waiting] = []
        self._started = 0

    def over(self, occurrences: Iterable[tuple[int, int, int]]) -> Iterator[Chosen]:
        """Yield what is found, in the order of where it ends."""
        found: dict[int, tuple[int, Chosen]] = {}
        part = -1
        for first, last, number in occurrences:
            for end in sorted(end for end in found if end < first):
                yield found.pop(end)[1]
            if self._started > MAX_STEPS:
                break
            if self._part_of[first] != part:  # nothing runs from the title into the text
                part = self._part_of[first]
                self._ways.clear()
                self._waiting.clear()
            self._advance(first)
            for cost, chosen in self._place(first, last, number):
                if last not in found or cost < found[last][0]:
                    found[last] = (cost, chosen)
        for last in sorted(found):
            yield found[last][1]

    def _advance(self, first: int) -> None:
        """Let ways that ended before a token go on, and forget those that are too far from it."""
        while self._waiting and self._waiting[0].last < first:
            _, _, placed, way = heappop(self._waiting)
            known = self._ways.get(placed)
            if known is None or (way.slack, -way.chosen[0][0]) < (known.slack, -known.chosen[0][0]):
                self._ways[placed] = way
        far = self._words - self._before[first]
        gone = [placed for placed, way in self._ways.items() if way.slack > far]
        for placed in gone:
            del self._ways[placed]
        if len(self._ways) > MAX_WAYS:  # the ones that are furthest on
            self._ways = dict(
                nsmallest(MAX_WAYS, self._ways.items(), key=lambda item: (-item[0].bit_count(), item[1].slack))
            )

    def _place(self, first: int, last: int, number: int) -> Iterator[tuple[int, Chosen]]:
        """Add one occurrence to each way that can take it; yield (words between, occurrences) of complete ones."""
        before, after = self._before[first], self._before[last + 1]
        bit = 1 << number
        candidates = [(0, _Way(-before, ())), *self._ways.items()]
        candidates = [item for item in candidates if self._takes(item[0], number)]
        for placed, way in candidates:
            cost = way.slack + before
            longer = (*way.chosen, (first, last))
            if placed | bit == self._all:
                yield cost, longer
            else:
                self._started += 1
                heappush(self._waiting, _Waiting(last, self._started, placed | bit, _Way(cost - after, longer)))

    def _takes(self, placed: int, number: int) -> bool:
        """Tell whether a part can be placed next: of like parts, always the first, for they are interchangeable."""
        bit, needed = 1 << number, self._needed[number]
        if self._ordered:
            return placed == bit - 1
        return not placed & bit and placed & needed == needed


def _same_before(parts: Sequence[Sequence[Occurrence]], number: int) -> int:
    """Return the set of the parts before this one that have the same occurrences."""
    return sum(1 << other for other in range(number) if parts[other] == parts[number])


def together(parts: Sequence[Sequence[Occurrence]], unit: Unit, said: Said) -> Iterator[list[list[Occurrence]]]:
    """Yield for each sentence (or paragraph) that has them all, the occurrences of each part in it."""
    numbers = said.unit(unit, sentences if unit == "sentence" else paragraphs)
    inside = [_by_unit(found, numbers) for found in parts]
    shared = set(inside[0]).intersection(*inside[1:])
    for number in sorted(shared):
        yield [found[number] for found in inside]


def _by_unit(found: Iterable[Occurrence], numbers: Sequence[int]) -> dict[int, list[Occurrence]]:
    units: dict[int, list[Occurrence]] = {}
    for first, last in found:
        if numbers[first] == numbers[last]:
            units.setdefault(numbers[first], []).append((first, last))
    return units


def sentences(field: Tokens) -> list[int]:
    """Return the sentence of each token, from 0."""
    return field.sentences


def paragraphs(field: Tokens) -> list[int]:
    """Return the paragraph of each token, from 0: a blank line ends one."""
    numbers: list[int] = []
    number = end = 0
    for form, start in zip(field.forms, field.starts, strict=True):
        if numbers and "\n" in (gap := field.text[end:start]) and _BLANK_LINE.search(gap) is not None:
            number += 1
        numbers.append(number)
        end = start + form.width
    return numbers
