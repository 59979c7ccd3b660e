"""What distinguishes one dialect from another, as data: signs, operators, bindings, filters."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.dialects.branch import Lost
from palabre.core.query.dialects.build import Mixing
from palabre.core.query.tree import Node, Part, Span

#: The operators of all dialects. ``same`` joins words of one sentence, ``xnot`` leaves occurrences out.
Operator: TypeAlias = Literal["and", "or", "not", "xnot", "same"]


class Made(NamedTuple):
    """What a word or a filter asks (``None``: nothing), and what there is to tell about it."""

    leaf: Node | Lost | None
    told: tuple[Diagnostic, ...] = ()


class Value(NamedTuple):
    """What stands after the name of a filter. ``start`` is the place of ``text``; ``span`` covers the whole filter.

    ``compared`` is the sign between both: ``:``, ``=``, ``>``, ``>=``, ``<``, ``<=``.
    """

    text: str
    start: int
    span: Span
    name: str
    quoted: bool = False
    compared: str = ":"


#: Reads the value of a filter.
Make: TypeAlias = Callable[[Value], Made]
#: Reads a word or the inside of a phrase, at a place of the query: (text, start, span, quoted).
ReadWords: TypeAlias = Callable[[str, int, Span, bool], Made]


class Distance(NamedTuple):
    """NEAR as it was written: words in between, and whether their order counts."""

    words: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of a dialect: it reads a value, or, with ``within``, looks for words in one part of the message."""

    make: Make | None = None
    within: tuple[Part, ...] = ()
    #: The words inside are read so: ``caseSensitive:(Apple)``.
    words: ReadWords | None = None
    #: It holds for all the words that follow: ``allintitle:``.
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Syntax:
    """A dialect. ``words`` reads words and phrases; the other fields say what is understood and how it binds."""

    name: str
    words: ReadWords
    filters: Mapping[str, Filter]
    mixing: Mixing
    operators: Mapping[str, Operator] = field(
        default_factory=lambda: MappingProxyType({"AND": "and", "OR": "or", "NOT": "not"})
    )
    #: Signs stuck to what they exclude.
    minus: str = "-"
    #: Bindings, from the loosest: what stands on one level is read from left to right.
    bindings: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({"or": 1, "and": 2, "not": 3, "near": 4})
    )
    #: An operator of distance: the groups ``words`` and ``ordered`` say which.
    near: re.Pattern[str] | None = None
    #: Words in between where none is said.
    near_words: int = 0
    #: Reads ``"a b"~3`` and what else may follow a phrase, a group or a word.
    suffix: re.Pattern[str] | None = None
    comments: bool = False
    #: ``{BT}`` is case-sensitive.
    braces: bool = False
    expressions: bool = False
    escapes: bool = False
    #: ``>``, ``>=`` … may follow the name of a filter instead of a colon, spaces allowed.
    comparisons: bool = False
    #: Signs that stand by themselves, and the filter that each is: ``:)``.
    faces: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    #: An unaccented word finds nothing accented there: told once, since it does here.
    accents_count: bool = False
    #: A phrase behind signs of its own, taken as one word: ``++"La Poste"``.
    signed: re.Pattern[str] | None = None
    #: Each line is an alternative.
    lines: bool = False
    #: No precedence: clauses required, optional, excluded.
    flat: bool = False
    #: Operators that this dialect would take for words or refuse, read all the same, and told.
    refused: frozenset[str] = frozenset()
    #: A minus before a group is refused there, read all the same, and told.
    single_not: bool = False
    #: ``"a b"~3`` counts moves, as Lucene does (words swapped are two), rather than words in between.
    moves: bool = False
