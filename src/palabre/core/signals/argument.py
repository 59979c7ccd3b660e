"""An opinion that gives its reasons."""

from collections.abc import Sequence

from palabre.core.model import Signal
from palabre.core.signals.detector import View
from palabre.core.signals.phrases import Hit, PhraseDetector

#: A reason needs room: words of the message, and reasons in it.
_LONG, _REASONS = 35, 2


class Argument(PhraseDetector):
    """An opinion that gives its reasons."""

    name = "argument"
    name_fr = "Avis argumenté"
    name_en = "Argued opinion"
    in_context = False
    phrases = {  # noqa: RUF012 - a table, never changed
        0.5: (
            "parce que", "car", "en effet", "d'une part", "d'autre part", "par conséquent", "en revanche",
            "certes", "d'après", "selon", "par exemple", "c'est pourquoi", "le problème est", "la vraie question",
            "because", "therefore", "on the other hand", "for example",
        ),
    }  # fmt: skip

    def judge(self, view: View, hits: Sequence[Hit]) -> Signal | None:
        """Ask for room and for more than one reason."""
        return super().judge(view, hits) if len(view.folds) >= _LONG and len(hits) >= _REASONS else None
