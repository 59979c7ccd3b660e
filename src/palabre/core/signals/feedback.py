"""What readers think of the newsroom's work."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules, best
from palabre.core.signals.view import View

#: A word of the trade and an opinion in one message: neither says it alone.
_MARKS, _BOTH = ("work_named", "opinion"), 0.58


class Feedback(PhraseDetector):
    """What readers think of the newsroom's work."""

    name = "feedback"
    name_fr = "Retour sur le travail"
    name_en = "Feedback"
    reasons: ClassVar[Reasons] = {
        "our_work": ("le travail de la rédaction, nommé", "the newsroom’s work, named"),
        "work_named": (
            "un mot du métier : article, podcast, une…",
            "a word of the trade: article, podcast, headline…",
        ),
        "opinion": ("un avis, à côté", "an opinion, beside it"),
        "liked": ("apprécié", "liked"),
        "disliked": ("critiqué", "criticised"),
        "paywall_or_ads": (
            "le prix, les articles réservés, la publicité",
            "the price, the paywall, the advertising",
        ),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted"])
    rules: ClassVar[Rules] = {
        ("opinion", 0.1): (
            "(merci|bravo|excellent(e)|passionnant(e)|intéressant(e)|clair(e)|utile|génial(e)|super|enfin|plaisir|"
            "digne|sobre|juste|honnête|rare|bien écrit|bien fait|mérite|aurait mérité)",
            "(illisible|pénible|insupportable|nul(le)|lourd(e)|dommage|trop|manque|encore un|trompeur|racoleur|"
            "déçu(e)|mal|partial|orienté|bâclé|creux|sans intérêt|coupe la parole|coupe sans|laisse parler|"
            "petites|petit|lassant|mensonger|rien lire|ne l arrêtez pas|pas écrit|jamais|variez|pourquoi|en "
            "entier|chaque semaine|m accompagne)",
            "(great|excellent|soft|poor|biased|misleading|thank|learned|too|never|love|boring|unfair|balanced)",
        ),
        ("work_named", 0.1): (
            "(article(s)|papier|journaliste(s)|présentateur|présentatrice|animateur|animatrice|podcast(s)|mise en "
            "page|maquette|rédaction|édito(s)|reportage(s)|newsletter|chronique(s)|votre journal|votre site|votre "
            "appli|votre émission|vos pages|vos photos|votre édition|ce titre|titre de l article|intervieweu*|la "
            "une|votre chaîne|votre antenne|l émission|cette émission|une ligne)",
            "(your paper|your site|your app|headline|journalist(s)|reporter|presenter|podcast|editorial|the "
            "article|this article|this piece|interview with)",
        ),
        ("liked", 0.72): (
            "(j apprécie|j aime|on aime|j adore|je lis toujours|je lis avec plaisir|continuez|un plaisir de lire) "
            "~2 (vos|votre|cette|ce|la|les|le) ~2 (édito*|dossier(s)|série|enquête(s)|chronique(s)|rubrique|pages|"
            "émission|podcast|newsletter|maquette|format|articles|journal|dessin(s)|portraits|reportage(s)|photos)",
            "(article|papier|reportage|enquête|dossier|sujet|émission|podcast|portrait|entretien|interview|édito) "
            "~3 (clair|équilibré|fouillé|complet|passionnant|nuancé|honnête|bien fait|bien écrit|très bien|"
            "excellent|intéressant|utile|instructif|pédagogique|rare)",
            "(excellent|très bon|bon|super|remarquable|passionnant|bel) (article|papier|reportage|dossier|édito|"
            "entretien|podcast|sujet|travail journalistique)",
            "(great|excellent|balanced|thorough|clear|interesting) (article|reporting|piece|podcast|interview|"
            "coverage|newsletter)",
            "(podcast|newsletter|coverage|article|show) ~2 (is|has) ~2 (great|best|improved|better|excellent|"
            "clear)",
        ),
        ("our_work", 0.6): (
            "(votre|vos) ~2 (série|enquête(s)|dossier(s)|édito(s)|éditoriaux|reportage(s)|maquette|émission(s)|"
            "podcast(s)|newsletter|lettre|pages|colonnes|une|titres|journalistes|rédaction|chroniqueu*|matinale|"
            "présentat*|rubrique(s)|application|appli|site|vidéos|invités|sujets|critiques|couverture|"
            "interview(s)|portrait(s))",
            "(vous) (donnez|parlez|traitez|couvrez|consacrez|oubliez|publiez|relayez|invitez) ~2 (trop|jamais|"
            "toujours|pas assez|plus|rarement|enfin|peu|très)",
            "(pourquoi) ~2 (parlez|traitez|couvrez|publiez|donnez|invitez) vous",
            "(abonné(e)|lect(eur|rice)|auditeur|auditrice|fidèle) ~4 (depuis|de longue date|de toujours|fidèle)",
            "(votre|vos|notre) ~1 <work>",
            "(your) ~1 (article|story|headline|coverage|reporting|piece|podcast|show|interview|journalists)",
            "(vos|votre) (journaliste(s)|reporter(s)|modération|modérateurs|ligne éditoriale|sources|site)",
        ),
        ("liked", 0.75): (
            "(bon|bel|très bon|excellent|beau|super|bravo pour|merci pour|enfin un|enfin une|belle|bonne|"
            "très belle|excellente|remarquable|passionnant|intéressant|magnifique) ~1 (cet|ce|cette|le|l|la|"
            "les|votre|vos|un|de)? <work>",
            "(article|papier|reportage|enquête|dossier|portrait|interview) ~2 (intéressant(e)|complet|"
            "complète|clair(e)|passionnant(e)|remarquable|utile|équilibré(e)|touchant(e)|bien (écrit|écrite|"
            "fait|faite|documenté|documentée|vu)|nuancé(e))",
            "(merci|bravo) (pour|de) (l info|l information|ces infos|ces précisions|ce suivi|ce direct|vos "
            "réponses|votre réponse|votre travail)",
            "(great|good|excellent|interesting|thanks for the|thank you for the|love the|loved the) (article|"
            "piece|report|story|read|coverage|interview)",
        ),
        ("disliked", 0.72): (
            "(article|papier|reportage|enquête|dossier|sujet|émission|titre|titres|édito|une|journal|traitement|"
            "ligne éditoriale) ~3 (racoleu(r|se)|à charge|bâclé(e)|biaisé(e)|partial(e)|orienté(e)|creux|vide|"
            "incomplet|superficiel|trompeur|trompeuse|mensonger|putaclic|partisan(e)|caricatural(e)|"
            "sensationnaliste|incompréhensible|trop long|trop court|sans intérêt|de mauvais goût|bavarde|"
            "brouillon|illisible|mal écrit)",
            "(titre|article|papier|reportage) ~2 (manque|mériterait|aurait mérité|ne dit rien|ne dit pas|n "
            "explique pas|oublie|passe à côté|ne donne|tombe)",
            "(dommage|regrette|regrettable|déçu(e)) ~3 (que|article|journal|papier|émission|reportage|vos|votre|"
            "par)",
            "(qualité|niveau) ~4 (baisse|en baisse|chute|se dégrade|laisse à désirer)",
            "(trop de|beaucoup trop de|pas assez de|plus de|moins de) ~1 (faits divers|sport|politique|"
            "publicité(s)|pub(s)|vidéos|articles|culture|local|pages|reportages|people)",
            "(mal modéré(s)|mauvaise modération|modération absente|censurez|censure sur votre)",
            "(misleading|biased|one sided|lazy|clickbait|sensationalist) ~1 (headline|article|coverage|reporting|"
            "title|piece)?",
            "(headline|article|coverage|story) ~2 (misleading|biased|one sided|clickbait|leaves out|ignores|lazy|"
            "says the opposite)",
            "(titre|article|papier|reportage|sujet|photo|enquête|journal) ~3 (racoleur|racoleuse|mensonger|"
            "mensonge|trompeur|orienté(e)|partial(e)|bâclé(e)|vide|creux|scandaleux|honteux|pas à la hauteur|"
            "à charge|sensationnaliste|putaclic|incomplet|décevant)",
            "(putaclic|pute à clic|pute à clics|clickbait|titre accrocheur|recopi(é|er|ez) (l afp|le "
            "communiqué|un communiqué))",
            "(vous|le journal|la rédaction) ~2 (avez oublié|oubliez|auriez pu|auriez dû|pourriez parler|"
            "devriez parler|parlez jamais|parlez pas|en parlez|faites jamais|avez pas vérifié|vérifiez pas|"
            "avez pas demandé|relisez)",
            "(aucun mot|pas un mot|rien) (sur|dans) ~3 (journal|article|page(s)|édition|site)",
            "(manque) ~3 (dans l article|à cet article|dans votre|de sources|de recul|d objectivité)",
            "(biased|misleading|lazy|poor|one sided) (article|headline|reporting|journalism|coverage|piece)",
        ),
        ("paywall_or_ads", 0.72): (
            "(réservé(e)(s) aux abonnés|article payant|articles payants|mur payant|tout est payant|derrière un "
            "paywall|paywall)",
            "(trop de|envahi*|bourré de|plein de|noyé sous) ~2 (pub(s)|publicité(s)|pop up(s)|bandeaux|cookies|"
            "fenêtres)",
            "(réservé(s)|réservée) (aux)? abonnés",
            "(article(s)) (payant(s)|réservé(s)|bloqué(s))",
            "(trop de|plein de|que de la|envahi par les|marre de la|marre des|marre des) (pub|pubs|publicité(s))",
            "(paywall|too many ads|subscribers only|subscriber only)",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Take what says it by itself, or a word of the trade with an opinion."""
        clear = [hit for hit in hits if hit.why not in _MARKS]
        if clear:
            return self.signal(best(clear), clear)
        return self.signal(_BOTH, hits) if len({hit.why for hit in hits}) == len(_MARKS) else None
