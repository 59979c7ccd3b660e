"""Signal `spam`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Abonnez-vous à ma chaîne !", "Abonnez-vous à ma chaîne"),
    ("code promo LIRE10 sur tout le site", "code promo"),
    ("Lien dans ma bio", "Lien dans ma bio"),
    ("Cliquez ici pour découvrir", "Cliquez ici"),
    ("Viens sur ma page, plein de conseils", "Viens sur ma page"),
    ("Devis gratuit, contactez notre entreprise", "Devis gratuit, contactez"),
    ("Subscribe to my channel", "Subscribe to my channel"),
    ("free followers here", "free followers"),
    ("Confitures maison en vente chez moi, contactez-moi", "en vente chez moi, contactez"),
    ("Arrondissez vos fins de mois >>> mes-bons-plans.example", ">>> mes-bons-plans.example"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "J'ai suivi le lien de l'article, il ne marche pas.",
    "La chaîne du vélo a sauté.",
    "Je ne suis sur aucune page.",
    "La promotion 2010 du lycée se retrouve samedi.",
    "Il vend ses tomates au marché.",
    "Le site de la mairie est en panne.",
    "Les billets sont en vente à la mairie.",
    "2 >> 1, c'est tout ce que je sais des maths.",
    "Gare >> mairie : dix minutes à pied.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("spam", text) >= FOUND
    assert words in shown("spam", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("spam", text) < FOUND, shown("spam", text)


@pytest.mark.parametrize("text", ["Allez voir ce film, il est superbe", "Je viens de voir le dernier Audiard"])
def test_going_to_see_something_is_no_advert(text: str) -> None:
    assert score("spam", text) == 0
