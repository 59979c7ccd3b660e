"""An opinion that gives its reasons."""

from collections.abc import Sequence
from typing import ClassVar

from palabre.core.model import Signal
from palabre.core.signals.detector import Reasons
from palabre.core.signals.phrases import Hit, PhraseDetector, Rules
from palabre.core.signals.view import View

#: A reason needs room: words of the message, what its reasons weigh together, and kinds of them.
_LONG, _ENOUGH, _KINDS = 18, 1.08, 2


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
        ("opposed_reason", 0.25): ("(mais|but)",),
        ("reason_given", 0.25): (
            "(à mon avis|il me semble|selon moi|je pense que|je crois que|i think|in my view)",
        ),
        ("reason_given", 0.55): (
            "(parce que|puisque|afin que|pour que|de sorte que|si bien que|c est donc|d où|grâce à|"
            "à cause de|étant donné|vu que|dès lors|il s ensuit|il faut|il faudrait|il vaudrait mieux|mieux vaut|"
            "il suffirait)",
            "(premièrement|deuxièmement|d abord|ensuite|enfin|d une part|d autre part|d un côté|de l autre|en "
            "somme|en conclusion|à mon sens|rappelons|"
            "je comprends|je ne partage pas|je suis pas d accord)",
            "(if we|the reason|which means|first of all|secondly|in my view|i think that|i would rather|so that|"
            "as a result)",
            "(parce que|puisque|étant donné|en effet|par conséquent|c est pourquoi|du coup|donc|car|because|"
            "therefore|since|that is why)",
            "(la raison|le problème|la vraie question|la question|l enjeu|le fond du problème) (est|c est|n "
            "est pas|reste)",
        ),
        ("opposed_reason", 0.55): (
            "(alors que|tandis que|plutôt que|sans pour autant|même si|bien que|quoique|or|seulement|non "
            "seulement|certes|contrairement|à condition|tout en|sauf que|au lieu de|d un autre côté|si l on|"
            "encore faut il|simplement)",
            "(while|whereas|rather than|even though|despite|instead of|on the one hand)",
            "(en revanche|d autre part|d un autre côté|certes|cependant|toutefois|néanmoins|pourtant|à l "
            "inverse|au contraire|encore faut il|il n empêche|however|although|on the other hand|"
            "nevertheless)",
        ),
        ("example_or_source", 0.55): (
            "(d après|les chiffres|les études|une étude|l étude|la dernière enquête|le rapport|les données|l "
            "insee|les statistiques|comme en|comme à|ailleurs|chez nos voisins|en allemagne|en suisse|en belgique|"
            "en espagne|en autriche|en italie|en europe|deux fois|trois fois|dix fois|la moitié|un tiers|un quart|"
            "deux sur trois|pour cent|par an|euros|millions|milliards)",
            "(studies|data|figures|evidence|research|the trial|a fifth|a third|half of|per cent)",
            "(par exemple|selon|à titre d exemple|en moyenne|for example|for instance|according to)",
            "(pour cent|millions|milliards|percent)",
        ),
    }

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Ask for room, and for reasons of two kinds that weigh enough; the same word twice is one."""
        said = {view.message.text[hit.start : hit.end].lower(): hit.weight for hit in hits}
        weight = sum(said.values())
        if len(view.words) < _LONG or weight < _ENOUGH or len({hit.why for hit in hits}) < _KINDS:
            return None
        return self.signal(min(0.9, 0.4 + 0.14 * weight), hits)
