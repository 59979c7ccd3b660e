"""What a workspace taught, added to the built-in signals."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palabre.core.model import Evidence, Signal
from palabre.core.signals import features
from palabre.core.signals.linear import Model
from palabre.core.signals.taught import CEILING, Taught, log_odds, probability
from palabre.core.text import tokenize_many

TEXTS = ["Sacré clown, ce maire, on l’adore", "La rocade ferme ce soir", ""]


def taught(word: str, weight: float, bias: float = 0.0) -> Taught:
    """Return a correction of ``insult`` by one word."""
    words = np.zeros((features.WORD_BUCKETS, 1), np.float32)
    words[features.buckets(word)[0], 0] = weight
    pairs = np.zeros((features.PAIR_BUCKETS, 1), np.float32)
    return Taught(Model("taught-1", ("insult",), words, pairs, np.array([bias], np.float32)))


FOUND = [(Signal("insult", 0.7, "rules", (Evidence(6, 11, "insult_mild"),)), Signal("anger", 0.6, "rules")), (), ()]


def test_a_word_lowers_what_the_built_in_signal_says_and_keeps_its_evidence() -> None:
    first, second, third = taught("clown", -60).adjust(tokenize_many(TEXTS), FOUND)
    insult = next((one for one in first if one.name == "insult"), None)
    assert insult is None or (insult.score < 0.5 and insult.model == "taught-1" and insult.evidence[0].start == 6)
    assert [one.name for one in first if one.name != "insult"] == ["anger"], "what was not taught stays"
    assert second == () and third == ()


def test_a_word_brings_a_signal_that_was_not_there_with_its_evidence() -> None:
    _, second, _ = taught("rocade", 60).adjust(tokenize_many(TEXTS), FOUND)
    (signal,) = second
    assert signal.name == "insult" and signal.score > 0.5
    assert [TEXTS[1][one.start : one.end] for one in signal.evidence] == ["rocade"]


def test_without_correction_nothing_moves() -> None:
    (first, *_) = taught("zzz", 1).adjust(tokenize_many(TEXTS), FOUND)
    assert {one.name: one.score for one in first} == pytest.approx({"anger": 0.6, "insult": 0.7}, abs=2e-3)


@given(st.floats(0, 1), st.floats(-1e6, 1e6))
@settings(max_examples=80)
def test_probabilities_stay_within_bounds(before: float, correction: float) -> None:
    assert 0 <= probability(log_odds(before) + correction) <= CEILING
