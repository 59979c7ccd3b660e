"""Splits that share no source, and features that are those of the reader."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from palabre.core.signals.reader import look
from palabre.core.text import tokenize
from palabre.training.examples import Example, folds, known, see

SOURCES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.booleans()), min_size=8, max_size=80)


@given(SOURCES)
@settings(max_examples=60, deadline=None)
def test_no_source_stands_in_two_parts_and_nothing_is_lost(said: list[tuple[str, bool]]) -> None:
    examples = [Example("x", {"hate": float(yes)}, source) for source, yes in said]
    places, _ = known(examples, "hate")
    parts = folds(examples, places, "hate", 4)
    assert sorted(np.concatenate(parts)) == list(range(len(said)))
    sources = [{examples[at].source for at in part} for part in parts]
    assert sum(map(len, sources)) == len(set.union(*sources))


def test_ordinary_sources_are_spread_over_the_parts() -> None:
    examples = [Example("x", {"hate": float(s < "c")}, s) for s in "abcdefgh" for _ in range(10)]
    parts = folds(examples, known(examples, "hate")[0], "hate", 2)
    assert all(any(examples[at].labels["hate"] == 0 for at in part) for part in parts)


def test_what_is_unknown_of_a_text_is_not_false() -> None:
    examples = [Example("x", {"hate": 1.0}, "a"), Example("y", {"insult": 0.0}, "a")]
    places, wanted = known(examples, "hate")
    assert places.tolist() == [0] and wanted.tolist() == [1.0]


def test_training_sees_what_the_reader_sees() -> None:
    text = "Espèce de c0nnard, « dehors » qu'il a dit"
    seen = see([Example(text, {}, "a")])[0]
    assert "connard" in seen.words and seen.rules["insult"] > 0.8 and 0 < seen.quoted < 0.5
    assert seen.words == look_words(text)


def look_words(text: str) -> list[str]:
    from datetime import UTC, datetime

    from palabre.core.model import Message

    return look(Message(id="m", text=text, published=datetime(2026, 1, 1, tzinfo=UTC)), tokenize(text)).said.words
