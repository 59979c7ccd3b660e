"""Reading queries: what people write, in the tools they come from, and what they get wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.query import And, Node, Not, Or, Phrase, Term, parse
from palabre.core.query.parser import MAX_DIAGNOSTICS, MAX_LENGTH
from palabre.core.query.tree import MAX_DEPTH, asks_something, leaves, wanted

a, b, c, d = (Term(letter * 3) for letter in "abcd")


def tree(query: str) -> Node:
    parsed = parse(query)
    assert parsed.tree is not None, parsed.diagnostics
    return parsed.tree


def codes(query: str) -> list[str]:
    return [found.code for found in parse(query).diagnostics]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("aaa", a),
        ("aaa bbb", And((a, b))),
        ("aaa AND bbb ET ccc", And((a, b, c))),
        ("aaa OR bbb OU ccc", Or((a, b, c))),
        ("aaa NOT bbb", And((a, Not(b)))),
        ("aaa AND NOT bbb", And((a, Not(b)))),
        ("aaa SAUF bbb", And((a, Not(b)))),
        ("aaa -bbb", And((a, Not(b)))),
        ("-bbb aaa", And((Not(b), a))),
        ("aaa -(bbb OR ccc)", And((a, Not(Or((b, c)))))),
        ('aaa -"bbb ccc"', And((a, Not(Phrase((b, c)))))),
        ("aaa bbb OR ccc", Or((And((a, b)), c))),
        ("aaa (bbb OR ccc)", And((a, Or((b, c))))),
        ("aaa(bbb)ccc", And((a, b, c))),
        ("NOT NOT aaa", a),
        ("((aaa))", a),
        ("aaa OR (bbb OR ccc)", Or((a, b, c))),
        ("aaa aaa AAA", a),
        ("aaa - bbb", And((a, b))),
    ],
)
def test_operators_and_their_binding(query: str, expected: Node) -> None:
    assert tree(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ete", Term("ete")),
        ("Été", Term("=été")),
        ("cœur", Term("=cœur")),
        ("l’été", Term("=été")),
        ("qu'elle", Term("elle")),
        ("aujourd'hui", Term("aujourdhui")),
        ('"l’été dernier"', Phrase((Term("l"), Term("=été"), Term("dernier")))),
        ("« bon débarras »", Phrase((Term("bon"), Term("=débarras")))),
        ("“bon vent”", Phrase((Term("bon"), Term("vent")))),
        ("„bon vent“", Phrase((Term("bon"), Term("vent")))),
        ('"seul"', Term("seul")),
        ("covid-19", Or((Phrase((Term("covid"), Term("19"))), Term("covid19")))),
        ("Saint-Étienne", Or((Phrase((Term("saint"), Term("=étienne"))), Term("=saintétienne")))),
        ("covid-19 OR covid19 OR virus", Or((Phrase((Term("covid"), Term("19"))), Term("covid19"), Term("virus")))),
        ("exemple.fr", Or((Phrase((Term("exemple"), Term("fr"))), Term("//exemple.fr")))),
        ("https://www.exemple.fr/a", Term("//exemple.fr/a")),
        ("12/05", Phrase((Term("12"), Term("05")))),
        ("vaccin*", Term("vaccin", prefix=True)),
        ("Été*", Term("=été", prefix=True)),
        ('"pass vaccin*"', Phrase((Term("pass"), Term("vaccin", prefix=True)))),
        ("#Covid*", Term("#covid", prefix=True)),
        ("#Été2026", Term("=#été2026")),
        ("@Zoe_92", Term("@zoe_92")),
        ("😂😂", Term("😂", step=0)),
        ("👍🏽", Term("👍", step=0)),
        ('"mort de rire 😂"', Phrase((Term("mort"), Term("de"), Term("rire"), Term("😂", step=0)))),
    ],
)
def test_words_as_people_write_them(query: str, expected: Node) -> None:
    assert tree(query) == expected


def test_spans_point_into_the_query() -> None:
    query = "tram ET « en panne » SAUF l’été*"
    found = {query[slice(*leaf.span)] for leaf in leaves(tree(query))}
    assert found == {"tram", "« en panne »", "été"}


def test_what_is_excluded_is_not_wanted() -> None:
    assert list(wanted(tree("aaa -bbb (ccc OR ddd)"))) == [a, c, d]


@pytest.mark.parametrize(
    ("query", "code", "marked"),
    [
        ("", "empty", ""),
        ("   ", "empty", ""),
        ("!!! ?", "empty", ""),
        ("tram (panne", "unclosed_group", "("),
        ("tram panne)", "unopened_group", ")"),
        ("tram ()", "empty_group", "()"),
        ("tram (AND)", "lone_operator", "AND"),
        ('tram "panne', "unclosed_phrase", '"'),
        ("« tram", "unclosed_phrase", "«"),
        ("tram AND", "lone_operator", "AND"),
        ("OU tram", "lone_operator", "OU"),
        ("tram AND OR bus", "lone_operator", "OR"),
        ("tram SAUF", "lone_operator", "SAUF"),
        ("-tram", "pure_negative", "-tram"),
        ("tram OR -bus", "pure_negative", "-bus"),
        ("*tram", "leading_wildcard", "*"),
        ("䁀?tram", "leading_wildcard", "?tram"),
        ("t*", "short_wildcard", "t*"),
        ("tram | bus", "not_an_operator", "|"),
        ("tram !bus", "not_an_operator", "!bus"),
    ],
)
def test_errors_are_told_where_they_are(query: str, code: str, marked: str) -> None:
    parsed = parse(query)
    assert parsed.tree is None
    found = next(found for found in parsed.diagnostics if found.code == code)
    assert found.severity == "error"
    assert query[slice(*found.span)] == marked
    assert all((found.fr, found.en, found.mend_fr, found.mend_en))


@pytest.mark.parametrize(
    ("query", "code", "marked"),
    [
        ("tram et panne", "lower_case_operator", "et"),
        ("tram panne OR retard", "mixed_operators", "OR"),
        ("tram …", "nothing_to_search", "…"),
    ],
)
def test_warnings_leave_the_query_usable(query: str, code: str, marked: str) -> None:
    parsed = parse(query)
    assert parsed.tree is not None
    (found,) = parsed.diagnostics
    assert (found.code, found.severity, query[slice(*found.span)]) == (code, "warning", marked)


def test_no_warning_where_parentheses_tell() -> None:
    assert codes("tram (panne OR retard)") == []
    assert codes("(tram panne) OR retard") == []
    assert codes("heure 12:30 à l’arrêt") == []


def test_french_diagnostics_are_typeset() -> None:
    found = parse("tram OR -bus").diagnostics[0]
    assert "\u202f:" in found.fr
    assert " :" not in found.fr
    assert "'" not in found.fr + found.mend_fr


def test_depth_is_no_danger() -> None:
    assert tree("(" * 10_000 + "aaa" + ")" * 10_000) == a
    assert tree("-(" * 10_000 + "aaa" + ")" * 10_000) == a
    assert tree("-" + "NOT " * 9_999 + "aaa") == a
    assert "too_deep" in codes("(aaa (bbb OR " * (MAX_DEPTH + 1) + "ccc" + "))" * (MAX_DEPTH + 1))
    assert "unclosed_group" in codes("(" * 50_000)
    assert "unopened_group" in codes(")" * 50_000)
    assert len(parse("(" * 50_000).diagnostics) <= MAX_DIAGNOSTICS + 1


def test_long_queries_are_read_up_to_a_bound() -> None:
    query = " OR ".join(f"mot{number}" for number in range(6_000))
    found = tree(query)
    assert isinstance(found, Or)
    assert len(found.children) == 6_000
    assert codes("a" * (MAX_LENGTH + 1)) == ["too_long"]


PIECES = st.lists(
    st.sampled_from(
        ["a", "été", "(", ")", '"', "«", "»", " ", " AND ", " OR ", " NOT ", "-", "*", "covid-19", "l'", "#x", "😂",
         "ET", "ou", "site:", "~2", "\u200b", "\0", "\ud800", ".fr", "https://a.fr"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(st.one_of(PIECES, st.text()))
def test_anything_gets_a_tree_or_an_error(query: str) -> None:
    parsed = parse(query)
    errors = [found for found in parsed.diagnostics if found.severity == "error"]
    assert (parsed.tree is None) == bool(errors)
    for found in parsed.diagnostics:
        start, end = found.span
        assert 0 <= start <= end <= len(query)
    if parsed.tree is not None:
        assert asks_something(parsed.tree)
        assert all(0 <= leaf.span[0] < leaf.span[1] <= len(query) for leaf in leaves(parsed.tree))
        assert all(leaf.term for leaf in leaves(parsed.tree) if isinstance(leaf, Term))
