"""Expressions that point at a group without naming it: they raise priority, and decide nothing.

All have innocent uses.
"""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.common import bag
from palabre.core.signals.context import HATEFUL, Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View

#: Words near which these expressions mean what they say: helpers, a team, a menu, the state of a road.
_INNOCENT = bag("""
    buvette buffet repas guichet restaurant gouter benevole benevoles joueur joueurs joueuse joueuses equipe
    match buteur buteurs marquent chanson chansons plat plats menu recettes bouchon bouchons nids trou trous
    feux horaires merci bravo aident applaudir volontaires gagnent blague blagues humour heureusement chapeau
    voisin voisins bouge bougent rangent nettoient animent organisent respect devouent solidaires elus impots
    paient payent cotisent trinquent bossent questions reponses promesses arguments atelier forum etiquette bus
    tram arrive oiseaux oiseau mesanges abeilles especes espece plantes arbres tomates legumes fruits fromage
    vin produits colloque exposition festival concert film serie livre album port usine bebe naissance biathlon
    medaille podium gagne course champion championne prix tableau peinture ciel brume gateau recette pannes
    croissant croissants retards volunteers players team songs help helping thanks questions chapelle rumeurs
    mots excuses
    """)
#: Expressions that are innocent near those words.
_AMBIGUOUS = frozenset(
    ["served_first", "always_the_same", "you_know_who", "those_people", "not_from_here", "unsaid"]
)
#: What a second kind of hint adds to the first.
_WITH = 0.12


