"""The words that topics name, numbered, and which of them a form brings to a message.

A term is found by one dictionary lookup, a prefix by one a length in use. Other words (``Wild``, ``Fuzzy``,
``Cased``) are asked one by one, of the few forms that begin as they do; all of it once a form, then remembered.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeAlias
from unicodedata import normalize

from palabre.core.query.answers import answers, beginning
from palabre.core.query.tree import Cased, Fuzzy, Term, Wild, Word
from palabre.core.text import Form
from palabre.core.text.memo import Memo

#: Forms whose leaves are remembered, in each of two generations.
CACHE_SIZE = 65_536
MAX_CACHED = 64

#: What tells two words of queries apart: not where they were written, nor how they count in a phrase.
Key: TypeAlias = Hashable


class Leaves:
    """The numbered words of all topics. A number is never used again."""

    def __init__(self) -> None:
        self._terms: dict[Key, int] = {}
        self._prefixes: dict[Key, int] = {}
        self._cased: dict[Key, int] = {}
        self._others: dict[Key, int] = {}
        self._words: dict[int, Word] = {}
        self._uses: dict[int, int] = {}
        self.end = 0  # the number of the next new word
        self._lengths: Counter[int] = Counter()  # of prefixes
        self._starting: dict[str, tuple[int, ...]] = {}  # other words by their beginning
        self._start_lengths: Counter[int] = Counter()
        self.of: Memo[Form, tuple[int, ...]] = Memo(self._find, CACHE_SIZE, worth_keeping)

    def __len__(self) -> int:
        return len(self._words)

    def _place(self, word: Word) -> tuple[dict[Key, int], Key]:
        """Return the table of a word, and its key there."""
        match word:
            case Term(term, prefix):
                return (self._prefixes if prefix else self._terms), term
            case Cased(raw):
                return self._cased, raw
            case Wild(pattern):
                return self._others, pattern
            case Fuzzy(term, edits):
                return self._others, (term, edits)

    def number(self, word: Word) -> int:
        """Return the number of a word that was added."""
        table, key = self._place(word)
        return table[key]

    def word(self, number: int) -> Word:
        """Return the word of a number."""
        return self._words[number]

    def add(self, words: Iterable[Word]) -> tuple[int, ...]:
        """Count one more topic that names these words; return their numbers, each once.

        The forms that a word named for the first time may change are forgotten.
        """
        numbers: dict[int, None] = {}
        new: list[Word] = []
        for word in words:
            table, key = self._place(word)
            if key not in table:
                table[key] = self._enter(word)
                new.append(word)
            numbers[table[key]] = None
        for number in numbers:
            self._uses[number] += 1
        self._forget(new)
        return tuple(numbers)

    def _enter(self, word: Word) -> int:
        number = self.end
        self.end += 1
        self._words[number], self._uses[number] = word, 0
        if isinstance(word, Wild | Fuzzy):
            start = beginning(word)
            self._starting[start] = (*self._starting.get(start, ()), number)
            self._start_lengths[len(start)] += 1
        elif isinstance(word, Term) and word.prefix:
            self._lengths[len(word.term)] += 1
        return number

    def remove(self, numbers: Iterable[int]) -> None:
        """Count one topic less. A word that no topic names is forgotten; its number may stay behind, unasked."""
        for number in numbers:
            self._uses[number] -= 1
            if not self._uses[number]:
                del self._uses[number]
                self._leave(number, self._words.pop(number))

    def _leave(self, number: int, word: Word) -> None:
        table, key = self._place(word)
        del table[key]
        if isinstance(word, Wild | Fuzzy):
            start = beginning(word)
            self._starting[start] = tuple(other for other in self._starting[start] if other != number)
            if not self._starting[start]:
                del self._starting[start]
            self._start_lengths -= Counter((len(start),))
        elif isinstance(word, Term) and word.prefix:
            self._lengths -= Counter((len(word.term),))

    def _find(self, form: Form) -> tuple[int, ...]:
        """Return the numbers of the leaves that a form brings to a message, each once."""
        terms, prefixes = self._terms, self._prefixes
        found = {terms[term]: None for term in form.terms if term in terms}
        if self._lengths:
            starts = [term[:length] for term in form.terms for length in self._lengths if length <= len(term)]
            found.update((prefixes[start], None) for start in starts if start in prefixes)
        if self._cased:
            found.update((self._cased[raw], None) for raw in _spellings(form) if raw in self._cased)
        if self._starting:
            found.update((other, None) for other in self._near(form) if answers(self._words[other], form))
        return tuple(found)

    def _near(self, form: Form) -> Iterator[int]:
        """Yield the numbers of the other words that begin as one of the form's terms does."""
        starts = {term[:length] for term in form.terms for length in self._start_lengths if length <= len(term)}
        for start in starts:
            yield from self._starting.get(start, ())

    def _forget(self, new: list[Word]) -> None:
        """Forget the forms that new words may change: a few where these are terms, all where they are not."""
        terms = {word.term for word in new if isinstance(word, Term) and not word.prefix}
        if len(terms) < len(new):
            self.of.forget()
        elif terms:
            for form in [form for form in self.of.remembered() if not terms.isdisjoint(form.terms)]:
                self.of.drop(form)


def _spellings(form: Form) -> set[str]:
    return {form.raw} if form.raw.isascii() else {form.raw, normalize("NFC", form.raw)}


def worth_keeping(form: Form) -> bool:
    """Tell whether a form may come again: longer ones are looked at anew each time."""
    return form.width <= MAX_CACHED
