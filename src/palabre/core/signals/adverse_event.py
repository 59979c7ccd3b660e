"""A harm after a medicine: to be told to pharmacovigilance."""

from collections.abc import Sequence

from palabre.core.model import Signal
from palabre.core.signals.detector import View
from palabre.core.signals.phrases import MODEL, Hit, PhraseDetector

#: A reaction alone, or a medicine alone, is no event: both are needed.
_REACTION, _MEDICINE = 0.45, 0.4


class AdverseEvent(PhraseDetector):
    """A harm after a medicine: to be told to pharmacovigilance."""

    name = "adverse_event"
    name_fr = "Effet indésirable"
    name_en = "Adverse event"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.8: (
            "effet secondaire", "effets secondaires", "effet indésirable", "effets indésirables",
            "depuis qu'elle prend", "depuis qu'il prend", "depuis que je prends", "a fait une réaction",
            "side effect", "side effects",
        ),
        0.45: (
            "plaques", "rougeurs", "gonflé", "gonflée", "urticaire", "vertiges", "malaise", "vomissements",
            "vomit", "nausées", "palpitations", "évanoui", "évanouie", "éruption", "démangeaisons", "rash",
            "dizzy", "nausea",
        ),
        0.4: (
            "médicament", "médicaments", "traitement", "comprimé", "comprimés", "cachet", "cachets", "gélule",
            "gélules", "vaccin", "ordonnance", "mg", "posologie", "medication", "pills",
        ),
    }  # fmt: skip

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Ask for a reaction and a medicine, or for words that say both."""
        weights = {hit.weight for hit in hits}
        if max(weights, default=0) > _REACTION:
            return super().judge(view, hits)
        if {_REACTION, _MEDICINE} <= weights:
            return Signal(self.name, 0.75, MODEL, self.evidence(view, hits))
        return None
