"""From a foreign query to a tree: its pieces, put together as the syntax of its dialect says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from palabre.core.query import diagnostics as say
from palabre.core.query.allowance import Allowance
from palabre.core.query.checks import check
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects import telling
from palabre.core.query.dialects.branch import Lost, frozen
from palabre.core.query.dialects.build import ForeignBuilder
from palabre.core.query.dialects.filters import fallback, lost
from palabre.core.query.dialects.flat import FlatBuilder
from palabre.core.query.dialects.mistyped import detached, distanced, doubtful, elsewhere
from palabre.core.query.dialects.moves import settled
from palabre.core.query.dialects.scan import Piece, scan
from palabre.core.query.dialects.spots import Misplaced, counted, except_in, inside, loosened, near, same
from palabre.core.query.dialects.syntax import Distance, Filter, Made, Syntax, Value
from palabre.core.query.dialects.wording import cased, expression
from palabre.core.query.engine import Branch, Infix, joined, leaf
from palabre.core.query.parser import MAX_DIAGNOSTICS, MAX_LENGTH, Parsed
from palabre.core.query.pasted import plain
from palabre.core.query.quotes import CLOSING, single_quoted, swallowed
from palabre.core.query.tidy import tidy
from palabre.core.query.tree import And, Near, Node, Not, Or, Phrase, Span, Term, Within, asks_something, leaves
from palabre.core.query.words import MAX_NEAR

#: Pieces that say words, and those that are operands.
SAID = frozenset(("word", "phrase", "unclosed", "cased", "expression"))
WORDS = SAID | {"filter"}


def read(query: str, syntax: Syntax) -> Parsed:
    """Read a query of a dialect. Never raises for what is written in it; time grows with its length."""
    if len(query) > MAX_LENGTH:
        return Parsed(None, (say.too_long(len(query), MAX_LENGTH),))
    reader = _Reader(plain(query), syntax)
    tree = reader.read()
    return Parsed(tree, tuple(sorted(reader.diagnostics, key=lambda found: found.span)))


@dataclass(slots=True)
class _Context:
    """What the words of a group mean: ``asked`` reads them as values, ``wrap`` is the filter before the group."""

    asked: Filter | None = None
    name: Piece | None = None
    wrap: Filter | None = None


class _Reader:
    """The state of one reading."""

    def __init__(self, query: str, syntax: Syntax) -> None:
        self.query = query
        self.syntax = syntax
        self.diagnostics: list[Diagnostic] = []
        self.failed = False
        self._contexts = [_Context()]
        self._allowance = Allowance()
        self._pending: Piece | None = None
        self._last: Piece | None = None
        self._doubtful: Piece | None = None  # a phrase that may lack a quotation mark
        self._builder = self._make_builder()

    def tell(self, found: Diagnostic) -> None:
        """Keep what there is to tell, within reason, and the first error in any case."""
        error = found.severity == "error"
        if len(self.diagnostics) < MAX_DIAGNOSTICS or (error and not self.failed):
            self.diagnostics.append(found)
        self.failed = self.failed or error

    def _make_builder(self) -> ForeignBuilder | FlatBuilder:
        if self.syntax.flat:
            return FlatBuilder(self.tell)
        bindings = self.syntax.bindings
        beside = self._infix("and")
        excluded = Infix("but", bindings["but"], beside.join) if "but" in bindings else beside
        return ForeignBuilder(
            self.tell,
            beside=beside,
            excluded=excluded,
            not_binding=bindings["not"],
            mixing=self.syntax.mixing,
        )

    def _infix(self, kind: str) -> Infix:
        binding = self.syntax.bindings
        match kind:
            case "and":
                return Infix("and", binding["and"], lambda left, right: joined("and", left, right))
            case "or":
                return Infix("or", binding["or"], lambda left, right: joined("or", left, right))
            case "line":
                return Infix("line", binding["line"], lambda left, right: joined("or", left, right))
            case "xnot":
                return Infix("xnot", binding["near"], self._spotted(except_in))
            case _:
                return Infix("same", binding["near"], self._spotted(same))

    def _spotted(self, make: Callable[[list[Node], Span], Node]) -> Callable[[Branch, Branch], Branch]:
        """Return what joins two branches that must have places in the text."""

        def join(left: Branch, right: Branch) -> Branch:
            span = (left.span[0], right.span[1])
            depth = max(left.depth, right.depth) + 1
            if self.failed:  # it may be too deep to be looked at
                return left
            found = [frozen(branch, self.tell) for branch in (left, right)]
            nodes = [node for node in found if node is not None]
            if len(nodes) < 2:
                return leaf(nodes[0], span, depth) if nodes else left
            try:
                return leaf(self._opened(make(nodes, span), span), span, depth)
            except Misplaced as wrong:
                self.tell(telling.not_near(wrong.span if wrong.span != (0, 0) else span))
                return left

        return join

    def _opened(self, node: Node, span: Span) -> Node:
        """Count the words of a distance that had to be said as several."""
        too_many = self._allowance.made(node, span) if isinstance(node, And | Or | Not) else None
        if too_many is not None:
            self.tell(too_many)
        return node

    def read(self) -> Node | None:
        """Read the whole query."""
        for piece in scan(self.query, self.syntax):
            if self._allowance.spent or (self.failed and len(self.diagnostics) >= MAX_DIAGNOSTICS):
                return None  # nobody reads more of it
            too_many = self._allowance.piece(piece.span) if piece.kind in WORDS else None
            if too_many is not None:
                self.tell(too_many)
                return None
            self._take(piece)
            self._last = piece
        branch = self._builder.finish()
        if branch is None and not self.failed:
            self.tell(say.empty())
        if self.failed or branch is None:
            return None
        tree = frozen(branch, self.tell)
        if tree is None:
            self.tell(telling.nothing_left())
            return None
        return self._checked(tidy(settled(tree) if self.syntax.moves else tree))

    def _checked(self, tree: Node) -> Node | None:
        """Return the tree, ``None`` when it asks for nothing; tell what is strange about it."""
        if not asks_something(tree):
            self.tell(say.pure_negative(_excluding_part(tree).span))
            return None
        if self.syntax.accents_count:
            self._unaccented(tree)
        for found in check(tree):
            self.tell(found)
        return None if self.failed else tree

    def _unaccented(self, tree: Node) -> None:
        """Tell of the first word that finds more here than there."""
        asked = (word for leaf_ in leaves(tree) for word in _terms(leaf_))
        loose = next((word for word in asked if word.term[0].isalpha() and not word.term.isnumeric()), None)
        if loose is not None:
            as_told = (
                "ici, sans accent, un mot trouve aussi ses formes accentuées (« exact: » l’évite)",
                "here, a word without accents finds its accented forms too (“exact:” avoids it)",
            )
            self.tell(telling.read_otherwise(loose.span, loose.term, *as_told))

    def _take(self, piece: Piece) -> None:
        match piece.kind:
            case kind if kind in SAID:
                self._words(piece)
            case "filter":
                self._filter(piece)
            case "group":
                self._pending = piece
            case "open":
                self._open(piece)
            case "close":
                self._close(piece)
            case "suffix":
                self._suffix(piece)
            case _:
                self._operator(piece)

    def _operator(self, piece: Piece) -> None:
        match piece.kind:
            case "prefix":
                self._refused(piece)
                self._builder.prefix(piece.span, piece.text)
            case "infix":
                self._refused(piece)
                self._builder.infix(self._infix(piece.name), piece.span, piece.text)
            case "near":
                self._builder.infix(self._near(piece), piece.span, piece.text)
            case "endless":
                self.tell(telling.endless_comment((piece.span[0], piece.span[0] + 3)))
            case _:
                self._lone_filter(piece)

    def _lone_filter(self, piece: Piece) -> None:
        """Take the name of a filter that nothing is stuck to."""
        asked = self._known(piece)
        if asked.rest:
            self._contexts[-1] = _Context(asked, piece)
        else:
            self.tell(telling.lone_filter(piece.span, piece.name))

    def _refused(self, piece: Piece) -> None:
        if piece.text in self.syntax.refused:
            mend = ("Une simple espace suffit.", "A mere space is enough.")
            self.tell(telling.refused_there(piece.span, piece.text, self.syntax.name, *mend))

    def _near(self, piece: Piece) -> Infix:
        distance = self._distance(piece)
        join = self._spotted(lambda nodes, span: near(nodes, distance, span))
        return Infix("near", self.syntax.bindings["near"], join)

    def _distance(self, piece: Piece) -> Distance:
        found = self.syntax.near.match(piece.text) if self.syntax.near is not None else None
        parts = found.groupdict() if found is not None else {}
        words = int(parts.get("words") or parts.get("bare") or self.syntax.near_words)
        if words > MAX_NEAR:
            self.tell(telling.too_far(piece.span, piece.text, MAX_NEAR))
        return Distance(min(words, MAX_NEAR), bool(parts.get("ordered")))

    def _words(self, piece: Piece) -> None:
        context = self._contexts[-1]
        self._strange(piece)
        if context.asked is not None and context.name is not None and piece.kind != "expression":
            value = Value(
                piece.text, piece.start, piece.span, context.name.name, piece.quoted, context.name.compared
            )
            self._made(self._valued(context.asked, value), piece.span)
            return
        self._made(self._worded(piece, context), piece.span)

    def _strange(self, piece: Piece) -> None:
        """Tell what is strange about words as they are written."""
        match piece.kind:
            case "unclosed":
                self.tell(self._unclosed(piece))
            case "phrase" if self._doubtful is None and swallowed(piece.text):
                self._doubtful = piece
            case "word" if doubtful(piece.text, self.syntax):
                for found in self._mistyped(piece):
                    self.tell(found)

    def _unclosed(self, piece: Piece) -> Diagnostic:
        """Return what to tell about a quotation mark too many or too few, where it is likely to be."""
        doubtful, place = self._doubtful, (piece.start - 1, piece.start)
        if self.query[place[0]] == "{":
            return say.unclosed_braces(place)
        if doubtful is None:
            return say.unclosed_phrase(place, CLOSING.get(self.query[place[0]], '"'))
        return say.doubtful_phrase((doubtful.start - 1, doubtful.start), swallowed(doubtful.text))

    def _mistyped(self, piece: Piece) -> Iterator[Diagnostic]:
        text, span = piece.text, piece.span
        quoted = single_quoted(self.query, span[0])
        if quoted is not None:
            yield say.single_quotes(quoted, self.query[slice(*quoted)])
        meant = elsewhere(text, self.syntax)
        if meant:
            yield say.lower_case_operator(span, text, meant)
        if detached(self.query, span, self.syntax):
            yield say.detached_field(span, text)
        if distanced(text, self.syntax):
            yield say.bad_near(span, MAX_NEAR)
        if text[0] == "-" and "-" not in self.syntax.minus and text[1:2].isalnum():
            as_told = (
                "le tiret n’exclut rien dans cet outil, le mot est cherché",
                "a hyphen excludes nothing in that tool, the word is searched",
            )
            yield telling.read_otherwise(span, text, *as_told)

    def _worded(self, piece: Piece, context: _Context) -> Made:
        match piece.kind:
            case "cased":
                return cased(piece.text, piece.start, piece.span)
            case "expression":
                return expression(piece.text, piece.span)
            case _:
                words = context.wrap.words if context.wrap is not None and context.wrap.words else self.syntax.words
                return words(piece.text, piece.start, piece.span, piece.quoted)

    def _valued(self, asked: Filter, value: Value) -> Made:
        """Read the value of a filter."""
        if value.compared == "/":
            return self._described(asked, value)
        if value.text == "*" and self.syntax.flat and not value.quoted:
            return self._anything(asked, value)
        if asked.make is not None:
            return asked.make(value)
        words = asked.words or self.syntax.words
        made = words(value.text, value.start, value.span, value.quoted)
        if made.leaf is None or isinstance(made.leaf, Lost) or not asked.within:
            return made
        return Made(inside(made.leaf, asked.within, value.span), made.told)

    def _anything(self, asked: Filter, value: Value) -> Made:
        """Read ``title:*``: a message has it."""
        exists = self.syntax.filters.get("_exists_")
        if exists is None or exists.make is None:
            return lost(value)
        name = asked.within[0] if asked.within else value.name
        return exists.make(value._replace(text=name))

    def _described(self, asked: Filter, value: Value) -> Made:
        """Read a regular expression after the name of a filter."""
        if not asked.within:
            return lost(value)
        made = expression(value.text, value.span)
        if made.leaf is None or isinstance(made.leaf, Lost):
            return made
        return Made(inside(made.leaf, asked.within, value.span), made.told)

    def _made(self, made: Made, span: Span) -> None:
        for found in made.told:
            self.tell(found)
        if made.leaf is not None:
            too_many = self._allowance.made(made.leaf, span)
            if too_many is not None:
                self.tell(too_many)
            self._builder.operand(leaf(made.leaf, span))

    def _filter(self, piece: Piece) -> None:
        value = Value(piece.text, piece.start, piece.span, piece.name, piece.quoted, piece.compared)
        asked = self._known(piece)
        if asked.rest:
            self._contexts[-1] = _Context(asked, piece)
        self._made(self._valued(asked, value), piece.span)

    def _known(self, piece: Piece) -> Filter:
        table = self.syntax.filters
        return table.get(piece.name) or table.get(piece.name.lower()) or fallback(piece.name, self.syntax.name)

    def _open(self, piece: Piece) -> None:
        if self.syntax.single_not and self._last is not None and self._last.kind == "prefix":
            mend = ("Excluez chaque mot à part.", "Exclude each word by itself.")
            self.tell(telling.refused_there(self._last.span, "-(", self.syntax.name, *mend))
        before, self._pending = self._pending, None
        outer = self._contexts[-1]
        if before is None:
            self._contexts.append(_Context(outer.asked, outer.name))
            self._builder.open(piece.span)
            return
        asked = self._known(before)
        if asked.make is not None:
            self._contexts.append(_Context(asked, before))
        else:
            self._contexts.append(_Context(wrap=asked))
        self._builder.open((before.span[0], piece.span[1]))

    def _close(self, piece: Piece) -> None:
        closed = self._builder.close(piece.span)
        if len(self._contexts) == 1:
            return
        wrap = self._contexts.pop().wrap
        if closed and wrap is not None and wrap.within:
            self._builder.amend(lambda branch: self._inside(branch, wrap))

    def _inside(self, branch: Branch, wrap: Filter) -> Branch:
        node = None if self.failed else frozen(branch, self.tell)  # a failed one may be too deep to be looked at
        if node is None:
            return branch
        return leaf(inside(node, wrap.within, branch.span), branch.span, branch.depth + 1)

    def _suffix(self, piece: Piece) -> None:
        changed = self._builder.amend(lambda branch: self._suffixed(branch, piece))
        if not changed:
            self.tell(say.nothing_to_search(piece.span, piece.text))

    def _suffixed(self, branch: Branch, piece: Piece) -> Branch:
        """Return the last operand as what is stuck behind it changes it."""
        span = (branch.span[0], piece.span[1])
        if piece.name == "boost":
            as_told = (
                "ce poids ne change que le classement, il est laissé de côté",
                "this weight only ranks: left out",
            )
            self.tell(telling.read_otherwise(piece.span, piece.text, *as_told))
            return branch
        node = None if self.failed else frozen(branch, self.tell)
        if node is None:
            return branch
        try:
            changed = (
                counted(node, piece.text, span)
                if piece.name == "count"
                else loosened(node, piece.text, span, self.syntax)
            )
        except Misplaced:
            self.tell(telling.not_near(span))
            return branch
        for found in changed.told:
            self.tell(found)
        return leaf(changed.node, span, branch.depth + 1)


def _terms(node: Node) -> Iterator[Term]:
    """Yield the terms of a leaf."""
    match node:
        case Term():
            yield node
        case Phrase(parts) | Near(parts):
            for part in parts:
                yield from _terms(part)
        case Within(_, child):
            yield from _terms(child)
        case _:
            return


def _excluding_part(tree: Node) -> Node:
    """Return the part that would match by lacking things only."""
    if isinstance(tree, Or):
        return next(child for child in tree.children if not asks_something(child))
    return tree
