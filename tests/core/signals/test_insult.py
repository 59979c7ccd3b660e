"""Signal `insult`: sentences invented as people say them, both sides."""

import pytest

from .said import FOUND, score, shown

#: A sentence, and the words that must be shown for it.
SAID = [
    ("Espèce d'abruti, apprends à lire avant de commenter.", "Espèce d'abruti"),
    ("T'es vraiment qu'un connard.", "connard"),
    ("vous êtes des guignols, tous autant que vous êtes", "vous êtes des guignols"),
    ("C0NNARD va", "C0NNARD"),
    ("c.o.n.n.a.r.d", "c.o.n.n.a.r.d"),
    ("Mais ferme ta gueule toi", "ferme ta gueule"),
    ("Bande de crétins, le pont est fermé depuis lundi", "Bande de crétins"),
    ("quelle connasse celle-là", "connasse"),
    ("t es trop con mon pauvre", "t es trop con"),
    ("Va te faire foutre avec ton écologie", "Va te faire foutre"),
    ("Sale menteur, on t'a vu", "Sale menteur"),
    ("Tas d'incapables à la mairie, rendez l'argent", "Tas d'incapables"),
    ("vous etes nuls et ridicules", "vous etes nuls et ridicules"),
    ("p*te de journaliste", "p*te"),
    ("Encore un article de ce torchon", "torchon"),
    ("You are such an idiot, mate.", "You are such an idiot"),
    ("Shut it, you pathetic moron", "you pathetic moron"),
    ("connnnnard", "connnnnard"),
    ("Il n'a pas inventé l'eau chaude, le nouveau greffier", "pas inventé l'eau chaude"),
    ("Bête à manger du foin, cette rubrique et celui qui la tient", "Bête à manger du foin"),
    ("Tu dis n’importe quoi, change de dealer", "change de dealer"),
    ("He was dropped on his head, that referee", "dropped on his head"),
    ("Le préfet est une girouette", "préfet est une girouette"),
    ("Vous êtes bien trop sots pour voter", "Vous êtes bien trop sots pour"),
    ("Va jouer aux billes, l'ancien", "Va jouer aux billes"),
    ("Change de dealer, et vite", "Change de dealer"),
    ("Allez au diable, vous et vos sondages", "Allez au diable"),
    ("Encore une qui n'a jamais travaillé de sa vie", "Encore une qui n'a jamais travaillé"),
]
#: Sentences that look like it and are not.
INNOCENT = [
    "Quel con je suis, j'ai oublié mes clés.",
    "Quelle idiote je fais, c'était écrit en haut.",
    "Dire d'un élu qu'il est un crétin peut coûter cher.",
    "Ce préfet est un « crétin », à en croire l'affiche.",
    "Espèce de vieille branche, ça fait plaisir !",
    "On a inventé la roue bien avant la poudre.",
    "Ce film est une tuerie !",
    "Le conseil municipal a voté le budget.",
    "On n'est pas des imbéciles, expliquez-nous la carte.",
    "« Abruti » : voilà le mot que le maire a lancé hier en séance.",
    "Elle s'est fait traiter de connasse devant tout le monde, personne n'a bougé.",
    "La collecte des ordures ménagères est reportée à mardi.",
    "Il demeure interdit de stationner place de la République.",
    "J'ai été idiot de ne pas garder le ticket.",
    "Les clowns du cirque passent à l'hôpital mercredi.",
    "Les cloches ont sonné à midi.",
    "Le terrain est vendu depuis mars.",
    "Pourquoi pas une piste cyclable ?",
    "I was such an idiot to believe the forecast.",
    "Les voleurs ont emporté deux vélos.",
    "The council meets on Tuesday.",
    "Ils ont fermé la maternité en juin.",
    "Ferme la fenêtre, il pleut.",
    "Arrêtez de dire que les jeunes sont des abrutis.",
    "On m'a appelé gros tas pendant tout le collège.",
    "Je suis l'un de ces bras cassés, et j'ai fait onze heures.",
    "C'est une buse, là-haut, pas un faucon.",
    "Le diable est dans les détails.",
]


@pytest.mark.parametrize(("text", "words"), SAID)
def test_found_with_its_words(text: str, words: str) -> None:
    assert score("insult", text) >= FOUND
    assert words in shown("insult", text)


@pytest.mark.parametrize("text", INNOCENT)
def test_left_alone(text: str) -> None:
    assert score("insult", text) < FOUND, shown("insult", text)
