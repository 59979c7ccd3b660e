"""What hurts: on sources that neither weights nor blend have seen, on clean speech, on our families.

Three readers beside each other: the rules, the linear label alone, and the two blended.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from bench.quality import Row
from palabre.store.models import builtin
from palabre.training import hurts
from palabre.training.examples import Numbers, Places
from palabre.training.hurts import Held

TASK = "hurts"
#: Scores of rules that say that a text hurts.
RULES = ("insult", "hate", "dehumanising", "threat", "violence_call", "harassment", "sexual")
HATE = ("hate", "dehumanising")
CLEAN = ("sentiment_tweets", "film_reviews", "covid_questions", "ud", "crisis")
_TESTS = Path(__file__).parents[2] / "tests"


def rows() -> Iterator[Row]:
    held = hurts.hold(hurts.gather())
    yield from unseen_sources(held)
    yield from clean_speech(held)
    yield from families()


def of(held: Held, source: str, label: str) -> tuple[Places, Numbers]:
    """Return the places of a source's examples that say something of a label, and what they say."""
    places, wanted = hurts.known(held.examples, (label,))
    mine = np.array([held.examples[at].source.split("/")[0] == source for at in places])
    return places[mine], wanted[mine]


def top_tenth(wanted: Numbers, scores: Numbers) -> float:
    """Return the share that is right in the tenth with the highest scores."""
    best = np.argsort(-scores, kind="stable")[: max(1, len(scores) // 10)]
    return float(wanted[best].mean())


def hybrid(held: Held, source: str, places: Places, names: Sequence[str]) -> Numbers:
    """Return the highest probability among blended signals, each fitted without this source."""
    blended = {name: hurts.blend(held, name, without=source) for name in names}
    return np.max([hurts.probabilities(held, name, one, places) for name, one in blended.items()], axis=0)


def unseen_sources(held: Held) -> Iterator[Row]:
    for source, label in (("toxifrench", "toxic"), ("jigsaw_fr", "toxic"), ("ftr", "hate"), ("mlma", "hate")):
        places, wanted = of(held, source, label)
        named, names = (RULES, tuple(hurts.SIGNALS)) if label == "toxic" else (HATE, ("hate",))
        rules = np.array([max(held.seen[at].rules.get(one, 0.0) for one in named) for at in places])
        readers = {
            "rules": rules,
            "linear": held.logits[label][places],
            "hybrid": hybrid(held, source, places, names),
        }
        for name, scores in readers.items():
            goal = (0.72, 0.80) if (source, name) == ("toxifrench", "hybrid") else (None, None)
            yield Row(
                TASK, f"{source}: {label}, unseen source, AUC, {name}", float(roc_auc_score(wanted, scores)), *goal
            )
        tenth = top_tenth(wanted, readers["hybrid"])
        goal = (0.85, 0.92) if source == "toxifrench" else (None, None)
        yield Row(TASK, f"{source}: precision of the top tenth, hybrid ({wanted.mean():.0%} are)", tenth, *goal)


def clean_speech(held: Held) -> Iterator[Row]:
    for source in CLEAN:
        places = np.array([at for at, one in enumerate(held.examples) if one.source.split("/")[0] == source])
        for name in hurts.SIGNALS:
            flags = hurts.probabilities(held, name, hurts.blend(held, name, without=source), places) >= 0.5
            yield Row(
                TASK,
                f"{source}: clean speech flagged as {name}, unseen source",
                float(flags.mean()),
                0.05,
                0.02,
                True,
            )


def families() -> Iterator[Row]:
    sys.path.insert(0, str(_TESTS))
    from functional import suite
    from functional.test_hurts import FLOORS

    for signal, (names, _, _) in FLOORS.items():
        found = suite.families(suite.HERE / f"{signal}.txt")
        rules, both = suite.shares(found, names, None), suite.shares(found, names, builtin().models)
        yield Row(TASK, f"families of {signal}: macro-F1, rules", suite.macro_f1(found, rules))
        yield Row(TASK, f"families of {signal}: macro-F1, hybrid", suite.macro_f1(found, both), 0.70, 0.80)
        worst = min((both[one.name], one.name) for one in found if not one.wanted)
        yield Row(TASK, f"families of {signal}: innocent left alone, worst: {worst[1]}", worst[0], 0.70, 0.80)
        for disguise in {"leet", "spacing"} & set(both):
            yield Row(TASK, f"families of {signal}: {disguise}", both[disguise], 0.95, 0.98)
