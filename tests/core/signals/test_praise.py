"""Signal `praise`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Bravo à toute l'équipe !", "Bravo"),
    ("Merci infiniment aux soignants", "Merci infiniment"),
    ("Quel beau geste", "Quel beau"),
    ("Félicitations aux mariés", "Félicitations"),
    ("Vous êtes formidables", "Vous êtes formidables"),
    ("c'est magnifique", "c'est magnifique"),
    ("Chapeau bas", "Chapeau bas"),
    ("un grand merci", "un grand merci"),
    ("braaaavo", "braaaavo"),
    ("Well done everyone", "Well done"),
    ("Thank you so much", "Thank you so much"),
    ("What a wonderful evening, you are amazing", "What a wonderful"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Merci de fermer la porte.",
    "Bonjour, il pleut.",
    "Pas de quoi.",
    "Le chapeau est tombé à l'eau.",
    "Ce n'est pas magnifique du tout.",
    "Il respecte la priorité.",
    "Quel temps fait-il ?",
    "Merci de corriger.",
    "Le maire a dit « bravo » puis il est parti.",
    "On se félicite trop vite.",
    "Un respect des règles s'impose.",
    "Thanks.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("praise", text) >= FOUND
    assert words in shown("praise", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("praise", text) < FOUND, shown("praise", text)
