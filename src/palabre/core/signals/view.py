"""One message as detectors see it: its words, and the way back to its characters."""

import re
from functools import cached_property

from palabre.core.model import Message
from palabre.core.signals import senses
from palabre.core.signals.spelling import LETTERS, opened
from palabre.core.text import Skeleton, Tokens

_QUOTES = re.compile(r"«[^»]{1,500}»|“[^”]{1,500}”|\"[^\"]{1,500}\"")
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")


class Words:
    """The plain words of one reading of a text: as it stands, or with its disguises off (``bones``)."""

    __slots__ = ("_bones", "_origins", "_tokens", "odd", "senses", "words")

    def __init__(self, tokens: Tokens, bones: Skeleton | None = None) -> None:
        self.senses = senses.of_forms(tokens.forms)
        self.words = [one.word for one in self.senses]
        self._origins: list[int] | None = None
        self._tokens = tokens
        self._bones = bones
        #: Whether a word that was two in one may be a disguise: opened, it does not show it any more.
        self.odd = False

    def open(self) -> None:
        """Open the words that are two in one ("jai")."""
        folds = self._tokens.folds
        self.odd = any(fold in LETTERS for fold in folds)
        words, self._origins = opened(folds)
        self.senses = senses.of_folds(words)
        self.words = [one.word for one in self.senses]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words ``first`` to ``last`` stand in the original text."""
        if self._origins is not None:
            first, last = self._origins[first], self._origins[last]
        start, end = self._tokens.span(first, last)
        return (start, end) if self._bones is None else self._bones.span(start, end)

    def spans(self, places: list[int]) -> list[tuple[int, int]]:
        """Return where some words stand in the original text, one by one."""
        if self._origins is None and self._bones is None:
            return self._tokens.spans(places)
        return [self.span(at, at) for at in places]


class View:
    """One message as detectors see it. ``tokens`` are those of the text; offsets count its characters."""

    def __init__(self, message: Message, tokens: Tokens, said: Words) -> None:
        self.message = message
        self.tokens = tokens
        self.said = said
        text = message.text
        #: Whether a quotation mark stands anywhere: most messages have none.
        self.has_quotes = "«" in text or '"' in text or "“" in text

    @property
    def words(self) -> list[str]:
        """The plain words, in order."""
        return self.said.words

    def token_span(self, at: int) -> tuple[int, int]:
        """Return where a token stands in the text."""
        return self.tokens.span(at, at)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The plain words, once each."""
        return frozenset(self.said.words)

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        return [found.span() for found in _QUOTES.finditer(self.message.text)]

    def is_quoted(self, place: int) -> bool:
        """Tell whether a character stands inside quotation marks: someone else's words."""
        if not self.has_quotes:
            return False
        return any(start < place < end for start, end in self._quoted)

    @property
    def quoted_share(self) -> float:
        """The share of the characters that stand between quotation marks, 0 to 1."""
        if not self.has_quotes:
            return 0.0
        return min(1.0, sum(end - start for start, end in self._quoted) / len(self.message.text))

    def in_one_sentence(self, start: int, end: int) -> bool:
        """Tell whether no sentence ends between two places of the text."""
        return _SENTENCE_END.search(self.message.text, start, end) is None
