"""Brandwatch, written: the tool that says nearly all that we say."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from palabre.core.query.dialects.branch import Effect
from palabre.core.query.dialects.filters import ENDLESS
from palabre.core.query.dialects.spelling import is_plain, least, literal, most, quoted, spelled, words_of
from palabre.core.query.dialects.writing import LeafWriter, Part
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
    Term,
    Wild,
    Within,
)  # fmt: skip

#: Words of a sentence, where a tool does not know sentences.
SENTENCE = 20
_OPERATORS = frozenset(("and", "or", "not", "near"))


class BrandwatchWriter(LeafWriter):
    """Writes a tree for Brandwatch."""

    dialect = "brandwatch"
    both = " AND "
    limit = 100_000

    def joined(self, texts: list[str], asked: int) -> str:
        """Join what is asked for, then what is excluded."""
        return " NOT ".join([self.both.join(texts[:asked]), *texts[asked:]])

    def excluded(self, node: Not, positive: bool, effect: Effect) -> list[str]:
        """Exclude anything, groups too."""
        part = self.part(node.child, positive=not positive, effect=effect)
        return [] if part is None else [self.atom(part)]

    def word(self, node: Term | Wild | Fuzzy | Cased) -> Part | None:
        """Return a word; what is not a plain one stands between quotation marks."""
        match node:
            case Cased(raw):
                return Part("{" + raw + "}")
            case Fuzzy():
                self.changed(node, "cette seule orthographe sera trouvée", "this spelling alone will be found")
            case Wild(pattern) if pattern.startswith("=") and pattern.isascii():
                self.changed(node, "les accents ne compteront pas", "accents will not count")
            case _:
                pass
        return Part(_word(node))

    def phrase(self, node: Phrase) -> Part | None:
        """Return a phrase; one that holds wildcards or capitals is words in a row, one after another."""
        if all(isinstance(part, Cased) for part in node.parts):
            return Part("{" + " ".join(map(spelled, node.parts)) + "}")
        if not any(_varies(part) for part in node.parts):
            return Part(quoted(words_of(node)))
        texts = [part.text for one in node.parts if (part := self.word(one)) is not None]
        return Part(_chained(texts, "NEAR/0f"))

    def near(self, node: Near, positive: bool) -> Part | None:
        """Return words near one another. More than two in order are counted between each and the next."""
        texts = self._spots(node.parts, positive)
        if len(texts) < 2:
            return Part(texts[0]) if texts else None
        if node.ordered:
            plain = [part for part in node.parts if isinstance(part, Term) and not part.prefix]
            if not node.words and len(plain) == len(node.parts):
                return self.phrase(Phrase(tuple(plain), node.span))
            if len(texts) > 2:
                self.changed(
                    node, "la distance compte d’un mot au suivant", "distance counts from each to the next"
                )
            return Part(_chained(texts, f"NEAR/{node.words}f"))
        if len(texts) == 2:
            return Part(f"({texts[0]} NEAR/{node.words} {texts[1]})")
        return Part(f"({' AND '.join(texts)})~{node.words}")

    def _spots(self, parts: tuple[Node, ...], positive: bool) -> list[str]:
        found = [self.part(part, positive=positive, effect="more") for part in parts]
        return [self.atom(part) for part in found if part is not None]

    def same(self, node: Same, positive: bool) -> Part | None:
        """Return words of one sentence as words near one another."""
        how = f"à {SENTENCE} mots au plus", f"at most {SENTENCE} words apart"
        self.changed(node, *how)
        return self.near(Near(node.parts, SENTENCE, False, node.span), positive)

    def within(self, node: Within, positive: bool) -> Part | None:
        """Return what is looked for in the title; elsewhere there is no telling where."""
        if node.part != "title":
            return self.anywhere(node, positive)
        part = self.part(node.child, positive=positive, effect="other")
        if part is None:
            return None
        single = is_plain(part.text) or (isinstance(node.child, Phrase) and part.text[0] == '"')
        return Part(f"title:{part.text}" if single else f"title:({part.text})")

    def pattern(self, node: Pattern) -> Part | None:
        """Return a text that keeps its signs."""
        text = literal(node)
        return Part(f"raw:{text}" if " " not in text else f"raw:{quoted(text)}") if text else None

    def field(self, node: Field) -> Part | None:
        """Return a filter."""
        say = _FIELDS.get(node.name)
        text = say(node) if say is not None else None
        return Part(text) if text is not None else None


def _varies(word: Node) -> bool:
    return not isinstance(word, Term) or word.prefix


def _chained(texts: list[str], operator: str) -> str:
    """Return texts joined two by two, from the left."""
    chained = texts[0]
    for text in texts[1:]:
        chained = f"({chained} {operator} {text})"
    return chained


def _word(node: Term | Wild | Fuzzy | Cased) -> str:
    text = spelled(node)
    if isinstance(node, Term) and node.prefix:
        return text + "*"
    if isinstance(node, Wild) or text.startswith("https://"):
        return text
    return quoted(text) if text in _OPERATORS or "." in text else text


def _text(name: str) -> Callable[[Field], str | None]:
    def say(field: Field) -> str | None:
        low = str(field.low)
        if field.prefix:
            return f"{name}:{low}*" if is_plain(low) else None
        return (
            f"{name}:{low}"
            if low.replace(".", "").replace("-", "").replace("/", "").isalnum()
            else f"{name}:{quoted(low)}"
        )

    return say


def _range(name: str) -> Callable[[Field], str | None]:
    def say(field: Field) -> str | None:
        low, high = least(field), most(field)
        return f"{name}:[{low or 0} TO {ENDLESS if high is None else high}]"

    return say


def _minutes(field: Field) -> str | None:
    low, high = least(field), most(field)
    return f"minuteOfDay:[{(low or 0) * 60} TO {1439 if high is None else high * 60 + 59}]"


def _kind(field: Field) -> str | None:
    return "engagementType:COMMENT" if field.low == "comment" else None


def _is(field: Field) -> str | None:
    return "engagementType:REPLY" if field.low == "reply" else None


_FIELDS: Mapping[str, Callable[[Field], str | None]] = MappingProxyType({
    "site": _text("site"),
    "url": _text("url"),
    "link": _text("links"),
    "author": _text("author"),
    "from": _text("author"),
    "to": _text("engagingWith"),
    "thread": _text("rootPostId"),
    "lang": _text("language"),
    "country": _text("country"),
    "followers": _range("authorFollowers"),
    "hour": _minutes,
    "kind": _kind,
    "is": _is,
})  # fmt: skip
