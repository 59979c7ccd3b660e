"""Which tool does a paste come from? Always to be confirmed, but the first guess should be the good one."""

import pytest

from palabre.core.query.dialects import READERS, guess

from .test_brandwatch import LONG

FROM = {
    LONG: "brandwatch",
    "((tram OR bus) NEAR/4f panne) NOT (authorFollowers:[0 TO 10] OR {BUS})": "brandwatch",
    "(ville OR mairie) AND hashtags:budget AND language:fr": "brandwatch",
    'tram AND sourcetype:news AND lang:fr AND NOT site:"a.fr"': "talkwalker",
    "++RATP SENTENCE panne": "talkwalker",
    "tram panne\nmétro retard\n#greve -sncf\nbus": "visibrain",
    'apple XNOT "apple pie" AND ingress:tram': "meltwater",
    "tram NEAR panne AND followers >1000": "meltwater",
    'intitle:tram "en panne" -site:exemple.fr': "google",
    "tram AROUND(5) panne after:2026-01-01": "google",
    "tram -is:retweet lang:fr from:ville": "x",
    "tram since:2026-01-01 min_faves:10": "x",
    "tram has:images point_radius:[2.35 48.85 16km]": "x-stream",
    '+title:(tram bus) -panne "en retard"~2': "elasticsearch",
    r"tram && _exists_:author || covid\-19^2": "elasticsearch",
    "tram ET (panne OU retard) SAUF bus": "palabre",
    "tram @query:retards signal:insult": "palabre",
    "tram": "palabre",
    "": "palabre",
}


@pytest.mark.parametrize("query", FROM, ids=[query[:40].strip() for query in FROM])
def test_the_first_guess(query: str) -> None:
    found = guess(query)
    assert found[0].dialect == FROM[query]
    assert {one.dialect for one in found} == set(READERS)
    assert abs(sum(one.share for one in found) - 1) < 1e-6


def test_a_plain_query_leaves_doubt() -> None:
    assert guess("tram")[0].share < 0.5 < guess(LONG)[0].share
