"""Easy money, false help, and the way out to another messenger."""

from collections.abc import Sequence

from palabre.core.model import Signal
from palabre.core.signals.detector import View
from palabre.core.signals.phrases import Hit, PhraseDetector

#: One weak word is nothing: a scam says several.
_NEEDED = 2


class Scam(PhraseDetector):
    """Easy money, false help, and the way out to another messenger."""

    name = "scam"
    name_fr = "Arnaque"
    name_en = "Scam"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.85: (
            "sur whatsapp", "par whatsapp", "via whatsapp", "whatsapp au", "mon whatsapp", "son whatsapp",
            "sur telegram", "écrivez lui sur", "contactez la sur", "contactez le sur", "gagné une fortune",
            "devenir riche", "grâce à madame", "grâce à monsieur", "grâce au coach", "trading", "en bitcoin",
            "en bitcoins", "crypto monnaie", "cryptomonnaie", "doublé mon argent", "doubler votre argent",
            "prêt entre particuliers", "prêt d'argent", "sans justificatif", "retour d'affection", "marabout",
            "investissement garanti", "rendement garanti", "earn money", "make money", "double your money",
            "message me on",
        ),
        0.5: (
            "en une semaine", "en sept jours", "sans risque", "garanti", "100 fiable", "argent facile",
            "revenus complémentaires", "contactez moi en privé", "inbox", "dm me",
        ),
    }  # fmt: skip

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Ask for several marks: one word of money, or one messenger's name, is no scam."""
        return super().judge(view, hits) if len({hit.at for hit in hits}) >= _NEEDED else None
