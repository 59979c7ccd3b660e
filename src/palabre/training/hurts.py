"""The model of what hurts: its labels, the blend of each of its signals, and how these do on sources held out."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from palabre.core.signals.blend import BIAS, QUOTED, odds
from palabre.core.signals.linear import Model
from palabre.training import aimed, classes, fit, hurting, rare, written
from palabre.training.examples import Example, Held, Numbers, Places, see
from palabre.training.fit import Bound

VERSION = "hurts-5"
LABELS = ("toxic", "hate", "insult")
#: Parts of the held-out logits.
PARTS = 5


class Signal(NamedTuple):
    """How a signal is blended: the labels that say it (the first known one counts), and its own inputs."""

    labels: tuple[str, ...]
    inputs: tuple[str, ...]


SIGNALS: Mapping[str, Signal] = {
    "hate": Signal(
        ("hate",),
        ("odds.hate", "near.aimed", "near.hate", "near.toxic", "logit.hate", "logit.toxic", "rule.dehumanising",
         "rule.coded_hate", "cue.group"),
    ),
    "insult": Signal(
        ("insult", "toxic"),
        ("odds.insult", "logit.toxic", "logit.insult", "logit.hate", "rule.hate", "rule.sexual", "rule.threat",
         "rule.harassment", "cue.abuse", "cue.crude", "cue.you", "cue.work"),
    ),
}  # fmt: skip
#: What a source weighs in the blends, where it is not one: keyword samples and crowd labels say little of the words
#: that rules find, and other languages little of French.
TRUST = {"mlma": 0.2, "ftr": 0.4, "hatemoji": 0.25, "davidson": 0.25, "written": 0.4}
#: What stands for every one of them: quotation and counter-speech only lower.
COMMON = (BIAS, QUOTED, "cue.against", "cue.warm", "cue.reported")
#: Share of what is innocent in public sets, those picked for holding slurs among them, that a signal may flag at
#: 0.5: the bias is lowered until it does not.
MOST_FALSE: Mapping[str, float] = {"hate": 0.025, "insult": 0.018}
#: The same for any one source: film reviews are ruder than most.
MOST_FALSE_SOURCE = 0.03
#: The same share of the innocent sentences that we wrote, which use the words of the others on purpose.
MOST_FALSE_WRITTEN = 0.2
#: What is added to the log-odds of a signal as far as false flags allow: people clear a false flag in a second, and
#: never see what was not found.
LEAN: Mapping[str, float] = {"hate": 1.4, "insult": 0.5}
ORDINARY_SOURCES = ("sentiment_tweets", "film_reviews", "covid_questions", "ud")
#: Signals whose rules were written with sentences like ours in mind.
RULED = frozenset(["hate"])
#: Inputs that only lower: those, and words of films and books, whose critics are rude about works.
_LOWERS = (*COMMON[1:], "cue.work")
_UP: Bound = (0.0, None)
_DOWN: Bound = (None, 0.0)
_FREE: Bound = (None, None)
#: A signal's own rule is believed about as much as it says: 0.5 of it stays near 0.5 where nothing else speaks.
_OWN: Bound = (0.8, 1.5)

#: Coarse words say that somebody is rude, and little of whom: film reviews are full of them.
_COARSE: Mapping[str, Bound] = {"cue.crude": (0.0, 1.8)}


def bounds(name: str) -> Bound:
    """Return what the weight of an input may be: rules and labels raise, quotation and counter-speech lower."""
    if name.startswith("odds."):
        return _OWN
    if name in _COARSE:
        return _COARSE[name]
    if name.startswith(("rule.", "logit.", "near.")):
        return _UP
    return _DOWN if name in _LOWERS else _FREE


def gather() -> list[Example]:
    """Return the public sets and the sentences that we wrote."""
    return [*hurting.examples(), *written.examples()]


def hold(examples: list[Example]) -> Held:
    """Read every example by weights that never saw its source: minutes."""
    seen = see(examples)
    examples = aimed.among(examples, seen)
    table = fit.matrix(seen)
    logits = {label: fit.held_out(examples, table, label, rare.fit_label, PARTS) for label in LABELS}
    logits[aimed.LABEL] = fit.held_out(
        aimed.weighed(examples), aimed.beside(table, seen), aimed.LABEL, aimed.fitted, PARTS
    )
    return Held(examples, seen, logits)


def train(held: Held) -> Model:
    """Fit the labels on all examples, and the blends on what was held out."""
    table = fit.matrix(held.seen)
    fitted = {label: rare.fit_label(held.examples, table, label) for label in LABELS}
    of_aimed = aimed.fitted(aimed.weighed(held.examples), aimed.beside(table, held.seen), aimed.LABEL)
    fitted[aimed.LABEL] = classes.folded(of_aimed, aimed.known(), aimed.WEIGHT)
    return fit.assemble(VERSION, fitted, {name: blend(held, name) for name in SIGNALS}, least=0.0005)


def known(examples: Sequence[Example], labels: Sequence[str]) -> tuple[Places, Numbers]:
    """Return the places of the examples that say something by one of ``labels``, and what the first known says."""
    said = [(at, one.labels[label]) for at, one in enumerate(examples) for label in labels if label in one.labels]
    first = dict(reversed(said))
    places = sorted(first)
    return np.array(places, np.int64), np.array([first[at] for at in places])


def trusted(example: Example) -> float:
    """Return what an example weighs in the fit of a blend."""
    return example.weight * TRUST.get(example.source.split("/")[0], 1.0)


def given(held: Held, name: str, places: Places) -> dict[str, Numbers]:
    """Return the inputs of a signal's blend for some examples."""
    wanted = (*COMMON, *SIGNALS[name].inputs)
    rules = [one[5:] for one in wanted if one[:5] in ("rule.", "odds.")]
    chosen = {label: logits[places] for label, logits in held.logits.items()}
    found = fit.inputs([held.seen[at] for at in places], chosen, rules)
    return {one: found[one] for one in wanted}


