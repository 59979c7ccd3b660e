"""Elasticsearch's ``query_string``, written with every operator and parenthesis, so that nothing is optional."""

from collections.abc import Iterator
from datetime import UTC, datetime

from palabre.core.query.dialects.branch import Effect
from palabre.core.query.dialects.moves import gathered, pair_of
from palabre.core.query.dialects.spelling import (
    fixed,
    is_plain,
    number,
    quoted,
    spelled,
    uncased,
    whole_word,
    words_of,
)
from palabre.core.query.dialects.writing import LeafWriter, Part
from palabre.core.query.fields import FIELDS
from palabre.core.query.tree import (
    Cased,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Pattern,
    Phrase,
    Same,
    Span,
    Term,
    Value,
    Wild,
    Within,
)  # fmt: skip

#: Marks both orders said by one number of moves: nothing of them is lost.
NO_SPAN: Span = (-1, -1)
#: Moves that bring the words of a sentence side by side.
SENTENCE = 20
_OPERATORS = frozenset(("and", "or", "not"))


class ElasticsearchWriter(LeafWriter):
    """Writes a tree for Elasticsearch."""

    dialect = "elasticsearch"
    both = " AND "

    def excluded(self, node: Not, positive: bool, effect: Effect) -> list[str]:
        """Exclude anything, groups too."""
        part = self.part(node.child, positive=not positive, effect=effect)
        return [] if part is None else [f"NOT {self.atom(part)}"]

    def word(self, node: Term | Wild | Fuzzy | Cased) -> Part | None:
        """Return a word; what its standard analysis drops is told."""
        text = uncased(node)
        match node:
            case Cased():
                self.changed(node, "les capitales ne compteront pas", "capitals will not count")
            case Fuzzy(_, edits):
                return Part(f"{text}~{edits}")
            case _ if text[0] in "#@" or not any(sign.isalnum() for sign in text):
                self.changed(node, "l’analyse habituelle efface ce signe", "the usual analysis drops this sign")
            case _:
                pass
        if isinstance(node, Term) and node.prefix:
            return Part(f"{_escaped(text)}*")
        return Part(text if isinstance(node, Wild) or (is_plain(text) and text not in _OPERATORS) else quoted(text))

    def phrase(self, node: Phrase) -> Part | None:
        """Return a phrase; wildcards mean nothing inside."""
        if not fixed(node):
            how = "ni jokers ni capitales dans une expression", "neither wildcards nor capitals inside a phrase"
            self.changed(node, *how)
        return Part(quoted(words_of(node)))

    def _or(self, children: tuple[Node, ...], positive: bool) -> Part | None:
        """Say in one go the two orders of two words that the same moves bring together."""
        return super()._or(tuple(self._turned(gathered(children))), positive)

    def _turned(self, children: list[Node]) -> Iterator[Node]:
        following = [*children[1:], None]
        skip = False
        for child, after in zip(children, following, strict=True):
            if skip:
                skip = False
                continue
            skip = isinstance(child, Near) and isinstance(after, Near) and _same_moves(child, after)
            if skip and isinstance(child, Near) and isinstance(after, Near):
                wider = max(child, after, key=lambda one: one.words)
                yield Near(wider.parts, wider.words, True, NO_SPAN)
            else:
                yield child

    def near(self, node: Near, positive: bool) -> Part | None:
        """Return two words near one another in both orders; other distances are not said so."""
        words = [self._close(part) for part in node.parts]
        if len(words) != 2 or None in words:
            return self.beside(node, positive)
        one, other = words
        if node.ordered:
            if node.words >= 2 and node.span is not NO_SPAN:
                how = "dans l’autre ordre aussi, un peu plus près", "in the other order too, a little closer"
                self.changed(node, *how)
            return Part(f'"{one} {other}"~{node.words}')
        return Part(f'"{one} {other}"~{node.words} OR "{other} {one}"~{node.words}', "or")

    def _close(self, part: Node) -> str | None:
        return spelled(part) if isinstance(part, Term) and not part.prefix and is_plain(spelled(part)) else None

    def same(self, node: Same, positive: bool) -> Part | None:
        """Return words of one sentence as words near one another."""
        self.changed(node, f"à {SENTENCE} mots au plus", f"at most {SENTENCE} words apart")
        return self.near(Near(node.parts, SENTENCE, False, node.span), positive)

    def within(self, node: Within, positive: bool) -> Part | None:
        """Return what is looked for in one field."""
        part = self.part(node.child, positive=positive, effect="other")
        return None if part is None else Part(f"{node.part}:({part.text})")

    def pattern(self, node: Pattern) -> Part | None:
        """Return the expression of a whole word, which is all that Elasticsearch has."""
        expression = whole_word(node)
        return Part("/" + expression.replace("/", "\\/") + "/") if expression and "\\/" not in expression else None

    def field(self, node: Field) -> Part | None:
        """Return a filter under our own name of the field."""
        how = "le champ porte notre nom, à changer pour celui de l’index", "the field has our name: put the index’s"
        self.changed(node, *how)
        if isinstance(node.low, str):
            return Part(f"{node.name}:{node.low}*" if node.prefix else f"{node.name}:{quoted(node.low)}")
        opening, closing = "[{"[node.open_low], "]}"[node.open_high]
        return Part(f"{node.name}:{opening}{_bound(node, node.low)} TO {_bound(node, node.high)}{closing}")


def _same_moves(one: Near, other: Near) -> bool:
    """Tell whether two orders of the same words are what one number of moves finds."""
    turned = one.ordered and other.ordered and one.parts == other.parts[::-1] and pair_of(one) is not None
    return turned and abs(one.words - other.words) == 2


def _bound(node: Field, value: Value | None) -> str:
    if not isinstance(value, int | float):
        return "*"
    if FIELDS[node.name].type == "moment":
        return datetime.fromtimestamp(value, UTC).isoformat().replace("+00:00", "Z")
    return number(value)


def _escaped(text: str) -> str:
    return "".join([sign if sign.isalnum() or sign in "_#@" else f"\\{sign}" for sign in text])
