"""Signal `self_harm`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("J'ai envie de mourir", "J'ai envie de mourir"),
    ("je veux en finir", "je veux en finir"),
    ("Je pense à me suicider depuis des semaines.", "Je pense à me suicider"),
    ("plus envie de vivre", "plus envie de vivre"),
    ("Tout le monde serait mieux sans moi", "Tout le monde serait mieux sans moi"),
    ("personne ne s'en rendrait compte si j'étais plus là", "personne ne s'en rendrait compte si j'étais plus là"),
    ("J'en peux plus de cette vie", "J'en peux plus de cette vie"),
    ("jpp de la vie", "jpp de la vie"),
    ("Je me scarifie encore", "Je me scarifie"),
    ("J'ai failli me jeter sous le train hier", "J'ai failli me jeter"),
    ("Je suis un poids pour ma famille", "Je suis un poids pour ma famille"),
    ("à quoi bon continuer", "à quoi bon continuer"),
    ("I want to die", "I want to die"),
    ("I don't want to be here anymore", "don't want to be here anymore"),
    ("je veux m o u r i r", "je veux m o u r i r"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Je suis au bout du chemin, la maison bleue.",
    "Je voudrais mourir de rire devant ce sketch « mourir de rire ».",
    "J'en peux plus de ces travaux !",
    "Un homme a voulu se suicider, il est sauf.",
    "Je n'ai plus la force de porter les packs, quelqu'un peut venir ?",
    "On voudrait en finir avec les impôts locaux.",
    "Il est mort hier à 92 ans.",
    "À quoi bon voter ?",
    "Le numéro national de prévention du suicide est le 3114.",
    "La ligne 4 est morte le dimanche.",
    "Sans moi, merci, j'ai déjà donné.",
    "This heat will be the death of me.",
    "Je suis vidé après le marathon.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("self_harm", text) >= FOUND
    assert words in shown("self_harm", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("self_harm", text) < FOUND, shown("self_harm", text)
