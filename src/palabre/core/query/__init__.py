"""The query language: read, explained when wrong, matched live and in search. See docs/reference/query.md."""

from palabre.core.query.anchors import Frequency, guess
from palabre.core.query.diagnostics import Diagnostic
from palabre.core.query.explain import Explanation, Step, asked_fields, explain
from palabre.core.query.facts import NO_FACTS, Facts, facts_of
from palabre.core.query.match import Said, evidence, matches
from palabre.core.query.parser import Parsed, parse
from palabre.core.query.percolate import Percolator, compile_topics
from palabre.core.query.saved import Saved
from palabre.core.query.sql import SearchQuery, to_tsquery
from palabre.core.query.tree import And, Node, Not, Or, Phrase, Term, wanted
from palabre.core.query.why import Reason, why
from palabre.core.query.write import write

__all__ = [
    "NO_FACTS",
    "And",
    "Diagnostic",
    "Explanation",
    "Facts",
    "Frequency",
    "Node",
    "Not",
    "Or",
    "Parsed",
    "Percolator",
    "Phrase",
    "Reason",
    "Said",
    "Saved",
    "SearchQuery",
    "Step",
    "Term",
    "asked_fields",
    "compile_topics",
    "evidence",
    "explain",
    "facts_of",
    "guess",
    "matches",
    "parse",
    "to_tsquery",
    "wanted",
    "why",
    "write",
]
