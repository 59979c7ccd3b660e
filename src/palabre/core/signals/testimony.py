"""Somebody tells what they saw or live."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules, best
from palabre.core.signals.view import View

#: Who, when and where: none of them says much, together they tell something lived. And words it takes to tell it.
_MARKS, _ALL_THREE, _WHO_AND_ONE, _TOLD = ("first_person", "moment", "place"), 0.66, 0.52, 8


class Testimony(PhraseDetector):
    """Somebody tells what they saw or live."""

    name = "testimony"
    name_fr = "Témoignage"
    name_en = "Testimony"
    reasons: ClassVar[Reasons] = {
        "i_was_there": ("« j’y étais »", "“I was there”"),
        "i_saw": ("vu, entendu, senti soi-même", "seen, heard or smelt by oneself"),
        "i_live_there": ("la personne vit ou habite sur place", "the person lives there"),
        "i_work_there": ("la personne est du métier, ou y travaille", "the person does this job, or works there"),
        "happened_to_us": ("c’est arrivé à la personne ou aux siens", "it happened to the person or their family"),
        "first_person": ("la personne parle d’elle ou des siens", "the person speaks of herself or her own"),
        "moment": ("un moment, une durée", "a moment, a length of time"),
        "place": ("un lieu précis", "a certain place"),
        "same_here": ("« chez moi aussi », « je confirme »", "“same here”, “I confirm”"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted"])
    rules: ClassVar[Rules] = {
        ("first_person", 0.1): (
            "(j ai|j avais|j étais|je l ai|je les ai|je m étais|je suis né(e)|on a|on avait|on était|on nous a|on "
            "m a|nous avons|nous étions|nous avions|m a|nous a|m ont|nous ont|je revois|je me souviens|moi qui|je "
            "conduis|je travaille|j élève|je fais|je vois|je vis|j habite|je prends ~2 tous les)",
            "(mon|ma|mes|notre|nos) (<kin>|nièce|neveu|cousin(e)|beau père|belle mère|beau frère|belle soeur|"
            "parents|garçon|gamin(e)|rue|immeuble|quartier|village|maison|patron|équipe|service|compagne|"
            "compagnon|classe|école)",
            "chez (moi|nous|ma mère|mes parents|mon père|ma grand mère)",
            "(i was|we were|i had|we had|i have|i ve|my (mother|father|son|daughter|husband|wife|neighbour|mother "
            "in law|boss))",
        ),
        ("place", 0.1): (
            "(quartier|rue|immeuble|école|collège|lycée|hôpital|clinique|maternité|urgences|usine|atelier|quai|"
            "gare|hameau|village|maison|étage|balcon|gymnase|salle|guichet|service|entrepôt|chantier|ferme|champ|"
            "route|descente|cantine|foyer|ehpad|maison de retraite|cité|cave|jardin|parking|plage|forêt|pont|"
            "stade|bus|train|car|camion|brancard)",
            "(street|building|hospital|school|factory|platform|ward|floor|home|warehouse|station|village|flat)",
        ),
        ("moment", 0.1): (
            "(depuis|pendant|durant|hier|avant hier|ce matin|cette nuit|ce soir là|cette nuit là|l an dernier|l "
            "année dernière|l été dernier|cet hiver|cet été|la semaine dernière|il y a ~2 (ans|mois|jours|heures|"
            "semaines))",
            "(heure|heures|jours|semaines|mois|ans|années|matins|soirs|nuit|nuits)",
            "(since|last (night|week|year|summer)|yesterday|for ~2 (hours|days|years|weeks)|this morning|hours|"
            "years)",
        ),
        ("i_was_there", 0.82): (
            "(j étais|nous étions|on était) (dans|sur|à|au|aux|devant|derrière|dedans|chez|en) ~7 (quand|lorsque|"
            "hier|ce jour là|ce soir là|cette nuit|à ce moment)",
            "(j en sors|j en reviens|on en sort|je rentre de|je sors de|je reviens de|on rentre de)",
            "(quand|lorsque) (je suis|j ai|on est|on a|nous avons) ~1 (arrivé(e)(s)|accouché|été|passé|perdu|"
            "travaillé|ouvert|entré(e)(s)|descendu(e)(s))",
            "(i was|we were) (on|at|near|inside|outside|sitting|waiting|driving|walking)",
            "(je|j|nous|on) ~1 (y étais|y étions|y était|étais là|étais sur place|étais présent(e)|étais "
            "dedans|étais au premier rang|étions là|étions sur place|étais dans la salle|étais dans le|étais "
            "à côté)",
            "(je suis|nous sommes|on est) (sur place|sur les lieux|devant la|coincé(e)(s) dans|bloqué(e)(s) "
            "dans|bloqué(e)(s) sur)",
            "(témoin) ~2 (direct|de la scène|de l accident|de ce|oculaire)",
            "(i|we) (was|were) (there|in the|at the|right there|standing)",
        ),
        ("i_saw", 0.78): (
            "(on voyait|on entendait|j entendais|je voyais|on sentait|je sentais) ~2 (la|le|les|des|un|une|l|du)",
            "(de|depuis) (mon|ma|notre) ~1 (balcon|fenêtre|terrasse|jardin|atelier|bureau|cuisine|voiture|étage|"
            "boutique)",
            "(j en tremble|j en suis encore|je n oublierai jamais|je m en souviens comme)",
            "(we|i) (heard|could hear|could see|smelled|felt) ~1 (it|the|a|everything|shouting|screaming|smoke)",
            "(j ai|je l ai|je les ai|nous avons|on a|on l a|ma femme a|mon mari a|ma fille a|mon fils a) "
            "(tout|bien|aussi|très bien|tous)? (vu|vus|vue|entendu|senti|assisté|filmé|photographié|croisé|"
            "constaté)",
            "(vu de mes yeux|de mes propres yeux|sous mes yeux|sous ma fenêtre|sous nos fenêtres|"
            "devant chez (moi|nous)|devant ma porte|depuis ma fenêtre|de ma fenêtre)",
            "(i|we) (saw|heard|witnessed|watched) (it|him|her|them|the|a|everything|two|three)",
            "(with my own eyes)",
        ),
        ("i_live_there", 0.75): (
            "chez (nous|moi) ~1 (dans|au|à|en|on|il|les|la|le|ça|rue)",
            "(locataire(s)|résident(e)(s)|riverain(e)(s)|propriétaire|habitué(e)(s)|usag(er|ère)|client(e)|"
            "abonné(e)) ~2 depuis",
            "(je suis|on est|nous sommes) ~1 (locataire(s)|riverain(e)(s)|voisin(e)(s)|propriétaire(s)|usager(s)|"
            "du quartier|du coin|du village)",
            "(j ai|on a|nous avons) (grandi|vécu|toujours vécu|emménagé|déménagé) (ici|là|dans|à|au|en)",
            "(i|we) ~1 (live|lived|grew up) (above|below|right|just|nearby|round|around)",
            "(j|je|nous|on) (y)? (habite|habitons|habitais|vis ici|vis là|y vis|vivons) (depuis|à|au|aux|en|"
            "dans|juste|la|le|ici|là|sur|rue|à côté|en face|rue)?",
            "(dans (mon|notre|ma) (immeuble|quartier|rue|village|hameau|résidence|cage d escalier|commune|"
            "lotissement))",
            "(riverain(e)(s)|habitant(e)) ~3 (depuis|de la|du|ici|je|moi)",
            "(i|we) (live|lived) (here|there|next|near|in|on|opposite|across|two)",
            "(in my (street|building|village|town|neighbourhood|neighborhood))",
        ),
        ("i_work_there", 0.78): (
            "(je suis|moi je suis|étant|en tant que|en tant qu|j étais|j ai été|ancien|ancienne|comme|ex) ~1 "
            "(aide à domicile|caissi(er|ère)|cariste|magasini(er|ère)|serveu(r|se)|coiffeu(r|se)|avocat(e)|"
            "assistante sociale|auxiliaire de vie|aesh|atsem|kiné|dentiste|viticult(eur|rice)|apicult(eur|rice)|"
            "pêcheur|livreu(r|se)|intérimaire|animat(eur|rice)|direct(eur|rice)|chercheu(r|se)|soud(eur|euse)|"
            "saisonni(er|ère)|surveillant(e)|militaire|interne|agent|conduct(eur|rice)|chauffeu(r|se)|guide|"
            "maîtresse|parent d élève|retraité(e) de|comptable|menuisi(er|ère)|paysan(ne)|berg(er|ère)|traiteur|"
            "gérant(e)|assistant(e)|secrétaire|technicien(ne)|couvreur|peintre|monit(eur|rice)) ~3 (depuis|dans|à|"
            "au|en|et|ici|là|de|je)",
            "(je tenais|j ai tenu|je tiens|je gère|j ai fermé|j ai ouvert) ~1 (un|une|le|la|mon|ma|ce|cette) ~2 "
            "(librairie|boutique|restaurant|bar|café|commerce|magasin|ferme|gîte|salon|épicerie|boulangerie|"
            "bistrot|stand)",
            "(ça fait|cela fait|voilà) ~2 ans que (j y|je|on) ~1 (travaille|bosse|suis|vis|habite|enseigne|"
            "conduis|soigne)",
            "(je|j y|on|nous) (travaille|bosse|bossons|enseigne|soigne|conduis|livre) (là|là bas|ici|dedans|dans|"
            "à|au|avec)",
            "(i worked|i work|i ve worked|i spent ~2 years) (in|at|on|for|there)",
            "(je suis|moi je suis|suis|étant|ex|en tant que|je fus|j étais|j ai été|ancien|ancienne) ~1 "
            "(infirmi(er|ère)|aide soignant(e)|médecin|pompier|pompière|agricult(eur|rice)|institut(eur|"
            "rice)|prof|professeur|enseignant(e)|sage femme|ambulancier|ambulancière|caissi(er|ère)|maçon|"
            "chauffeur|conduct(eur|rice)|cheminot|facteur|factrice|éleveu(r|se)|maraîch(er|ère)|"
            "pharmacien(ne)|secouriste|gendarme|policier|policière|éducat(eur|rice)|assistante maternelle|"
            "plombier|électricien|restaurat(eur|rice)|commerçant(e)|boulang(er|ère)|brancardier|agent de|"
            "salarié(e) de|élève|étudiant(e)|technicien(ne)|ingénieur|vétérinaire|routier|éboueur|bénévole|"
            "ouvri(er|ère))",
            "(j|je|nous|on) (y)? (travaille|travaillons|bosse|travaillais|ai travaillé|ai bossé|ai fait "
            "carrière) (à|au|aux|dans|là|ici|depuis|chez|sur|pour|en|avec|trente|vingt|dix|comme)?",
            "(dans (mon|notre) (service|métier|entreprise|école|usine|hôpital|cabinet|équipe|exploitation|"
            "ferme)|mes (élèves|patients|collègues|vaches|bêtes|clients))",
            "(i work|i ve worked|i worked|i used to work) (at|in|for|there|as|on)",
            "(as a) (nurse|doctor|teacher|farmer|firefighter|driver|paramedic|resident|parent)",
        ),
        ("happened_to_us", 0.72): (
            "(j ai|on a|nous avons) ~1 (passé|attendu|perdu|dormi|tenu|failli|porté plainte|subi|vécu|fui|évacué|"
            "connu|traversé|accouché|enterré) ~3 (heures|heure|nuit|nuits|jours|matinée|journée|semaines|mois|ans|"
            "mon|ma|mes|notre|nos|tout|dehors|dans|au|aux|la|le|une|un)",
            "(on|ils|elles|personne) (m|nous) (a|ont) ~1 (laissé(e)(s)|refusé|fait|mis(e)|dit|refusée|"
            "expulsé(e)(s)|renvoyé(e)(s)|licencié(e)(s)|volé|cambriolé(e)(s)|opéré(e)|soigné(e)|humilié(e)|"
            "évacué(e)(s)|oublié(e)(s))",
            "(nous avons|j ai|on a) été ~1 (inondé(e)(s)|cambriolé(e)(s)|relogé(e)(s)|évacué(e)(s)|expulsé(e)(s)|"
            "contrôlé(e)(s)|agressé(e)(s)|bloqué(e)(s)|licencié(e)(s)|hospitalisé(e)(s)|opéré(e)(s)|prévenu(e)(s)|"
            "volé(e)(s)|renvoyé(e)(s)|harcelé(e)(s)|accueilli(e)(s)|soigné(e)(s)|touché(e)(s))",
            "(mon|ma|mes|notre|nos) ~1 (<kin>|neveu|nièce|cousin(e)|beau frère|belle soeur|parents|garçon|mari|"
            "gamin(e)|petite) ~2 (a travaillé|travaillait|y travaillait|travaille|prend|prenait|est dans|est à|"
            "est au|va à|va au|y va|y est|rentre|vit|vivait|a passé|a attendu|a perdu|a été|est scolarisé(e)|"
            "était)",
            "(ça m est|il m est|cela m est|ça nous est|il nous est|ça m) ~1 (arrivé|arrive|arrivée)",
            "my (dad|mum|mother|father|son|daughter|sister|brother|wife|husband|kid|kids|neighbour) ~1 (was|were|"
            "worked|waited|had|got|goes|went|takes|lost)",
            "(m est|nous est|lui est) (déjà|aussi)? arrivé",
            "(j ai|nous avons|on a) (vécu|subi|perdu|eu peur|dû|passé (trois|quatre|deux|cinq|des|toute|la) "
            "(heures|nuits|nuit|jours)|attendu|connu ça|connu la|appelé les|été (pris|prise|victime|agressé|"
            "agressée|opéré|opérée|évacué|évacués|soigné|soignée|hospitalisé|hospitalisée|inondés|sauvé|"
            "sauvée))",
            "(mon|ma|mes|notre|nos) <kin> (y)? (a|ont|est|était|sont|avait|travaille|habite|vit) ~2 (vécu|vu|"
            "subi|été|eu|fait|perdu|dans|là|sorti|sortie|passé|passée|hospitalisé(e)|scolarisé(e)|opéré(e)|"
            "allergique|malade|brancardier|pompier|infirmière|mort(e)|blessé(e)|à l hôpital|à l école)",
            "happened to (me|us|my)",
            "my <kin> (was|were|has|had)",
        ),
        ("same_here", 0.62): (
            "(chez (moi|nous)) ~1 (aussi|pareil|c est|ça|l eau|il|on a|y a|plus|toujours|rien|depuis|même)",
            "(pareil|idem|même chose) ~1 (chez|pour moi|ici|à|dans|sur)",
            "(je|nous) (confirme|confirmons|atteste|certifie|témoigne)",
            "(same here|same problem here|can confirm|i can confirm)",
        ),
        ("same_here", 0.4): (
            "(pour ma part|depuis (dix|vingt|trente|quarante|quinze|10|15|20|30|40) ans|ça fait (dix|vingt|"
            "trente|quarante|quinze|10|15|20|30|40) ans)",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Take what says it by itself, or who, when and where together."""
        clear = [hit for hit in hits if hit.why not in _MARKS]
        marks = {hit.why for hit in hits} & set(_MARKS)
        score = best(clear) if clear else 0.0
        if "first_person" in marks and len(view.words) >= _TOLD:
            score = max(score, _ALL_THREE if len(marks) == len(_MARKS) else _WHO_AND_ONE * (len(marks) > 1))
        return self.signal(score, hits if score > (best(clear) if clear else 0.0) else clear)
