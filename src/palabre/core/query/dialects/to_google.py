"""Google, written: words, phrases, OR groups, a minus before single things, and a handful of filters."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import product
from types import MappingProxyType

from palabre.core.query.dialects import telling
from palabre.core.query.dialects.spelling import folded, is_plain, quoted, stem, uncased
from palabre.core.query.dialects.writing import LeafWriter, Part, Written
from palabre.core.query.moments import DAY
from palabre.core.query.tree import (
    And,
    Cased,
    Field,
    Fuzzy,
    Near,
    Node,
    Or,
    Phrase,
    Same,
    Span,
    Term,
    Wild,
    Within,
)  # fmt: skip
from palabre.core.query.tree import (
    Part as Place,
)
from palabre.core.text import fold

#: Words of a sentence, where a tool does not know sentences.
SENTENCE = 20
#: Ways of choosing one alternative on each side of AROUND.
MOST_WAYS = 16
#: Words of a query that Google reads.
MOST_WORDS = 32
_FILTERS: Mapping[Place, str] = MappingProxyType({"title": "intitle:", "text": "intext:"})


class GoogleWriter(LeafWriter):
    """Writes a tree for Google."""

    dialect = "google"

    def write(self, tree: Node) -> Written:
        """Return the text of a tree."""
        text, losses = super().write(tree)
        count = len([word for word in text.split() if word != "OR"])
        if count > MOST_WORDS:
            losses = (telling.too_many_words(count, MOST_WORDS, self.dialect), *losses)
        return Written(text, losses)

    def word(self, node: Term | Wild | Fuzzy | Cased) -> Part | None:
        """Return a word without its wildcards; Google looks for neighbouring forms by itself."""
        text = uncased(node)
        if folded(node):
            self.changed(node, "les accents ne compteront pas", "accents will not count")
        text = fold(text)
        if isinstance(node, Wild):
            text = stem(text)
        if not isinstance(node, Term) or node.prefix:
            how = (
                "le mot seul, avec les formes que l’outil y ajoute",
                "the word alone, with the forms that the tool adds",
            )
            self.changed(node, *how)
        return Part(_word(text)) if text else None

    def phrase(self, node: Phrase) -> Part | None:
        """Return a phrase."""
        if any(isinstance(part, Wild) or (isinstance(part, Term) and part.prefix) for part in node.parts):
            self.changed(node, "sans joker dans l’expression", "without wildcards in the phrase")
        if any(isinstance(part, Cased | Fuzzy) for part in node.parts):
            self.changed(
                node, "cette seule orthographe, capitales comprises ou non", "this spelling alone, in any case"
            )
        words = [uncased(part).partition("*")[0] for part in node.parts]
        if any(map(folded, node.parts)):
            self.changed(node, "les accents ne compteront pas", "accents will not count")
        return Part(quoted(fold(" ".join(words).replace("?", ""))))

    def near(self, node: Near, positive: bool) -> Part | None:
        """Return two things around one another: each choice of one alternative on both sides."""
        sides = [list(_choices(part)) for part in node.parts]
        ways = list(product(*sides)) if len(sides) == 2 and len(sides[0]) * len(sides[1]) <= MOST_WAYS else []
        texts = [self._around(way, node.words) for way in ways]
        if not texts or None in texts:
            return self.beside(node, positive)
        if node.ordered:
            self.changed(node, "dans n’importe quel ordre", "in any order")
        return Part(" OR ".join([text for text in texts if text]), "or")

    def _around(self, way: tuple[Node, ...], words: int) -> str | None:
        found = [self.leaf(side, True, "other") if isinstance(side, Term | Phrase) else None for side in way]
        texts = [part.text for part in found if part is not None]
        return f"{texts[0]} AROUND({words}) {texts[1]}" if len(texts) == 2 else None

    def same(self, node: Same, positive: bool) -> Part | None:
        """Return words of one sentence as words around one another."""
        return self.near(Near(node.parts, SENTENCE, True, node.span), positive)

    def within(self, node: Within, positive: bool) -> Part | None:
        """Return what is looked for in the title or the text: the filter holds for one word or phrase at a time."""
        prefix = _FILTERS.get(node.part)
        match node.child:
            case _ if prefix is None:
                return self.anywhere(node, positive)
            case Term() | Wild() | Fuzzy() | Cased() | Phrase():
                part = self.leaf(node.child, positive, "other")
                return None if part is None else Part(f"{prefix}{part.text}")
            case And(children):
                inner: Node = And(_each(node.part, children, node.span), node.span)
                return self.part(inner, positive=positive, effect="other")
            case Or(children):
                inner = Or(_each(node.part, children, node.span), node.span)
                return self.part(inner, positive=positive, effect="other")
            case _:
                return self.anywhere(node, positive)

    def field(self, node: Field) -> Part | None:
        """Return a filter."""
        match node.name:
            case "site":
                return Part(f"site:{node.low}")
            case "url":
                return Part(f"inurl:{node.low}" if " " not in str(node.low) else f"inurl:{quoted(str(node.low))}")
            case "published":
                if any(isinstance(bound, int | float) and bound % DAY for bound in (node.low, node.high)):
                    self.changed(node, "au jour près", "to the day")
                return _dates(node)
            case _:
                return None


def _each(place: Place, children: tuple[Node, ...], span: Span) -> tuple[Node, ...]:
    return tuple(Within(place, child, span) for child in children)


def _choices(node: Node) -> Iterator[Node]:
    if isinstance(node, Or):
        for child in node.children:
            yield from _choices(child)
    else:
        yield node


def _word(text: str) -> str:
    return text if is_plain(text) or text.startswith("https://") else quoted(text)


def _dates(node: Field) -> Part | None:
    """Return days: Google counts no hours."""
    texts = []
    if isinstance(node.low, int | float):
        texts.append(f"after:{datetime.fromtimestamp(node.low, UTC):%Y-%m-%d}")
    if isinstance(node.high, int | float):
        end = datetime.fromtimestamp(node.high, UTC)
        whole = end.hour == end.minute == end.second == 0 and node.open_high
        texts.append(f"before:{end if whole else end + timedelta(days=1):%Y-%m-%d}")
    return Part(" ".join(texts), "and" if len(texts) > 1 else "atom") if texts else None
