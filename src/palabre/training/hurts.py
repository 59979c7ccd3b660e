"""The model of what hurts: its labels, and the blend of each of its signals."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from palabre.core.signals.blend import BIAS
from palabre.core.signals.linear import Model
from palabre.training import fit, hurting
from palabre.training.examples import Example, Numbers, Seen, known, see
from palabre.training.fit import Bound

VERSION = "hurts-1"
LABELS = ("toxic", "hate")
#: For each signal, the label that says it, and the inputs of its blend.
SIGNALS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "hate": ("hate", ("logit.hate", "logit.toxic", "rule.hate", "rule.dehumanising", "cue.group")),
    "insult": ("insult", ("logit.toxic", "rule.insult", "cue.abuse", "cue.you")),
}
#: What stands for every one of them: quotation and counter-speech only lower.
COMMON = (BIAS, "quoted", "cue.against", "cue.warm", "cue.reported")
_UP: Bound = (0.0, None)
_DOWN: Bound = (None, 0.0)
_FREE: Bound = (None, None)


class Report(NamedTuple):
    """A model with what it was made from, for its card and for the measures."""

    model: Model
    examples: list[Example]
    seen: list[Seen]
    logits: dict[str, Numbers]


def bounds(name: str) -> Bound:
    """Return what the weight of an input may be: rules and labels raise, quotation and counter-speech lower."""
    if name.startswith(("rule.", "logit.")):
        return _UP
    return _DOWN if name in ("quoted", "cue.against", "cue.warm", "cue.reported") else _FREE


def train(examples: Sequence[Example] = ()) -> Report:
    """Train on the public sets (or on ``examples``) and return the model with its held-out logits."""
    taken = list(examples) or hurting.examples()
    seen = see(taken)
    table = fit.matrix(seen)
    logits = {label: fit.held_out(taken, table, label) for label in LABELS}
    blends = {signal: _blend(signal, taken, seen, logits) for signal in SIGNALS}
    fitted = {label: fit.fit_label(taken, table, label) for label in LABELS}
    return Report(fit.assemble(VERSION, fitted, blends, least=0.004), taken, seen, logits)


def _blend(
    signal: str, examples: Sequence[Example], seen: Sequence[Seen], logits: Mapping[str, Numbers]
) -> dict[str, float]:
    label, names = SIGNALS[signal]
    places, wanted = known(examples, label)
    rules = [name[5:] for name in names if name.startswith("rule.")]
    given = fit.inputs(seen, logits, rules)
    chosen = {name: given[name][places] for name in (*COMMON, *names)}
    weights = np.array([examples[at].weight for at in places])
    return fit.fit_blend(chosen, wanted, weights, {name: bounds(name) for name in chosen})
