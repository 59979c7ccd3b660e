"""Signal `personal_data`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Il habite au 14 rue des Acacias, allez le voir", "14 rue des Acacias"),
    ("Son numéro : 06 12 34 56 78", "06 12 34 56 78"),
    ("Son portable c'est le 0612345678", "0612345678"),
    ("appelez-la au 07.98.76.54.32", "07.98.76.54.32"),
    ("Voilà son mail : paul.durand@boite.example", "paul.durand@boite.example"),
    ("Sa plaque c'est AB-123-CD", "AB-123-CD"),
    ("Mon RIB FR76 3000 6000 0112 3456 7890 189", "FR76 3000 6000 0112 3456 7890 189"),
    ("ma carte 4111 1111 1111 1111 marche plus", "4111 1111 1111 1111"),
    ("Elle vit 3 impasse du Moulin, la maison verte", "3 impasse du Moulin"),
    ("+33 6 12 34 56 78 c'est son portable", "+33 6 12 34 56 78"),
    ("Numéro de sécu 2 84 05 75 123 456 78", "2 84 05 75 123 456 78"),
    ("Écrivez à sophie.lambert@mail.example", "sophie.lambert@mail.example"),
    ("Le type en question loge impasse des Saules au 9, sonnez donc", "impasse des Saules au 9"),
    ("Sa prof habite résidence Bellevue, appartement 31", "résidence Bellevue, appartement 31"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Renseignements à la mairie au 05 61 00 00 00.",
    "Écrivez à redaction@journal.example.",
    "Pour s'abonner : contact@journal.example",
    "Il habite la rue du Port jusqu'au 15 mai.",
    "Le marché se tient 12 rue des Acacias.",
    "Rendez-vous place du Foirail à 18 h 30.",
    "Il y avait 06 personnes et 12 chaises.",
    "La facture est de 1 234,56 euros.",
    "Le vol AF-447 est annulé.",
    "Le service client : 0 800 12 34 56",
    "Le score est de 12-10 à la mi-temps.",
    "Le 06 12 2024 à 14 h",
    "@camille merci pour tout",
    "Commande n° 4111 1111 1111 1112",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("personal_data", text) >= FOUND
    assert words in shown("personal_data", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("personal_data", text) < FOUND, shown("personal_data", text)
