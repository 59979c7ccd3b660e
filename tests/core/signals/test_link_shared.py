"""Signal `link_shared`."""

import pytest

from .said import score, shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Voir https://exemple.example/page.", "https://exemple.example/page"),
        ("www.exemple.example c'est ici", "www.exemple.example"),
        ("(http://a.example)", "http://a.example"),
        ("source : https://a.example/?q=1&b=2", "https://a.example/?q=1&b=2"),
        ("HTTPS://A.EXAMPLE", "HTTPS://A.EXAMPLE"),
        ("un lien\nhttps://b.example", "https://b.example"),
    ],
)
def test_found(text: str, words: str) -> None:
    assert shown("link_shared", text) == [words]


@pytest.mark.parametrize(
    "text", ["a://", "www", "Un lien vers le passé", "a@b.example", "18:30", "www... je ne sais plus"]
)
def test_left_alone(text: str) -> None:
    assert score("link_shared", text) == 0


def test_twenty_at_most() -> None:
    assert len(shown("link_shared", "https://a.example/1 " * 50)) == 20
