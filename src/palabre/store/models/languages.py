"""The model that tells languages from pieces of words: loaded once, beside those of signals."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from palabre.core.signals.linear import Linear, Model
from palabre.store.models import BUILTIN, ModelError, load
from palabre.store.models.tidy import give_back

#: In a folder of its own: it speaks for no signal.
FILE = BUILTIN / "language" / "language.npz"
PREFIX = "lang."


class PiecesOfWords:
    """A guesser of ``core.text.language`` over one trained model, whose labels are ``lang.fr``, ``lang.en`` …"""

    def __init__(self, model: Model) -> None:
        self.codes = tuple(label.removeprefix(PREFIX) for label in model.labels)
        self._linear = Linear([model], {})

    def guess(self, batch: Sequence[Sequence[str]]) -> list[list[float]]:
        """Return the probability of each of ``codes`` for each text."""
        odds = self._linear.look(batch)[0]
        powers = np.exp(odds - odds.max(axis=1, keepdims=True)) if len(odds) else odds
        return (powers / powers.sum(axis=1, keepdims=True)).tolist() if len(odds) else []


@cache
def guesser() -> PiecesOfWords | None:
    """Return the guesser that comes with Palabre; None where its file cannot be used, as votes do without."""
    try:
        found = PiecesOfWords(load(FILE))
    except ModelError:
        return None
    give_back()
    return found
