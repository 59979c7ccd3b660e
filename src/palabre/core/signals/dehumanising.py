"""People spoken of as animals, vermin or things."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.signals.context import HURTING, Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.groups import NAMING
from palabre.core.signals.hostility import vermin
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View


class Dehumanising(PhraseDetector):
    """People spoken of as animals, vermin or things."""

    name = "dehumanising"
    name_fr = "Déshumanisation"
    name_en = "Dehumanising"
    reasons: ClassVar[Reasons] = {
        "people_as_vermin": ("des gens traités d’animaux ou de vermine", "people called animals or vermin"),
        "people_to_clean_away": ("des gens que l’on veut « nettoyer »", "people to be “cleaned away”"),
        "less_than_human": ("moins que des humains", "less than human"),
    }
    wakes = NAMING
    context: ClassVar[frozenset[Context]] = HURTING
    rules: ClassVar[Rules] = {
        ("less_than_human", 0.9): (
            "(sous hommes|sous homme|sous humains|sous race|sous races|race inférieure|races inférieures|"
            "subhuman(s)|untermensch)",
            "(pas|même pas|plus) (des|vraiment des)? (êtres)? humains",
            "not even human",
        ),
        ("people_as_vermin", 0.87): (
            "(<group>|ces gens|ces gens là|tous ces gens|cette population) ~2 (sont|c est|vivent|se "
            "comportent) ~1 (de la|des|pire que des|que des|comme des) <vermin>",
            "(ce sont|eux c est|vous êtes) ~1 (des|que des|pire que des) <vermin>",
            "(ils|elles) (sont|vivent|se comportent|se reproduisent|pullulent) ~1 (comme des|pire que des|"
            "que des) <vermin>",
            "(se reproduisent|pullulent|grouillent|prolifèrent) comme (des|les) (rats|lapins|cafards|"
            "cloportes|mouches)",
            "<group> ~1 (pullulent|grouillent|prolifèrent|infestent|se multiplient|se reproduisent)",
            "(<group>|they|these people|those people) (are|re|live like|breed like|behave like|act like) ~1 "
            "<vermin>",
        ),
        ("people_as_vermin", 0.6): ("(bande|ramassis|meute) de <vermin>",),
        ("people_as_vermin", 0.7): (
            "(c est|cette|toute cette|sale) (de la)? (vermine|racaille)",
            "(ces|sales) (cafards|cloportes|parasites|sangsues|sauvages)",
            "(la|cette|de la) racaille",
        ),
        ("people_to_clean_away", 0.87): (
            "(dératiser|dératisez|désinfecter|exterminer|exterminez|éradiquer|karcher|kärcher|nettoyer) ~4 <group>",
            "(dératiser|dératisation|exterminer|au karcher|au kärcher|désinfecter) ~3 (quartier(s)|cité(s)|"
            "camp|banlieue(s)|cette vermine|ces gens|engeance)",
            "(exterminate|eradicate|gas) ~2 <group>",
        ),
    }

    def further(self, view: View) -> Sequence[Hit]:
        """Return where a group that is named is said to be animals or filth."""
        return vermin(view)
