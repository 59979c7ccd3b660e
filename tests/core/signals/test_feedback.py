"""Signal `feedback`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Très bon article, merci.", "Très bon article"),
    ("Votre titre est racoleur", "titre est racoleur"),
    ("Encore un article réservé aux abonnés", "réservé aux abonnés"),
    ("Trop de pub sur votre site", "Trop de pub"),
    ("Vous auriez pu donner la parole aux riverains", "Vous auriez pu"),
    ("Bravo pour cette enquête", "Bravo pour cette enquête"),
    ("Great article, thank you", "Great article"),
    ("Votre journaliste n'a pas vérifié", "Votre journaliste"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Le bon sens voudrait qu'on attende.",
    "Il a écrit un livre.",
    "Un bel été se prépare.",
    "Le pub irlandais rouvre.",
    "La photo de classe est samedi.",
    "Le titre de champion lui échappe.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("feedback", text) >= FOUND
    assert words in shown("feedback", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("feedback", text) < FOUND, shown("feedback", text)
