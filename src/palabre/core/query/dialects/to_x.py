"""X, written: for search (``x``) and for the rules of the stream (``x-stream``)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import ClassVar

from palabre.core.query.dialects.branch import Effect
from palabre.core.query.dialects.spelling import (
    cashtag,
    folded,
    is_plain,
    least,
    most,
    quoted,
    spelled,
    stem,
    uncased,
    words_of,
)
from palabre.core.query.dialects.writing import LeafWriter, Part
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
    Word,
)  # fmt: skip
from palabre.core.query.tree import (
    Part as Place,
)
from palabre.core.text import fold

#: Words between two others that the stream counts at most.
MOST_NEAR = 6
_FILTERS: Mapping[Place, str] = MappingProxyType({"title": "url_title:", "lead": "url_description:"})
_HAS = MappingProxyType({
    "link": "has:links", "image": "has:images", "video": "has:videos", "hashtag": "has:hashtags",
    "mention": "has:mentions", "attachment": "has:media",
})  # fmt: skip
_TEXTS = MappingProxyType({
    "author": "from:", "from": "from:", "to": "to:", "lang": "lang:", "country": "place_country:",
    "thread": "conversation_id:",
})  # fmt: skip


class XWriter(LeafWriter):
    """Writes a tree for X's search."""

    dialect = "x"
    limit = 512
    #: Whether words can be near one another, and whether dates stand in the query.
    counts_words: ClassVar[bool] = False
    has_dates: ClassVar[bool] = True
    folds: ClassVar[bool] = True

    def word(self, node: Term | Wild | Fuzzy | Cased) -> Part | None:
        """Return a word: X knows no wildcards, and quotation marks keep signs together."""
        text = uncased(node)
        text = self._accented(node, text, (node,))
        if isinstance(node, Wild):
            text = stem(text)
        if isinstance(node, Term) and node.prefix:
            self.changed(node, "le mot seul, sans joker", "the word alone, without wildcard")
        elif not isinstance(node, Term):
            self.changed(
                node, "cette seule orthographe, capitales comprises ou non", "this spelling alone, in any case"
            )
        if text.startswith("https://"):
            return Part(f"url:{quoted(text.removeprefix('https://'))}")
        return Part(text if is_plain(text) else quoted(text)) if text else None

    def part(self, tree: Node, *, positive: bool, effect: Effect) -> Part | None:
        """Return the text of a node; a word beside its cashtag is the cashtag."""
        tag = cashtag(tree)
        return Part(tag) if tag is not None else super().part(tree, positive=positive, effect=effect)

    def phrase(self, node: Phrase) -> Part | None:
        """Return a phrase."""
        if any(not isinstance(part, Term) or part.prefix for part in node.parts):
            self.changed(
                node, "ni jokers ni capitales dans l’expression", "neither wildcards nor capitals in the phrase"
            )
        text = self._accented(node, words_of(node), node.parts)
        return Part(quoted(text.replace("*", "").replace("?", "")))

    def _accented(self, node: Node, text: str, words: tuple[Word, ...]) -> str:
        """Search folds accents, the stream does not."""
        if not self.folds:
            return text
        if any(map(folded, words)):
            self.changed(node, "les accents ne compteront pas", "accents will not count")
        return fold(text)

    def near(self, node: Near, positive: bool) -> Part | None:
        """Return words near one another, in the stream only."""
        words = [spelled(part) for part in node.parts if isinstance(part, Term) and not part.prefix]
        if not self.counts_words or len(words) < len(node.parts) or not all(map(is_plain, words)):
            return self.beside(node, positive)
        if node.ordered or node.words > MOST_NEAR:
            count = min(node.words, MOST_NEAR)
            self.changed(node, f"dans n’importe quel ordre, à {count} mots", f"in any order, {count} words apart")
        return Part(f"{quoted(' '.join(words))}~{min(node.words, MOST_NEAR)}")

    def same(self, node: Same, positive: bool) -> Part | None:
        """Return words of one sentence anywhere."""
        return self.beside(node, positive)

    def within(self, node: Within, positive: bool) -> Part | None:
        """Return what is looked for in the title or the description of a link, one word or phrase at a time."""
        prefix = _FILTERS.get(node.part)
        match node.child:
            case Term() | Wild() | Fuzzy() | Cased() | Phrase() if prefix is not None:
                part = self.leaf(node.child, positive, "other")
                return None if part is None else Part(f"{prefix}{part.text}")
            case And(children) if prefix is not None:
                inner: Node = And(_each(node.part, children, node.span), node.span)
                return self.part(inner, positive=positive, effect="other")
            case Or(children) if prefix is not None:
                inner = Or(_each(node.part, children, node.span), node.span)
                return self.part(inner, positive=positive, effect="other")
            case _:
                return self.anywhere(node, positive)

    def field(self, node: Field) -> Part | None:
        """Return a filter."""
        match node.name, node.low:
            case (("site" | "url" | "link"), str(low)):
                if node.name != "link":
                    self.changed(node, "un lien vers cette adresse", "a link to this address")
                return Part(f"url:{quoted(low)}")
            case "has", str(low) if low in _HAS:
                return Part(_HAS[low])
            case "is", "reply":
                return Part("is:reply")
            case "followers", _:
                return Part(f"followers_count:{_range(node)}")
            case "published", _ if self.has_dates:
                return _dates(node)
            case (("author" | "from" | "to"), str(low)) if " " in low:
                return None  # a name, where X knows accounts
            case name, str(low) if name in _TEXTS and not node.prefix:
                return Part(f"{_TEXTS[name]}{low if is_plain(low) else quoted(low)}")
            case _:
                return None


class StreamWriter(XWriter):
    """Writes a tree for a rule of X's filtered stream."""

    dialect = "x-stream"
    limit = 1_024
    counts_words = True
    has_dates = False
    folds = False


def _each(place: Place, children: tuple[Node, ...], span: Span) -> tuple[Node, ...]:
    return tuple(Within(place, child, span) for child in children)


def _range(node: Field) -> str:
    low, high = least(node), most(node)
    return str(low or 0) if high is None else f"{low or 0}..{high}"


def _dates(node: Field) -> Part | None:
    """Return days, or seconds since 1970 for a moment inside a day."""
    texts = []
    if isinstance(node.low, int | float):
        texts.append(_moment("since", int(node.low) + node.open_low))
    if isinstance(node.high, int | float):
        texts.append(_moment("until", int(node.high) + (not node.open_high)))
    return Part(" ".join(texts), "and" if len(texts) > 1 else "atom") if texts else None


def _moment(name: str, seconds: int) -> str:
    if seconds % DAY:
        return f"{name}_time:{seconds}"
    return f"{name}:{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d}"
