"""Signal `testimony`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("J'y étais, ça a duré dix minutes.", "J'y étais"),
    ("J'ai tout vu depuis ma fenêtre", "depuis ma fenêtre"),
    ("J'habite rue du Port depuis vingt ans", "depuis vingt ans"),
    ("Je suis infirmière aux urgences, on n'a plus de lits", "Je suis infirmière"),
    ("Chez moi aussi l'eau est trouble", "Chez moi aussi l'eau"),
    ("Mon fils est pompier et il était de garde", "Mon fils est pompier"),
    ("j'ai travaillé 30 ans à l'usine", "j'ai travaillé"),
    ("On a vu les flammes de notre immeuble", "On a vu"),
    ("Nous avons passé trois heures sur l'autoroute", "Nous avons passé trois heures"),
    ("Je confirme, il y avait de la fumée", "Je confirme"),
    ("Dans ma rue, plus de courant depuis midi", "Dans ma rue"),
    ("jhabite juste a coté et j'ai entendu l'explosion", "jhabite juste"),
    ("I was there, it was terrifying", "I was there"),
    ("I live next to the factory", "I live next"),
    ("As a nurse I can tell you it happens every week", "As a nurse"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Il y était aussi, selon la presse.",
    "Le témoin sera entendu jeudi.",
    "Vous avez vu le prix du pain ?",
    "Les habitants demandent un ralentisseur.",
    "Qui habite là ?",
    "Le maire a vu les riverains.",
    "Elle travaille bien.",
    "Tout le monde l'a vu venir.",
    "Un infirmier manque à l'appel.",
    "On verra bien demain.",
    "La rue du Port est fermée.",
    "Les urgences ferment la nuit.",
    "They were there last year.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("testimony", text) >= FOUND
    assert words in shown("testimony", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("testimony", text) < FOUND, shown("testimony", text)
