"""Signal `hate`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Sales arabes, rentrez chez vous", "Sales arabes"),
    ("retourne dans ton pays", "retourne dans ton pays"),
    ("Dehors les migrants, la ville est à nous", "Dehors les migrants"),
    ("Y a trop d'étrangers dans ce quartier", "trop d'étrangers"),
    ("Les juifs sont tous des voleurs", "Les juifs sont tous des voleurs"),
    ("les roms c est tous des voleurs", "les roms c est tous des voleurs"),
    ("Mort aux homos", "Mort aux homos"),
    ("sale bougnoule", "bougnoule"),
    ("S4LE N3GR3, dégage", "N3GR3"),
    ("Je hais les musulmans", "Je hais les musulmans"),
    ("qu'ils retournent dans leur bled", "retournent dans leur bled"),
    ("Marre de ces migrants qu'on loge à l'hôtel", "Marre de ces migrants"),
    ("bande de pédés", "bande de pédés"),
    ("Retourne à ta cuisine, la politique c'est pas pour toi", "Retourne à ta cuisine"),
    ("Le grand remplacement est en marche", "grand remplacement"),
    ("go back to your country", "go back to your country"),
    ("All immigrants are criminals", "immigrants are criminals"),
    ("Fucking muslims everywhere", "Fucking muslims"),
    (
        "Le foot pour les filles, et puis le tricot pour les garçons tant qu'on y est",
        "foot pour les filles, et puis le tricot",
    ),
    (
        "Des filles au stade mdr, et pourquoi pas de la couture en mêlée",
        "filles au stade mdr, et pourquoi pas de la couture",
    ),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Ma voisine est algérienne et fait le meilleur couscous du quartier.",
    "Les migrants accueillis au gymnase cherchent des couvertures.",
    "Je suis noire et fière de ma ville.",
    "« Dehors les étrangers » : un tag découvert sur la mosquée.",
    "On m'a dit « sale arabe » dans le bus ce matin.",
    "Traiter quelqu'un de sale juif est un délit.",
    "Le mariage des homosexuels a dix ans.",
    "La pédale de mon vélo est cassée.",
    "Les tapis de la boutique sont arrivés.",
    "Rentrez chez vous, l'orage arrive !",
    "Il y a trop de bouchons sur la rocade.",
    "Dire que les Roms sont des voleurs, c'est du racisme.",
    "Un gros chien blanc a traversé la route.",
    "Les joueuses africaines ont dominé le match.",
    "I am a gay teacher and my pupils are great.",
    "Two refugees opened a bakery on Main Street.",
    "Les filles ont gagné au stade hier soir.",
    "L'atelier couture accueille des femmes de tous les quartiers.",
    "On me traitait de sale Polack à la mine.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("hate", text) >= FOUND
    assert words in shown("hate", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("hate", text) < FOUND, shown("hate", text)
