"""Somebody would like to buy, subscribe or advertise."""

from palabre.core.signals.phrases import PhraseDetector


class Lead(PhraseDetector):
    """Somebody would like to buy, subscribe or advertise."""

    name = "lead"
    name_fr = "Intention d’achat"
    name_en = "Purchase intent"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.75: (
            "je voudrais m'abonner", "comment s'abonner", "comment m'abonner", "vos tarifs", "quel tarif",
            "vos prix", "passer une annonce", "faire de la publicité dans", "acheter une page", "où acheter",
            "où peut on acheter", "réserver une place", "réserver des places", "how much is", "how to subscribe",
            "want to buy",
        ),
    }  # fmt: skip
