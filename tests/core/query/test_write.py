"""Trees written as queries: read again they are the same, written again too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.query.parser import parse
from palabre.core.query.tree import Near, Node, Or, Phrase, Term, Wild
from palabre.core.query.write import write


def tree(query: str) -> Node:
    parsed = parse(query)
    assert parsed.tree is not None, (query, parsed.diagnostics)
    return parsed.tree


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("tram  ET  panne", "tram panne"),
        ("tram OU (bus ET panne)", "tram OR (bus panne)"),
        ("tram SAUF (bus OU grève)", "tram -(bus OR grève)"),
        ("« en Panne »", '"en panne"'),
        ("covid-19 tram", "covid-19 tram"),
        ("Exemple.fr", "exemple.fr"),
        ("https://www.exemple.fr/a(b)", '"https://exemple.fr/a" b'),
        ("l’été", "été"),
        ("fold:été", "ete"),
        ("exact:ete", "exact:ete"),
        ('exact:"ete été"', 'exact:"ete été"'),
        ("exact:(ete OR ét?)", "exact:ete OR ét?"),
        ('"and"', '"and"'),
        ("v?ccin*", "v?ccin*"),
        ("saint-tra?", "saint-tra?"),
        ("tramwé~", "tramwe~1"),
        ("{Bill Gates}", "{Bill Gates}"),
        ("emoji:anger", "emoji:colere"),
        ("/a\\/b/ tram", "/a\\/b/ tram"),
        ('"tram panne"~3', '"tram panne"~3'),
        ("tram NEAR/3 (bus OU car)", "tram NEAR/3 (bus OR car)"),
        ("(tram panne (bus OR car))~4", "(tram panne (bus OR car))~4"),
        ("a SAME:phrase b SAME:sentence c", "a SAME:sentence b SAME:sentence c"),
        ('bill XNOT "bill gates"', 'bill XNOT "bill gates"'),
        ("compte(tram) > 2", "count(tram)>=3"),
        ("titre:(tram OR bus)", "title:(tram OR bus)"),
        ("titre:exact:ete", "title:exact:ete"),
        ("abonnés:>10k", "followers:>10000"),
        ("followers:{1 TO 5]", "followers:{1 TO 5]"),
        ("date:2026-03", "published:2026-03"),
        ("published:[2026-01-01 TO 31/01/2026]", "published:2026-01"),
        ("published:2026-01-02..2026-02-03", "published:2026-01-02..2026-02-03"),
        ("published:>2026-01-01T10:30", "published:>=2026-01-01T10:31"),
        ("hour:22..5", "hour:>=22 OR hour:<=5"),
        ("sentiment:neutre", "sentiment:neutral"),
        ("sentiment:0,5..", "sentiment:>=0.5"),
        ('auteur:"Zoé Martin"', 'author:"zoe martin"'),
        ('author:«un "nom"»', 'author:«un "nom"»'),
        ("site:https://www.exemple.fr/a", 'site:exemple.fr url:"exemple.fr/a"'),
        ("premier:oui", "first_message:yes"),
    ],
)
def test_queries_are_written_plainly(query: str, written: str) -> None:
    assert write(tree(query)) == written
    assert tree(written) == tree(query)


def test_what_cannot_be_typed_is_written_with_the_same_meaning() -> None:
    mixed = Phrase((Wild("=ete"), Term("ete")))
    assert write(mixed) == "(exact:ete ONEAR/0 ete)"
    assert tree(write(mixed)) == Near(mixed.parts, 0, ordered=True)


WORDS = [
    "tram", "été", "l’été", "covid-19", "#tram", "@zoé", "😂", "vaccin*", "v?n*x", "{BT}", "tramway~1", "a.fr",
    '"en panne"', '"tram 😂 pann*"', "exact:ete", 'exact:"ete été"', "fold:été", "https://a.fr/x?y", "3,5", "et",
    '"a b c"~2', "emoji:rire", "S.N.C.F.", "saint-tr?m", "hashtag:été", '"pourquoi ?"',
]  # fmt: skip
FACTS = [
    "site:a.fr", "site:a.fr/b", "author:zoe*", 'source:"la page"', "followers:>10", "reach:[1 TO 5}", "is:reply",
    "published:2026", "published:2026-03-14..", "published:<2026-03-14T10:05:07", "hour:22..5", "url:/a",
    "sentiment:negative", "/tra+m/c", "count(tram OR bus)>=3", "title:tram", "lead:(tram OR bus)", "signal:haine",
]  # fmt: skip
JOINED = ["{} {}", "{} OR {}", "{} -({})", "({}) ({})", "({}) OR ({})", "title:({} {})"]
spots = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: st.tuples(
        st.sampled_from(
            ["({}) NEAR/3 ({})", "({}) ONEAR/0 ({})", "({}) XNOT ({})", "({}) SAME:sentence ({})", "({}) OR ({})"]
        ),
        inner,
        inner,
    ).map(lambda drawn: drawn[0].format(*drawn[1:])),
    max_leaves=4,
)
queries = st.recursive(
    st.one_of(spots, st.sampled_from(FACTS)),
    lambda inner: st.tuples(st.sampled_from(JOINED), inner, inner).map(lambda drawn: drawn[0].format(*drawn[1:])),
    max_leaves=6,
)


@given(queries)
def test_reading_what_was_written_changes_nothing(query: str) -> None:
    read = parse(query)
    assert read.tree is not None, read.diagnostics
    written = write(read.tree)
    again = parse(written)
    assert again.tree == read.tree
    assert write(again.tree) == written
    assert "mixed_operators" not in {found.code for found in again.diagnostics}


LETTERS = st.characters(codec="latin-1") | st.sampled_from("œŒ’«»“”😂👍🏽ا多ß\u200b(*?~/:")


@given(st.text(LETTERS, max_size=20))
def test_anything_readable_can_be_written(query: str) -> None:
    read = parse(query)
    if read.tree is not None:
        again = parse(write(read.tree))
        assert again.tree == read.tree
        assert write(again.tree) == write(read.tree)


@given(st.text(max_size=20))
def test_rare_signs_are_written_as_they_will_be_read(query: str) -> None:
    """Some words of rare scripts are cut otherwise once folded: what is written of them settles at once."""
    read = parse(query)
    if read.tree is not None:
        again = parse(write(read.tree))
        assert again.tree is not None
        settled = parse(write(again.tree))
        assert settled.tree is not None
        assert write(settled.tree) == write(again.tree)


def test_long_lists_are_written() -> None:
    read = tree(" OR ".join(f"mot{number}" for number in range(6_000)))
    assert isinstance(read, Or)
    assert tree(write(read)) == read
