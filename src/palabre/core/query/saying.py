"""A message while all topics are asked of it: the forms it has, and the places of the words that topics name.

``Said`` knows everything of a message and takes long to open. Most phrases and short distances are decided by the
positions of numbered words alone, found in one pass; what that cannot decide for sure is left to ``Said``.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import chain
from operator import attrgetter
from typing import TypeAlias

from palabre.core.query.facts import Facts
from palabre.core.query.said import Said
from palabre.core.query.tree import Span
from palabre.core.text import Form, Tokens, field_positions
from palabre.core.text.lexemes import FIELD_GAP, MAX_PLACES, MAX_POSITION

#: Longer messages say most of their words several times: they are asked once each.
LONG = 64
#: The numbers of the words that a form brings.
Brings: TypeAlias = Callable[[Form], tuple[int, ...]]


def forms_of(text: Tokens, title: Tokens | None, lead: Tokens | None) -> Collection[Form]:
    """Return the forms of a message; each once where there are many."""
    if title is None and lead is None:
        forms = text.forms
        return forms if len(forms) <= LONG else set(forms)
    return set(chain.from_iterable([field.forms for field in (text, title, lead) if field is not None]))


class Saying:
    """A message being asked. Each thing is worked out when first needed.

    *Places* are tokens, counted through title, lead and text in one go; *positions* number them as search does.
    """

    __slots__ = (
        *("_at", "_forms", "_odd", "_places", "_positions", "_said"),
        *("brings", "facts", "lead", "text", "title"),
    )

    def __init__(
        self, text: Tokens, title: Tokens | None, lead: Tokens | None, facts: Facts, brings: Brings
    ) -> None:
        self.text = text
        self.title = title
        self.lead = lead
        self.facts = facts
        self.brings = brings
        self._said: Said | None = None
        self._places: dict[int, list[int]] | None = None
        self._at: dict[int, set[int] | None] | None = None

    def said(self) -> Said:
        """Return what it says."""
        if self._said is None:
            self._said = Said(self.text, self.title, self.lead, self.facts)
        return self._said

    def places(self) -> dict[int, list[int]]:
        """Return the places of each word that is said, in no order: found once, by forms, which say them often."""
        if self._places is None:
            fields = (self.title, self.lead, self.text)
            self._forms = list(chain.from_iterable([field.forms for field in fields if field is not None]))
            by_form: defaultdict[Form, list[int]] = defaultdict(list)
            for place, form in enumerate(self._forms):
                by_form[form].append(place)
            found: dict[int, list[int]] = {}
            for form, places in by_form.items():
                for number in self.brings(form):
                    found[number] = found[number] + places if number in found else places
            self._places = found
        return self._places

    def _known(self, number: int) -> set[int] | None:
        """Return the positions of a word, ``None`` where they do not tell everything.

        So it is for emoji, which share the place of a word, and past the places that search knows.
        """
        places = self.places().get(number, ())
        known = self._at if self._at is not None else self._count()
        if number not in known:
            found = {self._positions[place] for place in places}
            sure = len(found) <= MAX_PLACES and self._odd.isdisjoint(places)
            known[number] = found if sure else None
        return known[number]

    def _count(self) -> dict[int, set[int] | None]:
        """Number the tokens, and note those whose position is not theirs alone."""
        self._positions = list(chain.from_iterable(field_positions(self.title, self.lead, self.text)))
        usual = all(map(_steps, self._forms)) and (not self._positions or self._positions[-1] < MAX_POSITION)
        rows = () if usual else zip(self._forms, self._positions, strict=True)
        self._odd = {place for place, (form, at) in enumerate(rows) if not form.step or at >= MAX_POSITION}
        self._at = {}
        return self._at

    def spans(self, places: list[int]) -> tuple[Span, ...]:
        """Return where places stand in the text; those of the title and of the lead are left out."""
        before = len(self._forms) - len(self.text.forms)
        if before:
            places = [place - before for place in places if place >= before]
        starts, forms = self.text.starts, self.text.forms
        return tuple([(starts[place], starts[place] + forms[place].width) for place in places])

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
        if not ordered and len(second) < len(first):
            first, second = second, first
        lacks = second.isdisjoint
        return any(
            not lacks(range(place + 1, place + words + 2))
            or not (ordered or lacks(range(place - words - 1, place)))
            for place in first
        )


_steps = attrgetter("step")
