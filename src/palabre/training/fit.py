"""Fitting: weights of labels on hashed features, logits held out by source, and the blend that follows."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from palabre.core.signals import features
from palabre.core.signals.blend import BIAS, LIMIT, NEAR, QUOTED, odds
from palabre.core.signals.cues import CUES
from palabre.core.signals.features import PAIR_BUCKETS, WORD_BUCKETS, Floats
from palabre.core.signals.linear import Listed, Model
from palabre.training.examples import Example, Numbers, Seen, folds, known

#: The least and the most that a weight may be; None for no limit.
Bound = tuple[float | None, float | None]
#: The penalty of the blend's weights.
_BLEND_PENALTY = 2.0


class Weights(NamedTuple):
    """What was fitted for one label."""

    columns: Floats
    bias: float
    #: What single words bring beside their pieces, said and on top when denied.
    listed: Mapping[str, tuple[float, float]] = MappingProxyType({})


#: What fits a label on examples and their features, as ``rare.fit_label`` does.
Fitter = Callable[[Sequence[Example], csr_matrix, str], Weights]


def matrix(seen: Sequence[Seen]) -> csr_matrix:
    """Return the features of examples as scikit-learn takes them."""
    rows = features.rows([one.words for one in seen])
    shape = (len(seen), WORD_BUCKETS + PAIR_BUCKETS)
    return csr_matrix((rows.values, rows.columns, rows.ends), shape=shape)


def held_out(examples: Sequence[Example], table: csr_matrix, label: str, fitter: Fitter, parts: int = 6) -> Numbers:
    """Return the logit of ``label`` for every example by weights, of ``fitter``, that never saw its source.

    Examples that say nothing of the label are read by the weights of all the parts, but those of their source.
    """
    places, _ = known(examples, label)
    logits = np.zeros(len(examples))
    told = folds(examples, places, label, parts)
    everyone = np.arange(len(examples))
    silent = np.setdiff1d(everyone, places)
    for part in told:
        rest = np.setdiff1d(places, part)
        left = [examples[at] for at in rest]
        if len({one.labels[label] for one in left}) < 2:
            raise ValueError(f"{label!r} stands in one source alone: there is nothing to hold it out with.")
        found = fitter(left, table[rest], label)
        sources = {examples[at].source for at in part}
        logits[part] = table[part] @ found.columns + found.bias
        mine = np.array([at for at in silent if examples[at].source in sources], np.int64)
        logits[mine] = table[mine] @ found.columns + found.bias
        silent = np.setdiff1d(silent, mine)
    if len(silent):
        found = fitter(examples, table, label)
        logits[silent] = table[silent] @ found.columns + found.bias
    return logits


def assemble(
    version: str, fitted: Mapping[str, Weights], blends: Mapping[str, Mapping[str, float]], least: float = 0.0
) -> Model:
    """Return the model of fitted labels. Weights under ``least`` of the greatest become 0: files get smaller."""
    table = np.stack([one.columns for one in fitted.values()], axis=1)
    table[np.abs(table) < least * np.abs(table).max(axis=0)] = 0
    bias = np.array([one.bias for one in fitted.values()], np.float32)
    words, pairs = table[:WORD_BUCKETS], table[WORD_BUCKETS:]
    listed = _listed([one.listed for one in fitted.values()])
    return Model(version, tuple(fitted), words, pairs, bias, blends, listed)


def _listed(lists: Sequence[Mapping[str, tuple[float, float]]]) -> Listed | None:
    by_code = {features.code(word): word for word in sorted({word for one in lists for word in one})}
    if not by_code:
        return None
    nothing = (0.0, 0.0)
    rows = [[one.get(by_code[place], nothing) for one in lists] for place in sorted(by_code)]
    both = np.array(rows, np.float32)
    return Listed(np.array(sorted(by_code), np.uint32), both[:, :, 0], both[:, :, 1])


def inputs(seen: Sequence[Seen], logits: Mapping[str, Numbers], rules: Sequence[str]) -> dict[str, Numbers]:
    """Return the inputs of a blend by name (``blend`` says which), for examples with their held-out logits."""
    found = {BIAS: np.ones(len(seen)), QUOTED: np.array([one.quoted for one in seen])}
    found |= {f"logit.{label}": np.clip(said, -LIMIT, LIMIT) for label, said in logits.items()}
    named = np.array([names_people(one) for one in seen], float)
    found |= {f"near.{label}": found[f"logit.{label}"] * named for label in logits}
    for name, cue in CUES.items():
        found[f"cue.{name}"] = np.array([float(not cue.isdisjoint(one.words)) for one in seen])
    for rule in rules:
        found[f"rule.{rule}"] = np.array([one.rules.get(rule, 0.0) for one in seen])
        found[f"odds.{rule}"] = odds(found[f"rule.{rule}"].astype(np.float32)).astype(float)
    return found


def names_people(one: Seen) -> bool:
    """Tell whether people, or what stands for them, are named in an example."""
    return not CUES[NEAR].isdisjoint(one.words)


def fit_blend(
    given: Mapping[str, Numbers], wanted: Numbers, weights: Numbers, bounds: Mapping[str, Bound]
) -> dict[str, float]:
    """Fit the weights of a blend, each within its ``bounds`` (none for what is not named)."""
    names = list(given)
    table = np.stack([given[name] for name in names], axis=1)
    free = np.array([name != BIAS for name in names], float)

    def loss(at: Numbers) -> tuple[float, Numbers]:
        total = table @ at
        wrong = 1 / (1 + np.exp(-total)) - wanted
        cost = weights @ (np.logaddexp(0, total) - wanted * total) + _BLEND_PENALTY * (free * at) @ at / 2
        return float(cost), table.T @ (weights * wrong) + _BLEND_PENALTY * free * at

    limits = [bounds.get(name, (None, None)) for name in names]
    found = minimize(
        loss, np.array([max(0.0, (low or 0.0)) for low, _ in limits]), jac=True, method="L-BFGS-B", bounds=limits
    )
    return {name: round(float(one), 4) for name, one in zip(names, found.x, strict=True) if abs(one) > 1e-3}
