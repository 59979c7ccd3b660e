"""Easy money, false help, and the way out to another messenger."""

import re
from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.disguise import has_signs
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View

#: A way to answer: only a mark of a scam beside other marks.
_CONTACT = re.compile(
    r"\+?\d[\d .-]{7,18}\d|[\w.+-]{2,64}@[\w-]{2,40}\.\w{2,6}|(?:wa|"
    r"t)\.me/\w{1,40}"
)
#: One weak mark is nothing: a scam says several. From this weight, with a way to answer, two are enough.
_NEEDED, _ALONE, _AGAIN = 0.85, 0.8, 0.2


class Scam(PhraseDetector):
    """Easy money, false help, and the way out to another messenger."""

    name = "scam"
    name_fr = "Arnaque"
    name_en = "Scam"
    reasons: ClassVar[Reasons] = {
        "messenger": ("on vous emmène vers une autre messagerie", "people are led to another messenger"),
        "easy_money": ("de l’argent facile", "easy money"),
        "loan": ("un prêt entre particuliers, une aide trop belle", "a private loan, help too good to be true"),
        "healer": ("un marabout, un médium", "a healer, a medium"),
        "prize": ("un gain, un tirage au sort", "a prize, a draw"),
        "false_support": (
            "un faux conseiller, un compte à « récupérer »",
            "a false adviser, an account to “recover”",
        ),
        "thanks_to_expert": ("merci à un expert providentiel", "thanks to a providential expert"),
        "promise": ("une promesse trop belle", "a promise too good"),
        "contact": ("un numéro ou une adresse pour répondre", "a number or an address to answer to"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "told", "denied"])
    rules: ClassVar[Rules] = {
        ("messenger", 0.6): (
            "(sur|par|via|au|mon|son|leur|le|numéro|écrivez|contactez|whatsapp) ~2 (whatsapp|whats app|"
            "watsapp|whatsap|wathsapp|watsap|telegram|télégram|viber)",
            "(whatsapp|whats app|watsapp|whatsap|telegram) (au|me|uniquement|only|number|numéro|direct|now)",
            "(on|via|my|his|her) (whatsapp|telegram|signal)",
        ),
        ("messenger", 0.45): (
            "(ajoute|ajoutez|add|rejoins|écris|contacte|direction) ~2 (snap|snapchat|telegram|insta)",
            "(partage|explique|montre|aide|dis|renseigne|questions|détails|infos|details|ask me how) ~3 (en "
            "privé|en mp|"
            "en dm|inbox|in dm|par mp|mp)",
            "(telegram|whatsapp|snap|lien) ~2 (dans ma bio|en bio|in my bio)",
        ),
        ("messenger", 0.66): (
            "(contact*|écri*|ajoutez|joign*|rejoign*|message) ~6 (whatsapp|watsapp|telegram|télégram|gmail|inbox)",
            "(lien) ~1 (telegram|whatsapp|télégram)",
        ),
        ("messenger", 0.4): (
            "(écri(s|vez|re)|contact(e|ez|er)|ajout(e|ez)|joign(ez|ez)|mp|dm|inbox) ~2 (en privé|inbox|en mp|"
            "en message privé|en dm|par mail|par email|ici|moi|la|le)",
            "(dm me|inbox me|message me|text me|hit me up|add me|contact (him|her|me)|reach (him|her) (on|at|via))",
        ),
        ("easy_money", 0.84): (
            "(doubl(é|er|ez|e)|tripl(é|er|ez|e)|multipli(é|er|ez|e)) ~2 (thune|fric|oseille|bitcoins|btc)",
            "(dépos(e|ez|er)|envo(ie|yez)|vers(e|ez)) ~3 (btc|bitcoin(s)|eth|usdt|crypto(s)) ~3 (reçois|recevez|"
            "récupère|récupérez)",
            "(vends|vente de|vendons|achetez|échange(z)|dispo) ~2 (faux|fausse(s)) ~1 (billet(s)|permis|papiers|"
            "passeport(s)|chèque(s)|diplôme(s))",
            "(compte bancaire|rib|carte bancaire) ~3 (encaisser|encaissement|recevoir un virement|dépôt de chèque)",
            "(investi(s|r|ssez)|placement|investissement) ~3 (aucune perte|sans perte|sans aucun risque|garanti(e)|"
            "immédiat)",
            "(guaranteed|instant) (returns|payout|income)",
        ),
        ("easy_money", 0.6): (
            "(faire|gagner|gagne|encaisse(r)) ~3 (en 1h|en 2h|en 24h|en une heure|en deux heures|en une nuit|"
            "par heure)",
            "(rendu|rendue|devenir|devenez|deviens|devient|devenus) ~1 riche(s)",
            "(indépendant(e)(s)|libre(s)) financièrement",
            "(robot|logiciel|bot|algorithme) (de trading|de paris|automatique)",
            "(dépôt|mise|investissement) minimum",
            "(besoin d argent|besoin de cash|problème d argent|sortir de mes dettes|sorti de mes dettes|fin de "
            "mois "
            "difficile) ~6 (aide|solution|inbox|privé|mp|contact*|méthode)",
            "(méthode|astuce|plan|système) ~4 (dettes|doubler|revenus|thune|argent facile)",
            "(easy|quick|fast) (cash|money) (today|now|daily)?",
        ),
        ("easy_money", 0.7): (
            "(gagn(é|er|e|ez|ent)|encaiss(é|er|e)|touch(é|er)|empoch(é|er)|retir(é|er)|reçu|génér(é|er|e|"
            "ez)) ~5 (en (une semaine|un mois|sept jours|7 jours|trois jours|3 jours|24 h|24h|48h|deux "
            "semaines|quelques jours)|par (jour|semaine|mois)|depuis chez (moi|vous)|à la maison|sans "
            "(effort|rien faire|sortir))",
            "(doubl(é|er|ez)|tripl(é|er|ez)|multipli(é|er|ez)|fructifier) ~2 (argent|mise|capital|épargne|"
            "économies|investissement|gains)",
            "(investi|investir|investissement|investissez|placé|placement|dépôt de|déposé) ~6 (bitcoin(s)|"
            "btc|crypto(s)|trading|forex|gain(s)|rendement|bénéfice(s)|profit(s)|rapporte|retiré)",
            "(trader|courtier|coach|plateforme|robot|application|expert(e)|mentor) ~3 (trading|bitcoin(s)|"
            "crypto(s)|forex|financier|financière|investissement(s))",
            "(gain(s)|profit(s)|bénéfice(s)|retrait(s)) ~3 (trading|bitcoin|crypto|forex|garanti(s)|"
            "automatique(s)|par semaine)",
            "(trading|forex|bitcoin|crypto) ~3 (automatique|garanti(s)|sans risque|gagn*|profit(s)|gain(s))",
            "(gagner|gagné|gagne|recevoir|reçu) ~5 (forex|trading|bitcoin(s)|crypto(s))",
            "(argent facile|revenus passifs|revenu passif|revenus complémentaires|liberté financière|"
            "indépendance financière|devenir riche|gagné une fortune|changé ma vie financièrement)",
            "(earn(ed)|earning|mak(e|ing)|made) ~4 (per|a|every|each) (day|week|month|hour)",
            "(double|triple|grow) your (money|investment|bitcoin)",
            "(forex|crypto|bitcoin) (trading|trader|investment|mining|expert)",
            "(work from home|passive income|financial freedom|quick cash|easy money)",
        ),
        ("loan", 0.84): (
            "(don|donne|donner|léguer|lègue|donation|faire don) ~2 (fortune|héritage|tous mes biens)",
            "(garder|gérer|confier|transférer|recevoir) ~2 (ma|une|la) (fortune|grosse somme)",
            "(prêt(s)|crédit(s)) ~8 (même fiché(e)(s)|fiché(e)(s) banque|interdit(e)(s) bancaire(s)|ficp)",
            "(récupérer|débloquer|toucher) ~2 (héritage|succession) ~8 (frais|dossier|euros|notaire)",
            "(transférer|transfert d) ~2 (somme|fonds|millions) ~8 (récompens*|commission|pourcentage|aide)",
        ),
        ("loan", 0.75): (
            "(prêt(s)|crédit(s)|financement) ~2 (entre particuliers|d argent|rapide|particulier|sans "
            "justificatif|en 24h|en 48h|en 72h|sérieux|personnel à)",
            "(offre|donne|fais|octroie) ~1 (des|un) prêt(s)",
            "(don|dons|donation) ~5 (veuve|malade|mourante|notaire|orphelin*)",
            "(offre|offr(e|ons)|accord(e|é|ée|er|ons)|obtenu|octroie|octroi) ~4 (prêt(s)|crédit)",
            "(particulier|monsieur|madame|dame|homme) ~5 (accordé(e)|prêté|octroyé|aidé(e) à obtenir) ~4 "
            "(euros|prêt|crédit|somme)",
            "(refusé(e)|rejeté(e)|interdit(e)) ~3 (banque(s)|bancaire)",
            "(héritage|donation|don) ~5 (bénéficiaire|notaire|cancer|veuve|millions|personne sérieuse)",
            "(loan offer|need a loan|instant loan|loan at)",
        ),
        ("healer", 0.85): (
            "(retour) (affectif|d affection|de l être aimé|de l être cher|de mon mari|d amour)",
            "(guérisseur|voyant(e)|médium|marabout|magnétiseur) ~5 (toutes maladies|tous vos problèmes|appelez|"
            "contactez|consultation gratuite|résout|règle tous)",
            "(marabout|maraboutage|médium|voyant|voyante|désenvoûtement|envoûtement|rituel|guérisseur) ~6 "
            "(retour|garanti|sérieux|africain|chance|aimé|résultat(s)|puissant|grand|48h|argent|amour)",
            "(grand|puissant|maître|professeur) (marabout|médium|voyant|sorcier)",
            "(spell caster|love spell|voodoo|powerful healer)",
        ),
        ("prize", 0.84): (
            "(selected|chosen|qualified|eligible) for ~2 (grant|prize|reward|giveaway|compensation)",
            "free (robux|v bucks|vbucks|iphone|gift cards|skins) ~3",
            "(gagné|remporté) ~2 (cadeau|bon d achat|iphone|carte cadeau) ~5 (écri*|contact*|cliqu*|message|page)",
        ),
        ("prize", 0.66): (
            "(félicitations|bravo|vous avez|vous êtes) ~6 (tirés au sort|tiré(e) au sort|gagné|gagnant(e)|"
            "sélectionné(e)|heureux gagnant)",
            "(heureux gagnant|heureuse gagnante|tirage au sort) ~8 (coordonnées|envoyez|frais|réclam*|lot|"
            "contact*)",
            "(gagné) ~6 (cliquez|frais de port|payez|réclamez|iphone|récupérer)",
            "(réclame(r|z)|récupére(r|z)|recevoir|retirer|obtenir) (votre|vos|ton) (lot|gain(s)|cadeau|prix|"
            "tablette|iphone|téléphone|colis|récompense)",
            "(frais de (port|dossier|livraison|douane|retrait)) ~6 (recevoir|débloquer|gagn*|colis|offert|"
            "seulement)",
            "(photo|numéro|code|recto verso) ~2 (de)? (votre|ta) carte (bancaire|bleue|d identité)?",
            "(you have (won|been selected)|claim your (prize|gift|reward)|lucky winner|gift card)",
        ),
        ("false_support", 0.84): (
            "(confirm(ez|er)|vérifi(ez|er)|renseign(ez|er)|mett(ez|re) à jour|saisissez) ~2 (données bancaires|"
            "informations de paiement|numéro de carte|codes d accès)",
            "(sera|seront|va être) (coupé(e)(s)|suspendu(e)(s)|bloqué(e)(s)|résilié(e)(s)|fermé(e)(s)) ~6 "
            "(confirm*|"
            "cliqu*|identifi*|vérifi*|régularis*)",
            "(unusual|suspicious) (activity|login|sign in) ~6 (log in|sign in|verify|confirm|click)",
            "(verify|confirm) your (account|identity|payment|bank) ~4 (here|now|link|below)",
        ),
        ("false_support", 0.65): (
            "(récupér(é|er|ez)|débloqu(é|er)|pirat(é|er)|hack(é|er)) ~4 (compte|fonds|argent|facebook|"
            "instagram|bitcoins) ~8 (expert|hacker|contact*|grâce|aidé|whatsapp|merci)",
            "(confirm(ez|er)|vérifi(ez|er)|mett(ez|re) à jour) (vos|votre) (coordonnées bancaires|compte|"
            "identifiants|informations bancaires|moyen de paiement|carte)",
            "(hack(er|ers)|recovery expert) ~4 (account|recover|funds|spouse|phone)",
            "(recover|recovered|recovery) ~3 (lost|stolen) (funds|money|crypto|bitcoin)",
        ),
        ("false_support", 0.7): (
            "(récupér*|débloqu*|pirat*) ~3 (comptes|compte|fonds|facebook|instagram|whatsapp)",
            "(votre|ton) compte ~2 (est|a été) (bloqué|piraté|suspendu) ~3 (contact*|écri*)",
            "(envoyez|donnez|communiquez) ~2 (coordonnées bancaires|rib|iban|code reçu|numéro de carte)",
        ),
        ("false_support", 0.85): (
            "(votre compte) ~4 (suspendu|bloqué|désactivé|désactivée|fermé) ~8 (cliqu*|confirm*|vérifi*|identifi*)",
        ),
        ("thanks_to_expert", 0.55): (
            "(grâce (à|au)|merci (à|au)|remercie) ~2 (madame|monsieur|mme|mr|coach|docteur|dr|expert(e)|"
            "trader|mentor|maître|prêteur|particulier) ~12 (argent|gagné|gagne|prêt|investi*|trading|"
            "bitcoin(s)|crypto|retour|guéri|compte|euros|whatsapp|fonds|vie)",
            "(je (tiens à|voudrais|veux) (témoigner|remercier|partager)|bonjour je tiens à) ~12 (prêt|"
            "investi*|particulier|trader|banque(s)|argent|madame|monsieur|marabout|gagné)",
            "(thanks to|all thanks to) (mr|mrs|miss|coach|expert|dr)",
        ),
        ("promise", 0.35): (
            "(garanti(e)(s)|sans risque(s)|100 fiable|sans justificatif(s)|stock limité|places limitées|"
            "offre limitée|dernières places|résultat garanti|paiement après|en toute discrétion|honnête et "
            "sérieux|sérieux et honnête|fiable et rapide)",
            "(uniquement sur|commande sur|commandez (vite|maintenant))",
            "(guaranteed|risk free|100 legit|limited (slots|spots|offer))",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Ask for several marks: one word of money, or one messenger's name, is no scam."""
        marks = {hit.why: hit.weight for hit in sorted(hits, key=lambda hit: hit.weight)}
        if not marks:
            return None
        contact = _CONTACT.search(view.message.text) if has_signs(view.message.text) else None
        if contact is not None:
            marks["contact"] = 0.35
            hits = [*hits, Hit(*contact.span(), 0.35, "contact")]
        total = sum(marks.values()) + _AGAIN * (len(hits) - len(marks))
        if max(marks.values()) < _ALONE and (len(hits) < 2 or total < _NEEDED):
            return None
        return self.signal(min(0.97, 0.45 + total / 3), hits)
