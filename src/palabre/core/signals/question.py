"""Someone asks something, with or without a question mark."""

import re
from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.context import Context
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules, best
from palabre.core.signals.view import View

#: Questions that await no answer.
_RHETORICAL = re.compile(
    r"(?:de qui se moque|et puis quoi encore|vous êtes sérieu|c.est une blague|non mais sérieu|et alors|"
    r"ah bon|vraiment|"
    r"on est où là|pour qui (?:vous|ils) (?:vous|se) pren|tu te fous|vous vous foutez|et après|quoi|non|hein|"
    r"n.est-ce pas|"
    r"are you serious|really|so what) ?\?",
    re.IGNORECASE,
)


class Question(PhraseDetector):
    """Someone asks something, with or without a question mark."""

    name = "question"
    name_fr = "Question"
    name_en = "Question"
    reasons: ClassVar[Reasons] = {
        "question_mark": ("un point d’interrogation", "a question mark"),
        "asks": ("une tournure qui demande", "a turn of phrase that asks"),
        "wonders": ("« je me demande », « j’aimerais savoir »", "“I wonder”, “I would like to know”"),
        "anybody": ("« quelqu’un sait »", "“does anybody know”"),
        "opener": ("la phrase s’ouvre comme une question", "the sentence opens like a question"),
        "rhetorical": ("la question n’attend pas de réponse", "the question awaits no answer"),
    }
    context: ClassVar[frozenset[Context]] = frozenset(["quoted"])
    sign = "?"
    rules: ClassVar[Rules] = {
        ("asks", 0.8): (
            "(est ce que|est ce qu|qu est ce que|qu est ce qu|est ce bien|est ce normal|est ce vrai|est ce "
            "possible)",
            "(pouvez|pourriez|savez|avez|allez|serait|voulez|comptez|auriez|pensez|connaissez|êtes) (vous|il|"
            "tu) ~1 (pas)? ~1 (me|nous|dire|confirmer|préciser|expliquer|indiquer|publier|donner|poser|"
            "parler|si|une|un|des|demander|prévu|faire|possible|quand|où|comment)",
            "(peut|doit|faut|sait|va|a) (on|il) ~1 (encore|quand même|t)? (boire|avoir|aller|savoir|faire|"
            "utiliser|prendre|se|venir|laisser|donner|poser|voir|espérer|arroser|payer)",
            "(y a t il|a t on|va t on|va t il|va t elle|ont ils|sont ils|sera t il|sera t elle|aura t on|"
            "peuvent ils|doit on|faut il|fait on|dois je|puis je)",
            "(ce est|il est|elle est|ils sont|ça se|ça coûte|il y a|on est|vous êtes) (quoi|quand|où|qui|"
            "combien|à quelle heure|pour quand|pour quoi)",
            "(on|je|vous|ça|ils|tu) ~2 (fait|fais|faites|pense|pensez|veut|coûte|vaut|risque|dit|dites|"
            "pense) (quoi|comment|combien)",
            "(c est|ce est) (à)? (quelle heure|quel jour|quel endroit|quelle date|quel prix)",
            "(question|petite question|une question|ma question) (pour|svp|bête|au|à|à la|simple|c est|sur)",
            "(quelle|quel) ~1 (est|sont|heure|jour|date) (la|le|les|l|ouvre|ferme|commence|finit|est)",
            "(do|does|did|can|could|would|will|is|are) (you|anyone|anybody|someone|there|it|they|we) ~1 "
            "(know|have|tell|explain|any|a|still|ever|going)",
        ),
        ("wonders", 0.78): (
            "(je me demande|on se demande|j aimerais savoir|je voudrais savoir|j aurais aimé savoir|on "
            "aimerait savoir|nous aimerions savoir|je souhaite savoir|je cherche à savoir|je veux savoir|"
            "besoin de savoir|on voudrait savoir|aimerions comprendre|j aimerais comprendre) ~1 (si|pourquoi|"
            "comment|quand|où|qui|quel(le)(s)|ce que|combien|à)?",
            "(dites|dis|expliquez|précisez) (moi|nous) ~1 (si|pourquoi|comment|quand|où|qui|quel(le)|depuis "
            "quand|combien)",
            "(dites nous|savoir si|demander si|demande si)",
            "(i wonder|i d like to know|just wondering|wondering if|could you tell me|please explain)",
        ),
        ("anybody", 0.82): (
            "(quelque un|quelqu un|qui|personne|vous) ~1 (sait|saurait|a des nouvelles|peut me dire|peut "
            "nous dire|peut confirmer|peut m expliquer|pourrait me dire|connaît|aurait|aurait une idée|savez|"
            "a vu passer|a une idée) ~1 (si|où|quand|pourquoi|comment|quel|quelle|une|un|des|la|le|qui|ce|"
            "combien)?",
            "(does anyone|does anybody|anyone know|anybody know|any idea|any news|any chance|has anyone)",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Find questions by their mark, their words, or the way their sentence opens."""
        text = view.message.text
        place = _mark(text) if "?" in text else -1
        if place >= 0:
            rhetorical = not hits and _RHETORICAL.search(text) is not None
            mark = Hit(
                place, place + 1, 0.55 if rhetorical else 0.95, "rhetorical" if rhetorical else "question_mark"
            )
            return self.signal(mark.weight, [*hits, mark])
        return self.signal(best(hits), hits) if hits else None


def _mark(text: str) -> int:
    """Return the last question mark that is no part of an address, or -1."""
    place = text.rfind("?")
    while place > 0 and place + 1 < len(text) and not text[place + 1].isspace() and text[place + 1].isalnum():
        place = text.rfind("?", 0, place)
    return place
