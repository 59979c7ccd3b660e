"""The products that a workspace watches over, by name: a brand that no list of ours has is then a product.

A name costs a look-up where its first word stands in a message, and nothing elsewhere, however many there are.
"""

from collections.abc import Iterable, Sequence

from palabre.core.signals.phrases import Hit
from palabre.core.signals.spelling import plain_words
from palabre.core.signals.view import View

#: The key of this evidence, and what it weighs: as a product that the rules know.
WHY, WEIGHT = "registered", 0.45
#: Finds kept in one message.
MOST = 20


class Products:
    """Names ready to be found, in any case and with or without accents. Results never depend on their order."""

    def __init__(self, names: Iterable[str]) -> None:
        self._rest: dict[str, tuple[tuple[str, ...], ...]] = {}
        found: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            if words := tuple(plain_words(name)):
                found.setdefault(words[0], set()).add(words[1:])
        for first, rests in found.items():
            self._rest[first] = tuple(sorted(rests, key=lambda rest: (-len(rest), rest)))
        self._firsts = frozenset(self._rest)

    def __len__(self) -> int:
        return sum(map(len, self._rest.values()))

    def places(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return the first and last word of each name among plain words; the longest where several fit."""
        if self._firsts.isdisjoint(words):
            return []
        found: list[tuple[int, int]] = []
        for at, word in enumerate(words):
            for rest in self._rest.get(word, ()):
                if tuple(words[at + 1 : at + 1 + len(rest)]) == rest:
                    found.append((at, at + len(rest)))
                    break
            if len(found) >= MOST:
                break
        return found

    def hits(self, view: View) -> list[Hit]:
        """Return the names that stand in a message, as finds of the signal ``adverse_event``."""
        return [Hit(*view.said.span(first, last), WEIGHT, WHY) for first, last in self.places(view.words)]
