"""What readers think of the newsroom's work."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Feedback(PhraseDetector):
    """What readers think of the newsroom's work."""

    name = "feedback"
    name_fr = "Retour sur le travail"
    name_en = "Feedback"
    reasons: ClassVar[Reasons] = {
        "our_work": ("le travail de la rédaction, nommé", "the newsroom’s work, named"),
        "liked": ("apprécié", "liked"),
        "disliked": ("critiqué", "criticised"),
        "paywall_or_ads": (
            "le prix, les articles réservés, la publicité",
            "the price, the paywall, the advertising",
        ),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted"])
    rules: ClassVar[Rules] = {
        ("our_work", 0.6): (
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
            "(réservé(s)|réservée) (aux)? abonnés",
            "(article(s)) (payant(s)|réservé(s)|bloqué(s))",
            "(trop de|plein de|que de la|envahi par les|marre de la|marre des|marre des) (pub|pubs|publicité(s))",
            "(paywall|too many ads|subscribers only|subscriber only)",
        ),
    }
