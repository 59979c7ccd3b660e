"""Turns of phrase that call somebody a fool without a word of abuse. Phrases in the language of ``grammar``."""

from collections.abc import Sequence

#: Said of anybody, these say it all.
MOCKERY: Sequence[str] = (
    "pas (inventé|découvert) (la poudre|l eau (chaude|tiède)|le fil à couper le beurre|la roue)",
    "pas (le|la) ~1 (couteau|crayon) (le|la)? plus (aiguisé|affûté|taillé)",
    "pas la lumière à tous les étages",
    "pas toute (sa|ta|votre|leur) tête",
    "(manque|manquent) (une case|des cases|un boulon|des boulons|une vis)",
    "(araignée|araignées) au plafond",
    "(mou|mous|molle|ramolli|ramollo|vide) du bulbe",
    "(bête|bêtes|conne|con|cons) (à manger du foin|à bouffer du foin|à pleurer|comme ses pieds|comme leurs pieds|"
    "comme tes pieds|comme vos pieds)",
    "(con|conne|cons) comme (un|une) (balai|manche|valise|panier|bite|table|bourrique|lune|chaise)",
    "(bercé|bercée) ~2 (trop)? près (du|des|d un) (mur|murs)",
    "(permis|diplôme|bac|brevet|poste|carte de presse) (dans|avec) (une|un|le|la) (pochette surprise|paquet de "
    "(lessive|chips|bonbons|céréales)|kinder|boîte de céréales)",
    "(deux|trois|seul|unique|un) (neurone|neurones) (qui|se|en|te|lui|vous)",
    "(ton|votre|son) (seul|unique) neurone",
    "(rien|vide|du vent) (dans|entre) (le|les|leur|ta|la|ton|son|votre) ~1 (crâne|citron|ciboulot|caboche|"
    "cervelle|"
    "deux oreilles|oreilles)",
    "(changer|change|changez|recharger|remplacer) les piles (du|de ton|de votre|de son) cerveau",
    "(fini|finie) à la pisse",
    "(gaspillage|gâchis) d oxygène",
    "(tu|vous) (respires|respirez) pour rien",
    "(faut|fallait|on va|on doit|dois) (lui|leur|te|vous)? (faire|expliquer) (un|avec des) (dessin|dessins)",
    "(pas|jamais) (été)? (fini|finie|finis|très fute fute|fute fute|futé|futée)",
    "(dropped|fell) on (his|her|your|their) head",
    "(thick|dumb|dense) as (two short planks|a brick|bricks|a post|rocks)",
    "(not the sharpest tool|not the sharpest knife|sandwich short of a picnic|lights are on but nobody|"
    "waste of oxygen|waste of space|waste of air|village idiot)",
    "two brain cells",
)
#: Said to somebody's face.
MOCKERY_TO_FACE: Sequence[str] = (
    "(tu|vous) (me)? (fais|faites|fait) (vraiment|tellement|juste)? (pitié|peine à (voir|lire))",
    "(tu|vous|à quoi tu|à quoi vous) (sers|servez) à (quoi|rien)",
    "à quoi (tu|vous) (sers|servez)",
    "(je)? plains (tes|vos|ta|ton|votre|les gens qui vivent avec|ceux qui vivent avec) (enfants|gosses|"
    "parents|femme|"
    "mari|mère|collègues|élèves|proches|toi|vous)",
    "(faut|il faut|faudrait) (que tu|que vous)? (arrêter|arrêtes|arrêtiez|arrêtez) (de)? (la|le|boire|fumer) ~1 "
    "(boisson|drogue|crack|bouteille|colle|moquette|picole|mon pauvre|ma pauvre|hein)",
    "(change|changez) de (dealer|dose|traitement|médocs)",
    "(prends|prenez|reprends|reprenez|oublié) (tes|vos|ton|votre|de prendre tes) (médocs|cachets|cachetons|"
    "pilules|"
    "traitement|médicaments) ~2 (mon pauvre|ma pauvre|et|ça|avant|papy|mamie|monsieur)",
    "(tu|t|vous) (as|avez) (fumé|bu|sniffé|pris) quoi",
    "(retourne|retournez|retourner|va|allez|repars) (jouer)? (dans|à|au|aux|en|avec) (ton|ta|tes|vos|votre|"
    "le|la|les|l)? (bac à sable|bacs à sable|billes|legos|poupées|maternelle|école|cp|ce1|primaire|niche|cave|"
    "poulailler|couches)",
    "(va|allez) (jouer|courir) (sur|au milieu de) l autoroute",
    "(personne|on) (t|vous)? (a|avait) (pas)? (sonné|sonnée)",
    "(aurait|aurais|auraient) dû (te|vous) (noyer|avaler|jeter|abandonner) ~2 (naissance|bébé|avec l eau du bain)",
    "(parler|discuter|causer) (avec|à) (toi|vous) (c est)? ~2 (parler|comme parler|discuter)? (à|avec) (un|une) "
    "(mur|âne|poule|huître|cochon|enfant)",
    "(achète|achetez|acheter|ouvre|ouvrez|offrez) (toi|vous|lui|leur)? (un|une|le) (cerveau|bescherelle|"
    "dictionnaire|"
    "dico|cervelle|vie|paire de couilles)",
    "(ça|cela) (vole|volait) pas (bien|très)? haut (chez|là|dans ta|dans votre)",
    "(get a life|touch grass|you need help|go outside|grow a brain|buy a brain|learn to read|seek help)",
)
