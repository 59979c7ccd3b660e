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
            "(je cherche|je recherche|nous cherchons|intéressé(e)(s) par|j aimerais avoir|je souhaite recevoir|je "
            "prends|j en prends|je suis preneu(r|se)|on en voudrait) ~3 (abonnement|exemplaire(s)|numéro(s)|hors "
            "série|place(s)|billet(s)|livre|affiche|formule|offre|entrée(s)|pass|coffret|tirage(s))",
            "(offrir|prendre|souscrire|commander|acheter|réserver|recevoir) ~3 (abonnement|an de lecture|hors "
            "série|exemplaire(s)|place(s)|billet(s)|numéro(s)|affiche|livre|coffret|formule|calendrier|photo(s))",
            "(où|comment|peut on|on peut|possible de) ~3 (acheter|commander|réserver|s abonner|m abonner|se "
            "procurer|trouver|avoir|payer) ~4 (hors série|exemplaire(s)|numéro|affiche|livre|places|billets|"
            "papier|kiosque|abonnement|photo|calendrier)?",
            "(reste t il|y a t il|il reste|avez vous|vous avez) ~2 (encore)? ~2 (places|billets|exemplaires|"
            "entrées|numéros|tickets)",
            "(d like|want|like|love) to (order|buy|subscribe|book|get ~3 (copies|tickets|subscription))",
            "(any|are there) ~1 (tickets|copies|seats) (left|available)",
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
            "(tarif(s)|prix|coût|réduction(s)|remise|formule(s)|offre(s)|devis|abonnement) ~5 (étudiant(s)|"
            "groupe(s)|association(s)|bibliothèque(s)|entreprise(s)|annuel(le)|famille|école(s)|couple|senior(s)|"
            "numérique|mensuel)",
            "(combien coûte|combien coûterait|quel est le tarif|quel est le prix|quels sont vos tarifs|quelles "
            "sont vos formules|quel prix|à quel prix|prix pour)",
            "faites vous ~3 (réduction(s)|prix|tarif(s)|remise|offre(s))",
            "(what does|how much) ~4 (cost|subscription|full page|ad|copy)",
            "(vos|votre|quel(s)|quels sont les|les|le) (tarif(s)|prix) ~5 (abonnement|annonce|pour|place(s)|"
            "édition|page|numérique|étudiant)",
            "(combien) ~3 (coûte|coute|l abonnement|abonnement|la place|l annonce|une page)",
            "(how much) (is|for|does)",
        ),
        ("wants_to_advertise", 0.75): (
            "(partenariat|publicité|encart|annonce|faire part|sponsoring|guide|annuaire|parrainage|mécénat) ~4 "
            "(avec|dans|pour|votre|vous|journal|rédaction|notre|publier)",
            "(nous sommes|je suis|je tiens|je représente|notre) ~5 (association|restaurant|commerce|entreprise|"
            "agence|hôtel|festival|club|gérant(e)) ~6 (souhait*|voudri*|aimeri*|cherch*|intéressé*)",
            "(passer|publier|mettre|insérer|parution) ~1 (une|notre|mon|d une) (annonce|publicité|pub|petite "
            "annonce|encart|avis de décès|annonce légale)",
            "(faire de la|acheter une page de|acheter de la|espace) (publicité|pub|publicitaire)",
            "(devenir partenaire|proposer un partenariat|régie publicitaire)",
            "(place an ad|advertise (with|in) (you|your))",
        ),
    }