def blend(held: Held, name: str, without: str = "") -> dict[str, float]:
    """Fit the blend of a signal, ``without`` one source where it is to be measured there.

    Each of our own sentences that the signal's rule finds stands once more as if nobody had written the rule, which
    its writers did with such sentences in mind.
    """
    places, wanted = known(held.examples, SIGNALS[name].labels)
    kept = np.array([not without or held.examples[at].source.split("/")[0] != without for at in places])
    places, wanted = places[kept], wanted[kept]
    chosen = given(held, name, places)
    weights = np.array([trusted(held.examples[at]) for at in places])
    ours = np.array([held.examples[at].source.startswith("written/") for at in places])
    again = np.flatnonzero(ours & (wanted > 0) & (name in RULED))
    more = {one: np.concatenate([values, _unruled(one, values[again])]) for one, values in chosen.items()}
    found = fit.fit_blend(
        more,
        np.concatenate([wanted, wanted[again]]),
        np.concatenate([weights, weights[again]]),
        {one: bounds(one) for one in chosen},
    )
    total = np.asarray(sum(found.get(one, 0.0) * values for one, values in chosen.items()))
    innocent = np.array([not any(held.examples[at].labels.values()) for at in places])
    most = [float(np.quantile(total[innocent & ~ours], 1 - MOST_FALSE[name]))]
    most += [float(np.quantile(total[innocent & ours], 1 - MOST_FALSE_WRITTEN))]
    sources = np.array([held.examples[at].source.split("/")[0] for at in places])
    for source in (one for one in ORDINARY_SOURCES if one != without):
        most.append(float(np.quantile(total[sources == source], 1 - MOST_FALSE_SOURCE)))
    found[BIAS] = round(found.get(BIAS, 0.0) + min(LEAN[name], -max(most)), 4)
    return found


def _unruled(name: str, values: Numbers) -> Numbers:
    """Return an input as it would be had no rule found anything."""
    if name.startswith("odds."):
        return np.full(len(values), float(odds(np.zeros(1, np.float32))[0]))
    return np.zeros(len(values)) if name.startswith("rule.") else values


def probabilities(held: Held, name: str, blended: Mapping[str, float], places: Places) -> Numbers:
    """Return the probability of a signal for some examples."""
    chosen = given(held, name, places)
    odds = sum(weight * chosen[one] for one, weight in blended.items())
    return np.asarray(1 / (1 + np.exp(-odds)))
