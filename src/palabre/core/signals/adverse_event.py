"""A harm after a medicine: to be told to pharmacovigilance."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.common import bag
from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View

#: A reaction and a product with somebody who had them, and without: then it is an article, or talk about medicines.
_CASE, _NO_PERSON, _OF_PRESS = 0.78, 0.36, 0.75
#: Words that say the link by themselves; a reaction that is denied, or that English names, weighs less than this:
#: with no such word, it may be what the medicine is taken for.
_EXPLICIT, _DENIED = 0.5, 0.3
_PEOPLE = ("patient", "since_taking", "reporter")
#: The person who writes had it.
_SELF = bag("je moi me mon ma mes i my")


class AdverseEvent(PhraseDetector):
    """A harm after a medicine: to be told to pharmacovigilance."""

    name = "adverse_event"
    name_fr = "Effet indésirable"
    name_en = "Adverse event"
    reasons: ClassVar[Reasons] = {
        "reaction": ("ce que le corps a fait", "what the body did"),
        "product": ("le médicament ou la prise", "the medicine, or taking it"),
        "registered": ("un produit de votre registre", "a product of your register"),
        "patient": ("la personne touchée", "the person affected"),
        "reporter": ("qui le rapporte", "who reports it"),
        "since_taking": ("depuis la prise", "since taking it"),
        "side_effect": ("« effet secondaire »", "“side effect”"),
    }
    #: What a medicine is taken for is nothing that it did.
    loose = True
    innocent = (
        "(pour|contre) (la|sa|ma|le|son|mon|l|les|ses|mes|des) (tension|douleur(s)|allergie(s)|asthme|"
        "migraine(s)|fatigue|"
        "irritation(s)|crampes|spasmes)",
    )
    context: ClassVar[frozenset[Context]] = frozenset(["denied"])
    rules: ClassVar[Rules] = {
        ("reaction", 0.4): (
            "(cheville(s)|jambe(s)|main(s)|pied(s)|ventre|visage|cou|oeil|yeux|lèvre(s)|langue|bras|gorge) ~2 "
            "(doublé|gonflé(e)(s)|enflé(e)(s)|triplé|de volume|paralysé(e)(s)|engourdi(e)(s)|en feu)",
            "(me|le|la|te|les|lui|nous) (rend|rendent) (malade|confus|confuse|fou|folle|agressif|agressive|"
            "amorphe|somnolent|somnolente|nauséeux)",
            "(vue|vision) ~1 (trouble|floue|double|baissé|baisse)",
            "(idées|pensées) (suicidaires|noires)",
            "(reconnais|reconnaît|souviens|souvient) plus",
            "(hémorragie|ulcère|avc|infarctus|phlébite|embolie|jaunisse|hépatite|coma)",
            "(crampes|courbatures|fourmillements|engourdi(e)(s)|bouffées de chaleur|sueurs|idées noires|prise de "
            "poids|pris ~2 kilos|constipation|aphtes|vision trouble|vue trouble|bouche sèche|peau qui pèle|"
            "douleurs|douleur|ganglions|tension|essoufflement|perte d appétit|perdu l appétit|perte de mémoire|"
            "trous de mémoire|épuisé(e)|épuisement|fatigue|somnolent(e)|raideurs|spasmes|irritation(s)|allergie|"
            "cloques|bleus partout|saigne du nez)",
            "(perds|perdu|perd|perdre) ~1 (mes|ses|les|la|l|des) (cheveux|appétit|mémoire|vue|sommeil|"
            "connaissance|équilibre)",
            "(sens|sent|sentais|sentait) plus (mes|ses|mon|son|ma|sa|les|la|le) (jambes|bras|main|mains|doigts|"
            "jambe|pied|pieds|visage|langue)",
            "(dors|dort|dormais|mange|marche|tiens) plus",
            "(lèvre|lèvres|visage|langue|bras|paupières|yeux|gorge|pieds|ventre) ~3 (gonflé(e)(s)|doublé|"
            "enflé(e)(s)|rouge(s)|brûle(nt)|gratte(nt)|paralysé(e)(s)|triplé)",
            "(coeur|cœur) ~3 (s emballe|qui s emballe|bat|palpite|accélère|à cent à l heure|à 140)",
            "(me|lui|nous) (brûle|gratte|lance|tourne|démange|fait vomir|rend malade|a rendu malade|a rendue "
            "malade|donne des|donne la nausée|donne envie de vomir)",
            "(est|suis) tombé(e) ~1 (deux|trois|plusieurs) fois",
            "(me|la|le|lui|nous) (met|mettait|mettent|a mis|ont mis) (ko|à plat|par terre|hs|au tapis|dans le gaz)",
            "(malade comme un chien|mis par terre|mise par terre|mis à plat|mise à plat|clouée au lit|cloué au "
            "lit|dans les vapes|aux urgences)",
            "<reaction>",
            "(a|ai|fait|fais|avait|eu) ~1 (une|un|des) (réaction(s)|malaise|crise|oedème)",
            "(tête|tout) ~1 (tourne|tournait|gratte|brûle)",
            "(had|having) ~1 (a|an|bad|severe) (reaction)",
        ),
        ("reaction", 0.29): (
            "(weight gain|hair loss|no sex drive|libido|night sweats|brain fog|numb|numbness|tremor(s)|shaking|"
            "cramps|diarrhea|constipation|blurred vision|dry mouth|fatigue|exhausted|nightmares|couldn t sleep|"
            "can t sleep|skin peeled|itching|itchy|throwing up|passed out|drowsy|memory loss)",
            "<reaction_english>",
        ),
        ("product", 0.4): (
            "(antibio(s)|lantibio|antihypertenseur|antidouleurs|traitement(s) ~3 (thyroïde|coeur|cholestérol|"
            "tension)|médicament(s) ~2 (contre|pour)|cuillère de sirop|changement de dose|rappel de vaccin)",
            "(patch|gouttes|générique(s)|anticoagulant(s)|anti inflammatoire(s)|antihypertenseur(s)|"
            "bêtabloquant(s)|somnifère(s)|statine(s)|insuline|perfusion(s)|chimiothérapie|hormones|stérilet|"
            "contraceptif|inhalateur|suppositoire(s)|crème|lotion|ampoule(s)|gellule(s)|antiépileptique(s)|"
            "neuroleptique(s)|antalgique(s)|opiacé(s)|laxatif|diurétique|immunothérapie|biothérapie|rappel|"
            "injections|piqûres|pastille(s)|pilules)",
            "(lexapro|cymbalta|sertraline|fluoxetine|paroxetine|escitalopram|duloxetine|venlafaxine|metformine|"
            "ozempic|mounjaro|cortancyl|augmentin|spasfon|imodium|gaviscon|deroxat|laroxyl|lyrica|kardegic|"
            "previscan|eliquis|xarelto|plaquenil|methotrexate|roaccutane|dépakine|médiator|mopral|inexium|"
            "ventoline|symbicort|tahor|crestor)",
            "(patch|drops|injections|shot(s)|booster|generic|inhaler|antihistamine|statin(s)|birth control|"
            "sleeping pills|painkiller(s)|blood thinner(s)|capsule(s)|dosage|prescribed)",
            "<medicine>",
            "(2e|3e|deuxième|première|troisième|seconde|1ère|1re|second|first|rappel de) (dose|injection|piqûre)",
            "(prend|prends|prenait|prenais|prise de|pris|prendre|avalé|commencé|sous|arrêté|arrêter|taking|"
            "took|takes|stopped) (du|de la|le|ce|un|une|mon|son|leur|cet|cette|de l|des)? (médoc|médicament|"
            "traitement|comprimé|sirop|antibiotique|pilule|levothyrox|doliprane|paracétamol|ibuprofène|"
            "aspirine|statine(s)|morphine|méthadone)",
            "(levothyrox|doliprane|paracétamol|ibuprofène|aspirine|amoxicilline|statine(s)|morphine|tramadol|"
            "xanax|codéine|ibuprofen|paracetamol|aspirin|amoxicillin|prozac|zoloft|effexor|seroplex)",
        ),
        ("since_taking", 0.7): (
            "depuis que ~4 (suis|est|sont|étais) sous ~1",
            "(depuis|après|avec) ~1 (changement|augmentation|baisse|arrêt|première|deuxième|dernière) (de dose|de "
            "traitement|dose|injection|prise|cuillère|cuillerée|cure)",
            "(depuis|après) ~1 (le changement de|le passage à|l arrêt de|le début de|la prise de|l injection de|"
            "la pose de|deux jours de|trois jours de|une semaine de) ~2 (<medicine>|formule|générique|traitement|"
            "patch|gouttes|stérilet)",
            "(m a fait arrêter|dû arrêter|obligé(e) d arrêter|arrêté au bout|stoppé|j arrête|on a arrêté) ~4",
            "(à cause|suite|dû|due|provoqué(e)(s)|causé(e)(s)) (de|du|d|à|au|aux|par|des) (ce|cet|cette|ces|la|le|"
            "l|un|une|mon|ma|son)? ~1 (<medicine>|sirop|patch|vaccin|gouttes|anticoagulant(s)|générique)",
            "(m ont|m a|nous ont|lui a|lui ont) (changé|prescrit|donné|mis sous|passé) ~6 (depuis|et depuis|"
            "résultat|bilan)",
            "(avec|sous) (ce|cet|cette|ces|mon|son|la|le|les) ~1 (<medicine>|patch|gouttes|anticoagulants|"
            "générique|statines)",
            "(on|taking|took|tried|started|prescribed) ~4 (for|after|since) ~2 (days|weeks|months|week|month|year|"
            "years)",
            "(depuis|après) ~1 (que)? ~1 (je|il|elle|on lui) (prends|prend|a pris|ai pris|a commencé|ai commencé|a "
            "changé|donne|fait prendre|suis passé(e))",
            "(depuis|après) que (ma|mon|sa|son) <kin> (prend|a pris|a commencé)",
            "(jour(s)|heure(s)|semaine(s)|minutes|lendemain|soir) après (la|le|sa|ma|son|mon|l|une|avoir|"
            "les)? (prise|vaccin|dose|piqûre|injection|rappel|début du traitement|comprimé(s)|première prise|"
            "avoir pris)",
            "(since|after) (i|she|he) ~1 (started|began|took|taking|switched)",
            "(after|since|from) (the|his|her|my|a|an|this|that|their)? (first|second|last|new)? (<medicine>|shot|"
            "injection|patch|drops)",
        ),
        ("side_effect", 0.55): ("(effet(s)) (secondaire(s)|indésirable(s))",),
        ("side_effect", 0.45): ("side effect(s)",),
        ("patient", 0.2): (
            "(mon|ma|mes|notre) (compagne|compagnon|copain|copine|voisin|voisine|belle mère|beau père|chéri|nièce|"
            "neveu|bébé|fillette)",
            "(il|elle|she|he) (prend|prenait|a pris|a commencé|a arrêté|takes|took|started)",
            "(ma|mon|mes|sa|son|notre|my|our|une de mes|deux|un|deuxième|troisième) ~1 <kin>",
            "(patient(e)(s)) ~2 (ans|sous|de ma|de mon)",
        ),
        ("reporter", 0.1): (
            "(le|la|l|notre|un|une) (pharmacien(ne)|médecin|infirmi(er|ère)|généraliste|urgentiste|docteur) ~3 "
            "(déclaré(e)|signalé(e)|dit|confirmé|constaté|arrêté|prévenu)",
            "(je|j|on|nous|i|we) ~1 (signale|signalons|déclare|déclaré|témoigne|ai vu|ai constaté|suis "
            "infirmi(er|ère)|suis médecin|suis pharmacien(ne)|suis|report|noticed)",
            "(mon|ma|notre|ses|son|à mon) (médecin|pharmacien|pharmacienne|généraliste|doctor)",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Ask for a reaction and a product, then weigh whether there is a person: the four criteria of a case."""
        marks: dict[str, float] = {}
        for hit in hits:
            marks[hit.why] = max(hit.weight, marks.get(hit.why, 0))
        harm = max(marks.get("reaction", 0), marks.get("side_effect", 0))
        taken = max(marks.get(why, 0) for why in ("product", "registered", "since_taking"))
        explicit = marks.get("side_effect", 0) >= _EXPLICIT or marks.get("since_taking", 0) >= _EXPLICIT
        if not harm or (not taken and not explicit) or (harm < _DENIED and not explicit):
            return None
        person = not marks.keys().isdisjoint(_PEOPLE) or not _SELF.isdisjoint(view.vocabulary)
        score = _CASE if person else _NO_PERSON
        score += 0.06 * ("since_taking" in marks) + 0.04 * ("reporter" in marks) + 0.04 * explicit
        return self.signal(score * (_OF_PRESS if view.message.kind == "article" else 1), hits)
