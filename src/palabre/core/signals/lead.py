"""Somebody would like to buy, subscribe or advertise."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Lead(PhraseDetector):
    """Somebody would like to buy, subscribe or advertise."""

    name = "lead"
    name_fr = "Intention d’achat"
    name_en = "Purchase intent"
    reasons: ClassVar[Reasons] = {
        "wants_to_buy": ("la personne veut acheter ou s’abonner", "the person wants to buy or subscribe"),
        "asks_price": ("un prix, un tarif", "a price"),
        "wants_to_advertise": ("une annonce, de la publicité", "an advertisement"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "denied"])
    rules: ClassVar[Rules] = {
        ("wants_to_buy", 0.75): (
            "(je|j|nous|on) ~1 (voudrais|voudrait|aimerais|souhaite|souhaiterais|souhaitons|veux|voulons) ~1 "
            "(m abonner|nous abonner|offrir un abonnement|prendre un abonnement|souscrire|acheter|commander|"
            "réserver|adhérer)",
            "(comment|où) ~3 (s abonner|m abonner|nous abonner|acheter|commander|réserver|se procurer|"
            "trouver le journal|prendre des places|acheter des places|avoir des places)",
            "(réserver|acheter|prendre) (une|des|deux|trois|quatre|2|3|4) (place(s)|billet(s)|exemplaire(s)|"
            "numéro(s))",
            "(reste(nt)|encore) ~2 (des)? (places|billets|exemplaires)",
            "(how|where) ~3 (subscribe|buy|order|book|get tickets)",
            "(want|would like|looking) to (buy|subscribe|order|book)",
        ),
        ("asks_price", 0.72): (
            "(vos|votre|quel(s)|quels sont les|les|le) (tarif(s)|prix) ~5 (abonnement|annonce|pour|place(s)|"
            "édition|page|numérique|étudiant)",
            "(combien) ~3 (coûte|coute|l abonnement|abonnement|la place|l annonce|une page)",
            "(how much) (is|for|does)",
        ),
        ("wants_to_advertise", 0.75): (
            "(passer|publier|mettre|insérer|parution) ~1 (une|notre|mon|d une) (annonce|publicité|pub|petite "
            "annonce|encart|avis de décès|annonce légale)",
            "(faire de la|acheter une page de|acheter de la|espace) (publicité|pub|publicitaire)",
            "(devenir partenaire|proposer un partenariat|régie publicitaire)",
            "(place an ad|advertise (with|in) (you|your))",
        ),
    }
