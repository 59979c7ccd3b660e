"""Advertising that nobody asked for."""

import re
from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View

#: A heap of arrows that points at a site: no reader writes so.
_POINTING = ">>"
_POINTED = re.compile(r">{2,8} ?(?:https?://)?(?:[\w-]{1,40}\.){1,4}[a-z]{2,10}\b", re.IGNORECASE)
_WEIGHT = 0.8


class Spam(PhraseDetector):
    """Advertising that nobody asked for."""

    name = "spam"
    name_fr = "Publicité"
    name_en = "Spam"
    reasons: ClassVar[Reasons] = {
        "self_promotion": ("quelqu’un fait venir chez lui", "somebody draws people to their place"),
        "sale": ("une vente", "a sale"),
        "click": ("« cliquez ici »", "“click here”"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "told", "denied"])
    sign = _POINTING
    rules: ClassVar[Rules] = {
        ("self_promotion", 0.8): (
            "(abonn(e|ez) (toi|vous)|venez|viens|rejoign(ez|s)|suivez|suis|passez) ~2 (ma chaîne|mon compte|"
            "ma page|mon profil|mon site|mon blog|mon insta|mon instagram|mon onlyfans|ma boutique|notre "
            "groupe|mon live|mon serveur)",
            "(lien|liens|link) ~2 (bio|profil|profile|description|commentaire|commentaires|ici)",
            "(follow|like|abonnement) (back|pour follow|contre)",
            "(suivez|suis|follow|likez|like|ajoutez|ajoute) (moi|nous|me|et partagez)",
            "(je) (follow|rends|rend) ~2 (back|likes|abonnements|follow)",
            "(allez|venez|va|viens) ~1 (voir|mater|liker|follow) ~3 (chaîne|vidéo|page|profil|compte|abonnez|"
            "insta)",
            "(ma chaîne|mon insta|ma page) ~4 (abonnez|abonne|likez|voir)",
            "(subscribe|sub|follow|visit|check) ~2 (my|our) (channel|page|profile|site|website|shop|onlyfans|"
            "account|stream)",
            "(free|buy) (followers|likes|subscribers|v bucks|robux)",
            "(sub4sub|follow for follow|f4f)",
        ),
        ("sale", 0.75): (
            "(en vente|à la vente|disponible(s)) (chez moi|chez nous|sur demande|en mp) ~3 (contacter|contactez|mp|"
            "téléphone|tél|écrivez|appelez|livraison)",
            "(code promo|promo code|code de réduction|bon de réduction|discount code|coupon code)",
            "(acheter|achetez|vente de|gagner|gagnez) ~1 (abonnés|followers|likes|vues)",
            "(prix) (cassés|imbattables|mini|discount|usine)",
            "(pas chère(s)|pas cher|petits prix|à prix) ~4 (livraison|commandez|devis|stock|lien|http|boutique)",
            "(perdez|perdre|maigrir|maigrissez) ~3 (kilos|kg) ~8 (méthode|lien|coach|produit|programme|gélules)",
            "(ebook|e book|formation|guide|méthode) ~1 (gratuit(e)|offert(e)) ~4 (télécharger|lien|ici|bio|"
            "cliquez)?",
            "(rejoignez|rejoins|intégrez) ~3 (groupe|canal|communauté|discord) ~6 (bons plans|lien|gratuit|pronos|"
            "promo)",
            "(profitez|profite) ~2 (promotion|promo|offre|réduction|remise|soldes|prix)",
            "(offre|promotion|promo) (exceptionnelle|spéciale|limitée|flash|du moment)",
            "(livraison) (offerte|gratuite) ~6 (commande|site|boutique|code|achat)",
            "(devis) (gratuit|offert) ~6 (appelez|contactez|site|entreprise|artisan|tél)",
            "(à vendre|je vends|vends) ~8 (prix|euros|contactez|mp|livraison)",
            "(commande(z)|achetez|réservez) (vite|maintenant|dès maintenant|en ligne sur|sur notre|votre "
            "place sur)",
            "(notre|nos) (entreprise|équipe|experts|artisans|boutique|carafes|produits) ~6 (propose(nt)|vous|"
            "élimine(nt)|à partir de|stock|devis)",
            "(buy now|shop now|order now|limited offer|best price|free shipping|cheap price)",
        ),
        ("sale", 0.72): (
            "(viagra|cialis|kamagra) ~3",
            "(copie(s)|réplique(s)) (1 1|parfaite(s)|de luxe|premium)",
            "(pronos|pronostics) ~3 (gagnant(s)|gratuit(s)|vip|sûrs)",
            "(tours gratuits|free spins|bonus sans dépôt|bonus de bienvenue)",
            "(vérifiez|testez|calculez) ~1 (éligibilité|vos droits aux aides)",
            "(isolation|pompe à chaleur|panneau(x) solaire(s)|photovoltaïque) ~4 (à 1|gratuite|gratuit|prime|étude|"
            "éligib*)",
            "(étude|audit|diagnostic|estimation|essai) gratuit(e)",
            "(comparez|comparer) (gratuitement|les offres|en ligne)",
            "(boostez|augmentez|explosez) ~2 (seo|visibilité|ventes|trafic|référencement|audience)",
            "backlinks",
            "(avec|entrez|utilisez) (mon|le|notre) code",
            "(promo|soldes|remise|réduction) ~4 (foncez|profitez|ce week end seulement|24h seulement|stock limité)",
            "(instant|fast) delivery",
        ),
        ("click", 0.55): ("(lien|link) (ci dessous|below|dans ma bio|en bio|in bio|en commentaire)",),
        ("click", 0.75): (
            "(cliqu(e|ez)|clik|click) ~1 (ici|le lien|sur le lien|sur ce lien|sur mon lien|here|the link|my "
            "profile|below)",
            "(visit(ez|e)|découvr(ez|e)|rendez vous sur) ~1 (notre site|mon site|notre boutique|ma boutique|"
            "notre page)",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Take the arrows that point at a site too, which are no words."""
        text = view.message.text
        if _POINTING in text and (found := _POINTED.search(text)):
            hits = [*hits, Hit(*found.span(), _WEIGHT, "click")]
        return super().judge(view, hits)
