"""An opinion that gives its reasons."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules, best
from palabre.core.signals.view import View

#: A reason needs room: words of the message, and kinds of reasons in it.
_LONG, _KINDS = 35, 2


class Argument(PhraseDetector):
    """An opinion that gives its reasons."""

    name = "argument"
    name_fr = "Avis argumenté"
    name_en = "Argued opinion"
    reasons: ClassVar[Reasons] = {
        "reason_given": ("une raison", "a reason"),
        "opposed_reason": ("une nuance, une objection", "a nuance, an objection"),
        "example_or_source": ("un exemple, un chiffre, une source", "an example, a figure, a source"),
    }
    rules: ClassVar[Rules] = {
        ("reason_given", 0.55): (
            "(parce que|puisque|étant donné|en effet|par conséquent|c est pourquoi|du coup|donc|car|because|"
            "therefore|since|that is why)",
            "(la raison|le problème|la vraie question|la question|l enjeu|le fond du problème) (est|c est|n "
            "est pas|reste)",
        ),
        ("opposed_reason", 0.55): (
            "(en revanche|d autre part|d un autre côté|certes|cependant|toutefois|néanmoins|pourtant|à l "
            "inverse|au contraire|encore faut il|il n empêche|however|although|on the other hand|"
            "nevertheless)",
        ),
        ("example_or_source", 0.55): (
            "(par exemple|selon|à titre d exemple|en moyenne|for example|for instance|according to)",
            "(pour cent|millions|milliards|percent)",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Ask for room, and for reasons of more than one kind."""
        if len(view.words) < _LONG or len({hit.why for hit in hits}) < _KINDS:
            return None
        return self.signal(best(hits), hits)
