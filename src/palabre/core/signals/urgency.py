"""The sender cannot wait."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Urgency(PhraseDetector):
    """The sender cannot wait."""

    name = "urgency"
    name_fr = "Pressé"
    name_en = "Urgency"
    reasons: ClassVar[Reasons] = {
        "cannot_wait": ("c’est pressé", "it cannot wait"),
        "deadline": ("une échéance", "a deadline"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "denied"])
    rules: ClassVar[Rules] = {
        ("cannot_wait", 0.6): (
            "(urgent(e)|en urgence|urgemment|au plus vite|le plus vite possible|dès que possible|aussi vite "
            "que possible|c est pressé|sans attendre|immédiatement|asap|right now|as soon as possible|"
            "urgently)",
            "(retirez|supprimez|répondez|rappelez|faites|venez|besoin) ~3 (tout de suite|vite|rapidement|"
            "immédiatement)",
        ),
        ("deadline", 0.6): (
            "(besoin|savoir|répondre|réponse|rappeler|il faut|faut) ~4 (avant (ce soir|demain|midi|lundi|"
            "vendredi|samedi)|pour ce soir|pour demain|d ici (ce soir|demain))",
            "(before|by) (tonight|tomorrow|noon)",
        ),
    }
