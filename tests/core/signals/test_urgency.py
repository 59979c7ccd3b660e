"""Signal `urgency`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("C'est urgent, rappelez-moi", "C'est urgent"),
    ("Il me faut une réponse avant ce soir", "Il me faut une réponse avant ce soir"),
    ("Retirez cette photo tout de suite", "Retirez cette photo tout de suite"),
    ("le plus vite possible svp", "le plus vite possible"),
    ("Please answer as soon as possible", "as soon as possible"),
    ("Besoin d'un papier en urgence", "en urgence"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Rien d'extraordinaire ce soir.",
    "Il y a pas urgence... enfin si peu.",
    "Le service des urgences déménage.",
    "On verra demain.",
    "Ce n'est pas urgent.",
    "Soon, maybe.",
    "Je l'ai reconnu tout de suite, malgré la barbe.",
    "Nous reviendrons vers vous dès que possible.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("urgency", text) >= FOUND
    assert words in shown("urgency", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("urgency", text) < FOUND, shown("urgency", text)
