"""A message while all topics are asked of it: the forms it has, and the places of the words that topics name.

``Said`` knows everything of a message and takes long to open. Most phrases and short distances are decided by the
positions of numbered words alone, found in one pass; what that cannot decide for sure is left to ``Said``.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from palabre.core.query.facts import Facts
from palabre.core.query.said import Said
from palabre.core.text import Form, Tokens, field_positions
from palabre.core.text.lexemes import FIELD_GAP, MAX_PLACES, MAX_POSITION

#: Longer messages say most of their words several times: they are asked once each.
LONG = 64
#: The numbers of the words that a form brings.
Brings: TypeAlias = Callable[[Form], tuple[int, ...]]


class Saying:
    """A message being asked. Each thing is worked out when first needed."""

    __slots__ = ("_positions", "_said", "_unsure", "brings", "facts", "lead", "text", "title")

    def __init__(
        self, text: Tokens, title: Tokens | None, lead: Tokens | None, facts: Facts, brings: Brings
    ) -> None:
        self.text = text
        self.title = title
        self.lead = lead
        self.facts = facts
        self.brings = brings
        self._said: Said | None = None
        self._positions: dict[int, set[int]] | None = None
        self._unsure: set[int] = set()

    def forms(self) -> Iterable[Form]:
        """Return its forms; each once where there are many."""
        if self.title is None and self.lead is None:
            forms = self.text.forms
            return forms if len(forms) <= LONG else set(forms)
        fields = (self.text, self.title, self.lead)
        return set(chain.from_iterable([field.forms for field in fields if field is not None]))

    def said(self) -> Said:
        """Return what it says."""
        if self._said is None:
            self._said = Said(self.text, self.title, self.lead, self.facts)
        return self._said

    def _known(self, number: int) -> set[int] | None:
        """Return the positions of a word, ``None`` where they do not tell everything.

        So it is for emoji, which share the place of a word, and past the places that search knows.
        """
        if self._positions is None:
            self._positions = self._find()
        found = self._positions.get(number, set())
        return None if len(found) > MAX_PLACES or number in self._unsure else found

    def _find(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        fields = (self.title, self.lead, self.text)
        for field, positions in zip(fields, field_positions(*fields), strict=True):
            if field is None:
                continue
            for numbers, form, position in zip(map(self.brings, field.forms), field.forms, positions, strict=True):
                for number in numbers:
                    found.setdefault(number, set()).add(position)
                    if not form.step or position >= MAX_POSITION:
                        self._unsure.add(number)
        return found

    def follow(self, numbers: Sequence[int], steps: Sequence[int]) -> bool | None:
        """Tell whether words stand so many steps after the first, ``None`` where ``Said`` must tell."""
        starts = self._known(numbers[0])
        if starts is None:
            return None
        for number, step in zip(numbers[1:], steps[1:], strict=True):
            later = self._known(number)
            if later is None:
                return None
            starts = {start for start in starts if start + step in later}
        return bool(starts)

    def close(self, one: int, other: int, words: int, ordered: bool) -> bool | None:
        """Tell whether two words stand that close together, ``None`` where ``Said`` must tell."""
        first, second = self._known(one), self._known(other)
        if first is None or second is None or words >= FIELD_GAP - 1:
            return None
        if not first or not second:
            return False
        apart = range(1 if ordered else -words - 1, words + 2)
        return any(place + far in second for place in first for far in apart if far)
