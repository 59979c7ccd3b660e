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
            "(j en|on en|en|y en|nous en) ~2 (marre|ras le bol|plein le cul|plein le dos|plein les bottes)",
            "(ras le bol|ras le cul|ça suffit|y en a marre|stop ça suffit|trop c est trop|c est trop)",
            "(fed up|sick of|had enough|enough is enough)",
        ),
        ("shame", 0.6): (
            "(c est|quel|quelle|une|un|vraiment|franchement|totalement|absolument) ~1 (honte|scandale|"
            "scandaleux|honteux|inadmissible|inacceptable|lamentable|révoltant|indigne|écoeurant|dégueulasse|"
            "intolérable)",
            "(honte à|scandaleux|inadmissible|inacceptable|lamentable|honteux)",
            "(shame on|disgusting|unacceptable|outrageous|disgraceful|what a disgrace)",
        ),
        ("fooled", 0.65): (
            "(se foutent|se fout|se moque|se moquent|fout) ~1 (de)? (nous|vous|notre gueule|la gueule|du "
            "monde|ta gueule|qui)",
            "(foutage de gueule|on nous prend pour|vous nous prenez pour|on se moque de nous|de qui se moque|"
            "on nous ment|on nous cache|nous mentent)",
            "(taking us for fools|treat us like idiots|what a joke)",
        ),
    }
