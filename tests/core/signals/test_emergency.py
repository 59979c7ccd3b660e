"""Signal `emergency`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Appelez les pompiers, y a le feu au 12", "Appelez les pompiers"),
    ("il respire plus", "il respire plus"),
    ("Elle est inconsciente devant la pharmacie", "Elle est inconsciente"),
    ("Au secours on est coincés", "Au secours"),
    ("Il y a quelqu'un dans l'eau sous le pont", "Il y a quelqu'un dans l'eau"),
    ("appelez le 15 vite", "appelez le 15"),
    ("Call an ambulance, he's not breathing", "Call an ambulance"),
    ("Ça sent le gaz dans toute la cage d'escalier", "Ça sent le gaz"),
    ("Quelqu'un tape aux volets depuis dix minutes", "tape aux volets depuis"),
    ("Ils sont en bas, j'ai peur, appelez la gendarmerie", "j'ai peur, appelez"),
    ("Il tire avec une carabine depuis la fenêtre", "tire avec une carabine depuis la fenêtre"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Les pompiers organisent leur bal le 14 juillet.",
    "Le feu est passé au vert.",
    "Le 15 juin, marché de nuit.",
    "À l'aide d'un tournevis, retirez le capot.",
    "Merci aux pompiers pour hier.",
    "The ambulance service is hiring.",
    "Prévenez la police de l'eau, le ruisseau est vert.",
    "Il n'y a aucun blessé, la rumeur est fausse.",
    "Des enfants sonnent à la porte pour Halloween, j'ai peur de manquer de bonbons.",
    "S'il vomit encore ce soir, le 15, sans attendre.",
    "Si elle ne boit plus, direction le samu.",
    "On tire à la carabine à la fête foraine.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("emergency", text) >= FOUND
    assert words in shown("emergency", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("emergency", text) < FOUND, shown("emergency", text)
