"""Elasticsearch: clauses without precedence, and what its syntax has that ours says otherwise."""

import pytest

from palabre.core.query.dialects import read, translate

from .meaning import answers, codes, reading

READINGS = {
    "tram panne": "(tram | panne)",
    "tram AND panne": "(tram & panne)",
    "+tram panne": "tram",
    "+tram +panne bus": "(tram & panne)",
    "tram OR bus AND panne": "(bus & panne)",
    "tram AND bus OR panne": "(tram & bus)",
    "(tram OR bus) AND panne": "((tram | bus) & panne)",
    "tram -panne": "(tram & !panne)",
    "tram bus -panne": "((tram | bus) & !panne)",
    "tram NOT panne": "(tram & !panne)",
    "tram !panne": "(tram & !panne)",
    "tram && panne || bus": "(tram & panne)",
    "tram AND (-panne)": "(tram & !panne)",
    "+(tram bus) -(panne grève)": "((tram | bus) & !(panne | =grève))",
    '"en panne"': '"en panne"',
    '"en panne"~0': '"en panne"',
    '"tram panne"~1': "<tram panne>1f",
    '"tram panne"~3': "(<tram panne>3f | <panne tram>1f)",
    '"tram panne"~3 OR "panne tram"~3': "<tram panne>3",
    '"tram bus panne"~3': "<tram bus panne>3",
    "pann*": "pann*",
    "p?nne": "p?nne",
    "pa*ne": "pa*ne",
    "tramway~": "tramway~2",
    "tramway~1": "tramway~1",
    "tramway~0": "tramway",
    "tram^4 panne^0.5": "(tram | panne)",
    "/pan+e/": r"/\b(?:pan+e)\b/",
    "title:tram": "title:tram",
    "title:(tram bus)": "title:(tram | bus)",
    'title:"en panne"~2': "title:(<en panne>2f | <panne en>0f)",
    "title:/tra+m/": r"title:/\b(?:tra+m)\b/",
    "title:tramway~1": "title:tramway~1",
    "title:tram^2 text:bus": "(title:tram | text:bus)",
    "tram||bus": "(tram | bus)",
    "author:/zo+e/ tram": "tram",
    "headline:tram AND body:panne": "(title:tram & text:panne)",
    "author:zoe": "author:zoe",
    'user.screen_name:"Zoé"': "from:zoe",
    "followers:>10": "followers:<10..",
    "followers:>=10": "followers:10..",
    "followers:[10 TO 20}": "followers:10..20>",
    "followers:{* TO 20]": "followers:..20",
    "published:[2026-01-01 TO 2026-01-31]": "published:1.76723e+09..1.7699e+09>",
    "lang:(fr OR en)": "(lang:fr | lang:en)",
    "_exists_:title": "has:title",
    r"covid\-19": '"covid 19"',
    r"\(tram\)": "tram",
    "https://exemple.fr/a": "//exemple.fr/a",
    "tram #panne": "(tram | #panne)",
    "foo.bar:12 tram": "tram",
    "-tram": "pure_negative",
    "AND tram": "lone_operator",
    "tram AND": "lone_operator",
    "tram AND OR bus": "lone_operator",
    "(tram": "unclosed_group",
    "tram)": "unopened_group",
    "tram ()": "empty_group",
    "title:": "foreign_lone_filter",
}


@pytest.mark.parametrize("query", READINGS)
def test_reading(query: str) -> None:
    assert reading(query, "elasticsearch") == READINGS[query]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("tram OR bus AND panne", ["foreign_ranking"]),
        ("tram^2", ["foreign_reading"]),
        ("foo:bar tram", ["foreign_filter"]),
        ("*bus tram", ["foreign_value"]),
        ("/(/ tram", ["foreign_value"]),
        ('"a b c"~2', ["foreign_reading"]),
        ("tram AND panne", []),
    ],
)
def test_what_is_told(query: str, told: list[str]) -> None:
    assert codes(query, "elasticsearch") == told


@pytest.mark.parametrize(
    ("text", "found"),
    [("tram en panne", True), ("tram a b panne", True), ("tram a b c panne", False), ("panne tram", True),
     ("panne a tram", False)],
)  # fmt: skip
def test_moves_are_counted_as_lucene_does(text: str, found: bool) -> None:
    tree = read('"tram panne"~2', "elasticsearch").tree
    assert tree is not None and answers(tree, text) is found


@pytest.mark.parametrize(
    ("query", "written", "told"),
    [
        ("tram (bus OR métro) -panne", "tram AND (bus OR métro) AND NOT panne", 0),
        ("tram -(a OR b)", "tram AND NOT (a OR b)", 0),
        ('"tram bus"', '"tram bus"', 0),
        ("vaccin*", "vaccin", 0),
        ("#tram", "#tram", 1),
        ("😡", '"😡"', 1),
        ("site:exemple.fr", 'site:"exemple.fr"', 1),
        ("intitle:tram", "title:(tram)", 0),
        ("after:2026-01-01", "published:[2026-01-01T00:00:00Z TO *]", 1),
        ("tram AROUND(3) bus", '"tram bus"~3 OR "bus tram"~3', 0),
    ],
)
def test_writing_a_query_of_google(query: str, written: str, told: int) -> None:
    tree = read(query, "google").tree
    assert tree is not None
    text, losses = translate(tree, "elasticsearch", query)
    assert text == written.replace("métro", "metro") and len(losses) == told
