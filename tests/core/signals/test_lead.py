"""Signal `lead`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Je voudrais m'abonner à l'édition papier", "Je voudrais m'abonner"),
    ("Quels sont vos tarifs pour une annonce", "Quels sont vos tarifs"),
    ("Comment réserver des places pour samedi", "Comment réserver des places"),
    ("Où acheter le numéro spécial", "Où acheter le numéro"),
    ("Je souhaite passer une annonce de décès", "passer une annonce"),
    ("How much is a subscription", "How much is a subscription"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "J'ai acheté du pain.",
    "Les tarifs de l'eau augmentent.",
    "Le maire annonce une réunion.",
    "Je n'ai pas réservé.",
    "Une place s'est libérée au parking.",
    "The price of milk is up.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("lead", text) >= FOUND
    assert words in shown("lead", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("lead", text) < FOUND, shown("lead", text)
