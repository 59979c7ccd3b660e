"""Rules and models blended into one probability a signal.

A signal's log-odds are a weighted sum of inputs, named so in the file of a model:

=============  ==================================================================================================
``bias``       what stands before anything is read
``rule.hate``  what the rules give to a signal, 0 to 1: the context (quoted, denied, told …) is already in it
``odds.hate``  the same as log-odds, kept within those of ``LEAST``; at its least where rules say nothing
``logit.hate`` what a label of a model says, as log-odds, kept within ``LIMIT``
``cue.group``  1 where a class of words (``cues``) stands in the message
``quoted``     the share of the words that stand between quotation marks
=============  ==================================================================================================

For what hurts, training keeps rules at zero or above, and quotation and counter-speech at zero or under: these
lower, they never raise.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from palabre.core.signals.cues import CUES
from palabre.core.signals.features import Floats
from palabre.core.signals.linear import Linear, Model

#: Log-odds of a label are kept within this, so that no word alone decides beyond all measure.
LIMIT = 6.0
BIAS, QUOTED = "bias", "quoted"
#: What ``odds`` takes for the score of a rule that says nothing.
LEAST = 0.03


def odds(scores: Floats) -> Floats:
    """Return scores of rules as log-odds, none further than those of ``LEAST``."""
    kept = np.clip(scores, LEAST, 1 - LEAST)
    return np.asarray(np.log(kept / (1 - kept)), np.float32)


class Models:
    """Trained models ready to read with. ``signals`` are those they speak for, ``versions`` by which model."""

    def __init__(self, models: Sequence[Model]) -> None:
        self.linear = Linear(models, CUES)
        blends = {signal: (model.version, blend) for model in models for signal, blend in model.blends.items()}
        self.signals = tuple(blends)
        self.versions = {signal: version for signal, (version, _) in blends.items()}
        asked = (name for _, blend in blends.values() for name in blend)
        self.rules = tuple(dict.fromkeys(name[5:] for name in asked if name[:5] in ("rule.", "odds.")))
        self.inputs = (
            BIAS,
            QUOTED,
            *(f"logit.{label}" for label in self.linear.labels),
            *(f"cue.{cue}" for cue in self.linear.cues),
            *(f"rule.{rule}" for rule in self.rules),
            *(f"odds.{rule}" for rule in self.rules),
        )
        self._ahead: dict[tuple[str, ...], Floats] = {}
        self._weights = self._matrix([blend for _, blend in blends.values()])

    def _matrix(self, blends: Sequence[Mapping[str, float]]) -> Floats:
        unknown = {name for blend in blends for name in blend} - set(self.inputs)
        if unknown:
            raise ValueError(f"blends ask for inputs that no model gives: {', '.join(sorted(unknown))}.")
        weights = [[blend.get(name, 0.0) for blend in blends] for name in self.inputs]
        return np.array(weights, np.float32).reshape(len(self.inputs), len(blends))

    def look(
        self, messages: Sequence[Sequence[str]], rules: Sequence[Mapping[str, float]], quoted: Sequence[float]
    ) -> Floats:
        """Return the inputs of messages given as plain words, with what rules said and the share quoted."""
        logits, cues = self.linear.look(messages)
        said = [[one.get(rule, 0.0) for rule in self.rules] if one else self._silent for one in rules]
        told = np.array(said, np.float32).reshape(len(messages), len(self.rules))
        return np.hstack(
            [
                np.ones((len(messages), 1), np.float32),
                np.array(quoted, np.float32).reshape(-1, 1),
                np.clip(logits, -LIMIT, LIMIT),
                cues,
                told,
                odds(told),
            ]
        )

    @property
    def _silent(self) -> list[float]:
        return [0.0] * len(self.rules)

    def judge(
        self, messages: Sequence[Sequence[str]], rules: Sequence[Mapping[str, float]], quoted: Sequence[float]
    ) -> Floats:
        """Return the probability of each of ``signals`` for each message: (messages, signals)."""
        total = self.look(messages, rules, quoted) @ self._weights
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))), np.float32)

    def weighed(self, signal: str, words: Sequence[str]) -> list[float]:
        """Return what each word brings to a signal by what was learned, in log-odds, in order."""
        at = self.signals.index(signal)
        labels = slice(2, 2 + len(self.linear.labels))
        brought = self._ahead.get(tuple(words))
        if brought is None:
            brought = self.linear.brought(words)
        return (brought @ self._weights[labels, at]).tolist()  # type: ignore[no-any-return]

    def foresee(self, messages: Sequence[Sequence[str]]) -> None:
        """Work out at once what ``weighed`` will be asked for; nothing but time depends on it."""
        self._ahead = dict(zip(map(tuple, messages), self.linear.brought_many(messages), strict=True))
