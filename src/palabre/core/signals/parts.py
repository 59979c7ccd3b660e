"""Finds the parts of a sentence that ``hostility`` reads: phrases, word by word, by their role."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from palabre.core.signals.grammar import Element, compile_phrase


class Part(NamedTuple):
    """A phrase found: its words ``first`` to ``last``, and its role."""

    first: int
    last: int
    role: str


class Parts:
    """Phrases by their first word. A beginning (``chiale*``) is looked for by its four first letters."""

    def __init__(self, roles: Mapping[str, Sequence[str]]) -> None:
        self._first: dict[str, list[tuple[str, tuple[Element, ...]]]] = {}
        for role, phrases in roles.items():
            for phrase in phrases:
                for elements in compile_phrase(phrase, {}):
                    self._add(role, elements)

    def _add(self, role: str, elements: tuple[Element, ...]) -> None:
        for word in elements[0].words:
            self._first.setdefault(word, []).append((role, elements))
        for beginning in elements[0].beginnings:
            self._first.setdefault(beginning[:4] + "*", []).append((role, elements))

    def find(self, words: Sequence[str]) -> Iterator[Part]:
        """Yield the parts in order; the longest first where several begin at one word with one role."""
        for at, word in enumerate(words):
            waiting = self._first.get(word, ())
            if (begun := self._first.get(word[:4] + "*")) is not None:
                waiting = [*waiting, *begun]
            if waiting:
                yield from self._at(words, at, waiting)

    def _at(
        self, words: Sequence[str], at: int, waiting: Sequence[tuple[str, tuple[Element, ...]]]
    ) -> Iterator[Part]:
        ends: dict[str, int] = {}
        for role, elements in waiting:
            last = _end(words, at, elements)
            if last >= ends.get(role, at):
                ends[role] = last
        for role, last in ends.items():
            yield Part(at, last, role)


def _end(words: Sequence[str], at: int, elements: tuple[Element, ...]) -> int:
    """Return the last word of a phrase that begins at ``at``, or -1 where it does not stand there."""
    if not elements[0].fits(words[at]):
        return -1
    for element in elements[1:]:
        gap = element.gap
        at += 1
        while at < len(words) and not element.fits(words[at]) and gap:
            gap -= 1
            at += 1
        if at >= len(words) or not element.fits(words[at]):
            return -1
    return at
