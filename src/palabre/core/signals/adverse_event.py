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
#: Words that say the link by themselves; a reaction that is denied weighs less than this.
_EXPLICIT, _DENIED = 0.5, 0.3
_PEOPLE = ("patient", "since_taking", "reporter")
#: The person who writes had it.
_SELF = bag("je moi me i me my")


class AdverseEvent(PhraseDetector):
    """A harm after a medicine: to be told to pharmacovigilance."""

    name = "adverse_event"
    name_fr = "Effet indésirable"
    name_en = "Adverse event"
    reasons: ClassVar[Reasons] = {
        "reaction": ("ce que le corps a fait", "what the body did"),
        "product": ("le médicament ou la prise", "the medicine, or taking it"),
        "patient": ("la personne touchée", "the person affected"),
        "reporter": ("qui le rapporte", "who reports it"),
        "since_taking": ("depuis la prise", "since taking it"),
        "side_effect": ("« effet secondaire »", "“side effect”"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["denied"])
    rules: ClassVar[Rules] = {
        ("reaction", 0.4): (
            "<reaction>",
            "(a|ai|fait|fais|avait|eu) ~1 (une|un|des) (réaction(s)|malaise|crise|oedème)",
            "(tête|tout) ~1 (tourne|tournait|gratte|brûle)",
            "(had|having) ~1 (a|an|bad|severe) (reaction)",
        ),
        ("product", 0.4): (
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
            "(depuis|après) ~1 (que)? ~1 (je|il|elle|on lui) (prends|prend|a pris|ai pris|a commencé|ai commencé|a "
            "changé|donne|fait prendre|suis passé(e))",
            "(depuis|après) que (ma|mon|sa|son) <kin> (prend|a pris|a commencé)",
            "(jour(s)|heure(s)|semaine(s)|minutes|lendemain|soir) après (la|le|sa|ma|son|mon|l|une|avoir|"
            "les)? (prise|vaccin|dose|piqûre|injection|rappel|début du traitement|comprimé(s)|première prise|"
            "avoir pris)",
            "(since|after) (i|she|he) ~1 (started|began|took|taking|switched)",
        ),
        ("side_effect", 0.55): (
            "(effet(s)) (secondaire(s)|indésirable(s))",
            "side effect(s)",
        ),
        ("patient", 0.2): (
            "(il|elle|she|he) (prend|prenait|a pris|a commencé|a arrêté|takes|took|started)",
            "(ma|mon|mes|sa|son|notre|my|our|une de mes|deux|un|deuxième|troisième) ~1 <kin>",
            "(patient(e)(s)) ~2 (ans|sous|de ma|de mon)",
        ),
        ("reporter", 0.1): (
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
        taken = max(marks.get("product", 0), marks.get("since_taking", 0))
        explicit = marks.get("side_effect", 0) >= _EXPLICIT or marks.get("since_taking", 0) >= _EXPLICIT
        if not harm or (not taken and not explicit) or (harm < _DENIED and not explicit):
            return None
        person = not marks.keys().isdisjoint(_PEOPLE) or not _SELF.isdisjoint(view.vocabulary)
        score = _CASE if person else _NO_PERSON
        score += 0.06 * ("since_taking" in marks) + 0.04 * ("reporter" in marks) + 0.04 * explicit
        return self.signal(score * (_OF_PRESS if view.message.kind == "article" else 1), hits)
