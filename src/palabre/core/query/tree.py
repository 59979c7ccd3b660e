"""The tree of a query. Immutable; two trees are equal when they ask the same, wherever it was written.

A *term* is what a search vector holds (see ``palabre.core.text.forms``): ``ete``, ``=été``, ``#covid19``, ``@zoe``.
Spans count characters of the query; they serve diagnostics and highlighting, and are left out of comparisons.

Three sorts of leaves and branches:

- *words* stand at one place of a message: ``Term``, ``Wild``, ``Fuzzy``, ``Cased``;
- *spots* have occurrences, each an interval of places in one field: words, ``Phrase``, ``Near``, ``Same``,
  ``Except``, and an ``Or`` of spots;
- everything else is true or false of a message as a whole.

A place is a position counted in words (``palabre.core.text.lexemes.field_positions``): punctuation, emoji and
markup do not count.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]
Part: TypeAlias = Literal["title", "lead", "text"]
Unit: TypeAlias = Literal["sentence", "paragraph"]
#: A value that a fact is compared with: a folded text, a number, or seconds since 1970 (UTC) for a moment.
Value: TypeAlias = str | float


@dataclass(frozen=True, slots=True)
class Term:
    """A message has this term, or with ``prefix`` one that starts so.

    ``step`` counts in phrases only: 1 for a word, 0 for an emoji, which stands at the place of the word before it.
    """

    term: str
    prefix: bool = False
    step: int = 1
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Wild:
    """A message has a term like this pattern: ``?`` one character, ``*`` any number, none of them leading.

    The pattern is written as terms are, ``#`` and ``@`` included: folded, or after ``=`` as it must be written,
    with its accents or without. ``=ete`` finds *ete* and not *été*, although no search vector holds ``=ete``: see
    ``palabre.core.query.answers``, whose ``beginning`` says under which folded terms to look.
    """

    pattern: str
    step: int = 1
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A message has a word that ``edits`` (1 or 2) letters added, lost, changed or swapped turn into this term."""

    term: str
    edits: int = 1
    step: int = 1
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Cased:
    """A message has a token written exactly so: ``BT`` and not ``bt``."""

    raw: str
    step: int = 1
    span: Span = field(default=(0, 0), compare=False)


Word: TypeAlias = Term | Wild | Fuzzy | Cased


@dataclass(frozen=True, slots=True)
class Phrase:
    """A message has these words (two at least) one after another."""

    parts: tuple[Word, ...]
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Near:
    """One occurrence of each part (two spots at least), none overlapping another, close together in one field.

    At most ``words`` words that belong to none of them stand between the first and the last. With ``ordered``, they
    come in that order.
    """

    parts: tuple["Node", ...]
    words: int
    ordered: bool = False
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Same:
    """One occurrence of each part (two spots at least) in the same sentence, or the same paragraph."""

    parts: tuple["Node", ...]
    unit: Unit = "sentence"
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Except:
    """The occurrences of ``wanted`` that lie inside no occurrence of ``unwanted``: ``bill XNOT "bill gates"``."""

    wanted: "Node"
    unwanted: "Node"
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Count:
    """The child, a spot, occurs at least so many times."""

    child: "Node"
    least: int
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression (RE2: linear time) found in the title, the lead or the text, each as it was written."""

    pattern: str
    cased: bool = False
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Within:
    """The child's words are looked for in one part of the message only."""

    part: Part
    child: "Node"
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A fact of the message. A message that lacks it does not answer.

    ``name`` is one of ``palabre.core.query.fields``. For numbers and moments, from ``low`` to ``high``, each bound
    included unless ``open_low`` or ``open_high``, ``None`` for no bound. For texts ``low`` is what is asked,
    folded, and ``high`` is ``None``; ``prefix`` asks for a beginning.
    """

    name: str
    low: Value | None = None
    high: Value | None = None
    open_low: bool = False
    open_high: bool = False
    prefix: bool = False
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All of the children (two at least)."""

    children: tuple["Node", ...]
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """One or more of the children (two at least)."""

    children: tuple["Node", ...]
    span: Span = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Not the child. Never the whole of a query: something must be asked for."""

    child: "Node"
    span: Span = field(default=(0, 0), compare=False)


Leaf: TypeAlias = Word | Phrase | Near | Same | Except | Count | Pattern | Within | Field
Node: TypeAlias = Leaf | And | Or | Not

#: Levels of a tree: the parser refuses deeper ones, so that walking a tree may recurse.
MAX_DEPTH = 100


def leaves(tree: Node) -> Iterator[Leaf]:
    """Yield what a tree asks, from left to right. Spots made of others (``Near`` …) are yielded whole."""
    match tree:
        case And(children) | Or(children):
            for child in children:
                yield from leaves(child)
        case Not(child):
            yield from leaves(child)
        case _:
            yield tree


def wanted(tree: Node) -> Iterator[Leaf]:
    """Yield what is asked for, without what is excluded: what can be shown as evidence."""
    match tree:
        case And(children) | Or(children):
            for child in children:
                yield from wanted(child)
        case Not():
            return
        case _:
            yield tree


def asks_something(tree: Node) -> bool:
    """Tell whether a message must have something to match: false when lacking things is enough."""
    match tree:
        case And(children):
            return any(map(asks_something, children))
        case Or(children):
            return all(map(asks_something, children))
        case Not():
            return False
        case Within(_, child):
            return asks_something(child)
        case _:
            return True
