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
    loose = True
    innocent = (
        "<intimate> ~6 (cancer|dépistage|douleur(s)|mal|médecin|gynéco*|mammographie|statue|tableau|musée|"
        "poulet|canard|dinde|chat|"
        "boulangerie|guichet|caisse|avion|allait*|squats|bébé|exercice(s)|muscl*|opération|cicatrice|crème)",
        "(cancer|dépistage|douleur(s)|mal|médecin|gynéco*|mammographie|statue|tableau|allait*|opération|agress*|"
        "violé(e)|main aux|attouchement(s)) "
        "~6 <intimate>",
        "<sexact> ~6 (risque(s)|ist|vih|préservatif|protection|transmission|prévention|forcé(e)|condamné|accusé|"
        "mineur(e)|tabac|bruyère)",
        "(fume|fumer|fumait|tabac|cassé) ~3 pipe",
        "(combien) ~3 (mariage|coupe|tondre|heure)",
        "(à genoux|quatre pattes) ~5 (prier|carrelage|ménage|bébé|jardin|proposé|mariage|demande)",
        "(suce|sucer|suces) ~2 (pouce|bonbon(s)|doudou|tétine|glace|sang)",
        "(lécher|lèche) ~2 (glace|vitrine(s)|plaies|assiette)",
        "goûter ~2 (chou|tarte|gâteau|confiture|fromage|vin|soupe|plat(s)|spécialité(s)|cuisine|cassoulet|miel)",
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
        ("sexual_act", 0.82): (
            "me (la|le) (taperais|ferais|baiserais|taper|faire|sauterais|sauter|farcirais|prendrais|ken) ~2 "
            "(bien|direct|sans|volontiers|"
            "aussi|cette|celle|la|le)",
            "(la|te|le|vous|l) (mettrais|mettre|mets|prendrais|prendre) ~4 (en cloque|dans mon lit|à quatre "
            "pattes|en levrette|bien profond|"
            "contre le mur|par derrière|sur le capot|à genoux|dans mon pieu)",
            "(tu|te|toi|t|elle|moi|on se|vous|la|lui|you|me) ~6 <sexact>",
            "<sexact> ~4 (toi|moi|elle|ma belle|chérie|bébé|euros|balles|ensemble|live|ce soir|dis)",
            "(te|la|vous|me) ~1 (lécher|sucer|baiser|doigter|ken|tringler|peloter|dévorer|goûter|léchouiller|"
            "caresser|chevaucher) ~3 (partout|toute|"
            "nue|ce soir|nuit|là|en bas|corps|envie)?",
            "(lécher|lèche|bouffer|bouffe|sucer|suce|manger|mordre|toucher|caresser|palper|peloter|malaxer|"
            "croquer|embrasser|tripoter|"
            "lick|eat|suck|touch|grab|spank) ~2 <intimate>",
            "(me suis|je me|m) ~1 (touch(e|é|ée|er)|branl(e|é|er)|caress(e|é|ée|er)|masturb(e|é|ée|er)|doigt(e|"
            "ée|er)) ~1 (en|devant|sur|rien|"
            "grâce|pour|ce)",
            "(écarte(r)|ouvre|ouvrir|écartez|spread|open) ~1 (les|tes|your|ses|bien) ~1 (cuisses|jambes|fesses|"
            "legs)",
            "(tu|t|elle) ~1 (avale(s)|mouille(s)|gémi(s|t)|recrache(s)|suce(s)|branle(s)|doigte(s)|baise(s))",
            "bouche (à|de) (pipe*|sucer|suceuse|salope|avaleuse|pute)",
            "(viens|assieds toi|asseoir|grimpe|assis toi|sit) ~2 (sur|on) (moi|ma bite|mon visage|ma queue|ma "
            "teub|my face|my lap|my dick)",
            "(suck|fuck|bang|rail|ride|lick|bend) (me|you|her) ~1 (off|out|hard|over|all)?",
            "(dois|doit|doivent) ~1 (être|aimer|kiffer|adorer|bien|savoir) ~3 (au lit|levrette|par derrière|"
            "sucer|gémir|crier|bonne|sous les draps|"
            "à genoux|fessée)",
            "(merveilles|des choses|faire) ~2 à genoux",
            "(see|want) you (naked|nude|wet|on your knees)",
            "(grosse|petite|sale|ma) (salope|cochonne|coquine|chienne|suceuse|chaudasse) ~3 (quatre pattes|à "
            "genoux|viens|suce|ouvre|lit|tourne)",
        ),
        ("sexual_body", 0.72): (
            "(quel(le)(s)|belle|beau(x)|joli(e)(s)|sacré(e)|énorme(s)|sublime) ~2 (cul|boule|fessier|paire de "
            "seins|paire de loches|paire de fesses|paire de nichons|paire d obus|nichons|loches|croupe|chute de "
            "reins|boobs|"
            "tétons|miches|obus|airbags|nibards|petit cul)",
            "(ton|son|ses|tes|vos|un|ce|leurs|les) ~1 (petit|gros|beau|joli)? (cul|nichons|tétons|loches|"
            "nibards|miches|boobs|seins|chatte) ~4 (miam|dessert|"
            "tourne*|baise(r)|croquer|mordre|bander|dur|envie|montre|prendre|lécher|damner|bouffer|fessée|zoom*|"
            "jouir)",
            "(trop|tellement|bien|super) (baisable|bandante|bandant|chaudasse)",
            "(baisable|bandante|chaudasse|milf|suceuse|nympho|bonnasse)",
            "(me|m) (rend(s)|fait|fais|font|faites) ~1 (dur|bander|mouiller|triquer|jouir)",
            "(j ai|ai) (la trique|la gaule|le gourdin|la bite)",
            "(tourne toi|penche toi|cambre toi|zoom(e)(z)) ~5 (cul|fesses|seins|belle|chérie|boule|nichons|"
            "décolleté|jupe)",
            "(cul|fesses|seins|belle|boule) ~3 (tourne toi|penche toi|cambre toi)",
        ),
        ("sexual_demand", 0.78): (
            "(pussy|tits|boobs|nudes|feet pics|panties|naked pic(s)|dick pic(s))",
            "(gâterie|pipe|nuit|passe|suces|extra) ~3 (euros|balles|combien|payé(e))",
            "(combien|c est combien|tu prends combien) ~3 (pipe|passe|nuit|gâterie|fellation|suces|coucher)",
            "(enlève|retire|baisse|soulève|déboutonne|ôte) ~1 (ton|ta|le|ce) ~1 (t shirt|tee shirt|culotte|jupe|"
            "string|soutif|soutien gorge|chemise|"
            "short|robe|bas|débardeur)",
            "(dans|mettre dans|viens dans|finir dans) mon (lit|pieu|plumard)",
            "(dors|dormir|douche|bain) (nue|avec moi|ensemble) ~4 (nue|nuit|masser*|caresse*|sage)",
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
