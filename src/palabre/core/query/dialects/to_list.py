"""A plain list of hashtags and accounts, one a line, for networks that follow nothing else.

A list finds what any of its lines finds. Of an AND it can only follow one part, the one that says most by itself;
what is excluded stays in. It finds too much, never too little, but for words said without their hashtag.
"""

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects import telling
from palabre.core.query.dialects.spelling import described, spelled
from palabre.core.query.dialects.writing import Written
from palabre.core.query.parser import MAX_DIAGNOSTICS
from palabre.core.query.tree import And, Count, Except, Field, Near, Node, Not, Or, Phrase, Same, Term, Within

DIALECT = "list"


def write_list(tree: Node, source: str = "") -> Written:
    """Return a tree as hashtags and accounts, one a line."""
    listing = _Listing(source)
    lines = listing.lines(tree) or ()
    return Written("\n".join(dict.fromkeys(lines)), tuple(sorted(listing.losses, key=lambda one: one.span)))


class _Listing:
    """The state of one writing."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.losses: list[Diagnostic] = []
        #: Alternatives without a line; words that became hashtags.
        self.missed = self.tagged = 0

    def _tell(self, found: Diagnostic) -> None:
        if len(self.losses) < MAX_DIAGNOSTICS and found not in self.losses:
            self.losses.append(found)

    def _lost(self, node: Node, more: bool) -> None:
        what = described(node, self.source)
        self._tell(telling.lost(node.span, what, DIALECT, "more" if more else "fewer"))

    def lines(self, node: Node) -> tuple[str, ...] | None:
        """Return the lines of a node, ``None`` (told) when it has none."""
        match node:
            case Or(children):
                found = [self.lines(child) for child in children]
                return tuple(line for lines in found if lines for line in lines) or None
            case And(children):
                return self._one_of(children)
            case Near(parts) | Same(parts):
                return self._one_of(parts)
            case Count(child) | Within(_, child) | Except(child):
                self._lost(node, more=True)
                return self.lines(child)
            case _:
                line = self._line(node)
                if line is None:
                    self.missed += 1
                    self._lost(node, more=False)
                return None if line is None else (line,)

    def _one_of(self, children: tuple[Node, ...]) -> tuple[str, ...] | None:
        """Return the shortest list among the parts of an AND; the others are lost."""
        trials = [(_Listing(self.source), child) for child in children if not isinstance(child, Not)]
        found = [(lines, trial, child) for trial, child in trials if (lines := trial.lines(child))]
        if not found:
            for child in children:
                self._lost(child, more=False)
            return None
        lines, trial, chosen = min(found, key=lambda one: (one[1].tagged / len(one[0]), one[1].missed))
        for told in trial.losses:
            self._tell(told)
        for child in children:
            if child is not chosen:
                self._lost(child, more=True)
        return lines

    def _line(self, node: Node) -> str | None:
        match node:
            case Term(term, False) if term.removeprefix("=")[:1] in "#@":
                return spelled(node)
            case Term(term, False) if term.removeprefix("=").isalnum():
                self._as_tag(node)
                return "#" + spelled(node)
            case Phrase(parts) if all(isinstance(part, Term) and not part.prefix for part in parts):
                joined = "".join(map(spelled, parts))
                if not joined.isalnum():
                    return None
                self._as_tag(node)
                return "#" + joined
            case Field("author" | "from", str(name)) if name.replace("_", "").replace(".", "").isalnum():
                return "@" + name
            case _:
                return None

    def _as_tag(self, node: Node) -> None:
        self.tagged += 1
        how = "seul son mot-dièse sera suivi", "only its hashtag will be followed"
        self._tell(telling.changed(node.span, described(node, self.source), DIALECT, *how))
