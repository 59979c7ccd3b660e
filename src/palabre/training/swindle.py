"""The model of scams and adverts: its labels, and the blend of each with its rules."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from palabre.core.signals.blend import BIAS, QUOTED
from palabre.core.signals.linear import Model
from palabre.training import classes, fit, rare
from palabre.training.examples import Example, Held, Numbers, Places, Seen, known, see
from palabre.training.fit import Bound
from palabre.training.swindle_sets import OURS, SIGNALS

VERSION = "swindle-4"
#: How freely weights grow, and what the positive examples weigh together in a blend.
FREEDOM, SHARE = 5.0, 0.3
#: What a word of ``said/swindle/classes.txt`` weighs beside a piece of a word, and what a pair of words does.
CLASS, PAIRS = 1.0, 0.25
#: What a rule finds by itself stands, what was learned only adds, and quotation only lowers.
BOUNDS: Mapping[str, Bound] = {"rule": (8.0, 12.0), "logit": (0.0, None), QUOTED: (None, 0.0), BIAS: (None, None)}
#: Share of ordinary speech of public sets, and of the innocent twins of ours, each line counted once, that a signal
#: may flag at 0.5 by weights that never saw them: the bias is lowered until it does not. So few of ours, since the
#: letters of a house and of its readers, and twins that others write, are flagged more often.
MOST_FALSE = 0.006
MOST_TWINS: Mapping[str, float] = {"scam": 0.04, "spam": 0.01}


def hold(examples: list[Example]) -> Held:
    """Read every example by weights that never saw its source: a minute."""
    seen = see(examples)
    table = _table(seen)
    return Held(examples, seen, {name: rare.held_out(examples, table, name, FREEDOM, PAIRS) for name in SIGNALS})


def train(held: Held) -> Model:
    """Fit the labels on all examples, and the blends on what was held out."""
    table, known_words = _table(held.seen), classes.classes("swindle/classes")
    whole = {name: rare.fit_label(held.examples, table, name, FREEDOM, PAIRS) for name in SIGNALS}
    fitted = {name: classes.folded(found, known_words, CLASS) for name, found in whole.items()}
    return fit.assemble(VERSION, fitted, {name: blend(held, name) for name in SIGNALS}, least=0.0005)


def _table(seen: Sequence[Seen]) -> csr_matrix:
    return classes.beside(fit.matrix(seen), seen, classes.classes("swindle/classes"), CLASS)


def given(held: Held, name: str, places: Places) -> dict[str, Numbers]:
    """Return the inputs of a signal's blend for some examples."""
    seen = [held.seen[at] for at in places]
    found = fit.inputs(seen, {name: held.logits[name][places]}, [name])
    return {one: found[one] for one in (BIAS, QUOTED, f"logit.{name}", f"rule.{name}")}


def blend(held: Held, name: str) -> dict[str, float]:
    """Fit the blend of a signal, each positive example once more as if no rule had been written for it."""
    places, wanted = known(held.examples, name)
    chosen = given(held, name, places)
    again = np.flatnonzero(wanted > 0)
    twice = {one: np.concatenate([said, said[again] * (one[:5] != "rule.")]) for one, said in chosen.items()}
    weights = rare.weights_of(held.examples, places)
    told = np.concatenate([wanted, wanted[again]])
    shares = rare.balanced(told, np.concatenate([weights, weights[again]]), SHARE)
    found = fit.fit_blend(twice, told, shares, {one: BOUNDS[one.partition(".")[0]] for one in chosen})
    excess = _excess([held.examples[at] for at in places], chosen, found, MOST_TWINS[name])
    return found | {BIAS: round(found.get(BIAS, 0.0) - excess, 4)}


def _excess(
    examples: Sequence[Example], chosen: Mapping[str, Numbers], found: Mapping[str, float], twins_flagged: float
) -> float:
    """Return how far log-odds must fall so that no more of what is innocent is flagged than may be.

    What a rule finds is the rule's to answer for: it is left out.
    """
    total = odds_of(chosen, found)
    silent = np.array([not rule for name, said in chosen.items() if name[:5] == "rule." for rule in said])
    innocent = np.array([not any(one.labels.values()) for one in examples]) & silent
    twins = innocent & of(examples, OURS)
    ordinary = innocent & of(examples, "ordinary/")
    weights = np.array([one.weight**2 for one in examples])
    return max(
        0.0,
        rare.quantile(total[ordinary], np.ones(int(ordinary.sum())), 1 - MOST_FALSE),
        rare.quantile(total[twins], weights[twins], 1 - twins_flagged),
    )


def of(examples: Sequence[Example], start: str) -> NDArray[np.bool_]:
    """Tell for each example whether it comes of a set."""
    return np.array([one.source.startswith(start) for one in examples], np.bool_)


def odds_of(chosen: Mapping[str, Numbers], found: Mapping[str, float]) -> Numbers:
    """Return the log-odds that a blend gives from its inputs."""
    return np.asarray(sum(found.get(one, 0.0) * values for one, values in chosen.items()))
