"""What a workspace taught, added to what the built-in signals say.

A taught model is a set of small weights on the same features (``features``), one column a signal, learned while the
built-in probability was held fixed: the new log-odds are the old ones and a correction. Without a word that was
learned, the correction is the bias alone. Weights and probabilities are bounded: nothing is ever certain.
"""

from collections.abc import Sequence
from math import exp, log

from palabre.core.model import Evidence, Signal
from palabre.core.signals.features import MAX_WORDS
from palabre.core.signals.learned import WHY
from palabre.core.signals.linear import Linear, Model
from palabre.core.signals.phrases import QUIET
from palabre.core.signals.view import Words
from palabre.core.text import Tokens

#: What is taken for the probability of a signal that was not found, and the bounds of all.
FLOOR, CEILING = 0.05, 0.99
#: Words shown as evidence of a signal that only the correction brought.
SHOWN = 3


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, kept within the bounds."""
    kept = min(CEILING, max(FLOOR, probability))
    return log(kept / (1 - kept))


def probability(odds: float) -> float:
    """Return the probability of log-odds, kept within the bounds of what may be said."""
    return round(min(CEILING, 1 / (1 + exp(-max(-30.0, min(30.0, odds))))), 3)


class Taught:
    """Corrections ready to be added. ``version`` stands in every signal that they changed."""

    def __init__(self, model: Model) -> None:
        self.version = model.version
        self.signals = model.labels
        self._linear = Linear([model], {})

    def adjust(self, tokens: Sequence[Tokens], found: Sequence[tuple[Signal, ...]]) -> list[tuple[Signal, ...]]:
        """Return the signals of each message with the corrections added; ``tokens`` are those of the texts."""
        said = [Words(one) for one in tokens]
        corrections, _ = self._linear.look([one.words for one in said])
        rows = zip(said, found, corrections.tolist(), strict=True)
        return [self._adjusted(words, signals, row) for words, signals, row in rows]

    def _adjusted(self, said: Words, signals: tuple[Signal, ...], corrections: list[float]) -> tuple[Signal, ...]:
        before = {signal.name: signal for signal in signals}
        changed: dict[str, Signal] = {}
        for place, (name, correction) in enumerate(zip(self.signals, corrections, strict=True)):
            old = before.get(name)
            score = probability(log_odds(old.score if old else 0.0) + correction)
            if score >= QUIET:
                evidence = old.evidence if old else self._evidence(said, place)
                changed[name] = Signal(name, score, self.version, evidence)
        kept = (signal for signal in signals if signal.name not in self.signals)
        return (*kept, *changed.values())

    def _evidence(self, said: Words, place: int) -> tuple[Evidence, ...]:
        """Return the words that brought a signal that was not there, in their order."""
        words = said.words[:MAX_WORDS]
        weights = self._linear.brought(words)[:, place].tolist() if words else []
        best = sorted((at for at, weight in enumerate(weights) if weight > 0), key=lambda at: -weights[at])[:SHOWN]
        return tuple(Evidence(*said.span(at, at), WHY) for at in sorted(best))
