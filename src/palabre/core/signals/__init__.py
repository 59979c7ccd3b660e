"""What a message is, with evidence: one detector a file, each with its own tests made of real sentences.

Importing this loads no rule and no model: only the names. The first ``read`` loads the rules.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from palabre.core.signals.labels import NAMES, REASONS

if TYPE_CHECKING:
    from palabre.core.model import Message, Signal
    from palabre.core.signals.blend import Models
    from palabre.core.text import Tokens

__all__ = ["names", "read", "reasons"]


def read(message: "Message", tokens: "Tokens", models: "Models | None" = None) -> "tuple[Signal, ...]":
    """Return the signals of one message; for a batch, ``reader.read_many`` is faster."""
    from palabre.core.signals import reader

    return reader.read(message, tokens, models)


def names() -> Mapping[str, tuple[str, str]]:
    """Return the French and English name of each signal."""
    return NAMES


def reasons() -> Mapping[str, tuple[str, str]]:
    """Return what is said, in French and in English, for each ``why`` of evidence."""
    return REASONS
