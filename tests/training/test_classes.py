"""Classes of words: counted beside the features, then given to each of their words."""

import numpy as np
import pytest

from palabre.core.signals import features
from palabre.core.signals.features import PAIR_BUCKETS, WORD_BUCKETS
from palabre.core.signals.linear import Linear
from palabre.training import classes, fit
from palabre.training.classes import Classes
from palabre.training.examples import Example, Numbers, Seen, see
from palabre.training.fit import Weights

KNOWN = Classes(("well", "ill"), {"superbe": frozenset([0]), "nul": frozenset([1]), "mixte": frozenset([0, 1])})


def seen(*texts: str) -> list[Seen]:
    return see([Example(text, {}, "test") for text in texts])


def by_classes(texts: list[Seen], weight: float) -> Numbers:
    table = classes.beside(fit.matrix(texts), texts, KNOWN, weight)
    return np.asarray(table.toarray()[:, WORD_BUCKETS + PAIR_BUCKETS :])


def test_words_are_counted_by_class_and_apart_where_denied() -> None:
    counts = by_classes(seen("superbe et nul", "pas superbe", "rien de tel"), 2.0)
    assert counts[0].tolist() == [1.0, 1.0, 0.0, 0.0], "two over the root of three words and one"
    assert counts[1] == pytest.approx(np.array([2, 0, 2, 0]) / np.sqrt(3))
    assert not counts[2].any()


def test_folded_weights_say_the_same_without_classes() -> None:
    texts = seen("superbe", "c'est nul et pas superbe", "mixte, jamais nul", "ni l'un ni l'autre")
    table = classes.beside(fit.matrix(texts), texts, KNOWN, 0.5)
    columns = np.zeros(table.shape[1], np.float32)
    columns[-4:] = [1.5, -2.0, -3.0, 1.0]
    columns[features.buckets("superbe")[1]] = 0.25
    model = fit.assemble("test-1", {"a": classes.folded(Weights(columns, 0.0), KNOWN, 0.5)}, {})
    read = Linear([model], {}).look([one.words for one in texts])[0][:, 0]
    assert read == pytest.approx(table @ columns, abs=1e-5)


@pytest.mark.parametrize("file", ["feelings", "health"])
def test_our_lists_can_be_read(file: str) -> None:
    known = classes.classes(file)
    assert len(known.names) > 2
    assert len(known.words) > 200


def test_feelings_stand_on_their_side() -> None:
    known = classes.classes("feelings")
    side = {
        word: {known.names[rank].split("_")[0] for rank in known.words[word]} for word in ("magnifique", "honte")
    }
    assert side == {"magnifique": {"well"}, "honte": {"ill"}}
