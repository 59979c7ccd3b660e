"""Signal `adverse_event`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Depuis que je prends ce traitement j'ai des vertiges", "prends ce traitement"),
    ("Ma mère a des plaques rouges depuis le nouveau médicament", "médicament"),
    ("mon fils a vomi toute la nuit après le vaccin", "mon fils"),
    ("J'ai fait une réaction allergique à l'antibiotique", "réaction allergique"),
    ("Effets secondaires : palpitations, et mon médecin s'en moque", "Effets secondaires"),
    ("elle prend 20mg et elle a la tête qui tourne", "tête qui tourne"),
    ("Trois jours après la première dose, j'étais à l'hôpital avec une grosse fièvre", "grosse fièvre"),
    ("Mon mari s'est évanoui une heure après le comprimé", "heure après le comprimé"),
    ("Le sirop a donné de l'urticaire à ma fille", "urticaire"),
    ("My daughter had hives after the antibiotic", "My daughter"),
    ("I've been dizzy since I started taking these pills", "since I started"),
    ("After the vaccine my father fainted", "my father"),
    ("je prend des cachet pour dormir et depuis jai des nausees", "nausees"),
    ("Ce traitement me met KO, je dors debout", "me met KO"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Le laboratoire rappelle un lot de gélules de 20 mg.",
    "La pharmacie de garde est rue Neuve.",
    "J'ai le vertige sur le nouveau pont.",
    "Le traitement des eaux usées coûte cher.",
    "Mon médecin part à la retraite.",
    "Le vaccin n'a eu aucun effet secondaire chez moi.",
    "Prenez votre ordonnance avant de venir.",
    "La fièvre du loto gagne le village.",
    "Le traitement de faveur du maire donne la nausée.",
    "Ma fille est allergique aux arachides.",
    "Les comprimés sont en rupture de stock.",
    "Le budget a fait un malaise au conseil.",
    "The treatment plant is closed for repairs.",
    "Elle prend un cachet pour la tension depuis dix ans.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("adverse_event", text) >= FOUND
    assert words in shown("adverse_event", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("adverse_event", text) < FOUND, shown("adverse_event", text)
