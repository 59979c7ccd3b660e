"""JSON that PostgreSQL takes: nothing changes but what it would refuse."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.store.wholesome import clean, encode

ANY_TEXT = st.text(st.one_of(st.characters(exclude_categories=[]), st.sampled_from("\0\\u0\ud800\udc00")))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | ANY_TEXT,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(ANY_TEXT, inside, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_comes_out_never_holds_what_the_database_refuses(value: object) -> None:
    def texts(node: object) -> list[str]:
        if isinstance(node, str):
            return [node]
        if isinstance(node, dict):
            return [text for pair in node.items() for part in pair for text in texts(part)]
        return [text for item in node for text in texts(item)] if isinstance(node, list) else []

    for text in texts(msgspec.json.decode(encode(value))):
        assert "\0" not in text
        text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_sound_texts_are_kept_to_the_letter(text: str) -> None:
    assert clean(text) == text
    assert msgspec.json.decode(encode({"text": text})) == {"text": text}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\0b", "a\ufffdb"),
        ("\ud83d\ude00", "😀"),  # two halves that do make one character
        ("fin \ud83d", "fin \ufffd"),
        ("\udfff", "\ufffd"),
        (r"\u0000", r"\u0000"),  # six plain characters, not a NUL
    ],
)
def test_refused_characters_are_replaced_one_for_one(given: str, kept: str) -> None:
    assert msgspec.json.decode(encode([given])) == [kept]
