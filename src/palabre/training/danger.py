"""The model of what endangers people: its labels, and the blend of each signal with its rules."""

from collections.abc import Mapping, Sequence

import numpy as np

from palabre.core.signals.blend import BIAS, QUOTED, odds
from palabre.core.signals.linear import Model
from palabre.training import fit, rare
from palabre.training.danger_sets import NONE, OURS, SIGNALS
from palabre.training.examples import Example, Held, Numbers, Places, known, see
from palabre.training.fit import Bound

VERSION = "danger-4"
#: The labels are named apart from those of other models.
LABELS = {signal: f"danger_{signal}" for signal in SIGNALS}
#: How freely weights grow, and what the positive examples weigh together in a blend.
FREEDOM, SHARE = 5.0, 0.3
#: Share of ordinary speech of public sets, and of our sentences for other signals, that a signal may flag at 0.5:
#: the bias is lowered until it does not.
MOST_FALSE = 0.01
#: Share of the innocent twins of a signal's own file, held out, each line counted once, that it may flag.
MOST_TWINS = 0.1
#: The same where it is less: twins that others write are flagged more often there.
FEWER_TWINS: Mapping[str, float] = {"sexual": 0.07, "emergency": 0.08, "coded_hate": 0.05}
#: What is added to the log-odds of a signal as far as these allow, chosen on the open families of the blind suites:
#: who is in danger and was not found is never seen.
LEAN: Mapping[str, float] = {"threat": 0.8, "harassment": 0.8, "violence_call": 1.0, "self_harm": 1.0}
_UP: Bound = (0.0, None)
_DOWN: Bound = (None, 0.0)
#: A rule is believed about as much as it says.
_OWN: Bound = (0.8, 1.6)
#: Counter-speech and what is told of others only lower what hurts; who is in danger may well tell of others.
_LOWERS = ("quoted", "cue.against", "cue.reported")
_HURTS = ("threat", "violence_call", "harassment", "sexual", "dehumanising", "coded_hate")
#: Classes of words that speak for a signal, beside what was learned; words of ordinary life speak against all.
_SPEAKS: Mapping[str, tuple[str, ...]] = {
    "threat": ("cue.violent", "cue.you", "cue.crude"),
    "violence_call": ("cue.violent", "cue.crude"),
    "harassment": ("cue.you", "cue.abuse", "cue.crude"),
    "sexual": ("cue.carnal", "cue.crude", "cue.you"),
    "self_harm": ("cue.dying", "cue.me"),
    "emergency": (),
    "dehumanising": ("cue.group", "cue.crude"),
    "coded_hate": (),
}
EVERYDAY = "cue.everyday"


def hold(examples: list[Example]) -> Held:
    """Read every example by weights that never saw its line or set."""
    seen = see(examples)
    table = fit.matrix(seen)
    return Held(examples, seen, {name: rare.held_out(examples, table, name, FREEDOM) for name in SIGNALS})


def train(held: Held) -> Model:
    """Fit the labels on all examples, and the blends on what was held out."""
    table = fit.matrix(held.seen)
    fitted = {LABELS[name]: rare.fit_label(held.examples, table, name, FREEDOM) for name in SIGNALS}
    return fit.assemble(VERSION, fitted, {name: blend(held, name) for name in SIGNALS}, least=0.002)


def given(held: Held, name: str, places: Places) -> dict[str, Numbers]:
    """Return the inputs of a signal's blend for some examples, by the names that the model's file gives them."""
    logits = {LABELS[name]: held.logits[name][places]}
    found = fit.inputs([held.seen[at] for at in places], logits, [name])
    lowering = _LOWERS if name in _HURTS else (QUOTED,)
    return {
        one: found[one]
        for one in (BIAS, f"logit.{LABELS[name]}", f"odds.{name}", EVERYDAY, *_SPEAKS[name], *lowering)
    }


def blend(held: Held, name: str) -> dict[str, float]:
    """Fit the blend of a signal, each positive example once more as if no rule had been written for it."""
    places, wanted = known(held.examples, name)
    chosen = given(held, name, places)
    weights = rare.weights_of(held.examples, places)
    again = np.flatnonzero(wanted > 0)
    silent = {f"odds.{name}": odds(np.zeros(len(again), np.float32)).astype(float)}
    twice = {one: np.concatenate([said, silent.get(one, said[again])]) for one, said in chosen.items()}
    bounds = {one: _bound(one) for one in chosen}
    told = np.concatenate([wanted, wanted[again]])
    shares = rare.balanced(told, np.concatenate([weights, weights[again]]), SHARE)
    found = fit.fit_blend(twice, told, shares, bounds)
    total = np.asarray(sum(found.get(one, 0.0) * values for one, values in chosen.items()))
    falls = max(-LEAN.get(name, 0.0), _excess(held.examples, name, places, wanted, total))
    return found | {BIAS: round(found.get(BIAS, 0.0) - falls, 4)}


def _bound(name: str) -> Bound:
    if name.startswith("odds."):
        return _OWN
    if name.startswith("logit.") or (name.startswith("cue.") and name not in (EVERYDAY, *_LOWERS)):
        return _UP
    return (None, None) if name == BIAS else _DOWN


def _excess(held: Sequence[Example], name: str, places: Places, wanted: Numbers, total: Numbers) -> float:
    """Return how far log-odds must fall so that no more of ordinary speech and of twins is flagged than may be.

    Under 0, they may rise so far.
    """
    ours = np.array([held[at].source.startswith(OURS) for at in places])
    twins = np.array([held[at].source.startswith(f"{OURS}{name}/") for at in places]) & (wanted == 0)
    ordinary = np.array([held[at].labels == NONE for at in places]) & ~ours
    others = np.array([held[at].source.startswith("of_others/") for at in places])
    lines = np.array([held[at].weight ** 2 for at in places])
    return max(
        float(np.quantile(total[ordinary], 1 - MOST_FALSE)),
        float(np.quantile(total[others], 1 - MOST_FALSE)),
        rare.quantile(total[twins], lines[twins], 1 - FEWER_TWINS.get(name, MOST_TWINS)),
    )


def probabilities(held: Held, name: str, blended: Mapping[str, float], places: Places) -> Numbers:
    """Return the probability of a signal for some examples."""
    chosen = given(held, name, places)
    total = sum(weight * chosen[one] for one, weight in blended.items())
    return np.asarray(1 / (1 + np.exp(-total)))
