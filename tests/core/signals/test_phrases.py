"""The book of phrases: where it looks, what it keeps."""

from collections.abc import Mapping
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.signals.phrases import Hit, PhraseBook, PhraseDetector, Rules, cleared, widest
from palabre.core.signals.reader import PHRASES, _book
from palabre.core.signals.view import View, Words
from palabre.core.text import tokenize

from .said import message


class Weather(PhraseDetector):
    name = "weather"
    name_fr = "Météo"
    name_en = "Weather"
    reasons: ClassVar[Mapping[str, tuple[str, str]]] = {"rain": ("la pluie", "rain"), "cold": ("le froid", "cold")}
    innocent = ("froid dans le dos",)
    rules: ClassVar[Rules] = {
        ("rain", 0.9): ("il ~2 pleut", "averse(s) orageuse(s)"),
        ("cold", 0.6): ("froid", "tempera* ~1 basse"),
    }


BOOK = PhraseBook((Weather(),))
#: That of all detectors, which remembers nothing with the senses of words.
PLAIN = PhraseBook(PHRASES)


def found(text: str) -> list[str]:
    tokens = tokenize(text)
    view = View(message(text), tokens, Words(tokens))
    return [text[one.start : one.end] for signal in BOOK.judge(view, BOOK.hits(view)[0]) for one in signal.evidence]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Il pleut", ["Il pleut"]),
        ("il ne pleut", ["il ne pleut"]),
        ("Il va encore pleut", ["Il va encore pleut"]),
        ("Il va encore sans doute pleut", []),
        ("Il arrive. Pleut", []),
        ("une averse orageuse", ["averse orageuse"]),
        ("averse ! orageuse", ["averse ! orageuse"]),
        ("températures assez basse", ["températures assez basse"]),
        ("un froid de loup", ["froid"]),
        ("froid dans le dos", []),
        ("Il pleut et froid", ["Il pleut", "froid"]),
    ],
)
def test_where_a_phrase_is_found(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize("text", ["Il ne pleut pas", "jai froid, sale con", "jai tjrs dit que cest un m3nteur", ""])
def test_what_is_remembered_with_words_is_what_the_book_says(text: str) -> None:
    for _ in range(2):  # first asked, then remembered
        tokens = tokenize(text)
        ours, other = (View(message(text), tokens, Words(tokens)) for _ in range(2))
        assert _book().hits(ours) == PLAIN.hits(other)
        assert ours.words == other.words


def test_more_finds_are_surer() -> None:
    tokens = tokenize("froid, il pleut")
    view = View(message("froid, il pleut"), tokens, Words(tokens))
    (signal,) = BOOK.judge(view, BOOK.hits(view)[0])
    assert signal.score == pytest.approx(0.94)
    assert [one.why for one in signal.evidence] == ["cold", "rain"]


def test_a_reason_without_a_sentence_is_refused() -> None:
    class Mute(Weather):
        rules: ClassVar[Rules] = {("snow", 0.5): ("neige",)}

    with pytest.raises(ValueError, match="snow"):
        PhraseBook((Mute(),))


HITS = st.builds(
    lambda start, size, weight, why: Hit(start, start + size, weight, why),
    st.integers(0, 50),
    st.integers(1, 9),
    st.floats(0.1, 1),
    st.sampled_from(["rain", "cold", ""]),
)


@given(st.lists(HITS, max_size=12))
def test_what_is_kept_never_overlaps_for_one_reason_nor_touches_the_innocent(hits: list[Hit]) -> None:
    kept = widest(cleared(hits))
    for one in kept:
        assert one.why
        for other in [*kept, *(hit for hit in hits if not hit.why)]:
            apart = one.end <= other.start or other.end <= one.start
            assert one is other or apart or other.why not in ("", one.why)
