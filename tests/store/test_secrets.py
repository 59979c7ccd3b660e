"""Secrets of sources: opened by the right key only, and clear about what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.store.secrets import SecretsError, WrongKey, open_secrets, seal

KEY = "the key of this installation"


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=200), max_size=5))
def test_what_is_sealed_is_what_is_opened(mapping: dict[str, str]) -> None:
    assert open_secrets(seal(mapping, KEY), KEY) == mapping


def test_sealed_text_shows_no_secret_and_is_never_twice_the_same() -> None:
    first, second = seal({"password": "sésame"}, KEY), seal({"password": "sésame"}, KEY)
    assert "sésame".encode() not in first
    assert b"password" not in first
    assert first != second


def test_a_source_without_secrets_has_none() -> None:
    assert open_secrets(None, KEY) == {}
    assert open_secrets(b"", KEY) == {}


def test_the_database_may_hand_over_a_memoryview() -> None:
    assert open_secrets(memoryview(seal({"a": "b"}, KEY)), KEY) == {"a": "b"}


def test_the_wrong_key_is_named_with_what_to_do() -> None:
    with pytest.raises(WrongKey, match=r"another key.*secrets/sources.*backup"):
        open_secrets(seal({"a": "b"}, KEY), "the key of another installation")


@pytest.mark.parametrize("place", [12, 30, -1])
def test_damage_is_not_mistaken_for_a_wrong_key(place: int) -> None:
    damaged = bytearray(seal({"a": "b"}, KEY))
    damaged[place] ^= 1
    with pytest.raises(SecretsError, match="damaged") as caught:
        open_secrets(bytes(damaged), KEY)
    assert not isinstance(caught.value, WrongKey)


def test_what_was_never_sealed_is_refused() -> None:
    with pytest.raises(SecretsError, match="not secrets sealed by Palabre"):
        open_secrets(b'{"password": "in clear"}', KEY)
