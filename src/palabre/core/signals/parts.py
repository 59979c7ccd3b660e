"""Finds the parts of a sentence that ``hostility`` reads: phrases, word by word, by their role."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from palabre.core.signals.grammar import Element, compile_phrase
from palabre.core.text.memo import Memo

#: Words remembered with the phrases that they begin, in each of two generations.
CACHE_SIZE = 16_384


class Part(NamedTuple):
    """A phrase found: its words ``first`` to ``last``, and its role."""

    first: int
    last: int
    role: str


#: A role, and the elements of one phrase that has it.
_Phrase = tuple[str, tuple[Element, ...]]


class _Begun(NamedTuple):
    """The phrases that one word begins: those it makes alone, those with a known next word, the others."""

    alone: tuple[str, ...]
    after: Mapping[str, Sequence[_Phrase]]
    loose: Sequence[_Phrase]


class Parts:
    """Phrases by their first word, then by the next; a beginning (``chiale*``) by its four first letters."""

    def __init__(self, roles: Mapping[str, Sequence[str]]) -> None:
        self._first: dict[str, list[_Phrase]] = {}
        for role, phrases in roles.items():
            for phrase in phrases:
                for elements in compile_phrase(phrase, {}):
                    self._add(role, elements)
        self._index = Memo(self._begun, CACHE_SIZE, lambda word: len(word) <= 64)

    def _add(self, role: str, elements: tuple[Element, ...]) -> None:
        for word in elements[0].words:
            self._first.setdefault(word, []).append((role, elements))
        for beginning in elements[0].beginnings:
            self._first.setdefault(beginning[:4] + "*", []).append((role, elements))

    def _begun(self, word: str) -> _Begun | None:
        """Return the phrases that a word begins; None for the many that begin none."""
        waiting = [*self._first.get(word, ()), *self._first.get(word[:4] + "*", ())]
        fitting = [(role, elements) for role, elements in waiting if elements[0].fits(word)]
        if not fitting:
            return None
        alone: dict[str, None] = {}
        after: dict[str, list[_Phrase]] = {}
        loose: list[_Phrase] = []
        for role, elements in fitting:
            if len(elements) == 1:
                alone[role] = None
            elif elements[1].gap or elements[1].beginnings:
                loose.append((role, elements))
            else:
                for following in elements[1].words:
                    after.setdefault(following, []).append((role, elements))
        return _Begun(tuple(alone), after, loose)

    def find(self, words: Sequence[str]) -> Iterator[Part]:
        """Yield the parts in order; the longest alone where several begin at one word with one role."""
        for at, begun in enumerate(map(self._index.__getitem__, words)):
            if begun is None:
                continue
            waiting = begun.after.get(words[at + 1], ()) if begun.after and at + 1 < len(words) else ()
            if waiting or begun.loose:
                yield from _longest(words, at, begun.alone, (*waiting, *begun.loose))
            else:
                for role in begun.alone:
                    yield Part(at, at, role)


def _longest(words: Sequence[str], at: int, alone: Sequence[str], waiting: Sequence[_Phrase]) -> Iterator[Part]:
    """Yield the parts that begin at a word, the longest of each role."""
    ends = dict.fromkeys(alone, at)
    for role, elements in waiting:
        last = _end(words, at, elements)
        if last >= ends.get(role, at):
            ends[role] = last
    for role, last in ends.items():
        yield Part(at, last, role)


def _end(words: Sequence[str], at: int, elements: tuple[Element, ...]) -> int:
    """Return the last word of a phrase whose first stands at ``at``, or -1 where the others do not follow."""
    count = len(words)
    for element in elements[1:]:
        gap = element.gap
        at += 1
        while at < count and not element.fits(words[at]):
            if not gap:
                return -1
            gap -= 1
            at += 1
        if at >= count:
            return -1
    return at
