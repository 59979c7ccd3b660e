"""From a tree to the text of another tool, with the list of what was lost or said otherwise on the way.

``Writer`` walks the tree and knows AND, OR and NOT; each dialect says its own words, distances and filters.
"""

from abc import ABC, abstractmethod
from typing import ClassVar, Literal, NamedTuple

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects import telling
from palabre.core.query.dialects.branch import Effect
from palabre.core.query.dialects.normal import normal
from palabre.core.query.dialects.spelling import described
from palabre.core.query.parser import MAX_DIAGNOSTICS
from palabre.core.query.tree import (
    And,
    Cased,
    Count,
    Except,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Same,
    Span,
    Term,
    Wild,
    Within,
)  # fmt: skip


class Written(NamedTuple):
    """A query of another tool: its text, '' where nothing could be said, and what was lost or changed."""

    text: str
    losses: tuple[Diagnostic, ...]


class Part(NamedTuple):
    """Some text, and what holds it together: it needs parentheses inside anything else unless it is an atom."""

    text: str
    level: Literal["atom", "and", "or"] = "atom"


class Writer(ABC):
    """The state of one writing. ``source`` is the query that the tree was read from, to quote it."""

    dialect: ClassVar[str]
    #: What joins the parts of an AND and of an OR.
    both: ClassVar[str] = " "
    either: ClassVar[str] = " OR "
    #: Characters of a query at most, ``None`` for no bound worth telling.
    limit: ClassVar[int | None] = None

    def __init__(self, source: str = "") -> None:
        self.source = source
        self.losses: dict[tuple[str, Span, str], Diagnostic] = {}
        #: What was left out so far, in order.
        self._left_out: list[Node] = []

    def write(self, tree: Node) -> Written:
        """Return the text of a tree."""
        part = self.part(normal(tree), positive=True, effect="other")
        text = part.text if part is not None else ""
        if self.limit is not None and len(text) > self.limit:
            self.tell(telling.too_long_there(len(text), self.limit, self.dialect))
        found = sorted(self.losses.values(), key=lambda one: one.span)
        return Written(text, tuple(found))

    def tell(self, found: Diagnostic) -> None:
        """Keep what there is to tell, within reason."""
        if len(self.losses) < MAX_DIAGNOSTICS:
            self.losses.setdefault((found.code, found.span, found.en), found)

    def lost(self, node: Node, effect: Effect) -> None:
        """Tell that a node is left out."""
        if len(self._left_out) < MAX_DIAGNOSTICS:
            self._left_out.append(node)
        self.tell(self._loss(node, effect))

    def _loss(self, node: Node, effect: Effect) -> Diagnostic:
        return telling.lost(node.span, described(node, self.source), self.dialect, effect)

    def gone(self, since: int, effect: Effect) -> None:
        """Tell of all that was left out since then what leaving the whole branch out does."""
        for node in self._left_out[since:]:
            for was in ("more", "fewer", "other"):
                told = self._loss(node, was)
                self.losses.pop((told.code, told.span, told.en), None)
            self.tell(self._loss(node, effect))

    def changed(self, node: Node, how_fr: str, how_en: str) -> None:
        """Tell that a node is said otherwise."""
        self.tell(telling.changed(node.span, described(node, self.source), self.dialect, how_fr, how_en))

    def part(self, tree: Node, *, positive: bool, effect: Effect) -> Part | None:
        """Return the text of a node of a normal tree, ``None`` when it is lost.

        ``positive`` is false under an odd number of NOT; ``effect`` is what leaving the node out does.
        """
        match tree:
            case And(children) | Or(children):
                since = len(self._left_out)
                joined = self._and if isinstance(tree, And) else self._or
                part = joined(children, positive)
                if part is None:
                    self.gone(since, effect)
                return part
            case Not():
                self.lost(tree, effect)
                return None
            case _:
                found = self.leaf(tree, positive, effect)
                if found is None:
                    self.lost(tree, effect)
                return found

    def _and(self, children: tuple[Node, ...], positive: bool) -> Part | None:
        effect: Effect = "more" if positive else "fewer"
        asked = [
            self.part(child, positive=positive, effect=effect) for child in children if not isinstance(child, Not)
        ]
        texts = list(dict.fromkeys(self.inside(part, "and") for part in asked if part is not None))
        if not texts:
            return None
        count = len(texts)
        for child in children:
            if isinstance(child, Not):
                texts += [one for one in self.excluded(child, positive, effect) if one not in texts[count:]]
        if len(texts) == 1:
            return next(part for part in asked if part is not None)
        return Part(self.joined(texts, count), "and")

    def joined(self, texts: list[str], asked: int) -> str:
        """Join the parts of an AND, of which the first ``asked`` are asked for and the others excluded."""
        del asked
        return self.both.join(texts)

    def _or(self, children: tuple[Node, ...], positive: bool) -> Part | None:
        effect: Effect = "fewer" if positive else "more"
        found = [self.part(child, positive=positive, effect=effect) for child in children]
        kept = [part for part in found if part is not None]
        texts = list(dict.fromkeys(self.inside(part, "or") for part in kept))
        if len(texts) > 1:
            return Part(self.either.join(texts), "or")
        return kept[0] if kept else None

    def inside(self, part: Part, level: str) -> str:
        """Return a part as it stands in an AND or an OR."""
        return part.text if part.level in ("atom", level) else f"({part.text})"

    def atom(self, part: Part) -> str:
        """Return a part as it stands beside any operator."""
        return part.text if part.level == "atom" else f"({part.text})"

    @abstractmethod
    def excluded(self, node: Not, positive: bool, effect: Effect) -> list[str]:
        """Return what excludes a node in an AND, one text a word excluded; tell what is lost."""

    @abstractmethod
    def leaf(self, node: Node, positive: bool, effect: Effect) -> Part | None:
        """Return the text of a leaf; ``None`` (told by the caller) when nothing can be said."""


