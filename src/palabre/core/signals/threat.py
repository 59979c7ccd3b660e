"""Harm announced to somebody."""

from typing import ClassVar

from palabre.core.signals.context import HURTING, Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


class Threat(PhraseDetector):
    """Harm announced to somebody."""

    name = "threat"
    name_fr = "Menace"
    name_en = "Threat"
    reasons: ClassVar[Reasons] = {
        "harm_announced": ("un mal annoncé à quelqu’un", "harm announced to somebody"),
        "where_you_live": ("« je sais où tu habites »", "“I know where you live”"),
        "will_pay": ("« tu vas le payer », les jours comptés", "“you will pay for it”, days numbered"),
        "visit": ("une visite promise, à plusieurs ou la nuit", "a visit promised, in numbers or at night"),
        "deserves_harm": ("quelqu’un mériterait qu’on lui fasse du mal", "somebody is said to deserve harm"),
    }
    loose = True
    innocent = (
        "plus ~2 tu meurs",
        "(tuer|tue|tues|crever|mourir) de (rire|faim|soif|chaud|froid|fatigue)",
        "tuer le temps",
        "(chercher|prendre|retrouver) ~2 (gare|aéroport|école|arrêt|train|crèche|boulot|samedi|dimanche|lundi|"
        "mardi|mercredi|jeudi|vendredi|apéro|pot|resto|restaurant)",
        "(je|on) te tue rire",
        "(sais|sait|savons) ~1 (où|quelle) ~12 <kindly>",
        "(visite|chercher|voir|retrouver|regretter|regretterez|regretteras|payer|paieras|paierez|attend|attends|"
        "beat|destroy|"
        "regret) ~9 <kindly>",
        "(adresse|numéro|plaque) ~8 (envoie|envoyer|courrier|chèque|facture|livr*|colis|dossier|annonce|merci)",
        "(battre|écraser|massacrer|exploser|éclater|défoncer|démonter|plier) ~4 <kindly>",
        "regretter* ~2 pas",
        "(pris|prise|prend) feu",
        "balle(s) ~2 (neuve(s)|tennis|golf|ping pong|match|rebondissante|mousse|jonglage|set|anti stress)",
    )
    context: ClassVar[frozenset[Context]] = HURTING
    rules: ClassVar[Rules] = {
        ("harm_announced", 0.92): (
            "(je vais|on va|nous allons|je viens|on vient|j vais|je veux|je vas|va falloir) ~1 (te|t|vous|"
            "toi) ~1 <harm>",
            "(je vais|on va) (te|vous|les|le|la) (faire la peau|mettre une balle|faire ta fête|faire votre "
            "fête|régler ton compte|refaire le portrait|arracher la tête|crever)",
            "(je|on) (te|vous) (bute(ra)(i)|tuerai|tuera|tue|crèverai|crèvera|défonce(ra)(i)|éclate(ra)(i)|"
            "fume|égorge(ra)(i)|plante(ra)(i)|saigne(ra)(i)|brûlera|brûlerai|cramera|massacre|démonte|nique|"
            "retrouvera|retrouverai|aura|fera la peau)",
            "si (je|on) (te|vous) (croise|vois|attrape|chope|retrouve|tiens|trouve|rencontre) ~6 (mort|"
            "gueule|tue|bute|défonce|éclate|crève|regretter|dents|fume|payer)",
            "(tu vas|vous allez|tu va|vas) ~1 (crever|saigner|y passer|morfler|te faire tuer|te faire buter|"
            "te faire éclater|te faire défoncer)",
            "(i|we) (will|am going to|are going to|ll|gonna|m going to) ~1 (kill|shoot|stab|hurt|rape|burn|"
            "murder|beat|find|destroy) ~1 (you|your)",
            "you (are|re) (dead|a dead man|a dead woman)",
        ),
        ("harm_announced", 0.8): (
            "(je vais|on va|nous allons) (te|vous|t) ~1 (retrouver|choper|attraper|coincer|finir|faire "
            "regretter|calmer)",
            "(je vais|on va|nous allons|je viens) (te|t|vous) ~1 <break>",
        ),
        ("harm_announced", 0.72): (
            "(je vais|on va|je viens|faut que je) (le|la|les|lui|leur) ~1 <harm>",
            "(tu es|t es|vous êtes) (mort(e)(s)|un homme mort|une femme morte)",
            "(tu vas|vous allez) prendre (cher|une balle)",
            "(crève|crevez|va crever|allez crever|allez tous crever|qu il crève|qu ils crèvent|qu elle crève|"
            "meurs) ~1 (tous|donc|en enfer|salope|connard|sale|charogne(s)|ordure(s)|<group>)",
            "(va crever|allez crever|allez tous crever|qu ils crèvent|qu il crève|qu elle crève)",
            "(hope|hoping) (you|he|she|they) (die|dies|get shot|rot)",
        ),
        ("harm_announced", 0.88): (
            "(je|on|j|nous) (te|vous|t) ~1 <harmwill>",
            "(je|on|j) (te|vous|t) ~1 <harmnow> ~3 (si|sale|salope|connard|ordure|chien|demain|un|devant|toi|ta|"
            "tes)",
            "(sinon|ou|et) (je|on) (te|vous|t) ~1 <harmnow>",
            "(te|vous|t) ~1 <smash> ~2 <body>",
            "(te|vous|t) ~1 (mettre|mets|met|mettrai|mettra|loge(r)|coller|colle|tire(r)|foutre|fous|fout) ~2 "
            "(balle(s)|"
            "plomb|pruneau|cartouche|chargeur|rafale)",
            "(bouffer|avaler|manger|cracher|ravaler|perdre|ramasser|gober|bouffes|avales) ~1 (tes|vos) (dents|"
            "langue|"
            "couilles|mots|yeux|tripes|chicots)",
            "(brûle(r)(a)(i)|cramer|cramera|cramerai|incendier|feu (à|dans)|faire (sauter|exploser|cramer)|"
            "saccager|"
            "mitrailler|bombe (dans|à)|tirer sur|foncer dans) ~1 (ta|ton|tes|votre|vos) ~1 <owned>",
            "(je|on|j) ~2 (débarque|débarquer|viens|viendrai|arrive|reviens|venir|reviendrai|pointe) ~6 "
            "(fusil(s)|flingue|"
            "kalach|couteau|batte(s)|machette|hache|calibre|armé(s)|carnage|bidon|arme)",
            "(faire|fais|ferai) un (carnage|massacre|bain de sang) ~6 (lycée|école|bureau|fac|vous|tous|mairie|"
            "salle|collège)",
            "vous allez ~1 tous ~1 (y passer|crever|mourir|payer|brûler|saigner)",
            "regretter* d être",
            "(tu|vous) (marcher*|respirer*|parler*|verr*|rentrer*|dormir*) (plus|pas) ~3 (jamais|droit|vivant|"
            "debout|demain|"
            "entier|maison)?",
        ),
        ("harm_announced", 0.76): (
            "(tu|vous|ton|ta|tes|votre|vos|toi) ~5 (finir|finiras|finira|finirez|finis|terminer|termineras|"
            "retrouver*) ~4 "
            "(hôpital|hosto|morgue|cimetière|fauteuil roulant|coffre|fossé|tombe|cercueil|réa|canal|"
            "empoisonné(e)|pendu(e)|"
            "morceaux|trou|planches|valise|sang|lac|seine)",
            "(ta|ton|tes|votre|vos) ~1 <owned> ~4 (brûler(a)|cramer(a)|sauter(a)|exploser(a)|fumée|flammes|cendres|"
            "empoisonné(e)(s)|pendu|crèvera|crever|morfler|y passer)",
            "(tu|vous|toi|t) ~1 (es|êtes) ~1 (à terre|foutu(e)(s)|cuit(e)(s)|un homme mort|une femme morte|déjà "
            "mort(e)|fini(e))",
            "(t|tu) (fini|mort|foutu) (frr|frère|gros|sale|fdp|on|toi|chien|cousin|mec)",
            "(tu|vous) ~1 (crèveras|saigneras|mourras|souffriras|paieras|payeras|ramperas|supplieras|crèverez|"
            "mourrez|"
            "souffrirez|paierez)",
            "(il te reste|t as|tu as|vous avez) ~3 (heures|jours|minutes|semaine|dimanche) ~5 (vivre|"
            "disparaître|tombe|crever|"
            "sinon)",
            "(dis|dites) adieu à (ta|ton|tes|votre|vos)",
        ),
        ("where_you_live", 0.6): (
            "(on a|j ai|on connaît|je connais|on connait|on sait|j ai trouvé|on a trouvé|on a noté) (ton|ta|"
            "votre|tes|vos) "
            "(adresse|plaque|rue|horaires|trajets|code|immeuble|plaque d immatriculation)",
            "(ta|ton|tes|votre|vos) ~1 <kin> ~6 (seul(e)(s) le soir|rentre(nt) seul(e)(s)|c est ça|n est ce pas|"
            "jolie fille|"
            "va à l école|prend le bus)",
            "(jolie|joli|belle|beau|mignon(ne)|charmante) ~2 (petit|petite)? (fille|fils|garçon|gosse|famille|"
            "maison|femme) "
            "~9 (dommage|école|arriv*|brûl*|assuré*|malheur|accident|soin|c est ça)",
        ),
        ("will_pay", 0.78): (
            "(continue|continuez) ~3 (tu|vous) ~1 (fini(r)(s)(ras)(rez)|finissez|va|vas|allez) ~4 (rivière|"
            "canal|fossé|"
            "hosto|hôpital|seine|lac|puits|morgue|coffre|cave)",
            "(fais|faites|fait) ~1 (gaffe|attention) ~1 (à|aux) ~1 (ta|tes|ton|vos|votre) ~1 (gueule|pneus|"
            "freins|arrières|"
            "dents|genoux|santé|<kin>|peau|chien|voiture|famille)",
            "(regarde(r)|regardes|vérifie(r)|surveille(r)) ~2 (sous (ta|votre) (voiture|bagnole|lit)|tes freins|"
            "derrière toi|"
            "tes arrières|ton dos|par dessus ton épaule)",
            "(à ta place|à votre place|si j étais (toi|vous)|je serais toi|j serais toi) ~2 (je|j) ~2 (déménag*|"
            "quitterais|"
            "sortirais|dormirais|cacherais|fuirais|disparaîtrais|regarderais derrière|ferais mon testament)",
            "(t|te|vous|lui) arriver ~3 (bricole(s)|malheur|accident|quelque chose|ennuis|truc(s)|chose(s)|"
            "pépin(s)|pareil)",
            "(arrive|arriver|arriverait|arrivera) ~4 à (ta|ton|tes|vos|votre) (<kin>|famille|proches|gosses|"
            "maison)",
            "(perds|perdez|perd) rien pour attendre",
            "(numérote tes|prépare ton cercueil|creuse ta tombe|fais ton testament|tes derniers jours|ta "
            "dernière heure|"
            "ton heure (viendra|approche|arrive|a sonné|est venue)|ton tour (viendra|arrive|approche)|ta tombe)",
            "(on se (retrouvera|reverra|recroisera)|se retrouve) ~10 (flics|caméra(s)|témoin(s)|seul|malin|fier|"
            "hommes|comptes|"
            "gueule|dents)",
            "(régler|règle|réglera|réglerons) ~1 (ton compte|votre compte|nos comptes|tes comptes|son compte)",
            "(accident|balle perdue|mauvaise chute|freins) ~4 (vite arrivé|arrive vite|lâcher|lâchent|si vite) "
            "~8 (toi|ta|ton|"
            "tes|vous|vos|pense|prudent)",
            "(les balances|les traîtres|les poucaves|celui qui parle) ~6 (finissent|dents|fossé|mal|cimetière|"
            "morts)",
            "(qu|que) (je|on) (t|te|vous) ~1 (attrape|chope|croise|retrouve|voie)",
            "(dernier|autre|type) qui ~6 (hosto|hôpital|morgue|cimetière|fauteuil|paille|tombe|béquilles|coma)",
            "(dors bien|profite bien|à bientôt|bonne nuit) ~8 (dernière(s)|adresse|fois|derniers|sera la)",
            "(watch your (step|mouth|family)|(better|gonna) (run|hide)|coming for (you|your)|(end|finish) you|"
            "break your|"
            "(gonna|will) regret (this|it|being))",
        ),
        ("where_you_live", 0.92): (
            "(je|on|nous) (sais|sait|savons|connais|connaît|sai) ~1 (où|ou|l endroit où|dans quelle rue|l "
            "immeuble où) ~1 (tu|vous|il|elle|ils) (habit(e|es|ez|ent)|vi(s|t)|vivez|vivent|crèche(s)|dors|"
            "dort|dormez|bosse(s)|travaill(e|es|ez|ent)|gar(e|es|ez))",
            "(je|on|nous) (sais|sait|savons|sai) ~1 (où|ou) ~1 (est|se trouve|sont) (ton|ta|tes|votre|vos) (agence|"
            "bureau|bureaux|rédaction|siège|boutique|local|voiture|bagnole|maison|appart|fille|fils|gosses|enfants|"
            "école|parents|mère|studio|cabinet|magasin)",
            "(je|on) (sais|sait) ~2 (quelle école|quelle classe) ~4 (tes|vos|ses|ta|ton|votre|sa|son|leurs) "
            "(enfants|gosses|fille|fils|petits|mômes)",
            "(i|we) know where (you|he|she|they) (live|lives|work|works|sleep|sleeps)",
            "(i|we) know where your (kids|children|family|daughter|son) ~2 (live|go|school)",
        ),
        ("will_pay", 0.8): (
            "(tu vas|vous allez|il va|elle va|ils vont|tu me|vous me) ~1 (le payer|me le payer|nous le payer|"
            "la payer cher|le regretter|regretter d être né)",
            "(tes|vos|ses) jours sont comptés",
            "(gare|malheur) à (toi|vous|lui|elle|ta gueule|tes gosses|ta famille|vos familles)",
            "(fais|faites) (gaffe|bien attention) à (toi|vous|ta famille|tes gosses|tes enfants|vos enfants|"
            "tes arrières)",
            "(attention à|méfie|méfiez) (toi|vous|tes arrières) ~1 (en sortant|en rentrant|ce soir|la nuit|"
            "le soir|quand tu)",
            "(ça va|ça risque de|tout ça va) (très)? mal (finir|se finir|se terminer) pour (toi|vous|lui|"
            "elle|eux|tes|vos|ses)",
            "tu vas voir (ta gueule|ta tête|ce qui va t arriver|ce que je vais te faire)",
            "(vous allez|tu vas) voir ce (que|qui) ~2 (arriver|faire|réserve|attend)",
            "(watch your back|you will (pay for|regret) this|your days are numbered|you ll regret this|"
            "sleep with one eye open)",
        ),
        ("visit", 0.75): (
            "(on|je|nous) ~1 (viendra|viendrai|va venir|vais venir|passera|passerai|va passer|vais passer|"
            "vient|viens|va|ira) (te|vous|le|la|les) ~1 (chercher|cueillir|trouver|attraper|choper|sortir de)",
            "(on|je|nous) ~4 (te|vous|lui|leur) rendre ~2 visite",
            "(je|on|j) ~1 (passerai|passera|passe|viendrai|viendra|viens|débarque|débarquerai) ~2 (vous|te|lui) ~1 "
            "(voir|dire|parler|expliquer) ~6 (rigoler*|rira|rirez|riras|malin|malins|fier|fiers|regretter*|moins)",
            "(on y va|on s y retrouve|rendez vous|on se retrouve|venez tous|qui vient) ~6 (barres|battes|"
            "fusils|fourches|bidons|masqués|cagoules|gourdins|essence)",
            "(on va|je vais) s occuper de (toi|vous|lui|elle|eux|ton cas|son cas|leur cas|votre cas|ta famille)",
            "(viens|on va venir|je viens|on débarque|je débarque) (chez toi|chez vous) ~3 (battes|batte|"
            "fusil|potes|soir|nuit|comptes)",
            "(we are|we re|i m|i am) coming for you",
        ),
        ("deserves_harm", 0.72): (
            "(mérit(e|es|ez|ent)|mériterai(t|s|ent)|mériteriez) ~1 (de crever|de mourir|la mort|une balle|la "
            "corde|la potence|la guillotine|le peloton|une raclée|d être pendu(s)|d être brûlé(s)|qu on te|"
            "qu on le|qu on la|qu on les|qu on lui|qu on vous)",
            "(deserv(e|es)) to (die|be shot|be hanged|be killed|hang|burn)",
        ),
    }
