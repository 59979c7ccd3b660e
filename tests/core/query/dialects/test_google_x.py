"""Google and X: OR first or AND first, a minus, no wildcards, filters of their own."""

import pytest

from palabre.core.query.dialects import read, translate

from .meaning import codes, reading

GOOGLE = {
    "tram panne": "(tram & panne)",
    "tram OR bus panne": "((tram | bus) & panne)",
    "tram | bus panne": "((tram | bus) & panne)",
    "(tram|bus) panne": "((tram | bus) & panne)",
    "tram bus OR métro OR car panne": "(tram & (bus | metro | car) & panne)",
    "tram AND bus": "(tram & bus)",
    "tram -panne -grève": "(tram & !panne & !greve)",
    'tram -"en panne"': '(tram & !"en panne")',
    "Métro été": "(metro & ete)",
    "« été »": "ete",
    "tram AROUND(3) panne": "<tram panne>3",
    "tram AROUND panne": "<tram panne>5",
    '"tram * panne"': "<tram panne>1f",
    '"tram en * * panne"': '<"tram en" panne>2f',
    "intitle:tram": "title:tram",
    'intitle:"en panne" bus': '(title:"en panne" & bus)',
    "allintitle:tram panne": "(title:tram & title:panne)",
    "inurl:politique": "url:politique",
    "site:exemple.fr OR site:.be": "(site:exemple.fr | site:be)",
    "-site:exemple.fr tram": "(!site:exemple.fr & tram)",
    "tram after:2026-01-01 before:2026-02-01": "(tram & published:1.76723e+09.. & published:..1.7699e+09>)",
    "tram filetype:pdf": "tram",
    "vaccin*": "vaccin",
    "coca-cola": '("coca cola" | cocacola)',
    "-tram": "pure_negative",
    "OR tram": "lone_operator",
}
X = {
    "tram panne": "(tram & panne)",
    "tram OR bus panne": "(tram | (bus & panne))",
    "(tram OR bus) panne": "((tram | bus) & panne)",
    "tram -panne": "(tram & !panne)",
    "tram -(a OR b)": "(tram & !(a | b))",
    "tram AND panne": "(tram & panne)",
    "tram NOT panne": "(tram & not & panne)",
    "#Tram @Zoe 😡": "(#tram & @zoe & 😡)",
    "from:zoe to:ville": "(from:zoe & to:ville)",
    "from:@zoe": "from:zoe",
    "lang:fr is:reply has:links": "(lang:fr & is:reply & has:link)",
    "tram -is:retweet": "tram",
    "url:exemple.fr": "link:exemple.fr",
    'url_title:"en panne"': 'title:"en panne"',
    "conversation_id:123": "thread:123",
    "place_country:FR": "country:fr",
    "followers_count:100..500": "followers:100..500",
    "followers_count:100": "followers:100..",
    "min_faves:10": "engagement:10..",
    "since:2026-01-01": "published:1.76723e+09..",
    "tram point_radius:[2.35 48.85 16km]": "tram",
    "vaccin*": "vaccin",
    "-tram": "pure_negative",
}


@pytest.mark.parametrize("query", GOOGLE)
def test_reading_google(query: str) -> None:
    assert reading(query, "google") == GOOGLE[query]


@pytest.mark.parametrize("query", X)
def test_reading_x(query: str) -> None:
    assert reading(query, "x") == X[query]


def test_search_folds_accents_and_the_stream_does_not() -> None:
    assert reading("été cœur", "x") == "(ete & coeur)"
    assert reading("été cœur", "x-stream") == "(=été & =cœur)"
    assert reading('"tram panne"~4', "x-stream") == "<tram panne>4"


@pytest.mark.parametrize(
    ("query", "dialect", "told"),
    [
        ("tram AND panne", "x", ["foreign_refused"]),
        ("tram -(a OR b)", "x", ["foreign_refused"]),
        ("tram -a (b OR c)", "x", []),
        ("tram -is:retweet", "x", ["foreign_filter"]),
        ("url:exemple.fr", "x", ["foreign_reading"]),
        ("tram filetype:pdf", "google", ["foreign_filter"]),
        ("vaccin*", "google", ["foreign_reading"]),
        ("tram before:hier", "google", ["foreign_value"]),
        ("site:exemple.fr", "x", ["foreign_refused"]),
    ],
)
def test_what_is_told(query: str, dialect: str, told: list[str]) -> None:
    assert codes(query, dialect) == told


