"""What is made to harm, or merely strange: an answer or a diagnostic, never an error nor a stall.

How long each takes is measured in ``bench/query.py``; here a stall would only be seen as one.
"""

import pytest

from palabre.core.query.allowance import MAX_PATTERNS
from palabre.core.query.explain import explain
from palabre.core.query.match import Said, evidence, matches
from palabre.core.query.parser import MAX_DIAGNOSTICS, MAX_LENGTH, parse
from palabre.core.query.tree import Node, Or, wanted
from palabre.core.query.why import why
from palabre.core.query.words import MAX_WORDS
from palabre.core.query.write import write
from palabre.core.text import tokenize

SAVED = {
    "a": "tram OR @query:b",
    "b": "bus",
    **{f"q{n}": f"@query:q{n + 1} OR @query:q{n + 1} x{n}" for n in range(40)},
}
MADE_TO_HARM = {
    "parentheses": "(" * 10_000 + "tram" + ")" * 10_000,
    "open parentheses": "(tram " * 5_000,
    "closing parentheses": "tram)" * 5_000,
    "prefixes": "title:" * 15_000 + "x",
    "modes": "exact:(" * 10_000 + "x" + ")" * 10_000,
    "counts": "count(" * 10_000 + "x" + ")>=2" * 10_000,
    "near": "tram NEAR/2 " * 4_000 + "x",
    "near groups": "(tram NEAR/2 " * 3_000 + "x" + ")" * 3_000,
    "same": "a SAME:sentence " * 6_000 + "b",
    "minus": "- " * 10_000,
    "minuses": "-(" * 10_000 + "tram" + ")" * 10_000,
    "nots": "NOT " * 20_000 + "tram",
    "quotes": '"' * 30_001,
    "guillemets": "«a" * 20_000,
    "asterisks": "*" * MAX_LENGTH,
    "inner asterisks": "tr*a" * 25_000,
    "question marks": "a?" * 30_000,
    "tildes": "~" * MAX_LENGTH,
    "slashes": "/a" * 20_000,
    "open slashes": "/a " * 10_000,
    "braces": "{a" * 50_000,
    "brackets": "followers:[1 TO " * 6_000,
    "comments": "<<<>>>" * 16_000,
    "an open comment": "<" * MAX_LENGTH,
    "unknown fields": "autor:zoe OR " * 7_000 + "x",
    "unknown values": "kind:artcle " * 8_000,
    "colons": "a:" * 15_000,
    "families": "emoji:colère OR " * 2_000 + "x",
    "calls": "@query:a " * 4_000,
    "called by doubling": "@query:q0",
    "one word": "a" * MAX_LENGTH,
    "nothing visible": "\u202e\u200b" * 50_000,
    "surrogates": "\ud800" * MAX_LENGTH,
    "control characters": "\x00\x07\x1b tram " * 12_000,
    "right to left": "\u202eترام OR \u200fحافلة " * 5_000,
    "dates": "published:" + "2026-01-01.." * 8_000,
    "numbers": "followers:" + "9" * 90_000,
    "too long": "tram " * 40_000,
}


@pytest.mark.parametrize("name", MADE_TO_HARM)
def test_a_query_made_to_harm_has_a_tree_or_a_diagnostic(name: str) -> None:
    query = MADE_TO_HARM[name]
    parsed = parse(query, saved=SAVED)
    assert (parsed.tree is None) == any(found.severity == "error" for found in parsed.diagnostics)
    assert len(parsed.diagnostics) <= MAX_DIAGNOSTICS + 1
    if parsed.tree is not None:
        assert isinstance(matches(parsed.tree, Said(tokenize("tram en panne"))), bool)


def test_too_many_words_are_refused_as_they_are_met() -> None:
    for query in ("-a " * 33_000, "a^2 " * 25_000, "mot OR " * 14_000 + "mot " * 500):
        parsed = parse(query)
        told = [found for found in parsed.diagnostics if found.code == "too_many"]
        assert (parsed.tree is None) == (query.count("a") > MAX_WORDS) == bool(told)
    assert parse("b OR " * (MAX_WORDS - 1) + "b").tree is not None


def test_words_of_phrases_count_too() -> None:
    for query in ('"' + "東京" * 20_000 + '"', "東京" * 20_000, '"' + "a b " * (MAX_WORDS // 2 + 1) + '"'):
        assert [found.code for found in parse(query).diagnostics] == ["too_many"]
    assert parse('"' + "a b " * (MAX_WORDS // 2) + '"').tree is not None


def test_too_many_regular_expressions_are_refused() -> None:
    asked = [f"/a{number}.*b/ tram" for number in range(MAX_PATTERNS + 1)]
    assert [found.code for found in parse(" OR ".join(asked)).diagnostics if found.severity == "error"] == [
        "too_many"
    ]
    assert parse(" OR ".join(asked[:-1])).tree is not None


def test_the_deepest_tree_is_walked() -> None:
    tree = parse("(a (b OR " * 49 + "c" + "))" * 49).tree
    assert tree is not None
    said = Said(tokenize("tram en panne"))
    assert not why(tree, said).holds
    assert explain(tree).fr
    assert parse(write(tree)).tree == tree


def test_six_thousand_alternatives_are_read() -> None:
    tree = parse(" OR ".join(f"mot{number}" for number in range(6_000)) + ' OR "mot x"~3').tree
    assert isinstance(tree, Or)
    assert len(tree.children) == 6_001


PATTERNS = [r"/(a+)+$/", r"/(a|aa)+b/", r"/(.*)*x/", r"/(a?){50}a{50}/", r"/([a-z]+)*\d/", r"/(x+x+)+y/"]
HUGE = {
    "one letter": "a" * 1_000_000,
    "the same word": "aa " * 30_000,
    "different words": " ".join(f"a{number:x}" for number in range(30_000)),
    "emoji": "😂" * 100_000,
    "lines": "a\n\n" * 50_000,
    "marks": "a" + "\u0301" * 100_000,
    "surrogates": "\ud800a " * 50_000,
}
ASKED = [
    "aa*", "aa NEAR/3 a1", "aa SAME:paragraph a1", "count(aa*)>=200", "a?a*", "aaaa~2", '"aa aa"',
    'aa XNOT "aa aa"', "title:aa OR text:aa", "{AA} OR {aa}", "exact:aa", "😂 NEAR/0 😡",
]  # fmt: skip


def tree_of(query: str) -> Node:
    tree = parse(query).tree
    assert tree is not None, query
    return tree


@pytest.mark.parametrize("name", HUGE)
def test_a_very_long_message_is_answered(name: str) -> None:
    said = Said(tokenize(HUGE[name]))
    for query in [*ASKED, *(f"{pattern} OR zzz" for pattern in PATTERNS if "$" not in pattern)]:
        tree = tree_of(query)
        assert len(evidence(wanted(tree), said)) <= 64
        matches(tree, said)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_catastrophic_patterns_are_not(pattern: str) -> None:
    assert not matches(tree_of(f"{pattern} tram"), Said(tokenize("a" * 50_000 + "!")))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("tram", "\u202emart\u202c tra\u200bm"),
        ("“tram”", "tr\u00adam"),
        ("ترام", "قطار ترام"),
        ("tr\u200bam", "tram"),
        ("\ufefftram", "tram"),
        ("tram\x00", "tram"),
        ("\u2066tram\u2069", "tram"),
    ],
)
def test_invisible_signs_change_nothing(query: str, text: str) -> None:
    tree = parse(query).tree
    assert tree is not None
    assert matches(tree, Said(tokenize(text)))
    assert parse(write(tree)).tree == tree
