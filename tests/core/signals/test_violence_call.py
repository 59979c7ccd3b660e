"""Signal `violence_call`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Il faut les pendre tous", "Il faut les pendre"),
    ("faut leur casser la gueule à ces branleurs", "faut leur casser la gueule"),
    ("Brûlons tout, ils comprendront", "Brûlons tout"),
    ("Une balle dans la tête et on n'en parle plus", "Une balle dans la tête"),
    ("Au poteau les élus", "Au poteau"),
    ("On devrait les brûler vifs", "On devrait les brûler vifs"),
    ("Foutez le feu à la mairie", "Foutez le feu à"),
    ("Tuez-les tous", "Tuez-les"),
    ("Mort aux flics", "Mort aux flics"),
    ("sortez les fourches", "sortez les fourches"),
    ("hang them all", "hang them all"),
    ("Someone should shoot him", "Someone should shoot him"),
    ("Allons rendre visite au camp ce soir, à plusieurs", "rendre visite au camp ce soir, à plusieurs"),
    ("Qu'on les colle au mur, tous", "Qu'on les colle au mur"),
    ("On va l'attendre à la sortie avec des battes", "attendre à la sortie avec des battes"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Il faut les aider, ils ont tout perdu.",
    "Il faut les planter en mars, les tomates.",
    "Il ne faut pas les brûler, les déchets verts.",
    "Les pompiers ont mis trois heures à éteindre le feu.",
    "« À mort les flics », pouvait-on lire sur le mur.",
    "Une balle de foot perdue dans le jardin.",
    "La guillotine est exposée au musée.",
    "We should burn less wood this winter.",
    "On va rendre visite à mamie dimanche en train.",
    "Le club fait sa fête samedi.",
    "Accrochez-les au mur du salon, ces photos, elles sont superbes.",
    "Il m'attend avec des fleurs.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("violence_call", text) >= FOUND
    assert words in shown("violence_call", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("violence_call", text) < FOUND, shown("violence_call", text)
