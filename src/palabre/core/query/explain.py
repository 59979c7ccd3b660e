"""A query said to a person: as one sentence, and as a tree of steps, in French and in English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from palabre.core.query.checks.walk import inside, nodes
from palabre.core.query.fields import FIELDS
from palabre.core.query.speech import SPEECH, Tongue, number
from palabre.core.query.speech_fields import said_field
from palabre.core.query.spots import is_spot
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
    Word,
)

#: Alternatives named in a sentence; of more, the first ones, and how many others.
MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a query, what it asks, where it is written, and its own parts."""

    fr: str
    en: str
    span: Span
    parts: tuple["Step", ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """A query as one sentence and as steps; ``lacking`` says of each field how many messages lack it."""

    fr: str
    en: str
    step: Step
    lacking: tuple[Step, ...] = ()


def explain(tree: Node, lacking: Mapping[str, int] | None = None, total: int = 0) -> Explanation:
    """Explain a query. ``lacking``: of ``total`` messages, how many lack each field (``asked_fields``)."""
    return Explanation(
        _sentence(tree, "fr"), _sentence(tree, "en"), step_of(tree), tuple(_lacking(tree, lacking or {}, total))
    )


def asked_fields(tree: Node) -> tuple[str, ...]:
    """Return the names of the facts that a query asks, each once: what a message may lack."""
    return tuple(dict.fromkeys(node.name for node in nodes(tree) if isinstance(node, Field)))


def _lacking(tree: Node, lacking: Mapping[str, int], total: int) -> Iterable[Step]:
    for name in asked_fields(tree):
        if lacking.get(name) and total > 0:
            fr, en = (_lacks(name, lacking[name] / total, tongue) for tongue in ("fr", "en"))
            yield Step(fr, en, (0, 0))


def _lacks(name: str, share: float, tongue: Tongue) -> str:
    percent = number(round(100 * share), tongue) if share >= 0.01 else SPEECH[tongue]["less"]
    label = FIELDS[name].fr if tongue == "fr" else FIELDS[name].en
    return SPEECH[tongue]["lacks"].format(label, share=SPEECH[tongue]["percent"].format(percent))


def step_of(tree: Node) -> Step:
    """Return a tree as steps. Trees are bounded in depth: recursion is safe."""
    match tree:
        case And() | Or() | Not():
            name = {And: "all", Or: "one", Not: "none"}[type(tree)]
            return Step(SPEECH["fr"][name], SPEECH["en"][name], tree.span, tuple(map(step_of, inside(tree))))
        case Within(part, child) if not is_sayable(child):
            fr, en = (SPEECH[tongue][part].format(SPEECH[tongue]["all"]) for tongue in ("fr", "en"))
            return Step(fr, en, tree.span, (step_of(child),))
        case _:
            return Step(said(tree, "fr"), said(tree, "en"), tree.span)


def said(leaf: Node, tongue: Tongue) -> str:
    """Return a part alone: what is to be said, or what the message must be."""
    if is_sayable(leaf):
        return _Speaker(tongue).thing(leaf)
    return _Speaker(tongue).clause(leaf)


def _sentence(tree: Node, tongue: Tongue) -> str:
    return SPEECH[tongue]["messages"].format(_Speaker(tongue).clause(tree))


def is_sayable(tree: Node) -> bool:
    """Tell whether a part is something that a message says, so that “say a and b” is right."""
    match tree:
        case And(children) | Or(children):
            return all(map(is_sayable, children))
        case Within(_, child):
            return is_sayable(child)
        case Count() | Pattern():
            return True
        case _:
            return is_spot(tree)


class _Speaker:
    """Says parts of queries in one language: *things* that messages say, *clauses* after “messages that”."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._words = SPEECH[tongue]

    def clause(self, tree: Node) -> str:
        """Return what messages do: “say a and b”, “are replies”."""
        if is_sayable(tree):
            return self._say("say", self.thing(tree))
        match tree:
            case And(children):
                return self._all(children)
            case Or(children):
                return self._joined(self._clauses(children, Or), "or_that")
            case Not(child):
                return self._say("not", self.clause(child))
            case Within(part, child):
                return self._say(part, f"({self.clause(child)})")
            case Field():
                return said_field(tree, self._tongue)
            case _:
                raise TypeError(f"{type(tree).__name__} cannot be said.")

    def _all(self, children: tuple[Node, ...]) -> str:
        wanted = [child for child in children if not isinstance(child, Not)]
        excluded = [child.child for child in children if isinstance(child, Not)]
        said = self._joined(self._clauses(wanted, And), "and_that")
        if not excluded:
            return said
        but = self._joined(self._clauses(excluded, Or), "or_that")
        return self._say("but", said, other=but) if said else self._say("not", but)

    def _joined(self, clauses: list[str], joining: str) -> str:
        """Join clauses: “a, that b and that c”."""
        if len(clauses) < 2:
            return "".join(clauses)
        return self._words["that"].join(clauses[:-1]) + self._words[joining] + clauses[-1]

    def _clauses(self, children: Iterable[Node], kind: type[And] | type[Or]) -> list[str]:
        """Return one clause for all that is said, then one for each other part."""
        listed = list(children)
        things = tuple(child for child in listed if is_sayable(child))
        clauses = [self.clause(kind(things) if len(things) > 1 else things[0])] if things else []
        others = [child for child in listed if not is_sayable(child)]
        alone = len(clauses) + len(others) == 1
        return clauses + [self._grouped(child, alone) for child in others]

    def _grouped(self, child: Node, alone: bool) -> str:
        said = self.clause(child)
        return said if alone or not isinstance(child, And | Or | Not) else f"({said})"

    def thing(self, tree: Node) -> str:
        """Return what is said: « tram » et « panne »."""
        match tree:
            case And(children):
                return self._list([self._inner(child, Or) for child in children], "and")
            case Or(children):
                return self._choice(children)
            case Near(parts, words, ordered):
                return self._near(parts, words, ordered)
            case Same(parts, unit):
                return self._say(unit, self._list([self._inner(part) for part in parts], "and"))
            case Except(wanted, unwanted):
                return self._say("except", self._inner(wanted), other=self._inner(unwanted))
            case Count(child, least):
                return self._say("count", self._inner(child), n=str(least))
            case Pattern(pattern):
                return self._say("pattern", pattern)
            case Within(part, child):
                return self._say(part, self._inner(child))
            case Phrase(parts):
                return self._say("phrase", self._quoted(" ".join(map(spelling, parts))))
            case Term() | Wild() | Fuzzy() | Cased():
                return self._word(tree)
            case _:
                raise TypeError(f"{type(tree).__name__} is not something said.")

    def _inner(self, child: Node, *kinds: type[And] | type[Or]) -> str:
        """Return a thing inside another, between parentheses where it is a list."""
        said = self.thing(child)
        return f"({said})" if isinstance(child, kinds or (And, Or)) else said

    def _choice(self, children: tuple[Node, ...]) -> str:
        named = [self._inner(child, And) for child in children[:MOST_NAMED]]
        if len(children) > MOST_NAMED:
            named.append(self._say("others", n=number(len(children) - MOST_NAMED, self._tongue)))
        return self._list(named, "or")

    def _near(self, parts: tuple[Node, ...], words: int, ordered: bool) -> str:
        inner = [self._inner(part) for part in parts]
        listed = self._words["then"].join(inner) if ordered else self._list(inner, "and")
        name = "side" if words == 0 else "near_1" if words == 1 else "near"
        return self._say(name, listed, n=str(words))

    def _word(self, word: Word) -> str:
        quoted = self._quoted(spelling(word))
        match word:
            case Term(term, prefix):
                return self._term(term, prefix, quoted)
            case Wild(pattern):
                return self._say("exactly" if pattern[0] == "=" else "wild", quoted)
            case Fuzzy(_, edits):
                return self._say(f"fuzzy_{edits}", quoted)
            case Cased():
                return self._say("cased", quoted)

    def _term(self, term: str, prefix: bool, quoted: str) -> str:
        if term.startswith("//"):
            return self._say("link", quoted)
        if prefix:
            quoted = self._say("tag_prefix" if term.lstrip("=")[:1] in ("#", "@") else "prefix", quoted)
        return self._say("accents", quoted) if term[0] == "=" else quoted

    def _quoted(self, text: str) -> str:
        return self._words["quote"].format(text)

    def _say(self, name: str, text: str = "", **others: str) -> str:
        return self._words[name].format(text, **others)

    def _list(self, named: list[str], joining: str) -> str:
        if len(named) == 1:
            return named[0]
        return ", ".join(named[:-1]) + self._words[joining] + named[-1]


def spelling(word: Word) -> str:
    """Return a word as a person would write it."""
    match word:
        case Term(term, prefix):
            return term.removeprefix("=").removeprefix("//") + ("…" if prefix else "")
        case Wild(pattern):
            return pattern.removeprefix("=")
        case Fuzzy(term):
            return term.removeprefix("=")
        case Cased(raw):
            return raw
