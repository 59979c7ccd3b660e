"""The model of what is worth it, of health and of tone of voice: its labels, and the blend of each signal."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from palabre.core.signals.blend import BIAS
from palabre.core.signals.linear import Model
from palabre.training import fit, rare, worth_sets
from palabre.training.examples import Example, Numbers, Seen, known, see
from palabre.training.fit import Bound

VERSION = "worth-1"
LABELS = (*worth_sets.OF_OURS, "question", "adverse_event")
#: What a rule finds by itself stands, whatever the words around; quotation only lowers.
RULE: Bound = (7.0, 9.0)
LOWERS: Bound = (None, 0.0)
#: What the positive examples weigh together in a blend: about their share of a page.
SHARE = 0.1


class Report(NamedTuple):
    """A model with what it was made from, for its card and for the measures."""

    model: Model
    examples: list[Example]
    seen: list[Seen]
    logits: dict[str, Numbers]


def train(examples: Sequence[Example] = ()) -> Report:
    """Train on the public sets (or on ``examples``) and return the model with its held-out logits."""
    taken = list(examples) or worth_sets.examples()
    seen = see(taken)
    table = fit.matrix(seen)
    logits = {label: rare.held_out(taken, table, label) for label in LABELS}
    blends = {label: _blend(label, taken, seen, logits) for label in LABELS}
    fitted = {label: rare.fit_label(taken, table, label) for label in LABELS}
    return Report(fit.assemble(VERSION, fitted, blends, least=0.004), taken, seen, logits)


def _blend(
    label: str, examples: Sequence[Example], seen: Sequence[Seen], logits: Mapping[str, Numbers]
) -> dict[str, float]:
    """Fit the blend of one signal, each positive example once more as if no rule had been written for it.

    Rules were written by people who had read sentences like ours: left so, the blend would trust them alone.
    """
    places, wanted = known(examples, label)
    rule = f"rule.{label}"
    given = fit.inputs(seen, {label: logits[label]}, [label])
    chosen = {name: given[name][places] for name in (BIAS, f"logit.{label}", rule, "quoted")}
    again = np.flatnonzero(wanted > 0)
    twice = {name: np.concatenate([one, one[again] * (name != rule)]) for name, one in chosen.items()}
    weights = rare.weights_of(examples, places)
    weights = rare.balanced(
        np.concatenate([wanted, wanted[again]]), np.concatenate([weights, weights[again]]), SHARE
    )
    return fit.fit_blend(twice, np.concatenate([wanted, wanted[again]]), weights, {"quoted": LOWERS, rule: RULE})
