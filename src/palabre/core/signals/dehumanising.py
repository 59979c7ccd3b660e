"""People spoken of as animals, vermin or things."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.signals.context import HATEFUL, Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.groups import NAMING
from palabre.core.signals.hostility import vermin
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View

#: People whom no law protects from hate as a group, and who are people; and filth that no list of animals has.
_LOW = (
    "ces gens|ces gens là|tous ces gens|cette population|ce peuple|ces individus|ces types|sdf|clodos|clochards|"
    "chômeurs|chômeuses|assistés|pauvres|cassos|toxicos|drogués|camés|junkies|marginaux|prostituées|putes|"
    "mendiants|"
    "prisonniers|détenus|taulards|zadistes|punks|sans abri|sans abris|those people|these people|homeless|"
    "beggars|junkies|addicts|villageois|banlieusards|jeunes de cité|ceux là|celles là"
)
_FILTH = (
    "déchet(s)|ordure(s)|cancer|peste|gangrène|tumeur|fumier|crasse|pourriture(s)|lèpre|moisissure(s)|"
    "vermine|fléau|"
    "rebut(s)|détritus|épave(s)|larves|microbes|virus|poison|plaie|parasites|sous hommes|bêtes|animaux|bestiaux"
)


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
    #: Real beasts, pitied or admired.
    innocent = (
        "pauvre(s) (petite(s))? (bête(s)|animal|animaux|bestiole(s)|vache(s)|brebis|chien(s)|chat(s)|oiseau(x)|"
        "poisson(s)|hérisson(s)|poule(s)|cochon(s)|toutou|minou|cheval|chevaux|veau|veaux|agneau(x)|mouton(s))",
        "(petit(e)(s)|beau(x)|belle(s)|joli(e)(s)) (âne(s)|agneaux|chiots|chatons|oiseaux|bêtes|vaches)",
    )
    context: ClassVar[frozenset[Context]] = HATEFUL
    rules: ClassVar[Rules] = {
        ("people_as_vermin", 0.75): (
            f"({_LOW}) ~3 (sont|c est|est|comme|que) ~3 <vermin>",
            f"({_LOW}) ~3 (sont|c est|est|comme|que) ~3 ({_FILTH})",
            f"({_LOW}) (des|de la|du|tous des|une bande de|un tas de) ~1 <vermin>",
            f"({_LOW}) (des|de la|du|tous des|une bande de|un tas de) ~1 ({_FILTH})",
            f"({_FILTH}|vermine|parasites|rats|cafards|nuisibles) (que|ces|tous ces|tout ce|toutes ces|qui "
            f"sont) ~1 ({_LOW})",
            f"({_FILTH}|vermine) (humaine|humain|humaines|humains|sociale)",
            "(scum|filth|vermin|trash|garbage) like (that|them|those|you)",
        ),
        ("people_to_clean_away", 0.75): (
            "(à la|aux|dans la|au|à|qu on les) (décharge|poubelle|benne|broyeur|incinérateur|fourrière|"
            "encombrants|"
            f"déchetterie|karcher|kärcher|caniveau|compost|abattoir|ordures|égout(s)|fumier) ~4 ({_LOW}|"
            "vermine|racaille)",
            f"({_LOW}|vermine|racaille) ~2 (à la|aux|dans la|au) (décharge|poubelle|benne|broyeur|"
            "incinérateur|fourrière|"
            f"encombrants|déchetterie|caniveau|compost|abattoir|ordures|égout(s)|fumier)",
            "(nettoy*|désinfect*|dératis*|karcher*|purg*|décrass*|balay*) ~4 (vermine|racaille|crasse|pourriture|"
            "engeance|peuple|ces gens|raclures|déchets humains|ceux qui|camp|campement|cité|foyer|squat)",
            "(qu on|on devrait|faut|faudrait) (les|leur) (passe|passer|balancer|jeter|mettre) ~1 (au|à la|"
            "aux) (karcher|"
            "kärcher|broyeur|benne|décharge|poubelle|ordures)",
        ),
        ("less_than_human", 0.8): (
            "(méritent|mérite) (pas|même pas) ~2 (appelé(e)(s)|traité(e)(s)|considéré(e)(s)|vivre) ~2 "
            "(humain(e)(s)|êtres|"
            "comme des humains|personnes)",
            "(plus|pas) (des gens|des personnes|des humains) ~1 (des choses|des bêtes|des animaux|des "
            "déchets|des légumes)",
            "(des choses|des bêtes|des légumes|de la viande|des objets|du bétail) (plus|pas) (des gens|des "
            "humains|des personnes)",
            f"({_LOW}) ~2 (de la viande|du bétail|des choses|des objets|des légumes|des épaves|des zombies|"
            "des loques)",
            "(not|barely|hardly|aren t|isn t) (even|really|fully)? human",
        ),
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
