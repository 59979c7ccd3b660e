"""A text cut into tokens, each with its place in the original.

The *form* of a token is everything that does not depend on where it stands; forms are computed once for each
raw spelling and shared, which is why cutting a usual message costs a few microseconds. ``Tokens`` holds the
forms in order and works out places only when asked.

>>> [token.fold for token in tokenize("L’été à #Saint_Étienne 😂😂")]
['l', 'ete', 'a', '#saint_etienne', '😂']
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from operator import attrgetter
from typing import NamedTuple

from palabre.core.text.forms import Form, Kind, word_form
from palabre.core.text.memo import Memo
from palabre.core.text.split import split_chunk

#: Chunks (runs without white space) kept in memory, in each of two generations: some 20 MB at most.
CACHE_SIZE = 32_768
#: Longer chunks are cut anew each time: they rarely come twice, and must not fill the memory.
MAX_CACHED = 64

#: Characters that are read of a text, up to the white space before: the words of a novel's first half. What stands
#: after is kept and shown, and found by no query: a message is answered within a second whatever it holds.
MAX_READ = 250_000

_SENTENCE_ENDS = frozenset(".!?…。！？؟।")
_steps = attrgetter("step")


class Token(NamedTuple):
    """One token, for reading and tests; fast paths use the lists of ``Tokens``.

    ``fold`` is what an unaccented query finds, ``exact`` what an accented one finds; ``start`` and ``end`` count
    characters of the original text; ``position`` counts words, as distances do; ``sentence`` counts from 0.
    """

    fold: str
    exact: str
    start: int
    end: int
    kind: Kind
    position: int
    sentence: int


class Tokens:
    """The tokens of one text, as parallel lists of the same length. Treat them as read-only."""

    __slots__ = ("_starts", "forms", "text")

    def __init__(self, text: str, forms: list[Form]) -> None:
        self.text = text
        self.forms = forms
        self._starts: list[int] = []

    def __len__(self) -> int:
        return len(self.forms)

    def __iter__(self) -> Iterator[Token]:
        rows = zip(self.forms, self.starts, self.positions, self.sentences, strict=True)
        for form, start, position, sentence in rows:
            yield Token(form.fold, form.exact, start, start + form.width, form.kind, position, sentence)

    @property
    def folds(self) -> list[str]:
        """The folded tokens."""
        return [form.fold for form in self.forms]

    @property
    def exacts(self) -> list[str]:
        """The tokens in lower case, with their accents."""
        return [form.exact for form in self.forms]

    @property
    def kinds(self) -> list[Kind]:
        """What each token is."""
        return [form.kind for form in self.forms]

    @property
    def starts(self) -> list[int]:
        """Where each token starts in the original text.

        What stands between two tokens holds no character that could begin one, so the next occurrence of a
        token's raw spelling is the token.
        """
        return self._found(len(self.forms))

    def start(self, at: int) -> int:
        """Return where one token starts: for the few that are shown, those after need not be looked for."""
        if at < len(self._starts):
            return self._starts[at]
        raw = self.forms[at].raw
        start = self.text.find(raw)
        if start == self.text.rfind(raw):  # it stands there once
            return start
        return self._found(at + 1)[at]

    def _found(self, count: int) -> list[int]:
        """Return where the first ``count`` tokens start, at least."""
        starts, known = self._starts, len(self._starts)
        if known < count:
            end = starts[-1] + self.forms[known - 1].width if known else 0
            for form in self.forms[known:count]:
                start = self.text.index(form.raw, end)
                starts.append(start)
                end = start + form.width
        return starts

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the tokens ``first`` to ``last`` start and end in the original text."""
        start = self.start(first)
        return start, (start if first == last else self.start(last)) + self.forms[last].width

    def spans(self, places: Iterable[int]) -> list[tuple[int, int]]:
        """Return where some tokens start and end in the original text."""
        forms = self.forms
        return [(start := self.start(at), start + forms[at].width) for at in places]

    @property
    def ends(self) -> list[int]:
        """Where each token ends in the original text (exclusive)."""
        return [start + form.width for start, form in zip(self.starts, self.forms, strict=True)]

    @property
    def positions(self) -> list[int]:
        """The place of each token counted in words, from 2.

        An emoji has the place of the word before it, so that it never sets two words apart; place 1 is for
        emoji that come before any word.
        """
        return list(accumulate(map(_steps, self.forms), initial=1))[1:]

    @property
    def sentences(self) -> list[int]:
        """The sentence of each token, from 0. A line break ends a sentence."""
        sentences: list[int] = []
        sentence = end = 0
        for form, start in zip(self.forms, self.starts, strict=True):
            if sentences and _ends_sentence(self.text[end:start]):
                sentence += 1
            sentences.append(sentence)
            end = start + form.width
        return sentences


def _ends_sentence(gap: str) -> bool:
    """Tell whether what stands between two tokens ends a sentence: a final mark then a space, or a line break."""
    if "\n" in gap:
        return True
    return not _SENTENCE_ENDS.isdisjoint(gap) and any(sign.isspace() for sign in gap)


def _beginning(text: str) -> str:
    """Return what is read of a long text: no word is cut in two, but for one that has no end."""
    read = text[:MAX_READ]
    if text[MAX_READ].isspace() or not read.strip():
        return read
    return read.rsplit(None, 1)[0]


def _worth_keeping(chunk: str) -> bool:
    return len(chunk) <= MAX_CACHED


class Tokenizer:
    """Cuts texts, remembering what each run without white space was made of, in a bounded memory."""

    def __init__(self, size: int = CACHE_SIZE) -> None:
        self.words: Memo[str, Form | None] = Memo(word_form, size, _worth_keeping)
        self.chunks: Memo[str, tuple[Form, ...]] = Memo(self._split, size, _worth_keeping)

    def _split(self, chunk: str) -> tuple[Form, ...]:
        return split_chunk(chunk, self.words)

    def tokenize(self, text: str) -> Tokens:
        """Return the tokens of one text, as far as ``MAX_READ``."""
        read = text if len(text) <= MAX_READ else _beginning(text)
        return Tokens(text, list(chain.from_iterable(map(self.chunks.__getitem__, read.split()))))


# A memo shared by the process: it saves time and changes no result.
_SHARED = Tokenizer()


def tokenize(text: str) -> Tokens:
    """Return the tokens of one text. Time grows with its length, whatever it holds."""
    return _SHARED.tokenize(text)


def tokenize_many(texts: Iterable[str]) -> list[Tokens]:
    """Return the tokens of each text of a batch."""
    return [_SHARED.tokenize(text) for text in texts]
