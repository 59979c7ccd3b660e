"""What people say, put before the detectors as the pipeline does."""

from datetime import UTC, datetime
from typing import Any

from palabre.core.model import Message, Signal
from palabre.core.signals import read
from palabre.core.text import tokenize

WHEN = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
#: From this score, a signal is found; under it, the message is left alone.
FOUND = 0.5


def message(text: str, **fields: Any) -> Message:
    return Message(id="m1", text=text, published=WHEN, **fields)


def signals(text: str, **fields: Any) -> dict[str, Signal]:
    return {signal.name: signal for signal in read(message(text, **fields), tokenize(text))}


def score(name: str, text: str, **fields: Any) -> float:
    found = signals(text, **fields).get(name)
    return found.score if found else 0.0


def shown(name: str, text: str) -> list[str]:
    """Return the words of the evidence, as they stand in the text."""
    found = signals(text).get(name)
    return [text[one.start : one.end] for one in found.evidence] if found else []


def reasons_of(name: str, text: str) -> set[str]:
    found = signals(text).get(name)
    return {one.why for one in found.evidence} if found else set()
