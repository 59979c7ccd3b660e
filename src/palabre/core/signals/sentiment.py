"""The tone, from −1 (ill) to 1 (well), and of whom or of what.

The only signal that may be under zero. Learned: without its model nothing is said. Posts and reviews have a head
each, since what praises a film ("glaçant", "cruel") condemns a decision.
"""

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from palabre.core.model import Evidence, Message, Signal
from palabre.core.signals.common import bag, commonness
from palabre.core.signals.detector import Reasons
from palabre.core.signals.features import Floats
from palabre.core.signals.view import Words

#: Labels of the model: well, ill and neither, said in posts; well, said in reviews.
WELL, ILL, EVEN, REVIEW = "tone.positive", "tone.negative", "tone.neutral", "tone.review"
HEADS = (WELL, ILL, EVEN, REVIEW)
#: Under this, in either direction, nothing is told: the message is neutral or cannot be read.
QUIET = 0.25
#: Words shown, and the least share of the weight of the heaviest one.
_SHOWN, _WORTH = 4, 0.4
Doubles = NDArray[np.float64]
#: Characters searched for a target.
_READ = 1_000
#: What a feeling is said to bear on: "bravo à …", "la honte de …", "j’en veux à …".
_TARGET = re.compile(
    r"\b(?i:merci|bravo|chapeau|honte|félicitations|respect|marre|ras.le.bol|dégoûtée?|déçue?|fière?|content(?:e|s)?|"
    r"contre|shame on|thanks|thank you|proud|sick|fed up|well done|kudos)\b"
    r"(?: (?:à|au|aux|de|du|des|d['’]|par|pour|to|of|with))? ?"
    r"((?i:toute? l['’]|toute la |tous les |toutes les |l['’]|cette |cet |ces |ce |la |le |les |the |this |@|#)?"
    r"(?!(?i:vous|toi|moi|nous|tout|tous|toutes|avoir|pour|de|you|all|for)\b)"
    r"[^\W\d_][\w’'-]{2,40}(?: [A-ZÀ-Ý][\w’'-]{1,40}){0,2})"
)
#: The first words of ``_TARGET``, as they stand among plain words: where none does, there is nothing to search for.
_BEARING = bag(
    "merci bravo chapeau honte felicitations respect marre ras degoute degoutee decu decue decus decues fier fiers "
    "fiere fieres content contente contents contentes contre shame thanks thank proud sick fed well kudos"
)


class Sentiment:
    """What the signal is called, and its reasons. ``tell`` makes it of what the model says."""

    name: ClassVar[str] = "sentiment"
    name_fr: ClassVar[str] = "Ton"
    name_en: ClassVar[str] = "Sentiment"
    reasons: ClassVar[Reasons] = {
        "well_said": ("des mots qui disent du bien", "words that say well"),
        "ill_said": ("des mots qui disent du mal", "words that say ill"),
        "target": ("ce dont il est parlé", "what is spoken of"),
    }


def strength(message: Message, well: float, ill: float, even: float, review: float) -> float:
    """Return the sentiment, −1 to 1, from the probabilities of the heads: that of reviews, or those of posts."""
    return 2 * review - 1 if message.kind == "review" else of_post(well, ill, even)


def of_post(well: float, ill: float, even: float) -> float:
    """Return the sentiment of a post: 0 where neither is the likeliest, never under ``QUIET`` elsewhere."""
    if even >= max(well, ill):
        return 0.0
    felt = (well - ill) / (well + ill + even)
    return max(QUIET, felt) if well >= ill else min(-QUIET, felt)


def tone_of(signals: Iterable[Signal]) -> float:
    """Return the sentiment among the signals of a message that was read; 0 where none is told: it is neutral."""
    return next((signal.score for signal in signals if signal.name == Sentiment.name), 0.0)


def tell(message: Message, said: Words, sentiment: float, heavy: list[int], version: str) -> Signal:
    """Return the signal of a message that is not neutral, by the places of the words that make it so."""
    why = "well_said" if sentiment > 0 else "ill_said"
    telling = [at for at in heavy if not commonness(said.words[at])] or heavy
    found = [Evidence(start, end, why) for start, end in sorted(said.spans(telling))]
    target = None if _BEARING.isdisjoint(said.words) else _TARGET.search(message.text[:_READ])
    if target is not None:
        found.append(Evidence(*target.span(1), "target"))
    return Signal(Sentiment.name, round(max(-0.99, min(0.99, sentiment)), 3), version, tuple(found))


def heaviest(weighed: Sequence[Doubles | Floats], sentiments: Sequence[float]) -> list[list[int]]:
    """Return, of each message, the places of the words that weigh most towards its sentiment, the heaviest first.

    ``weighed`` is what each of its words brings, in log-odds: one at least, in as many messages as ``sentiments``.
    """
    lengths = np.array(list(map(len, weighed)), np.int64)
    starts = np.cumsum(lengths) - lengths
    signs = np.where(np.array(sentiments) > 0, 1.0, -1.0)
    signed = np.concatenate(weighed).astype(np.float64) * np.repeat(signs, lengths)
    least = np.maximum(1e-6, np.maximum.reduceat(signed, starts) * _WORTH)
    places = np.flatnonzero(signed >= np.repeat(least, lengths))
    heavy: list[list[tuple[float, int]]] = [[] for _ in weighed]
    owners = np.searchsorted(starts, places, "right") - 1
    for owner, weight, at in zip(
        owners.tolist(), (-signed[places]).tolist(), (places - starts[owners]).tolist(), strict=True
    ):
        heavy[owner].append((weight, at))
    shown = [[at for _, at in sorted(one)[:_SHOWN]] for one in heavy]
    return [one or [int(np.argmax(sign * each))] for one, sign, each in zip(shown, signs, weighed, strict=True)]
