"""What a detector is."""

from collections.abc import Mapping
from typing import ClassVar, Protocol

from palabre.core.model import Signal
from palabre.core.signals.view import View

#: Keys of evidence → what the desk says of them, in French and in English.
Reasons = Mapping[str, tuple[str, str]]


class Detector(Protocol):
    """One signal. ``name`` is stable: it stands in outputs, settings and docs/reference/signals.md."""

    name: ClassVar[str]
    name_fr: ClassVar[str]
    name_en: ClassVar[str]
    reasons: ClassVar[Reasons]

    def detect(self, view: View) -> Signal | None:
        """Return the signal with its evidence, or None. Same message, same answer, always."""
        ...
