"""Rules and models blended into one probability a signal.

A signal's log-odds are a weighted sum of inputs, named so in the file of a model:

=============  ==================================================================================================
``bias``       what stands before anything is read
``rule.hate``  what the rules give to a signal, 0 to 1: the context (quoted, denied, told …) is already in it
``odds.hate``  the same as log-odds, kept within those of ``LEAST``; at its least where rules say nothing
``logit.hate`` what a label of a model says, as log-odds, kept within ``LIMIT``
``near.aimed`` the same where people are named (the cue ``group``), else 0
``cue.group``  1 where a class of words (``cues``) stands in the message
``quoted``     the share of the words that stand between quotation marks
=============  ==================================================================================================

For what hurts, training keeps rules at zero or above, and quotation and counter-speech at zero or under: these
lower, they never raise.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from palabre.core.signals.cues import CUES
from palabre.core.signals.features import MAX_WORDS, Floats
from palabre.core.signals.linear import Examined, Linear, Model, Weights

#: Log-odds of a label are kept within this, so that no word alone decides beyond all measure.
LIMIT = 6.0
BIAS, QUOTED = "bias", "quoted"
#: The cue without which a label that was learned among messages naming people says nothing.
NEAR = "group"
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
        near = {name[5:] for _, blend in blends.values() for name in blend if name.startswith("near.")}
        self._near = [at for at, label in enumerate(self.linear.labels) if label in near]
        self.inputs = (
            BIAS,
            QUOTED,
            *(f"logit.{label}" for label in self.linear.labels),
            *(f"near.{self.linear.labels[at]}" for at in self._near),
            *(f"cue.{cue}" for cue in self.linear.cues),
            *(f"rule.{rule}" for rule in self.rules),
            *(f"odds.{rule}" for rule in self.rules),
        )
        self._weights = self._matrix([blend for _, blend in blends.values()])
        self._told = {rule: column for column, rule in enumerate(self.rules)}
        labels = slice(2, 2 + len(self.linear.labels))
        by_label = self._weights[labels].copy()
        for rank, label in enumerate(self._near):
            by_label[label] += self._weights[labels.stop + rank]
        self._by_label = {name: Weights.of(by_label[:, at]) for at, name in enumerate(self.signals)}

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
        return self._inputs(self.linear.examine(messages), rules, quoted)

    def _inputs(self, examined: Examined, rules: Sequence[Mapping[str, float]], quoted: Sequence[float]) -> Floats:
        told = np.zeros((len(rules), len(self.rules)), np.float32)
        for row, said in enumerate(rules):
            for name in said.keys() & self._told.keys() if said else ():
                told[row, self._told[name]] = said[name]
        logits = np.clip(examined.logits, -LIMIT, LIMIT)
        named = self.linear.cues.index(NEAR)
        return np.hstack(
            [
                np.ones((len(rules), 1), np.float32),
                np.array(quoted, np.float32).reshape(-1, 1),
                logits,
                logits[:, self._near] * examined.cues[:, named : named + 1],
                examined.cues,
                told,
                odds(told),
            ]
        )

    def judge(
        self, messages: Sequence[Sequence[str]], rules: Sequence[Mapping[str, float]], quoted: Sequence[float]
    ) -> Floats:
        """Return the probability of each of ``signals`` for each message: (messages, signals)."""
        return self.read(messages, rules, quoted).probabilities

    def read(
        self, messages: Sequence[Sequence[str]], rules: Sequence[Mapping[str, float]], quoted: Sequence[float]
    ) -> "Reading":
        """Return what ``judge`` does, and the way to the words that weighed."""
        examined = self.linear.examine(messages)
        total = self._inputs(examined, rules, quoted) @ self._weights
        odds_of = np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))), np.float32)
        return Reading(odds_of, self.linear, self._by_label, messages, examined)


class Reading:
    """A batch as models read it. ``probabilities`` is (messages, signals)."""

    def __init__(
        self,
        probabilities: Floats,
        linear: Linear,
        weights: Mapping[str, Weights],
        messages: Sequence[Sequence[str]],
        examined: Examined,
    ) -> None:
        self.probabilities = probabilities
        self._linear, self._weights, self._messages, self._examined = linear, weights, messages, examined
        self._brought: dict[tuple[str, str], Floats] = {}

    def weighed(self, signal: str, at: int) -> list[float]:
        """Return what each word of a message brings to a signal by what was learned, in log-odds, in order."""
        return self.brought(signal, at).tolist()  # type: ignore[no-any-return]

    def brought(self, signal: str, at: int, beyond: str = "") -> Floats:
        """Return what each word of a message brings to a signal, or brings beyond what it brings to another."""
        ends = self._examined.ends
        start, end = ends[at - 1] if at else 0, ends[at]
        words = self._messages[at]
        if end - start < len(words) and end - start < MAX_WORDS:
            # A message that only repeats itself was read once over: here each of its words is weighed.
            brought = self._linear.brought(words[:MAX_WORDS])
            return self._between(signal, beyond, lambda weights: weights.sums(brought))
        weighed = self._brought.get((signal, beyond))
        if weighed is not None:
            return weighed[start:end]
        return self._between(signal, beyond, lambda weights: self._examined.weighed(weights, at))

    def weigh(self, signal: str, beyond: str = "") -> None:
        """Work out at once ``brought`` of all messages of the batch: where many will be asked of."""
        self._brought[signal, beyond] = self._between(signal, beyond, self._examined.weighed)

    def _between(self, signal: str, beyond: str, weigh: Callable[[Weights], Floats]) -> Floats:
        weighed = weigh(self._weights[signal])
        return weighed - weigh(self._weights[beyond]) if beyond else weighed
