"""The query language: read, explained when wrong, matched live and in search. See docs/reference/query.md."""

from palabre.core.query.anchors import Frequency, guess
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.match import Said, evidence, matches
from palabre.core.query.parser import Parsed, parse
from palabre.core.query.percolate import Percolator, compile_topics
from palabre.core.query.sql import SearchQuery, to_tsquery
from palabre.core.query.tree import And, Node, Not, Or, Phrase, Term, wanted

__all__ = [
    "And",
    "Diagnostic",
    "Frequency",
    "Node",
    "Not",
    "Or",
    "Parsed",
    "Percolator",
    "Phrase",
    "Said",
    "SearchQuery",
    "Term",
    "compile_topics",
    "evidence",
    "guess",
    "matches",
    "parse",
    "to_tsquery",
    "wanted",
]
