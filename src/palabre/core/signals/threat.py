"""Harm announced to somebody."""

from palabre.core.signals.phrases import PhraseDetector


class Threat(PhraseDetector):
    """Harm announced to somebody."""

    name = "threat"
    name_fr = "Menace"
    name_en = "Threat"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.92: (
            "je vais te tuer", "je vais vous tuer", "on va te tuer", "je vais te péter la gueule",
            "je vais te casser la gueule", "je vais te retrouver", "on va te retrouver", "je sais où tu habites",
            "on sait où tu habites", "je sais où vous habitez", "on sait où vous habitez", "tu vas crever",
            "vous allez crever", "tu vas le payer", "vous allez le payer", "tu vas voir ta gueule", "je te brûle",
            "on va vous brûler", "gare à toi", "gare à vous", "fais gaffe à toi", "i will kill you",
            "i know where you live", "we will find you",
        ),
        0.7: (
            "on viendra vous chercher", "on va venir vous chercher", "on va s'occuper de vous",
            "on va s'occuper de toi", "ça va mal finir pour", "vous allez voir", "tu vas voir",
            "attention à vous en sortant", "watch your back", "you will pay",
        ),
    }  # fmt: skip
