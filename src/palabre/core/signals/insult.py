"""Someone is insulted. Coarse words without a target weigh less."""

from collections.abc import Sequence

from palabre.core.model import Signal
from palabre.core.signals.detector import View
from palabre.core.signals.phrases import MODEL, Hit, PhraseDetector

#: Words spoken to someone: an insult beside one is aimed.
_AIMED = frozenset(["tu", "toi", "te", "t", "vous", "es", "etes", "ta", "ton", "you", "your", "ur"])


class Insult(PhraseDetector):
    """Someone is insulted. Coarse words without a target weigh less."""

    name = "insult"
    name_fr = "Insulte"
    name_en = "Insult"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.9: (
            "connard", "connards", "connasse", "connasses", "enculé", "enculés", "fils de pute", "fdp", "salope",
            "salopes", "ta gueule", "vos gueules", "ferme ta gueule", "va te faire foutre",
            "allez vous faire foutre", "va te faire enculer", "ntm", "nique ta mère", "espèce de con",
            "espèce d'abruti", "espèce d'idiot", "bande de cons", "bande de connards", "sale con", "gros con",
            "pauvre con", "pauvre type", "pauvre fille", "sale gamine", "you idiot", "you moron", "asshole",
            "piece of shit", "fuck you", "stfu", "shut up",
        ),
        0.78: (
            "abruti", "abrutis", "abrutie", "crétin", "crétins", "débile", "débiles", "débile mental", "bouffon",
            "bouffons", "ordure", "ordures", "pourriture", "raclure", "tocard", "tocards", "guignol", "guignols",
            "clown", "clowns", "bande de nuls", "bande de voleurs", "bande de criminels", "bande d'incapables",
            "bande de branleurs", "bande de menteurs", "merdeux", "trouduc", "couillon", "couillons", "imbécile",
            "imbéciles", "moron", "idiots", "scum", "pauvre imbécile", "sale menteur", "sac à merde", "torchon",
            "feuille de chou", "journalope", "journalopes", "merdia", "merdias",
        ),
        0.55: (
            "incapable", "incapables", "incompétent", "incompétents", "feignant", "feignants", "fainéant",
            "fainéants", "voleurs", "menteur", "menteurs", "vendus", "ridicule", "honteux", "pathétique",
            "minable", "minables", "idiot", "stupide", "con", "cons", "conne", "connerie", "conneries", "nul",
            "nuls", "loser",
        ),
    }  # fmt: skip

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Weigh coarse words that are aimed at nobody less: swearing at the rain insults no one."""
        found = super().judge(view, hits)
        if found is None or found.score >= 0.7 or not _AIMED.isdisjoint(view.words):
            return found
        score = round(found.score * 0.7, 3)
        return Signal(self.name, score, MODEL, found.evidence) if score >= 0.3 else None
