"""Talkwalker, Visibrain and Meltwater, read; and the plain list, written."""

import pytest

from palabre.core.query.dialects import READERS, WRITERS, known_as, read, translate

from .meaning import codes, reading

TALKWALKER = {
    "tram AND panne OR bus": "((tram & panne) | bus)",
    "tram AND NOT panne": "(tram & !panne)",
    "tram -panne": "(tram & !panne)",
    "tram NEAR/4 panne": "<tram panne>4",
    "tram ONEAR/4 panne": "<tram panne>4f",
    '"tram panne"~4': "<tram panne>4",
    "tram SENTENCE panne": "<tram panne>sentence",
    "++RATP": "{RATP}",
    "+C++": r"/\bC\+\+/",
    "title:tram AND content:panne": "(title:tram & (lead:panne | text:panne))",
    "lang:fr sourcecountry:fr": "(lang:fr & country:fr)",
    'site:"exemple.fr"': "site:exemple.fr",
    "host_url:exemple.fr OR domain_url:a.be": "(site:exemple.fr | site:a.be)",
    "sourcetype:news": "visibility:press",
    "sourcetype:twitter": "network:x",
    "posttype:image": "has:image",
    "followers:>1000": "followers:<1000..",
    "engagement:>=10 AND reach:<5": "(engagement:10.. & reach:..5>)",
    "published:>1767225600": "published:1.76723e+09..",
    "sentiment:negative": "sentiment:..-0.25",
    "vaccin* AND p?nne": "(vaccin* & p?nne)",
    "tram AND virality:>3": "tram",
}
VISIBRAIN = {
    "tram panne": "(tram & panne)",
    "tram OR bus panne": "(tram | (bus & panne))",
    "tram panne\nbus retard": "((tram & panne) | (bus & retard))",
    "tram\n\n  #panne  \n@zoe\n": "(tram | #panne | @zoe)",
    "tram OR\nbus": "(tram | bus)",
    "tram\nOR bus": "(tram | bus)",
    "(tram\nbus) panne": "(tram & bus & panne)",
    "tram -panne\nbus": "((tram & !panne) | bus)",
    "url_title:tram url_description:panne": "(title:tram & lead:panne)",
    "from:zoe lang:fr": "(from:zoe & lang:fr)",
    "retweets_of:zoe tram": "tram",
    "has:links is:reply": "(has:link & is:reply)",
    "followers:1000": "followers:1000..",
}
MELTWATER = {
    "tram AND panne OR bus": "((tram & panne) | bus)",
    "tram NOT panne": "(tram & !panne)",
    "tram NEAR panne": "<tram panne>4",
    "tram NEAR/2 panne": "<tram panne>2",
    "tram ONEAR/2 panne": "<tram panne>2f",
    'bill XNOT "bill gates"': 'bill \\ "bill gates"',
    "caseSensitive:(Apple OR RATP)": "({Apple} | {RATP})",
    "caseSensitive:Apple": "{Apple}",
    "tram{3}": "tram×3",
    "tram{2,4}": "(tram×2 & !tram×5)",
    '"en panne"{2}': '"en panne"×2',
    "title:tram AND ingress:panne": "(title:tram & lead:panne)",
    'site:"*.exemple.fr"': "site:exemple.fr",
    'site:"*.fr"': "site:fr",
    "tram AND site:exemple.*": "(tram & url:exemple.)",
    "followers >100": "followers:<100..",
    "followers:100": "followers:100..100",
    "reach>=10 AND tram": "(reach:10.. & tram)",
    "tram^3": "tram",
    r"covid\-19": '"covid 19"',
    "tram AND spam:false": "tram",
    "postType:og": "is:root",
    "SourceName:\"r/tram\"": "source:r/tram",
    "bill XNOT site:a.fr": "foreign_near",
}  # fmt: skip


@pytest.mark.parametrize("query", TALKWALKER)
def test_reading_talkwalker(query: str) -> None:
    assert reading(query, "talkwalker") == TALKWALKER[query]


@pytest.mark.parametrize("query", VISIBRAIN)
def test_reading_visibrain(query: str) -> None:
    assert reading(query, "visibrain") == VISIBRAIN[query]


@pytest.mark.parametrize("query", MELTWATER)
def test_reading_meltwater(query: str) -> None:
    assert reading(query, "meltwater") == MELTWATER[query]


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("#tram OR @zoe OR #Métro", "#tram\n@zoe\n#métro"),
        ("author:zoe OR #tram", "@zoe\n#tram"),
        ('tram OR "grève sncf"', "#tram\n#grèvesncf"),
        ("#tram AND panne", "#tram"),
        ("panne AND #tram", "#tram"),
        ("#tram NOT #bus", "#tram"),
        ("(#tram OR #bus) AND (panne OR retard)", "#tram\n#bus"),
        ("vaccin*", ""),
        ("language:fr AND tram", "#tram"),
    ],
)
def test_a_plain_list_of_hashtags_and_accounts(query: str, lines: str) -> None:
    tree = read(query, "brandwatch").tree
    assert tree is not None
    assert translate(tree, "list", query).text == lines


def test_a_list_tells_what_it_cannot_follow() -> None:
    query = "(#tram OR vaccin*) AND panne NOT #bus"
    tree = read(query, "brandwatch").tree
    assert tree is not None
    told = {query[slice(*one.span)]: one.en for one in translate(tree, "list", query).losses}
    assert told.keys() == {"vaccin", "panne", "NOT #bus"}
    assert (
        "“vaccin*” cannot" in told["vaccin"]
        and "fewer" in told["vaccin"]
        and "more" in told["panne"]
        and "more" in told["NOT #bus"]
    )


def test_an_unknown_dialect_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no dialect 'klingon'; there are: palabre, brandwatch"):
        read("tram", "klingon")
    tree = read("tram", "x").tree
    assert tree is not None
    with pytest.raises(ValueError, match="these are: "):
        translate(tree, "klingon")


def test_dialects_have_other_names() -> None:
    assert (known_as("BW"), known_as("Twitter"), known_as("es"), known_as("X Stream")) == (
        "brandwatch", "x", "elasticsearch", "x-stream",
    )  # fmt: skip
    assert known_as("Elasticsearch query_string") == "elasticsearch"
    assert known_as("klingon") is None
    assert {known_as(name) for name in (*READERS, *WRITERS)} == {*READERS, *WRITERS}


@pytest.mark.parametrize(
    ("query", "dialect"),
    [
        ("tram AND virality:>3", "talkwalker"),
        ("retweets_of:zoe tram", "visibrain"),
        ("tram spam:false", "meltwater"),
    ],
)
def test_filters_without_an_equivalent_are_told(query: str, dialect: str) -> None:
    assert codes(query, dialect) == ["foreign_filter"]
