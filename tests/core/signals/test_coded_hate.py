"""Signal `coded_hate`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Toujours les mêmes qui touchent les aides, et nous on paie.", "Toujours les mêmes qui touchent les aides"),
    ("Et après on s'étonne… suivez mon regard.", "suivez mon regard"),
    ("On sait tous qui c'est, mais faut pas le dire.", "On sait tous qui c'est"),
    ("encore une chance pour la france", "une chance pour la france"),
    ("Bizarre, les prénoms ne sont pas très gaulois", "prénoms ne sont pas très"),
    ("Ces gens-là ne s'intégreront jamais", "Ces gens-là"),
    ("Une certaine population fait la loi ici.", "Une certaine population"),
    ("Ils seront servis avant les Français, comme d'habitude", "servis avant les Français"),
    ("Merci le vivre ensemble !", "Merci le vivre ensemble"),
    ("Vous voyez de qui je parle…", "Vous voyez de qui je parle"),
    ("Cause bien connue, mais chut, faut pas stigmatiser.", "faut pas stigmatiser"),
    ("Et nous on nous donne rien", "Et nous on nous donne rien"),
    ("You know who they are, always the same people", "always the same people"),
    ("Those people never work", "Those people"),
    ("Merci qui ? Merci les Roms", "Merci qui ? Merci les Roms"),
    ("Regardez les prénoms sur la liste, tiens", "Regardez les prénoms sur la liste"),
    ("Demain il n'y aura plus que des kebabs en centre-ville", "Demain il n'y aura plus que des kebabs"),
    ("Parlez-nous du squat, oh non pardon, c'est interdit", "non pardon, c'est interdit"),
    ("Des gens qui n'ont jamais cotisé, et ça passe devant", "gens qui n'ont jamais cotisé"),
    ("À force de se plier à eux on ne mangera plus de jambon", "À force de se plier à eux"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Toujours les mêmes bénévoles, bravo à eux.",
    "Ce sont toujours les mêmes bouchons à 8 h.",
    "Il est pas d'ici, il ne connaît pas la déviation.",
    "Les caravanes du cirque sont arrivées place du marché.",
    "Les mêmes joueurs qu'hier sur la pelouse.",
    "On sait qui a gagné le concours de soupe : Ginette.",
    "Certains quartiers seront privés d'eau jeudi.",
    "La diversité des oiseaux baisse dans la plaine.",
    "Toujours les mêmes questions, et jamais de réponses.",
    "Vous savez quand ouvre la piscine ?",
    "Nos chers disparus seront honorés samedi.",
    "Qui sera servi en premier à la buvette, les grands ou les petits ?",
    "C'est toujours les mêmes plats à la cantine.",
    "It is always the same songs on this station.",
    "Toujours les mêmes levés à cinq heures, chapeau.",
    "Toujours les mêmes horaires d'ouverture.",
    "Les Roms du camp ont deux robinets pour soixante.",
    "Merci qui ? Merci les bénévoles.",
    "À force de s'adapter au climat, la vigne tient.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("coded_hate", text) >= FOUND
    assert words in shown("coded_hate", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("coded_hate", text) < FOUND, shown("coded_hate", text)
