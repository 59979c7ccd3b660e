"""Somebody is hunted, or others are called to hunt them. By many messages together: see ``accumulated``."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Harassment(PhraseDetector):
    """Somebody is hunted, or others are called to hunt them."""

    name = "harassment"
    name_fr = "Harcèlement"
    name_en = "Harassment"
    reasons: ClassVar[Reasons] = {
        "kill_yourself": ("quelqu’un est poussé à se tuer", "somebody is pushed to kill themselves"),
        "pile_on": ("d’autres sont appelés à s’acharner", "others are called to pile on"),
        "wont_let_go": ("« on ne te lâchera pas »", "“we will not let you go”"),
        "hurt_together": ("plusieurs s’en prennent à la même personne", "several go for the same person"),
        "hurt_again": (
            "la même personne, encore, par le même auteur",
            "the same person, again, by the same author",
        ),
        "insists": (
            "insiste auprès de quelqu’un qui ne répond pas",
            "will not let go of somebody who does not answer",
        ),
    }
    loose = True
    innocent = (
        "(signal*|partag*|diffus*) ~6 (arnaque|pétition|perdu(e)|disparu(e)|plateforme|police|mairie|danger|"
        "faux compte|spam)",
        "(appel*|écri*|contact*) ~6 (service client|mairie|standard|secrétariat|assureur|député|numéro de dossier)",
        "(lâch*|lâche) ~6 (courage|bravo|grève|équipe|amour|main|diplôme)",
        "(<kindly>|soutenir|soutien|encourager|anniversaire|félicit*) ~6 (sur (sa|son|ses)|tous)",
        "(sur (sa|son|ses)|tous) ~6 (soutenir|soutien|encourager|anniversaire|félicit*|liker|like|coeurs|merci|"
        "bravo|cagnotte)",
        "(numéro|adresse) ~4 (plombier|salle|club|médecin|mairie|garage|resto|dentiste|vétérinaire|artisan|"
        "électricien)",
    )
    context: ClassVar[frozenset[Context]] = frozenset(["quoted", "told", "fought"])
    rules: ClassVar[Rules] = {
        ("kill_yourself", 0.93): (
            "(va|vas|allez|vas y) (te|vous) (suicider|pendre|tuer|jeter|flinguer|foutre en l air)",
            "(suicide|tue|pends|bute|flingue|jette) toi",
            "(tu devrais|tu ferais mieux de|vous devriez) (te|vous) (suicider|pendre|tuer|jeter sous|"
            "flinguer|supprimer)",
            "(fais|faites) (nous)? (une faveur|plaisir) ~2 (saute|suicide|disparais|pends|crève|mourir|crever)",
            "(saute|jette toi) (du pont|d un pont|par la fenêtre|du toit|sous un train|dans le vide)",
            "(va|allez|vas) (mourir|crever) ~3 (te regrettera|rends service|personne|tu sers à rien)",
            "(personne) ~3 (pleurera|regrettera) ~4 (crèves|meurs|morte|mort|pends)",
            "(kill yourself|kys|go hang yourself|go die|drink bleach|end yourself)",
        ),
        ("kill_yourself", 0.85): (
            "(tu|t|te|vous) ~2 (devrais|devriez|ferais mieux|peux|attends quoi pour|attends pour) ~3 (mourir|"
            "crever|pendre|sauter|"
            "suicider|disparaître|arrêter de (vivre|respirer|exister)|en finir|noyer|flinguer)",
            "(disparais|dégage|crève|meurs|disparaissez|effacez toi|efface toi) ~3 (surface de la terre|monde|"
            "dans ton coin|à jamais|pour "
            "toujours|une bonne fois|planète|seul|ordure|sale)",
            "(ton|ta|votre) ~1 (suicide|mort|enterrement|tombe|cercueil|crémation) ~6 (nouvelle|fête*|rire*|"
            "rira|dans*|soulag*|cadeau|"
            "service|plaisir|champagne|trinqu*|cracher*|applaudi*)",
            "(rira|rirai|danserai|dansera|cracherai|trinquera|pisserai|fêtera) ~4 (ton enterrement|ta tombe|ta "
            "mort)",
            "(mourir|mourrir|crever|mort|suicide) ~4 (seule|bonne|meilleure|unique) chose",
            "(monde|planète|classe|famille|gens|internet|terre|lycée) ~5 mieux ~2 (sans toi|si tu (crevais|"
            "mourais|disparaissais|existais "
            "pas))",
            "(jump off|leap off|throw yourself|go die|just die|do us a favour and die|end your life|hang "
            "yourself|play in traffic|jump off a)",
            "(aurait|auraient) dû ~1 (avorter|te noyer|t avorter|te jeter|t étouffer)",
            "personne ~6 (viendra à|pleurera|sera à) ~2 (ton enterrement|ta tombe)",
        ),
        ("kill_yourself", 0.68): (
            "(tout le|toute la|tout ton|toute ta|le|la|tous) ~1 (lycée|classe|collège|monde|école|bahut|boîte|"
            "promo|serveur|famille|"
            "village|quartier|bureau) ~1 (te|t) (déteste|hait|méprise|vomit|rejette)",
            "personne ~2 (t|te) ~1 (aime|aimée|aimé|aimera|supporte|regrette)",
            "personne ~1 (veut|voudra|voulait) (de|plus de) toi",
            "(everyone|everybody|nobody) ~1 (hates|likes|wants) you",
        ),
        ("pile_on", 0.78): (
            "(signal*|reportez|dislike*|insult*|harcel*|spam*|pourri*|raid*|flood*|trollez|humili*) ~5 (en "
            "masse|jusqu|tous|tout le monde|"
            "everyone|jour et nuit|sans relâche|non stop|until)",
            "(tout le monde|tous|toutes|everyone|everybody|allez|venez|go|let s|guys) ~4 (dislike|insult*|ruin|"
            "spam|report|flood|raid|harass|"
            "destroy|pourri*|humili*|harcel*|afficher) ~2 (sa|son|ses|her|his|their|le|la|les|him|them|lui)",
            "(jusqu à ce|jusqu a ce|until) ~3 (craque(s)|pleure(s)|parte(s)|saute(s)|démissionne(s)|"
            "disparaisse(s)|quitte(s)|ferme|supprime|"
            "chiale(s)|cries|cry|quits|quit|leaves|leave|deletes|crève(s)|breaks)",
            "jusqu ~2 (craque(s)|pleure(s)|démissionne(s)|chiale(s)|crève(s))",
            "(la|le|les|l|lui) (faire|fera|fait|faites) ~1 (craquer|chialer|virer|démissionner|pleurer|dégager|"
            "taire|fuir|pêter un câble)",
            "(appel*|téléphon*|écri*|contact*|mail*|harcel*|call|email|prévenez) ~2 (son|sa|her|his|ses) "
            "(patron|employeur|école|mari|boss|"
            "chef|boîte|sponsor*|lycée|mère|femme|parents|work|job) ~8 (virer|virée|virés|vire|perde|perd|fired|"
            "renvoy*|jours|masse|tous|nuit|sache*)",
            "(qu elle|qu il|qu ils) (perde|perdent) ~2 (boulot|travail|job|emploi|poste|tout)",
            "qui (a|connaît|connait) ~1 (son|leur|sa) ~1 (numéro|adresse|insta|vrai nom|mail|facebook|snap|"
            "portable|lycée|employeur) ~4 (on|"
            "qu on|que je|pour|l)",
            "tous ~1 (sur|dans|contre|chez) (son|sa|ses|lui|elle) ~1 (insta|compte|page|chaîne|live|profil|"
            "tiktok|twitter|dm|mur|stream|facebook|"
            "snap|boîte)",
            "(raid|shitstorm|signalement de masse|opération) ~2 (chez|sur|contre) (lui|elle|sa|son|cette|ce|le|la)",
            "(pas de pitié|aucune pitié|sans pitié|aucun répit|la lâche pas|le lâche pas|lâchez rien) ~8 (elle|"
            "lui|compte|gars|messages|tous)",
            "(faux|un|des) (compte(s)|profil(s)|page|groupe) ~3 (à son nom|pour se moquer|pour la|contre (lui|"
            "elle)|pour l humilier)",
            "(sa photo|ses photos|ses nudes|sa vidéo|cette vidéo) ~6 (rigol*|sache*|honte|partout|humili*|rire|"
            "lycée)",
            "(une étoile|avis pourri*|pouce(s) rouge(s)) ~6 (couler|coule|insult*|ferme|venger)",
            "(livrez|commandez|envoyez) lui ~3 (pizzas|police|pompes funèbres|taxis)",
            "(follow|stalk|scare|hunt|find) (her|him|them) ~2 (home|down|her|him)",
            "(parle|parlez|parlera|approche) ~1 (lui|elle) ~1 (plus|pas) ~4 (personne|règle|mange)",
        ),
        ("wont_let_go", 0.77): (
            "(tu|vous) (m|nous) échapper*",
            "(te|t|vous) (suivra|suivrai|suivrons|poursuivr*|harcel*|harcèl*|traqu*|hanter*|stalk*) ~2 (partout|"
            "toujours|jusqu|où|chaque|"
            "nuit|tous)",
            "(bloque|bloques|bloqué|bloquer|bloquée|block|supprime|change) ~2 (moi|me|m|ton compte|de numéro) "
            "~9 (reviendr*|retrouver*|autre(s)|"
            "compte(s)|toujours|continuer*|create|another|make|partout|recré*)",
            "(continuer*|continue|arrêter*) ~3 (à|pas de|jamais de|de) (t|te) (écrire|appeler|suivre|insulter|"
            "harceler|envoyer)",
            "(créé|crée|fait|ouvert|made|recrée) ~2 (comptes|accounts) ~4 (pour toi|juste pour|rien que|for you)",
            "(sous|on|under) (chacun|chacune|tous|toutes|chaque|every) ~2 (tes|posts|vidéos|photos|lives|live|"
            "post|video)",
            "(pourri*|ruin*|gâch*|détrui*|bousill*) ~1 (la|ta|sa|your|her|his) (vie|réputation|carrière|life|"
            "career)",
            "(won t|will not|never|not going to) (stop|rest|leave) ~3 until (you|he|she|they)",
            "(sortir|chasser|virer|dégager|partir) ~2 (du|de la|de l|de ton) (village|quartier|ville|immeuble|"
            "résidence|lycée|école|classe)",
            "(tous les soirs|chaque soir|toutes les nuits|chaque jour|tous les jours|chaque nuit) ~4 (devant ta|"
            "sous ta|devant sa|te pourrir|"
            "te rappeler|te faire|insulter|humilier|jusqu à)",
            "(tu es|t es|tu seras|tu m) ~1 (à moi|appartiens) ~6 (personne|jamais|autre|que tu le veuilles|"
            "sinon|pour toujours)",
            "(répond(s)|décroche) ~8 (devant chez toi|ignorer|sale|salope|je sais que tu)",
            "(t ai|t avons) suivi(e)",
            "(you ll|you will) never (escape|get rid)",
            "(i ll follow you|i have been following you|been following you)",
        ),
        ("pile_on", 0.8): (
            "(allez|venez|allons|passez|go|foncez) ~2 (sur sa page|sur son profil|sur son compte|sur son "
            "insta|sur son mur|dans ses commentaires|sur sa chaîne|lui dire ce qu on)",
            "(pourriss(ez|ons)|harcel(ez|ons)|spamm(ez|ons)|signal(ez|ons) tous|bombard(ez|ons)|inond(ez|"
            "ons)) (le|la|les|lui|leur|son|sa|ses)",
            "(appelez|téléphonez|appelle|écrivez) (le|la|lui|les) ~3 (3h|3 h|4h|2h|nuit|heures du matin|"
            "toutes les heures|non stop|en masse)",
            "(balanc(e|ez|ons)|donn(e|ez)|partag(e|ez)|trouv(e|ez)|fil(e|ez)|cherch(e|ez)) ~1 (son|leur|sa|"
            "ses) (adresse|numéro|nom|téléphone|insta|facebook|compte|photo)",
            "(voici|voilà) (son|leur) (adresse|numéro|téléphone|portable|nom complet)",
            "(allez|venez|viens|on va|tous|faut) ~3 (pourrir|harceler|afficher|détruire|humilier) ~2 (compte|page|"
            "profil|vie|son|sa|la|le|lui)",
            "(on|tous|venez) ~1 (lui|leur|la|le) (pourrit|affiche|détruit|harcèle|signale) ~1 (vie|tous|compte|"
            "en masse)?",
            "(raid|rush|attaque) sur (sa|son|leur) (page|compte|profil|live|chaîne|stream)",
            "(balancez|envoyez|envoie|spammez) (lui|leur) ~3 (messages|insultes|menaces) ~3 (nuit|non stop|masse|"
            "jour)?",
            "(tous|tout le monde) sur (lui|elle|eux)",
            "(faites tourner|faut faire tourner) (son|sa|leur|ses) (photo|nom|adresse|numéro|tête)",
            "(post|drop|share|find) (his|her|their) (address|number|phone)",
        ),
        ("wont_let_go", 0.78): (
            "(on|je) (te|vous|le|la|les) (lâchera|lâcherai|va|vais|laissera|laisserai) ~1 (pas|plus|jamais) "
            "(lâcher|tranquille|en paix)?",
            "(on va|je vais) (te|vous|lui|leur) (pourrir|faire vivre un enfer|rendre la vie impossible|faire "
            "une vie|mener la vie dure)",
            "(on va|je vais) ~1 (pourrir) (ta|sa|votre|leur) vie",
            "(make (your|her|his) life (hell|a misery)|won t leave you alone|never leave you alone)",
        ),
    }
