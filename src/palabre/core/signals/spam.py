"""Advertising that nobody asked for."""

from palabre.core.signals.phrases import PhraseDetector


class Spam(PhraseDetector):
    """Advertising that nobody asked for."""

    name = "spam"
    name_fr = "Publicité"
    name_en = "Spam"
    phrases = {  # noqa: RUF012 - a table, never changed
        0.8: (
            "abonnez vous à ma chaîne", "abonne toi à ma chaîne", "viens sur ma chaîne", "venez sur ma chaîne",
            "lien dans ma bio", "lien en bio", "code promo", "promo code", "profitez de", "offre exceptionnelle",
            "livraison offerte", "visitez notre site", "visitez mon site", "cliquez ici", "cliquez sur le lien",
            "check my profile", "subscribe to my channel", "click here", "link in bio", "free followers",
        ),
    }  # fmt: skip
