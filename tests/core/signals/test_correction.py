"""Signal `correction`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Il y a une faute de frappe dans le titre", "une faute de frappe dans"),
    ("Petite coquille : « Castelvèse » s'écrit avec un z", "Petite coquille : « Castelvèse » s"),
    ("Erreur dans l'article : le maire s'appelle Paul, pas Pierre.", "Erreur dans l'article"),
    ("Ce n'est pas la bonne photo", "pas la bonne photo"),
    ("Vous vous trompez de date, c'est le 12", "Vous vous trompez de"),
    ("La légende est fausse, merci de corriger", "légende est fausse"),
    ("Il fallait lire 2 millions et non 2 milliards", "Il fallait lire"),
    ("Vous avez écrit 2019 alors que c'était en 2017", "Vous avez écrit 2019 alors que"),
    ("Le chiffre est faux", "chiffre est faux"),
    ("Nous demandons un droit de réponse", "Nous demandons un droit de réponse"),
    ("La carte est périmée", "carte est périmée"),
    ("Please correct the headline", "Please correct the"),
    ("There is a typo in the second paragraph", "There is a typo"),
    ("il faut ecrire Toulouse et pas Toulon", "il faut ecrire"),
    ("« les élus se sont réuni » → réunis, au pluriel", "« les élus se sont réuni » → réunis"),
    ("Le total donné dans l'article oublie la part du département", "total donné dans l'article oublie"),
    ("Il manque la légende sous la carte", "Il manque la légende"),
    ("C'est toujours pas corrigé ce matin", "toujours pas corrigé"),
    ("Votre article d'hier me vieillit de dix ans", "article d'hier me vieillit"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Il a commis une erreur à la 80e minute.",
    "C'est la faute du vent.",
    "La photo est magnifique.",
    "Faute de moyens, la piscine ferme.",
    "L'arbitre a corrigé sa décision.",
    "Erreur judiciaire : il est libéré après dix ans.",
    "Elle écrit avec un stylo plume.",
    "Le boulanger a fait une faute professionnelle.",
    "La carte du restaurant change demain.",
    "Je corrige des copies toute la nuit.",
    "Le prix n'est pas le bon choix.",
    "Une coquille d'œuf dans le jardin éloigne les limaces.",
    "The referee made a mistake.",
    "Faut lire entre les lignes, c'est tout.",
    "Il faudrait écrire un livre sur ce village.",
    "Il manque un troisième ligne à cette équipe.",
    "Gare → mairie : dix minutes à pied.",
    "Le train est passé sans s'arrêter.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("correction", text) >= FOUND
    assert words in shown("correction", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("correction", text) < FOUND, shown("correction", text)
