"""The tone is angry."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Anger(PhraseDetector):
    """The tone is angry."""

    name = "anger"
    name_fr = "Colère"
    name_en = "Anger"
    reasons: ClassVar[Reasons] = {
        "fed_up": ("le ras-le-bol", "being fed up"),
        "shame": ("la honte, le scandale", "shame, scandal"),
        "fooled": ("l’impression d’être pris pour des imbéciles", "the feeling of being taken for fools"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "denied"])
    rules: ClassVar[Rules] = {
        ("fed_up", 0.65): (
            "(j en peux plus|je n en peux plus|on n en peut plus|on en peut plus|y en a ras|ras la casquette|"
            "marre|assez de|ça suffit|stop aux|basta|à bout|la coupe est pleine|trop c est trop|ça commence à "
            "bien faire)",
            "(sick|tired|fed up) (of|with)",
            "(j en|on en|en|y en|nous en) ~2 (marre|ras le bol|plein le cul|plein le dos|plein les bottes)",
            "(ras le bol|ras le cul|ça suffit|y en a marre|stop ça suffit|trop c est trop|c est trop)",
            "(fed up|sick of|had enough|enough is enough)",
        ),
        ("shame", 0.6): (
            "(honte|scandale|scandaleux|scandaleuse|révoltant(e)|inadmissible|inacceptable|indigne|ignoble|"
            "écoeurant(e)|dégueulasse|lamentable|pitoyable|honteux|honteuse|déplorable|insupportable|intolérable|"
            "abject(e))",
            "(je suis|on est|nous sommes|suis) ~1 (furieu(x|se)|hors de moi|écoeuré(e)(s)|révolté(e)(s)|en colère|"
            "scandalisé(e)(s)|outré(e)(s)|dégoûté(e)(s)|énervé(e)(s)|remonté(e)(s)|indigné(e)(s)|folle de rage|"
            "fou de rage)",
            "(pas honte|aucune honte|sans vergogne|devraient avoir honte|devriez avoir honte|ayez honte)",
            "(how dare|disgrace|disgraceful|outrageous|outrage|furious|makes me sick|shameful)",
            "(c est|quel|quelle|une|un|vraiment|franchement|totalement|absolument) ~1 (honte|scandale|"
            "scandaleux|honteux|inadmissible|inacceptable|lamentable|révoltant|indigne|écoeurant|dégueulasse|"
            "intolérable)",
            "(honte à|scandaleux|inadmissible|inacceptable|lamentable|honteux)",
            "(shame on|disgusting|unacceptable|outrageous|disgraceful|what a disgrace)",
        ),
        ("fooled", 0.65): (
            "(prend|prennent|prenez|pris) ~1 (pour des|pour un|pour une) (imbéciles|cons|idiots|pigeons|vaches à "
            "lait|moutons|débiles|abrutis|jambons)",
            "(se|vous) (foutent|fichent|moquent|foutez|moquez|fichez) (de nous|du monde|de qui|des gens|de notre|"
            "de la)",
            "(se foutent|se fout|se moque|se moquent|fout) ~1 (de)? (nous|vous|notre gueule|la gueule|du "
            "monde|ta gueule|qui)",
            "(foutage de gueule|on nous prend pour|vous nous prenez pour|on se moque de nous|de qui se moque|"
            "on nous ment|on nous cache|nous mentent)",
            "(taking us for fools|treat us like idiots|what a joke)",
        ),
    }
