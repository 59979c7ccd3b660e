"""What a detector sees and says."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from palabre.core.model import Message, Signal
from palabre.core.text import Tokens


@dataclass(frozen=True)
class View:
    """One message as detectors see it. ``tokens`` are those of the text; offsets count its characters."""

    message: Message
    tokens: Tokens

    @cached_property
    def folds(self) -> list[str]:
        """The folded tokens, in order."""
        return self.tokens.folds


class Detector(Protocol):
    """One signal. ``name`` is stable: it stands in outputs, settings and docs/reference/signals.md."""

    name: str
    name_fr: str
    name_en: str

    def detect(self, view: View) -> Signal | None:
        """Return the signal with its evidence, or None. Same message, same answer, always."""
        ...