@pytest.mark.parametrize(
    ("query", "google", "x", "stream"),
    [
        ("tram AND (bus OR métro)", "tram (bus OR metro)", "tram (bus OR metro)", "tram (bus OR métro)"),
        ("tram NOT (a OR b)", "tram -a -b", "tram -a -b", "tram -a -b"),
        ("tram NOT (a AND b)", "tram", "tram", "tram"),
        ("tram OR (bus NOT a)", "tram OR (bus -a)", "tram OR (bus -a)", "tram OR (bus -a)"),
        ('"en panne"', '"en panne"', '"en panne"', '"en panne"'),
        ("vaccin*", "vaccin", "vaccin", "vaccin"),
        ("{RATP}", "ratp", "ratp", "ratp"),
        ("(tram NEAR/3 bus)", "tram AROUND(3) bus", "tram bus", '"tram bus"~3'),
        (
            "((tram OR bus) NEAR/3 panne)",
            "tram AROUND(3) panne OR bus AROUND(3) panne",
            "(tram OR bus) panne",
            "(tram OR bus) panne",
        ),
        ("(tram NEAR/9f bus)", "tram AROUND(9) bus", "tram bus", '"tram bus"~6'),
        ("title:tram", "intitle:tram", "url_title:tram", "url_title:tram"),
        ("title:(a OR b)", "intitle:a OR intitle:b", "url_title:a OR url_title:b", "url_title:a OR url_title:b"),
        ("site:exemple.fr", "site:exemple.fr", 'url:"exemple.fr"', 'url:"exemple.fr"'),
        ("tram AND language:fr", "tram", "tram lang:fr", "tram lang:fr"),
        ("author:zoe", "", "from:zoe", "from:zoe"),
        ("authorFollowers:[10 TO 50]", "", "followers_count:10..50", "followers_count:10..50"),
        ("raw:C++", "", "", ""),
    ],
)
def test_writing_a_query_of_brandwatch(query: str, google: str, x: str, stream: str) -> None:
    tree = read(query, "brandwatch").tree
    assert tree is not None
    for dialect, text in (("google", google), ("x", x), ("x-stream", stream)):
        assert translate(tree, dialect, query).text == text


@pytest.mark.parametrize(
    ("query", "dialect", "codes"),
    [
        ("vaccin*", "google", ["changed_in_google"]),
        ("tram AND language:fr", "google", ["lost_in_google"]),
        ("tram NOT (a AND b)", "x", ["lost_in_x"]),
        ("(tram NEAR/3 bus)", "x", ["changed_in_x"]),
        ("(tram NEAR/3 bus)", "x-stream", []),
        ("(tram NEAR/3f bus)", "google", ["changed_in_google"]),
        ("Métro", "google", ["changed_in_google"]),
        ("Métro", "x-stream", []),
        ("tram", "x", []),
    ],
)
def test_what_a_translation_loses_is_told_where_it_was_written(query: str, dialect: str, codes: list[str]) -> None:
    tree = read(query, "brandwatch").tree
    assert tree is not None
    losses = translate(tree, dialect, query).losses
    assert [one.code for one in losses] == codes
    for one in losses:
        assert query[slice(*one.span)] in one.en and query[slice(*one.span)] in one.fr


def test_too_long_for_the_other_tool_is_told() -> None:
    query = " OR ".join(f"mot{number}" for number in range(200))
    tree = read(query, "brandwatch").tree
    assert tree is not None
    assert "accepte 512" in translate(tree, "x").losses[0].fr
    assert "reads only 32" in translate(tree, "google").losses[0].en
    assert translate(tree, "elasticsearch").losses == ()


def test_what_comes_to_the_same_in_google_is_written_once() -> None:
    tree = read('((métro OR (tram AROUND(1) panne)) (métro OR "tram * panne"))', "google").tree
    assert tree is not None
    assert translate(tree, "google").text == "metro OR tram AROUND(1) panne"
