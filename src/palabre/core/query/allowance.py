"""How much one query may ask: words, those of phrases too, and regular expressions, which are dear to prepare."""

from palabre.core.query import diagnostics as say
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.tree import And, Near, Node, Or, Pattern, Phrase, Span, Within
from palabre.core.query.words import MAX_WORDS

#: Regular expressions of one query.
MAX_PATTERNS = 300


class Allowance:
    """What is left to one reading. Once ``spent``, nothing more is read."""

    def __init__(self) -> None:
        self._words, self._patterns = MAX_WORDS, MAX_PATTERNS
        self.spent = False

    def piece(self, span: Span) -> Diagnostic | None:
        """Take one piece of the query; tell when it is one too many."""
        self._words -= 1
        return self._told(say.too_many(span, MAX_WORDS)) if self._words < 0 else None

    def made(self, node: Node, span: Span) -> Diagnostic | None:
        """Take what a piece was read as, beyond the piece itself."""
        words, patterns = _extent(node)
        self._words -= words - 1
        self._patterns -= patterns
        if self._words < 0:
            return self._told(say.too_many(span, MAX_WORDS))
        return self._told(say.too_many_patterns(span, MAX_PATTERNS)) if self._patterns < 0 else None

    def _told(self, found: Diagnostic) -> Diagnostic:
        self.spent = True
        return found


def _extent(node: Node) -> tuple[int, int]:
    """Return how many words and regular expressions one leaf holds."""
    match node:
        case Phrase(parts):
            return len(parts), 0
        case Pattern():
            return 1, 1
        case And(children) | Or(children) | Near(children):
            sizes = [_extent(child) for child in children]
            return sum(words for words, _ in sizes), sum(patterns for _, patterns in sizes)
        case Within(_, child):
            return _extent(child)
        case _:
            return 1, 0
