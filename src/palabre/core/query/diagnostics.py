"""What is wrong with a query, said to a person: what, where, and how to mend it, in French and in English.

Each is made in ``palabre.core.query.checks``; they are all found here by name.
"""

from palabre.core.query.checks.balance import (
    doubtful_phrase,
    empty_group,
    unclosed_braces,
    unclosed_comment,
    unclosed_group,
    unclosed_phrase,
    unopened_group,
)
from palabre.core.query.checks.base import Diagnostic, Severity
from palabre.core.query.checks.called import broken_query, circle, unknown_query
from palabre.core.query.checks.duplicate import duplicate
from palabre.core.query.checks.emoji_family import unknown_family
from palabre.core.query.checks.exactness import bad_cased
from palabre.core.query.checks.expressions import bad_regex, empty_regex, long_regex
from palabre.core.query.checks.frequent import frequent
from palabre.core.query.checks.fuzzy import bad_fuzzy
from palabre.core.query.checks.ignored import nothing_to_search
from palabre.core.query.checks.lower_case import lower_case_operator
from palabre.core.query.checks.mixed import mixed_operators
from palabre.core.query.checks.never import never
from palabre.core.query.checks.operators import (
    bad_count,
    bad_near,
    bad_unit,
    lone_operator,
    lonely_near,
    loose_distance,
    no_place,
    not_an_operator,
)
from palabre.core.query.checks.pure_negative import pure_negative
from palabre.core.query.checks.question import final_question
from palabre.core.query.checks.quotes import single_quotes
from palabre.core.query.checks.ranges import impossible_range
from palabre.core.query.checks.signs import ignored_signs
from palabre.core.query.checks.size import empty, too_deep, too_long, too_many, too_many_patterns
from palabre.core.query.checks.slow import lone_regex
from palabre.core.query.checks.unknown_field import detached_field, unknown_field
from palabre.core.query.checks.values import bad_value, strange_value, unknown_value
from palabre.core.query.checks.wildcards import leading_wildcard, short_wildcard

__all__ = [
    "Diagnostic",
    "Severity",
    "bad_cased",
    "bad_count",
    "bad_fuzzy",
    "bad_near",
    "bad_regex",
    "bad_unit",
    "bad_value",
    "broken_query",
    "circle",
    "detached_field",
    "doubtful_phrase",
    "duplicate",
    "empty",
    "empty_group",
    "empty_regex",
    "final_question",
    "frequent",
    "ignored_signs",
    "impossible_range",
    "leading_wildcard",
    "lone_operator",
    "lone_regex",
    "lonely_near",
    "long_regex",
    "loose_distance",
    "lower_case_operator",
    "mixed_operators",
    "never",
    "no_place",
    "not_an_operator",
    "nothing_to_search",
    "pure_negative",
    "short_wildcard",
    "single_quotes",
    "strange_value",
    "too_deep",
    "too_long",
    "too_many",
    "too_many_patterns",
    "unclosed_braces",
    "unclosed_comment",
    "unclosed_group",
    "unclosed_phrase",
    "unknown_family",
    "unknown_field",
    "unknown_query",
    "unknown_value",
    "unopened_group",
]
