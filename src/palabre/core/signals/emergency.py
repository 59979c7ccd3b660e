"""Somebody needs help at once."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Emergency(PhraseDetector):
    """Somebody needs help at once."""

    name = "emergency"
    name_fr = "Urgence"
    name_en = "Emergency"
    reasons: ClassVar[Reasons] = {
        "call_help": ("un appel aux secours", "a call to the emergency services"),
        "life_at_risk": ("une vie en danger, maintenant", "a life at risk, now"),
        "cry_for_help": ("un cri d’aide", "a cry for help"),
    }
    innocent = ("à l aide (d|du|des)",)
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "denied"])
    rules: ClassVar[Rules] = {
        ("call_help", 0.85): (
            "(appel(ez|le)|faut appeler|prévenez|contactez|faut appeler|envoyez|joignez) ~1 (les)? (pompiers|samu|"
            "secours|police|gendarmes|gendarmerie|une ambulance|ambulance|15|18|112|17|le 15|le 18|le 112|le "
            "17)",
            "(call|get|send) (an|the)? (ambulance|police|911|999|112|fire brigade|firefighters)",
        ),
        ("life_at_risk", 0.88): (
            "(il|elle|monsieur|dame|homme|femme|personne|enfant|bébé|fils|fille|mari) ~2 (respire plus|"
            "respire pas|respire mal|est inconscient(e)|inconscient(e)|bouge plus|répond plus aux|s est "
            "effondré(e)|fait un malaise|fait une crise|convulse|perd beaucoup de sang|est coincé(e) dans|se "
            "noie)",
            "(y a|il y a) (le feu|des flammes|une fuite de gaz|des blessés|un blessé|quelqu un à terre|un "
            "homme à terre|quelqu un dans l eau|des gens coincés)",
            "(ça brûle|ça sent le gaz|maison en feu|immeuble en feu|voiture en feu|prise d otage|entends des "
            "coups de feu|y a des coups de feu)",
            "(not breathing|is unconscious|there s a fire|house is on fire|people trapped|someone is "
            "drowning|gas leak|shots fired)",
        ),
        ("cry_for_help", 0.7): (
            "(au secours|à l aide|aidez nous vite|venez vite)",
            "(help us|somebody help|someone help) ~1 (now|please|quick|quickly)",
        ),
    }
