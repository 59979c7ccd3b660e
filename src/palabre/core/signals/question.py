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
#: What may stand before the word that opens a question.
_BREAKS = frozenset(".!?…:;,\n)»”/|")
_WORD_BEFORE = re.compile(
    r"(?:^|[\W_])(?:bonjour|bonsoir|salut|bjr|hello|et|mais|alors|donc|sinon|du coup|dites|dis|svp|question|ok|or|"
    r"and|so|but|hi)$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…\n]")


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
    innocent = (
        "(comment dire|comment ça va|pourquoi pas|combien de fois|qui vivra|qui dort|peut être|qui sait)",
        "(je|on|tu|il|elle) ~1 (sais|sait) (très bien|bien|pas|plus)? (pourquoi|comment|qui|où|quand|ce que)",
        "i (know|knew) (why|how|who|where|when|what)",
        "(i wonder no more|combien (je|il|elle|on|nous|tu)|personne (sait|savait))",
    )
    rules: ClassVar[Rules] = {
        ("asks", 0.62): (
            "(vous avez|vous auriez|tu as|tu aurais|on a|avez vous|auriez vous) ~1 (des nouvelles|une idée|des "
            "infos|des informations|l adresse|le numéro|les horaires|le lien|les résultats|un contact)",
            "(il faut|faut) ~1 (une autorisation|un permis|réserver|s inscrire|un certificat|payer|une carte|un "
            "masque|un pass) ~1 (pour|avant)",
        ),
        ("opener", 0.7): (
            "(pourquoi|combien|comment)",
            "(quel|quelle|quels|quelles) ~2 (est|sont|sera|seront|serait|était|faut|peut|pour|a|ont|avez|"
            "recommandez|"
            "risque(s)|heure|jour|date|différence|symptômes|délai|âge|durée|numéro|horaires)",
            "(quand|où|qui|quoi|lequel|laquelle) ~1 (est|sont|a|ont|va|vont|peut|doit|faut|ouvre|sera|seront|"
            "commence|se|"
            "paie|décide|organise|trouver|aller|acheter|contacter|appeler|faire|puis|on|des|rouvre)",
            "(à|de|pour|avec|par|depuis|jusqu à|dans|en|sur) (qui|quoi|quand|quel|quelle|quels|quelles|combien|où)",
            "(peut|doit|faut|va|sait|puis|dois|devons|pouvons|pourrait|devrait|vais|peux|fait) (on|je|il|nous|tu|"
            "t on)",
            "(y a t il|est il|est elle|sont ils|sont elles|est on|a t il|a t on|existe t il|existe t elle|qu en "
            "est il|"
            "que faire|que faut il|que se passe|que devient|que veut dire|que signifie|qu est ce|quid)",
            "(prix|tarif|horaire(s)|adresse|délai|date) ~1 (du|de|de la|des|pour|d) ~5",
            "(what|where|when|who|why|how|which) (is|are|do|does|did|can|could|will|was|were|to|time|s|has|have|"
            "should|would|about|of|one|many|much|long)",
            "(is|are|does|did|do|can|could|will|should|would|has|have) (it|there|this|that|he|she|they|you|we|i|"
            "the|my|anyone|any)",
        ),
        ("anybody", 0.62): (
            "(quelqu un|quelque un|qqn|personne|qui|l un de vous|un d entre vous) ~1 (saurait|sait|connaît|"
            "connait|aurait|a|peut|pourrait|a déjà|est déjà) ~1",
            "(anyone|anybody|someone|somebody) (know|knows|tell|have|has|been|tried|here)",
        ),
        ("wonders", 0.72): (
            "(je|on|nous) ~1 (me|se|nous) (demande|demandait|demandais|demandons|pose la question) ~1 (quand|où|"
            "comment|pourquoi|combien|qui|quoi|quel|quelle|quels|quelles|si|ce)",
            "(sait on|on sait|sait|saurait|savoir|su|comprendre|dire|expliquer|préciser|demander|ignore|sais pas|"
            "sait pas) (quand|où|comment|pourquoi|combien|qui|quoi|quel|quelle|quels|quelles|si)",
            "(j aimerais|j aurais aimé|je voudrais|je souhaiterais|nous voudrions|je veux|j ai besoin de|besoin "
            "de|envie de) (savoir|comprendre|connaître|avoir une précision|avoir des précisions|avoir des infos|"
            "être sûr)",
            "(une question|ma question|question pour|question à|autre question|petite question)",
        ),
        ("asks", 0.8): (
            "(savez|sauriez|connaissez|pourriez|pouvez|auriez|avez|êtes|allez|comptez|faites|trouvez|croyez|"
            "pensez) vous ~1 (quand|où|comment|pourquoi|combien|qui|quoi|quel|quelle|quels|quelles|à|si|l|la|le|"
            "les|un|une|des|que|d|de)",
            "(a|ont|est|sont|sera|seront|va|vont|peut|peuvent|doit|faut|était|aurait|serait|existe|reste|fait|"
            "vaut|sait|dit) (il|elle|ils|elles|on|ce) ~1 (prévu|possible|normal|vrai|encore|déjà|toujours|un|une|"
            "des|de|le|la|les|que|pour|à|au|besoin|interdit|obligatoire|gratuit|ouvert|venir|sortir|se|avoir|"
            "faire|mettre|aller|être|utiliser|prendre|réserver|porter|garder|attendre|payer|acheter|manger|entrer|"
            "voir|savoir|compter)",
            "(a|ont|est|sont|va|sera|aura|fera) t (il|elle|on|ils|elles)",
            "(ça|ce|cela|ca) ~1 (se passe|coûte|dure|marche|fonctionne|sert|commence|finit|ferme|ouvre|existe|"
            "donne|fait|vaut) ~2 (comment|combien|quand|où|à quoi|quoi|aussi|à quelle heure)",
            "(c est|ce est|cest) (où|quand|quoi|qui|combien|comment|lequel|laquelle|pour qui|pour quand|de quel|à "
            "partir|jusqu)",
            "(tu|vous|on|il|elle|ils|je) (as|avez|a|ont|êtes|es|faites|fait|fais|allez|vas|va|vont|dois|doit|"
            "devez|peux|peut|pouvez|mets|mettez|prends|prenez|conseillez|pensez) (quoi|quel|quelle|quels|quelles|"
            "comment|combien|où|quand|qui)",
            "(les|la|le|l|et|pour|mon|mes|ma|nos|notre) ~4 (ça se passe comment|on fait comment|c est comment|ça "
            "donne quoi|c est pour quand|c est possible|comment faire)",
            "(y a|il y a|y aura|il y aura|vous avez|t as|vous auriez|tu aurais|on a|auriez vous) (un|une|des|du|l|"
            "le|la) ~5 (de garde|prévu|prévue|encore|pour les|ouvert|ouverte|disponible(s)|gratuit|dimanche|ce "
            "soir|demain|quelque part|dans le coin|svp)",
            "(what time|what is|what s|what are|where is|where are|where do|when is|when does|when do|when will|"
            "who is|who are|why is|why are|why do|why did|how do|how does|how many|how long|how much|how can|"
            "which one|which of)",
            "(does|do|did|is|are|can|could|will|would|should|has|have) (it|he|she|they|this|that|there|the|my|"
            "your|we|i|anyone|dogs|children|people) ~3",
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
        hits = [hit for hit in hits if hit.why != "opener" or _opens(text, hit.start)]
        place = _mark(text) if "?" in text else -1
        if place >= 0:
            rhetorical = not hits and _RHETORICAL.search(text) is not None
            mark = Hit(
                place, place + 1, 0.55 if rhetorical else 0.95, "rhetorical" if rhetorical else "question_mark"
            )
            return self.signal(mark.weight, [*hits, mark])
        return self.signal(best(hits), hits) if hits else None


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence opens at a place, and ends without an exclamation: "Quel match !" asks nothing."""
    before = text[max(0, start - 40) : start].rstrip(" \xa0\u202f\"«“'’-")
    if before and before[-1] not in _BREAKS and _WORD_BEFORE.search(before) is None:
        return False
    end = _END.search(text, start)
    return end is None or end[0] != "!"


def _mark(text: str) -> int:
    """Return the last question mark that is no part of an address, or -1."""
    place = text.rfind("?")
    while place > 0 and place + 1 < len(text) and not text[place + 1].isspace() and text[place + 1].isalnum():
        place = text.rfind("?", 0, place)
    return place
