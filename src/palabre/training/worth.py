"""The model of what is worth it, of health and of tone of voice: its labels, and the blend of each signal."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from palabre.core.signals.blend import BIAS
from palabre.core.signals.linear import Model
from palabre.training import classes, fit, rare, worth_sets
from palabre.training.examples import Example, Numbers, Seen, known, see
from palabre.training.fit import Bound

VERSION = "worth-5"
LABELS = (*worth_sets.OF_OURS, "question", "adverse_event")
#: What a rule finds by itself stands, whatever the words around; quotation only lowers.
RULE: Bound = (7.0, 9.0)
LOWERS: Bound = (None, 0.0)
#: English rules of health take what people are treated for for what a medicine did: they weigh less.
RULES: Mapping[str, Bound] = {"adverse_event": (4.0, 9.0)}
#: What a word of ``said/health.txt`` weighs beside a piece of a word, where the label is of health.
HEALTH: Mapping[str, float] = {"adverse_event": 0.5}
#: What the positive examples weigh together in a blend: about their share of a page.
SHARE = 0.1
#: The share of ordinary French that is flagged at 0.5 as what is rare, and matters when it comes: its bias is moved
#: until that is so, by ``MOST_UP`` at most.
FALSE: Mapping[str, float] = {"adverse_event": 0.003}
MOST_UP = 1.5
#: The share of our own innocent sentences, held out, that is flagged at 0.5 by what was learned alone, of each
#: signal that these teach: its bias is moved until that is so, by ``MOST_UP`` at most. So all are as sure as each
#: other.
INNOCENT = 0.012
#: Sources of ordinary French.
ORDINARY = frozenset(["toxifrench", "ftr", "films", "sentiment_tweets"])
#: Weights under this share of the greatest are dropped.
LEAST = 0.003


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
    plain = fit.matrix(seen)
    health = classes.classes("health")
    logits: dict[str, Numbers] = {}
    fitted: dict[str, fit.Weights] = {}
    for label in LABELS:
        table = classes.beside(plain, seen, health, weight) if (weight := HEALTH.get(label, 0.0)) else plain
        logits[label] = rare.held_out(taken, table, label)
        found = rare.fit_label(taken, table, label)
        fitted[label] = classes.folded(found, health, weight) if weight else found
    blends = {label: _blend(label, taken, seen, logits) for label in LABELS}
    return Report(fit.assemble(VERSION, fitted, blends, least=LEAST), taken, seen, logits)


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
    found = fit.fit_blend(
        twice, np.concatenate([wanted, wanted[again]]), weights, {"quoted": LOWERS, rule: RULES.get(label, RULE)}
    )
    odds = np.asarray(sum(weight * chosen[name] for name, weight in found.items()))
    told = [examples[place] for place in places]
    if label in FALSE:
        excess = float(np.quantile(odds[[one.source in ORDINARY for one in told]], 1 - FALSE[label]))
    elif label in worth_sets.OF_OURS:
        ours = np.array([one.source.startswith("said/") for one in told]) & (wanted == 0) & (chosen[rule] == 0)
        excess = rare.quantile(odds[ours], rare.weights_of(examples, places)[ours], 1 - INNOCENT)
    else:
        return found
    return found | {BIAS: found.get(BIAS, 0.0) - min(MOST_UP, max(-MOST_UP, excess))}
