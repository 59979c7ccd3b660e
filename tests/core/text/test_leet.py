"""Signs are read as the letters of words that are known; figures and punctuation stay what they are."""

import pytest

from palabre.core.text import Skeletons
from palabre.core.text.leet import hides, ways, words

WORDS = "sale sales les islam voleur tete femme femmes sont noirs turcs pas cafard a y juifs porte la ont"
KNOWN = frozenset(WORDS.split())
BARE = Skeletons(KNOWN)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("54|e$", "sales"),  # of l and i, the one that makes a word
        ("l'!5|4m", "l'islam"),
        ("v0|eur", "voleur"),
        ("7373", "tete"),
        ("+ur(s", "turcs"),
        ("|\\|oirs", "noirs"),
        ("phemmes", "femmes"),
        ("(4f4rd", "cafard"),
        ("p@$ !", "pas !"),
        ("10h30, 20km", "10h30, 20km"),
        ("l e s f e m m e s s o n t s a l e s", "les femmes sont sales"),
        ("l e s n o i r s n ' o n t p a s", "les noirs n'ont pas"),
        ("l e s j u i f s à la porte", "les juifs a la porte"),
        ("d's.a.l.e.s, s-a-l-e", "d'sales, sale"),
        ("ѕаӏе", "sale"),  # every letter Cyrillic: read because it is a known word
        ("ѕаӏо", "ѕаӏо"),
    ],
)
def test_known_words_are_read(written: str, bare: str) -> None:
    assert BARE.of(written).text == bare


@pytest.mark.parametrize("piece", ["5@le", "s@les", "fem|\\/|es", "v0leur!", "|e5", "f3mm35."])
def test_a_piece_hides_a_word(piece: str) -> None:
    assert BARE.hides(piece)


@pytest.mark.parametrize(
    "piece", ["sales!!!", "1st", "10h30", "135", "5€", "$100", "mp3", "f1", "covid19", "ok!", "(la"]
)
def test_figures_and_punctuation_hide_nothing(piece: str) -> None:
    assert not BARE.hides(piece)


def test_the_ways_to_read_a_word_are_bounded() -> None:
    assert len(list(ways("1" * 40))) == 64


def test_what_is_mostly_signs_is_read_even_where_no_word_is_known() -> None:
    assert list(words("m4n1pul3", frozenset())) == [(0, "manipule")]
    assert not hides("m4n1pul3", frozenset())
