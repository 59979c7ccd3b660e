"""Signal `question`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("À quelle heure ouvre la piscine ?", "quelle heure ouvre"),
    ("Quelqu'un sait si le pont est ouvert", "Quelqu'un sait si"),
    ("est ce que le marché a lieu demain", "est ce que"),
    ("Je voudrais savoir où déposer le dossier", "Je voudrais savoir où"),
    ("savez vous quand les travaux finissent", "savez vous quand"),
    ("c'est quoi cette odeur", "c'est quoi"),
    ("kelkun sait pk le train est arreté", "kelkun sait pk"),
    ("vous faites comment pour les fauteuils", "vous faites comment"),
    ("Pouvez-vous nous dire qui paie", "Pouvez-vous nous"),
    ("Je me demande pourquoi personne n'a prévenu", "Je me demande pourquoi"),
    ("peut on boire l'eau", "peut on boire"),
    ("does anyone know when it opens", "does anyone know"),
    ("I wonder if the library is open", "I wonder"),
    ("On mange où après le match ?", "?"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Bravo à toute l'équipe.",
    "Le pont est ouvert.",
    "Quelle belle journée !",
    "Il ne sait pas nager.",
    "Quand je pense à tout ça, je souris.",
    "On verra demain.",
    "Je sais pourquoi le train est arrêté, un arbre est tombé.",
    "Personne n'est venu.",
    "Qui vivra verra.",
    "Comme prévu, la mairie ferme à 17 h.",
    "Voir https://exemple.example/?page=2",
    "Merci pour la réponse.",
    "The pool opens at nine.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("question", text) >= FOUND
    assert words in shown("question", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("question", text) < FOUND, shown("question", text)
