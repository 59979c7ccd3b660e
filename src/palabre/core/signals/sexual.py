"""Sexual remarks to or about somebody."""

from typing import ClassVar

from palabre.core.signals.context import HURTING, Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Sexual(PhraseDetector):
    """Sexual remarks to or about somebody."""

    name = "sexual"
    name_fr = "Propos sexuels"
    name_en = "Sexual"
    reasons: ClassVar[Reasons] = {
        "sexual_act": ("un acte sexuel dit à quelqu’un ou de quelqu’un", "a sexual act said to or of somebody"),
        "sexual_body": ("le corps de quelqu’un, crûment", "somebody’s body, crudely"),
        "sexual_demand": ("des images ou une rencontre demandées", "pictures or a meeting asked for"),
    }
    innocent = (
        "(suce|sucer|suces) ~2 (pouce|bonbon(s)|doudou|tétine|glace|sang)",
        "(lécher|lèche) ~2 (glace|vitrine(s)|plaies|assiette)",
    )
    context: ClassVar[frozenset[Context]] = HURTING
    rules: ClassVar[Rules] = {
        ("sexual_act", 0.85): (
            "(je|on) ~2 (te|la|le|les|vous) ~1 (baise|baiserai|baiserais|baiser|sauterais|sauter|prendrais|"
            "enfilerais|troncherais|ken|démonte au lit|foutrais)",
            "(bonne à|bon à) (baiser|sauter|ken|prendre|se faire)",
            "(suce|sucez) (moi|ma|mon|la mienne|ma bite)",
            "(elle|tu) (suce bien|suces bien|avale tout|aime la bite|doit bien sucer|doit être bonne au lit)",
            "(elle) ~1 (est|doit être) ~1 (bonne au lit|mal baisée|frustrée du cul)",
            "mal baisée(s)",
            "(viens|va|allez|aime|adore|veut|veux|vas|vais|fait|font|faire|laisse|doit) ~2 (sucer|lécher|"
            "sodomiser|doigter|"
            "branler|enculer|baiser|tringler|culbuter|déflorer|dépuceler)",
            "(elle|tu|il|ta mère|ta soeur|elles) ~1 (suce(s)|pompe(s)|avale(s)|se fait baiser|se fait sauter|"
            "se fait prendre)",
            "(je|on) (te|la|le|vous) (doigte|lèche|suce|sodomise|encule|branle|gicle|tringle|nique|défonce le cul)",
            "(branle|suce|lèche|baise|encule) (moi|la|le)",
            "(ma|ta|sa|une|leur|grosse) (bite|queue|teub|verge) ~3 (dans|direct|bouche|cul|sucer|voir|dure|en)",
            "(voir|montrer|sucer|veux) ~1 (ma|ta|sa) (bite|teub|queue)",
            "(bonne pipe|petite pipe|une pipe|taille(r) une pipe|gorge profonde|plan à trois|éjac faciale|"
            "sac à foutre)",
            "(je|on) (bande|jouis|mouille|gicle) ~3 (voyant|pensant|toi|photo|elle|rien|dur)?",
            "(i d|i would|want to) (fuck|bang|smash) (her|him|that|you)",
            "suck my (dick|cock)",
        ),
        ("sexual_body", 0.75): (
            "(gros|beaux|quels|belle paire de|vos|ses|tes) (seins|nichons|nibards|lolos|melons)",
            "(lécher|bouffer|doigter|voir|toucher|mettre|mettrais|fourrer) ~3 (chatte|cul|seins|nichons|foufoune|"
            "moule|minou)",
            "(ton|son|ce|quel|beau|gros|petit) cul ~2 (je la|je te|de déesse|me fait bander|à croquer|"
            "sur la commode|tu|elle)",
            "(me fait|vous me faites|tu me fais) bander",
            "(grosse|bonne|petite|vraie) (chienne|cochonne|salope au lit|chaudasse|coquine)",
            "(nice|great|huge) (tits|ass|boobs)",
        ),
        ("sexual_demand", 0.82): (
            "(envoie|montre|fais voir|montre nous|envoyez|envoie moi|montrez|balance) ~2 (seins|nichons|"
            "nibards|cul|chatte|nude(s)|nue|à poil|culotte|pieds)",
            "(photo(s)|vidéo(s)|snap) ~3 (fesses|seins|nichons|cul|chatte|nue|nues|nude(s)|à poil|culotte|pieds)",
            "(toi à poil|mets toi à poil|vous à poil|déshabille toi|enlève le haut|enlève ton haut|enlève "
            "ton pull)",
            "(plan cul|plan q|rencontre coquine|dispo ce soir pour du sexe|envie de sexe|cherche sexe)",
            "(send|show) ~2 (nudes|tits|boobs|ass)",
        ),
    }
