"""What messages are, outside any workspace: language, signals, sentiment. Pure.

The worker understands batches of a workspace (``understand``); this is the same reading for whoever only brings
texts: ``palabre judge`` and the Perspective-compatible door.
"""

from collections.abc import Sequence
from typing import NamedTuple

from palabre.core.model import Message, Signal
from palabre.core.signals import read
from palabre.core.text import tokenize_many
from palabre.core.text.language import language_of


class Judged(NamedTuple):
    """What was understood of one message; ``sentiment`` is −1 (bad) to 1 (good)."""

    lang: str
    signals: tuple[Signal, ...]
    sentiment: float


def judge(messages: Sequence[Message]) -> list[Judged]:
    """Judge messages, in order. The language that a message tells is believed."""
    texts = tokenize_many([message.text for message in messages])
    langs = [m.lang or language_of(tokens)[0] for m, tokens in zip(messages, texts, strict=True)]
    signals = map(read, messages, texts)
    return [Judged(lang, found, 0.0) for lang, found in zip(langs, signals, strict=True)]