class CodedHate(PhraseDetector):
    """Expressions that point at a group without naming it. They raise priority, decide nothing."""

    name = "coded_hate"
    name_fr = "Haine codée"
    name_en = "Coded hate"
    reasons: ClassVar[Reasons] = {
        "always_the_same": (
            "« toujours les mêmes » : un groupe que l’on ne nomme pas",
            "“always the same ones”: a group left unnamed",
        ),
        "you_know_who": (
            "« suivez mon regard » : un clin d’œil vers un groupe",
            "“you know who”: a wink towards a group",
        ),
        "those_people": ("« ces gens-là », « une certaine population »", "“those people”, “a certain population”"),
        "not_from_here": ("« pas de chez nous », « ceux qui débarquent »", "“not from here”, “those who turn up”"),
        "served_first": (
            "les aides, les logements : « eux d’abord, nous rien »",
            "aid, housing: “them first, us nothing”",
        ),
        "forbidden_to_say": ("« on n’a pas le droit de le dire »", "“we are not allowed to say it”"),
        "unsaid": (
            "un prénom, une origine, une couleur que l’on fait deviner",
            "a name, an origin, a colour left to be guessed",
        ),
        "hidden_hand": (
            "« ceux qui tirent les ficelles » : un complot que l’on ne nomme pas",
            "“those who pull the strings”: a plot left unnamed",
        ),
        "irony_of_blessing": (
            "« une chance pour la France », « vivre ensemble », par antiphrase",
            "“a blessing for the country”, ironically",
        ),
    }
    innocent = (
        "toujours les mêmes (arrivé(e)s|levé(e)s|debout|présent(e)s|motivé(e)s|fidèles)",
        f"toujours les mêmes ~3 ({'|'.join(sorted(_INNOCENT))})",
        "chance pour la france (d|de|que)",
        "(atelier|forum|semaine|journée|projet|fête|programme) ~4 (vivre ensemble|culturel|culturelle(s))",
        "vivre ensemble ~5 (atelier|forum|semaine|journée|projet|thème|programme)",
    )
    context: ClassVar[frozenset[Context]] = HATEFUL
    rules: ClassVar[Rules] = {
        ("always_the_same", 0.5): (
            "toujours les mêmes",
            "(encore|comme par hasard) les mêmes",
            "always the same (ones|people|lot)",
        ),
        ("always_the_same", 0.66): (
            "toujours les mêmes (qui)? ~3 (profitent|touchent|raflent|cassent|brûlent|volent|agressent|"
            "servis|aidés|plaint|prennent|foutent|débarquent|aides|allocs)",
        ),
        ("you_know_who", 0.64): (
            "suivez mon regard",
            "(on sait|on sait tous|vous savez|tout le monde sait|chacun sait) ~2 (qui c est|de qui je parle|"
            "qui fait ça|qui vit là|pour qui|qui est derrière|d où ils viennent|d où ça vient|qui ils sont)",
            "on sait (tous|très bien|bien)? qui ~1 (c|fait ça|profite|habite|vit|casse|vole)",
            "(vous voyez|tu vois|voyez) (très bien)? (de qui je parle|ce que je veux dire|qui je veux dire)",
            "on sait ~3 de quel côté",
            "you (all)? know (exactly)? who (i mean|they are|is behind|did)",
        ),
        ("those_people", 0.6): (
            "(ces gens là|les gens comme ça|ce genre de personnes|ce genre de gens|ce genre d individus|ces "
            "individus|cette engeance)",
            "une (certaine|catégorie de) (population|communauté|catégorie|religion)",
            "(une|cette) population (bien)? (précise|particulière|à problèmes)",
            "(certaines|certains) (communautés|origines|quartiers sensibles)",
            "(those|these kind of|that sort of|certain kind of) people",
        ),
        ("not_from_here", 0.6): (
            "(ils|elles|eux|ceux là|gens|types|individus|jeunes) ~3 (pas d ici|pas de chez nous|pas d origine)",
            "pas (très|vraiment|bien) (gaulois|de souche|catholiques|français)",
            "(ceux|tous ceux|gens) qui (débarquent|arrivent de nulle part|viennent d ailleurs)",
            "(français|gaulois) de souche",
            "(prénoms|prénom) ~3 (bien de chez nous|pas de chez nous|pas très)",
            "not from (here|around here)",
        ),
        ("served_first", 0.68): (
            "(qui|eux|ils|elles) ~3 (servis|servi|logés|logé|aidés|soignés) (en premier|avant|d abord|en priorité)",
            "(servis|servi|logés|aidés|passent|passer) ~2 avant (nous|nos|les français|les nôtres|les gens d ici)",
            "(les français|les nôtres|les gens d ici|nos vieux|nos sdf) d abord",
            "(et)? nous (on nous donne|on n a|on touche|on a) (rien|droit à rien|que nos yeux)",
            "(eux|ils|ça) ~3 (touchent|touche|vivent d|profitent d) ~2 (aides|allocs|allocations|caf|rsa|"
            "logements)",
            "pour qui ~2 (construisent|construit|sont les logements|loge)",
            "on sait ~2 qui (touche|touchent|reçoit|reçoivent) ~2 (aides|allocs|allocations|logements)",
            "(gens|ceux|types|individus) qui ont ~1 jamais ~1 (cotisé|travaillé)",
            "eux (ils|elles) ont ~8 (glaçons|clim|tapis rouge)",
            "(<group>|caravanes|camp|camps|squat) ~5 (ont|auront) ~6 (t inquiète|inquiétez|glaçons|clim|"
            "tapis rouge|"
            "champagne|hôtel)",
            "(and)? our own people (first|get nothing)",
        ),
        ("forbidden_to_say", 0.58): (
            "(faut|faudrait|il ne faudrait|surtout) pas ~1 (stigmatiser|amalgame(r)|d amalgame|faire d "
            "amalgame|dire d où)",
            "(pas le droit|interdit|osera jamais|ose le dire|ose pas le dire|on peut plus|on peut pas) ~2 "
            "(dire|dire qui|dire ce mot|nommer|le dire)",
            "(chut|mais chut) ~4 (interdit|raciste|stigmatiser|penser)",
            "non pardon ~2 (interdit|pas le droit|raciste)",
            "(pas le droit|plus le droit|interdit) de (demander|dire|savoir|préciser) ~1 (d où|les prénoms|"
            "l origine|la nationalité)",
            "ceux qu on (peut|doit) pas nommer",
            "cause bien connue",
        ),
        ("unsaid", 0.64): (
            "(comme par hasard|bizarrement|curieusement|étrangement|tiens|bizarre|étonnant) ~4 (prénom(s)|"
            "nom(s)|nationalité|"
            "origine(s)|photo|portrait|visage|identité|religion)",
            "(prénom(s)|nom(s)|nationalité|origine(s)|photo|portrait|identité) ~4 (pas donné(e)(s)|pas "
            "précisé(e)(s)|caché(e)(s)|"
            "tu|tus|taire|flouté(e)|pas dit(e)|pas communiqué(e)(s)|bien sûr|évidemment|forcément|on "
            "devine|devinez)",
            "(on|je|tu|vous) (devine|devinez|imagine|imaginez|connais|connaît|sent|voit) ~2 (la couleur|l "
            "origine|le prénom|les "
            "prénoms|la religion|la nationalité|le profil|d où il vient|d où ils viennent|le pays)",
            "encore un ~1 (suédois|norvégien|danois|esquimau|islandais|finlandais|luxembourgeois|moine|"
            "bouddhiste|amish|breton)",
            "(un|le|ce|encore un) ~1 (kevin|jean pierre|jean michel|matteo|mattéo) (sans doute|je suppose|"
            "sûrement|bien sûr)",
            "(regardez|regarder|regarde|lisez|lire) ~2 (prénoms|patronymes) ~2 (sur|dans|des|de la) ~2 (liste|"
            "gilets|"
            "maillots|copies|boîtes|sonnettes|classe|interphones|journal)",
            "(quel|un) (prénom|profil|accent) ~3 (surprise|étonnant|exotique|original|chantant)",
            "(profil|typé|type) (bien connu|méditerranéen|nord africain|habituel|qu on connaît)",
            "(bien de souche|français de papier(s)|qui en ont les papiers|sur le papier|de papiers seulement)",
            "(guess|wonder) ~2 (what|which) (colour|color|name|religion|country)",
        ),
        ("hidden_hand", 0.64): (
            "(ceux|celui|gens|peuple|élite|clan|tribu|caste|communauté|réseau) ~3 (tirent les ficelles|"
            "tient les ficelles|nous "
            "dirigent|tiennent la banque|tiennent les médias|contrôlent tout|tient tout)",
            "(qui|eux) ~2 (tiennent|possèdent|contrôlent) ~1 (banques|banque|médias|presse|télé|finance|"
            "cinéma|hollywood)",
            "(peuple élu|communauté organisée|finance apatride|apatrides|cosmopolites|mondialistes|dragons "
            "célestes|lobby qui|"
            "lobby qu on|nez crochu(s)|doigts crochus|rothschild|soros|deep state|globalist(s)|globalism|"
            "bankers|puppet masters)",
            "on sait (tous)? qui (tient|dirige|commande|possède|contrôle)",
            "who (runs|controls|owns) ~1 (banks|media|hollywood)",
        ),
        ("served_first", 0.62): (
            "(eux|ils|elles|certains) ~2 (ont|auront|reçoivent|obtiennent|touchent) ~1 (logement(s)|"
            "appart(s)|papiers|hlm|aides|soins|"
            "place(s)|tout|boulot) ~2 (tout de suite|gratuit(s)|gratuitement|avant|d abord|sans rien faire|"
            "direct|en priorité)",
            "(tout|rien) (pour|que pour) (eux|ces gens|les autres) ~1 (rien pour|et rien pour|et nous)",
            "(nos retraités|nos anciens|nos sdf|nos jeunes|nos pauvres|les nôtres|nos vieux) ~5 (pendant "
            "que|tandis que|eux|et eux|"
            "alors que|dehors|dans le froid|ont rien|attendent)",
            "(payé(e)(s)|nourris|logés|entretenus|soignés) ~2 (nos impôts|notre dos|nos frais|le "
            "contribuable|la princesse)",
            "préférence étrangère",
            "(sept|huit|neuf|dix|douze|six) (enfants|gosses|gamins) ~4 (caf|allocs|allocations|aides|logement)",
        ),
        ("not_from_here", 0.61): (
            "(certains|ceux|ils|elles|eux|celui|gens) ~3 (sont|est|viennent|vient) pas (de chez nous|d ici|"
            "du coin|du pays|d europe|"
            "de notre|comme nous|de la même)",
            "(autre|autres) (culture|civilisation|mœurs|planète|continent) ~4 (problème|incompatible(s)|"
            "choc|mélange|ça se voit)",
            "(territoires|quartiers|zones) (perdu(e)(s)|conquis|occupé(e)(s)|de non droit)",
            "(changement|remplacement) (de population|de peuple|ethnique|démographique)",
            "(grand remplacement|grand remplaceur(s)|remplacistes|great replacement)",
            "(regardez|regarde|allez voir|voyez) ~2 (sortie(s)|marché|métro|rue|maternité(s)|école(s)) ~3 "
            "(comprendrez|compris|fait "
            "peur|verrez|remplacement|avance)",
            "(bientôt|demain|d ici peu|dans dix ans|un jour) ~8 que (du|des|de la) (couscous|kebab(s)|halal|"
            "burka(s)|"
            "burqa(s)|voile(s)|mosquée(s)|tajine(s)|djellaba(s))",
            "à force de ~1 (adapter|plier|soumettre|accommoder) à (eux|ces gens)",
            "(couscous|halal|kebab(s)) ~6 (demain|bientôt|après) ~4 (burka|burqa|voile|charia|mosquée|minaret|"
            "djellaba)",
            "(on|je) (se croirait|me croirais|est plus|se sent plus|reconnaît plus) ~2 (ailleurs|à l "
            "étranger|en france|chez nous|chez "
            "soi|à alger|à bamako|au bled|à kaboul|mon pays|ma ville)",
        ),
        ("forbidden_to_say", 0.59): (
            "(on n a|on a|j ai|nous n avons|you re|we re|we are|we re just|you are) ~1 (pas|plus|not) ~1 "
            "(le droit de dire|le droit de le dire|allowed to say|"
            "allowed to tell)",
        ),
        ("irony_of_blessing", 0.68): (
            "(enrichisseurs|remplaçants|chances pour la france)",
            "merci qui ~1 merci (les|aux) (<group>|caravanes|camps)",
            "(nos|les|ces|ses) (jeunes|pépites|chances|amis|invités|touristes) (du désert|du sud|des cités|"
            "d en face|bien éduqués|"
            "polis|venus d ailleurs)",
            "(une)? chance(s) pour la france",
            "(merci|vive|bravo|vivent|c est ça|ça c est) ~1 (la diversité|le vivre ensemble|vivre ensemble|"
            "les enrichisseurs)",
            "(nos|ces) chers (invités|protégés|enrichisseurs|amis d ailleurs)",
            "(la)? religion (de paix|d amour et de paix)",
            "(richesse(s)|enrichissement) (culturelle(s)|culturel)",
            "cultural enrichment",
        ),
    }  # fmt: skip

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Keep quiet where the words around say that the expression is meant as it reads."""
        if not _INNOCENT.isdisjoint(view.vocabulary):
            hits = [hit for hit in hits if hit.why not in _AMBIGUOUS]
        if not hits:
            return None
        score = max(hit.weight for hit in hits) + _WITH * (len({hit.why for hit in hits}) - 1)
        return self.signal(min(0.85, score), hits)
