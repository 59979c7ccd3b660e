"""Hostility towards people for what they are."""

from palabre.core.signals.phrases import PhraseDetector


class Hate(PhraseDetector):
    """Hostility towards people for what they are."""

    name = "hate"
    name_fr = "Haine"
    name_en = "Hate"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.95: (
            "sale arabe", "sales arabes", "sale noir", "sales noirs", "sale juif", "sales juifs", "sale pédé",
            "sales pédés", "sale gouine", "bougnoule", "bougnoules", "négro", "négros", "youpin", "youpins",
            "sale race", "sales races", "bicot", "bicots", "sale gitan", "sales gitans", "sale musulman",
            "sales musulmans", "sale étranger", "sales étrangers", "mort aux arabes", "mort aux juifs",
            "dirty immigrants", "filthy immigrants",
        ),
        0.85: (
            "retourne dans ton pays", "retournez dans votre pays", "rentre dans ton pays",
            "rentrez dans votre pays", "rentrez chez vous", "retourne chez toi", "dehors les étrangers",
            "dehors les immigrés", "trop d'arabes", "trop de noirs", "trop d'étrangers", "trop d'immigrés",
            "y en a trop chez nous", "on est envahis", "le grand remplacement", "go back to your country",
            "tarlouze", "tarlouzes", "tapette", "tapettes", "pédale", "sale pd",
        ),
    }  # fmt: skip
