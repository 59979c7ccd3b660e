"""Someone asks something, with or without a question mark."""

from palabre.core.model import Evidence, Signal
from palabre.core.signals.detector import View

MODEL = "rules-1"

#: Words that open a question in French and English when they stand first in a sentence.
_OPENERS = """
pourquoi comment quand combien quel quelle quels quelles est-ce qui ou why how when what who where which does did is
are can could
"""
OPENERS = frozenset(_OPENERS.split())
#: Two first words that are enough by themselves.
PAIRS = frozenset(
    {
        ("est", "ce"), ("qu", "est"), ("quelqu", "un"), ("y", "a"), ("c", "est"), ("savez", "vous"),
        ("pouvez", "vous"), ("peut", "on"), ("avez", "vous"), ("a", "t"), ("do", "you"), ("can", "you"),
        ("does", "anyone"), ("is", "there"), ("une", "question"), ("ma", "question"), ("petite", "question"),
    }
)  # fmt: skip
#: First pairs that only ask when the sentence also ends like a question.
_WEAK = frozenset({("c", "est"), ("y", "a"), ("a", "t")})


class Question:
    """Finds questions by their mark, or by the way their sentence opens."""

    name = "question"
    name_fr = "Question"
    name_en = "Question"

    def detect(self, view: View) -> Signal | None:
        """Return the signal where a sentence asks; surer with a mark than without."""
        place = view.message.text.rfind("?")
        if place >= 0 and not _inside_address(view, place):
            return Signal(self.name, 0.95, MODEL, (Evidence(place, place + 1, "question_mark"),))
        pair = tuple(view.folds[:2])
        if pair in PAIRS - _WEAK or (len(view.folds) > 2 and view.folds[0] in OPENERS):
            first = next(iter(view.tokens))
            return Signal(self.name, 0.6, MODEL, (Evidence(first.start, first.end, "question_opener"),))
        return None


def _inside_address(view: View, place: int) -> bool:
    return any(token.kind == "url" and token.start <= place < token.end for token in view.tokens)
