"""What a provider is, and the errors of asking one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: What one text was found to be: signal → probability.
Scores = Mapping[str, float]

#: How the model of a signal is written when text was sent for it, and when a file on this machine gave it.
SENT, FILE = "sent:", "file:"


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider as the workspace set it. ``left`` are the calls it may still make today."""

    id: int
    workspace: int
    name: str
    kind: str
    signals: Sequence[str]
    settings: Mapping[str, Any]
    secret: str
    sends_text: bool
    seconds: float
    left: int
    streak: int = 0

    @property
    def model(self) -> str:
        """Return what stands as the model in the signals that it gives."""
        return (FILE if self.kind == "onnx" else SENT) + self.name


class NoAnswer(Exception):
    """It could not be asked, or did not answer in time. Asking again later may help."""


class BadAnswer(Exception):
    """It answered something that is no answer. Asking the same again will not help."""