class LeafWriter(Writer):
    """A writer that asks one method a sort of leaf. What a method does not say it returns as ``None``."""

    def leaf(self, node: Node, positive: bool, effect: Effect) -> Part | None:
        """Return the text of a leaf."""
        match node:
            case Term() | Wild() | Fuzzy() | Cased():
                return self.word(node)
            case Phrase():
                return self.phrase(node)
            case Near():
                return self.near(node, positive)
            case Same():
                return self.same(node, positive)
            case Within():
                return self.within(node, positive)
            case Field():
                return self.field(node)
            case Pattern():
                return self.pattern(node)
            case Count(child) | Except(child):
                self.changed(node, *self._less(node))
                return self.part(normal(child), positive=positive, effect=effect)
            case _:
                return None

    def _less(self, node: Node) -> tuple[str, str]:
        if isinstance(node, Count):
            return "une seule occurrence suffira", "a single occurrence will be enough"
        return "les occurrences à écarter seront trouvées aussi", "the occurrences to be left out will be found too"

    def excluded(self, node: Not, positive: bool, effect: Effect) -> list[str]:
        """Exclude each alternative by itself: nothing but a single thing can be excluded in most tools."""
        children = node.child.children if isinstance(node.child, Or) else (node.child,)
        texts: list[str] = []
        for child in children:
            part = None if isinstance(child, And) else self.part(child, positive=not positive, effect=effect)
            if part is not None and part.level == "atom":
                texts.append("-" + part.text)
            elif part is not None or isinstance(child, And):
                self.lost(child if isinstance(child, And) else Not(child, child.span), effect)
        return texts

    @abstractmethod
    def word(self, node: Term | Wild | Fuzzy | Cased) -> Part | None:
        """Return the text of a word."""

    @abstractmethod
    def phrase(self, node: Phrase) -> Part | None:
        """Return the text of a phrase."""

    @abstractmethod
    def near(self, node: Near, positive: bool) -> Part | None:
        """Return the text of words near one another."""

    @abstractmethod
    def same(self, node: Same, positive: bool) -> Part | None:
        """Return the text of words in one sentence or paragraph."""

    @abstractmethod
    def within(self, node: Within, positive: bool) -> Part | None:
        """Return the text of what is looked for in one part of the message."""

    @abstractmethod
    def field(self, node: Field) -> Part | None:
        """Return the text of a filter."""

    def pattern(self, node: Pattern) -> Part | None:
        """Return the text of a regular expression: nothing, in most tools."""
        del node
        return None

    def anywhere(self, node: Within, positive: bool) -> Part | None:
        """Return what is looked for in one part, asked of the whole message, and tell it."""
        self.changed(node, "les mots seront cherchés partout", "the words will be looked for everywhere")
        return self.part(normal(node.child), positive=positive, effect="other")

    def beside(self, node: Near | Same, positive: bool) -> Part | None:
        """Return what should be close together asked anywhere, and tell it."""
        self.changed(node, "les mots pourront être loin les uns des autres", "the words may stand far apart")
        return self.part(And(node.parts, node.span), positive=positive, effect="other")
