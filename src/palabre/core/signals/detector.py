"""What a detector sees and says."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from palabre.core.model import Message, Signal
from palabre.core.text import Tokens

_QUOTES = re.compile(r"«[^»]{1,500}»|“[^”]{1,500}”|\"[^\"]{1,500}\"")


@dataclass(frozen=True)
class View:
    """One message as detectors see it. ``tokens`` are those of the text; offsets count its characters."""

    message: Message
    tokens: Tokens

    @cached_property
    def folds(self) -> list[str]:
        """The folded tokens, in order."""
        return self.tokens.folds

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded tokens, once each."""
        return frozenset(self.folds)

    @cached_property
    def _quoted(self) -> list[tuple[int, int]]:
        return [found.span() for found in _QUOTES.finditer(self.message.text)]

    def span(self, at: int, size: int) -> tuple[int, int]:
        """Return where the tokens ``at`` to ``at + size - 1`` stand in the text."""
        last = at + size - 1
        return self.tokens.starts[at], self.tokens.starts[last] + self.tokens.forms[last].width

    def is_quoted(self, at: int) -> bool:
        """Tell whether a token stands inside quotation marks: someone else's words."""
        if not self._quoted:
            return False
        place = self.tokens.starts[at]
        return any(start < place < end for start, end in self._quoted)


class Detector(Protocol):
    """One signal. ``name`` is stable: it stands in outputs, settings and docs/reference/signals.md."""

    name: str
    name_fr: str
    name_en: str

    def detect(self, view: View) -> Signal | None:
        """Return the signal with its evidence, or None. Same message, same answer, always."""
        ...
