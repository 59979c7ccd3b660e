"""The tone, from −1 (ill) to 1 (well), and of whom or of what.

The only signal that may be under zero. Learned: without its model nothing is said. Posts and reviews have a head
each, since what praises a film ("glaçant", "cruel") condemns a decision.
"""

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from palabre.core.model import Evidence, Message, Signal
from palabre.core.signals.common import bag
from palabre.core.signals.detector import Reasons
from palabre.core.signals.view import Words

#: Labels of the model: well, ill and neither, said in posts; well, said in reviews.
WELL, ILL, EVEN, REVIEW = "tone.positive", "tone.negative", "tone.neutral", "tone.review"
HEADS = (WELL, ILL, EVEN, REVIEW)
#: Under this, in either direction, nothing is told: the message is neutral or cannot be read.
QUIET = 0.25
#: Words shown, and the least share of the weight of the heaviest one.
_SHOWN, _WORTH = 4, 0.4
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
    """What the signal is called, and its reasons. ``judge`` makes it of what the model says."""

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


def judge(message: Message, said: Words, sentiment: float, weighed: Sequence[float], version: str) -> Signal | None:
    """Return the signal, or None where the message is neutral or has no word.

    ``weighed`` is what each word brings to the sentiment, in log-odds.
    """
    if abs(sentiment) < QUIET or not weighed:
        return None
    why, sign = ("well_said", 1) if sentiment > 0 else ("ill_said", -1)
    most = max(weighed) if sign > 0 else min(weighed)
    least = max(1e-6, sign * most * _WORTH)
    heavy = sorted((-sign * weight, at) for at, weight in enumerate(weighed) if sign * weight >= least)[:_SHOWN]
    spans = sorted(said.span(at, at) for _, at in heavy or [(most, weighed.index(most))])
    found = [Evidence(start, end, why) for start, end in spans]
    target = None if _BEARING.isdisjoint(said.words) else _TARGET.search(message.text[:_READ])
    if target is not None:
        found.append(Evidence(*target.span(1), "target"))
    return Signal(Sentiment.name, round(max(-0.99, min(0.99, sentiment)), 3), version, tuple(found))
