"""What a message says, arranged to be asked: where each word of a query stands in its title, lead and text."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate, chain, repeat
from typing import NamedTuple, TypeAlias

from palabre.core.query.answers import answers, like, resembles
from palabre.core.query.facts import NO_FACTS, Facts
from palabre.core.query.tree import Fuzzy, Part, Phrase, Span, Term, Wild, Word
from palabre.core.text import Form, Tokens, field_positions
from palabre.core.text.lexemes import MAX_PLACES, MAX_POSITION

#: Where something stands: its first and its last token, both counted through title, lead and text in one go.
Occurrence: TypeAlias = tuple[int, int]
PARTS: tuple[Part, ...] = ("title", "lead", "text")
#: Places known of a term at most: several emoji share the position of the word before them.
MAX_KNOWN = 4 * MAX_PLACES


class _Layout(NamedTuple):
    """The tokens of all parts, one after another."""

    forms: list[Form]
    #: As search numbers them (``field_positions``).
    positions: list[int]
    #: 0 title, 1 lead, 2 text.
    parts: list[int]
    #: The first token of each part.
    offsets: list[int]


class Said:
    """A message as queries see it: its tokens, and its facts where they are known. Each thing is worked out once.

    The *places* of a word are numbers of tokens. Its *known* places are those that search knows too: the first
    ``MAX_PLACES`` positions of each written term. Words alone are found anywhere; all that counts distances,
    repeats or parts of the message looks at known places only, so that live matching and search agree.
    """

    def __init__(
        self, text: Tokens, title: Tokens | None = None, lead: Tokens | None = None, facts: Facts = NO_FACTS
    ) -> None:
        self.fields: tuple[Tokens | None, ...] = (title, lead, text)
        self.facts = facts
        self._known: dict[tuple[Word, Part | None], list[int]] = {}
        self._units: dict[str, list[int]] = {}

    @cached_property
    def layout(self) -> _Layout:
        """All tokens in one go."""
        forms = [field.forms if field is not None else [] for field in self.fields]
        offsets = list(accumulate(map(len, forms), initial=0))[:-1]
        positions = list(chain.from_iterable(field_positions(*self.fields)))
        parts = list(chain.from_iterable(repeat(number, len(field)) for number, field in enumerate(forms)))
        return _Layout(list(chain.from_iterable(forms)), positions, parts, offsets)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The places of each term."""
        places: dict[str, list[int]] = {}
        for place, form in enumerate(self.layout.forms):
            for term in form.terms:
                places.setdefault(term, []).append(place)
        return places

    @cached_property
    def _forms(self) -> list[Form]:
        """The forms of all tokens, each once."""
        return list(dict.fromkeys(self.layout.forms))

    @cached_property
    def words_before(self) -> list[int]:
        """How many words stand before each token, and in all at the end: emoji do not count."""
        return list(accumulate([form.step for form in self.layout.forms], initial=0))

    def has(self, word: Word) -> bool:
        """Tell whether the message says a word anywhere."""
        match word:
            case Term(term, False):
                return term in self.places
            case Term(term):
                return any(said.startswith(term) for said in self.places)
            case _:
                return any(answers(word, form) for form in self._forms)

    def of(self, word: Word) -> Iterable[int]:
        """Return all the places of a word, in no order."""
        if isinstance(word, Term):
            return chain.from_iterable(self.places[term] for term in self._terms(word))
        answering = {form for form in self._forms if answers(word, form)}
        return [place for place, form in enumerate(self.layout.forms) if form in answering]

    def known(self, word: Word, part: Part | None = None) -> list[int]:
        """Return the known places of a word in order, in the whole message or in one part of it."""
        key = (word, part)
        if key not in self._known:
            found = sorted({place for term in self._terms(word) for place in self._known_of(term)})
            if not isinstance(word, Term):
                found = [place for place in found if answers(word, self.layout.forms[place])]
            self._known[key] = found if part is None else self._inside(found, part)
        return self._known[key]

    def _terms(self, word: Word) -> list[str]:
        """Return the said terms under which the places of a word stand."""
        match word:
            case Term(term, False):
                return [term] if term in self.places else []
            case Term(term):
                return [said for said in self.places if said.startswith(term)]
            case Wild(pattern) if pattern[0] != "=":
                return list(filter(like(pattern), self.places))
            case Fuzzy(term, edits):
                return [said for said in self.places if resembles(term, said, edits)]
            case _:
                return list({terms[0]: None for terms in self._answering(word)})

    def _answering(self, word: Word) -> Iterable[tuple[str, ...]]:
        return [form.terms for form in self._forms if answers(word, form)]

    def _known_of(self, term: str) -> Iterable[int]:
        """Yield places until search would know no more; of those past its last position, the first only."""
        positions, seen = self.layout.positions, set[int]()
        for place in self.places[term][:MAX_KNOWN]:
            position = positions[place]
            if position not in seen and len(seen) == MAX_PLACES:
                return
            if position < MAX_POSITION or position not in seen:
                yield place
            seen.add(position)

    def _inside(self, places: Iterable[int], part: Part) -> list[int]:
        number = PARTS.index(part)
        parts = self.layout.parts
        return [place for place in places if parts[place] == number]

    def phrases(self, phrase: Phrase, part: Part | None = None) -> Iterable[Occurrence]:
        """Yield the occurrences of a phrase, in the order of its first word."""
        steps = list(accumulate([0, *(word.step for word in phrase.parts[1:])]))
        following = [self._by_position(word, part) for word in phrase.parts]
        for first in following[0]:
            found = [places.get(first + step) for step, places in zip(steps, following, strict=True)]
            if None not in found:
                places = [place for place in found if place is not None]
                yield min(places), max(places)

    def _by_position(self, word: Word, part: Part | None) -> dict[int, int]:
        positions = self.layout.positions
        return {positions[place]: place for place in reversed(self.known(word, part))}

    def unit(self, name: str, of: Callable[[Tokens], Sequence[int]]) -> list[int]:
        """Return the number of the sentence (or paragraph …) of each token, none shared by two parts."""
        if name not in self._units:
            numbers: list[int] = []
            for field in self.fields:
                first = numbers[-1] + 1 if numbers else 0
                numbers += [first + number for number in of(field)] if field is not None else []
            self._units[name] = numbers
        return self._units[name]

    def spans(self, occurrences: Iterable[Occurrence], part: Part = "text") -> list[Span]:
        """Return where occurrences stand in one part, in characters of it; those of other parts are left out."""
        number = PARTS.index(part)
        field, offset = self.fields[number], self.layout.offsets[number]
        if field is None or not field.forms:
            return []
        starts, forms, parts = field.starts, field.forms, self.layout.parts
        return [
            (starts[first - offset], max(starts[at] + forms[at].width for at in (first - offset, last - offset)))
            for first, last in occurrences
            if parts[first] == number
        ]
