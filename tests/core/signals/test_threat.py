"""Signal `threat`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Je vais te tuer", "Je vais te tuer"),
    ("on va te retrouver fais gaffe", "on va te retrouver"),
    ("Je sais où tu habites.", "Je sais où tu habites"),
    ("jsais ou tu habite", "jsais ou tu habite"),
    ("Tu vas crever comme un chien", "Tu vas crever"),
    ("Vous allez le payer cher, tous", "Vous allez le payer"),
    ("si je te croise je t'éclate", "si je te croise je t'éclate"),
    ("Tes jours sont comptés", "Tes jours sont comptés"),
    ("Gare à toi en sortant", "Gare à toi"),
    ("on va venir te chercher chez toi", "on va venir te chercher"),
    ("Je vais lui péter les genoux", "Je vais lui péter les genoux"),
    ("je v4is te tu3r", "je v4is te tu3r"),
    ("Ils méritent une balle, tous", "méritent une balle"),
    ("J'vais te casser la gueule", "J'vais te casser la gueule"),
    ("I will kill you", "I will kill you"),
    ("we know where you live", "we know where you live"),
    ("Your days are numbered", "Your days are numbered"),
    ("On sait où est ton studio", "On sait où est ton studio"),
    ("Je passerai vous voir, vous rirez moins", "Je passerai vous voir, vous rirez"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Je te tue (rire)",
    "Je vais te tuer de rire avec mes blagues mdr",
    "Vous allez voir, la fête sera belle.",
    "Tu vas voir, le nouveau pont est superbe.",
    "Je vais tuer le temps en attendant le bus.",
    "Je ne vais pas te tuer pour un retard.",
    "« Je vais te tuer » : l'accusé reconnaît avoir écrit ce message.",
    "Il m'a dit qu'il allait me retrouver, j'ai porté plainte.",
    "J'ai la crève depuis mardi.",
    "On va brûler les feuilles mortes samedi.",
    "Vous allez payer en ligne ou au guichet ?",
    "Attention à vous, la route est glissante.",
    "Ce match va être une tuerie.",
    "Je passe te voir ce soir avec une tarte.",
    "This joke will kill me.",
    "Je sais où est le lavoir, j'y achète mon thé.",
    "Je passerai vous voir jeudi avec les photos.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("threat", text) >= FOUND
    assert words in shown("threat", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("threat", text) < FOUND, shown("threat", text)
