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
    innocent = (
        "(rien|pas) (d urgent|de pressé|ne presse)",
        # What was done at once, and what is promised: its author waits for nothing.
        "(eu|répondu|compris|vu|reconnu|su|senti|venu(e)(s)|réagi|pensé|aimé|trouvé) ~1 (tout de suite|"
        "immédiatement)",
        "tout de suite (eu|répondu|compris|vu|reconnu|su|senti|réagi|pensé|aimé|trouvé)",
        "(répondrons|répondrai|répondons|revenons|reviendrons|reviens|reviendrai|rappellerons|rappellerai|appelle|"
        "rappelle) ~3 (dès que possible|au plus vite|rapidement|dans l heure|dans la journée|"
        "dans les plus brefs délais)",
        "(couru|va|allé|passe|roule|apprend|apprend) (trop|très)? vite",
    )
    rules: ClassVar[Rules] = {
        ("deadline", 0.58): (
            "(d ici là|d ici demain|d ici ce soir|il ne reste que|plus que deux jours|plus que quelques heures|"
            "plus que trois jours)",
            "(expire|ferme|se termine|clôt|part) ~2 (ce soir|demain|vendredi|lundi|mardi|mercredi|jeudi|samedi|"
            "minuit|aujourd hui|à 18h|à midi) ~6 (besoin|aidez|réponse|répondez|document|vite|merci)?",
            "(répondez|repondez|réponse|rappelez) ~4 (train|avion|ce soir|minuit|ferme|pressé|part)",
        ),
        ("cannot_wait", 0.6): (
            "(dernier délai|dépêchez vous|dépêche toi|tout de suite|le plus tôt possible|c est pressé|c pressé|"
            "urgence absolue|extrême urgence|sans faute|ne peut pas attendre|au plus vite|faites quelque chose)",
            "(urgence|urgent) ~4 (aujourd hui|ce soir|demain|banque|dossier|maintenant)",
            "(vite|rapidement) (s il vous plaît|svp|merci)",
            "(très|hyper|trop|c est|assez|extrêmement) urgent(e)",
            "(faites|fais|répondez|vite) ~1 (vite|svp|s il vous plaît)",
            "(en priorité|priorité absolue|de toute urgence|sans délai|dans l heure|dans la journée|dans les plus "
            "brefs délais|au plus tôt|ça presse|c est pressant|pas attendre|peut pas attendre|plus attendre)",
            "(please hurry|hurry|right away|as soon as possible|urgent|immediately|cannot wait|can t wait any "
            "longer)",
            "(urgent(e)|en urgence|urgemment|au plus vite|le plus vite possible|dès que possible|aussi vite "
            "que possible|c est pressé|sans attendre|immédiatement|asap|right now|as soon as possible|"
            "urgently)",
            "(retirez|supprimez|répondez|rappelez|faites|venez|besoin) ~3 (tout de suite|vite|rapidement|"
            "immédiatement)",
        ),
        ("deadline", 0.6): (
            "(délai|échéance|date limite|limite|clôture|dossier|offre|inscription(s)|commission|rendez vous|train|"
            "avion|vol|permis) ~4 (ce soir|demain|minuit|midi|aujourd hui|dépassé|dans une heure|expire|ferme|se "
            "termine|dans deux heures|dans vingt minutes|dans une demi heure)",
            "(avant|d ici|pour|jusqu à) (ce soir|demain|midi|minuit|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
            "dimanche|aujourd hui|demain matin|la fin de journée|18 h|18h|17 h|17h)",
            "(il me faut|il nous faut|j ai besoin|besoin) ~4 (pour demain|ce soir|aujourd hui|avant midi|avant "
            "demain|immédiatement|tout de suite|maintenant)",
            "(deadline|expires|closes) ~2 (tonight|today|tomorrow|midnight|noon)",
            "(need|answer|reply|call) ~4 (today|tonight|before|by tomorrow|now|within the hour)",
            "(besoin|savoir|répondre|réponse|rappeler|il faut|faut) ~4 (avant (ce soir|demain|midi|lundi|"
            "vendredi|samedi)|pour ce soir|pour demain|d ici (ce soir|demain))",
            "(before|by) (tonight|tomorrow|noon)",
        ),
    }
