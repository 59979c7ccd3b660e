"""The skeleton: disguises come off, innocent writing stays, and evidence leads back to what was written."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from palabre.core.text import Skeletons, fold, skeleton

from .test_tokens import TEXTS

DISGUISES = st.text(alphabet=st.sampled_from(list("abcsale04$@!.-* \n\u00a0рсᴀ𝓼éœ\u200bo3e😂")), max_size=40)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("c0nnard", "connard"),
        ("3ncul3", "encule"),
        ("$ale 4rabe", "sale arabe"),
        ("n1qu€", "nique"),
        ("cooooon", "con"),
        ("SAAAALE", "sale"),
        ("s.a.l.e", "sale"),
        ("s-a-l-e", "sale"),
        ("s*a*l*e !", "sale !"),
        ("s a l e", "sale"),
        ("s  a l\u00a0e, toi", "sale, toi"),
        ("c 0 n", "con"),
        ("t'es c o o o o n.", "t'es con."),
        ("рutе", "pute"),  # Cyrillic р and е
        ("cοn", "con"),  # Greek omicron
        ("ᴄᴏɴ", "con"),
        ("🅲🅾🅽", "con"),
        ("𝓬𝓸𝓷", "con"),
        ("co\u200bn", "con"),
        ("c\u0336o\u0336n\u0336", "con"),  # struck through
        ("salle", "salle"),  # not "sale"
        ("p*te", "p*te"),
        ("Москва", "москва"),  # Russian stays Russian
        ("1.2.3 et 12/05", "1.2.3 et 12/05"),
        ("1 2 3", "1 2 3"),
        ("3eme 2e 19h30 covid19", "3eme 2e 19h30 covid19"),
        ("Wow !", "wow !"),
        ("", ""),
    ],
)
def test_disguises_come_off(written: str, bare: str) -> None:
    assert skeleton(written).text == bare


@pytest.mark.parametrize(
    ("written", "word", "shown"),
    [
        ("Toi, s.a.l.e type", "sale", "s.a.l.e"),
        ("Toi s a l e\u00a0: va", "sale", "s a l e"),
        ("quel cooooon !", "con", "cooooon"),
        ("œuf рutе", "pute", "рutе"),
        ("mon\nc0nn4rd", "connard", "c0nn4rd"),
        ("un bœuf", "boeuf", "bœuf"),
    ],
)
def test_evidence_is_shown_in_the_original(written: str, word: str, shown: str) -> None:
    bare = skeleton(written)
    start = bare.text.index(word)
    first, last = bare.span(start, start + len(word))
    assert written[first:last] == shown


KNOWING = Skeletons(frozenset(["sale", "con", "les", "a"]))


@pytest.mark.parametrize("maker", [Skeletons(), KNOWING], ids=["plain", "knowing"])
@given(text=st.one_of(TEXTS, DISGUISES))
@example(text="a\nb")
@example(text="s a l e s a l e")
@example(text="5|\\/|e |_|a ph")
def test_places_are_in_order_and_inside_the_original(maker: Skeletons, text: str) -> None:
    bare = maker.of(text)
    assert len(bare.offsets) == len(bare.text) + 1
    assert bare.offsets == sorted(bare.offsets)
    assert bare.offsets[-1] == len(text)
    for at in range(len(bare.text)):
        start, end = bare.span(at, at + 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("maker", [Skeletons(), KNOWING], ids=["plain", "knowing"])
@given(text=st.one_of(TEXTS, DISGUISES))
def test_the_fast_path_and_the_slow_path_agree(maker: Skeletons, text: str) -> None:
    assert maker.of(text).text == "".join(sign for sign, _ in maker.bones(text))


@given(st.text(alphabet="abcdefghij éèà", max_size=60).filter(lambda text: len(set(text)) > 1))
def test_plain_words_are_only_folded(text: str) -> None:
    words = [word for word in text.split() if len(word) > 1 and not any(c * 3 in fold(word) for c in fold(word))]
    assert skeleton("  ".join(words)).text == fold("  ".join(words))


@pytest.mark.parametrize("unit", ["a", "a ", "a.", "0", "р", "😂", "a.b ", "!", "a-", "é"])
def test_a_very_long_text_is_read(unit: str) -> None:
    bare = skeleton(unit * (300_000 // len(unit)))
    assert len(bare.text) <= 1_000_000
    assert bare.offsets[-1] == len(bare.original)
