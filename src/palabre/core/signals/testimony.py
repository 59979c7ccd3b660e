"""Somebody tells what they saw or live."""

from typing import ClassVar

from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import PhraseDetector, Rules


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
        "same_here": ("« chez moi aussi », « je confirme »", "“same here”, “I confirm”"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted"])
    rules: ClassVar[Rules] = {
        ("i_was_there", 0.82): (
            "(je|j|nous|on) ~1 (y étais|y étions|y était|étais là|étais sur place|étais présent(e)|étais "
            "dedans|étais au premier rang|étions là|étions sur place|étais dans la salle|étais dans le|étais "
            "à côté)",
            "(je suis|nous sommes|on est) (sur place|sur les lieux|devant la|coincé(e)(s) dans|bloqué(e)(s) "
            "dans|bloqué(e)(s) sur)",
            "(témoin) ~2 (direct|de la scène|de l accident|de ce|oculaire)",
            "(i|we) (was|were) (there|in the|at the|right there|standing)",
        ),
        ("i_saw", 0.78): (
            "(j ai|je l ai|je les ai|nous avons|on a|on l a|ma femme a|mon mari a|ma fille a|mon fils a) "
            "(tout|bien|aussi|très bien|tous)? (vu|vus|vue|entendu|senti|assisté|filmé|photographié|croisé|"
            "constaté)",
            "(vu de mes yeux|de mes propres yeux|sous mes yeux|sous ma fenêtre|sous nos fenêtres|"
            "devant chez (moi|nous)|devant ma porte|depuis ma fenêtre|de ma fenêtre)",
            "(i|we) (saw|heard|witnessed|watched) (it|him|her|them|the|a|everything|two|three)",
            "(with my own eyes)",
        ),
        ("i_live_there", 0.75): (
            "(j|je|nous|on) (y)? (habite|habitons|habitais|vis ici|vis là|y vis|vivons) (depuis|à|au|aux|en|"
            "dans|juste|la|le|ici|là|sur|rue|à côté|en face|rue)?",
            "(dans (mon|notre|ma) (immeuble|quartier|rue|village|hameau|résidence|cage d escalier|commune|"
            "lotissement))",
            "(riverain(e)(s)|habitant(e)) ~3 (depuis|de la|du|ici|je|moi)",
            "(i|we) (live|lived) (here|there|next|near|in|on|opposite|across|two)",
            "(in my (street|building|village|town|neighbourhood|neighborhood))",
        ),
        ("i_work_there", 0.78): (
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
