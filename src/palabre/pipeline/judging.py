"""What messages are, outside any workspace: language, signals, sentiment. Pure.

The worker understands batches of a workspace (``understand``); this is the same reading for whoever only brings
texts: ``palabre judge`` and the Perspective-compatible door.
"""

from collections.abc import Sequence
from typing import NamedTuple

from palabre.core.model import Message, Signal
from palabre.core.signals.products import Products
from palabre.core.signals.reader import read_many
from palabre.core.signals.sentiment import tone_of
from palabre.core.signals.taught import Taught
from palabre.core.text import tokenize_many
from palabre.core.text.language import languages_of
from palabre.pipeline.lenses import trained
from palabre.store.models.languages import guesser

#: Probabilities under this one are not worth a line; those above order texts even where nothing is sure.
LEAST = 0.02
#: The signal that is no probability.
TONE = "sentiment"


class Judged(NamedTuple):
    """What was understood of one message; ``sentiment`` is −1 (bad) to 1 (good)."""

    lang: str
    signals: tuple[Signal, ...]
    sentiment: float


def judge(
    messages: Sequence[Message], taught: Taught | None = None, products: Products | None = None
) -> list[Judged]:
    """Judge messages, in order. The language that a message tells is believed.

    ``taught`` is what a workspace corrected, where the answer is for one; ``products`` the names of its register.
    """
    texts = tokenize_many([message.text for message in messages])
    langs = [m.lang or said for m, (said, _) in zip(messages, languages_of(texts, guesser()), strict=True)]
    signals = read_many(messages, texts, trained(), LEAST, products)
    signals = taught.adjust(texts, signals) if taught else signals
    return [_judged(lang, found) for lang, found in zip(langs, signals, strict=True)]


def _judged(lang: str, found: Sequence[Signal]) -> Judged:
    """Set the tone apart from the signals: it goes from −1 to 1, they are probabilities."""
    return Judged(lang, tuple(signal for signal in found if signal.name != TONE), tone_of(found))
