"""One text, several meanings: why an import must show how it is read."""

import pytest

from palabre.core.query.dialects import read
from palabre.core.query.facts import Facts

from .meaning import answers, codes, reading

QUERY = "covid-19 OR coronavirus OR SARS COVID site:twitch.tv"
COVID = '"covid 19" | covid19'
READINGS = {
    # AND binds tighter: X, Visibrain, Talkwalker, Meltwater.
    "x": f"({COVID} | coronavirus | (sars & covid & site:twitch.tv))",
    "x-stream": f"({COVID} | coronavirus | (sars & covid & site:twitch.tv))",
    "visibrain": f"({COVID} | coronavirus | (sars & covid & site:twitch.tv))",
    "talkwalker": f"({COVID} | coronavirus | (sars & covid & site:twitch.tv))",
    "meltwater": f"({COVID} | coronavirus | (sars & covid & site:twitch.tv))",
    # OR binds tighter.
    "google": f"(({COVID} | coronavirus | sars) & covid & site:twitch.tv)",
    # A space is OR, and nothing binds.
    "elasticsearch": f"({COVID} | coronavirus | sars | covid | site:twitch.tv)",
    # Refused there: nobody knows which was meant.
    "brandwatch": "foreign_mixing",
}
SITE = Facts({"site": ("twitch.tv", "tv")})
#: What is said, on which site, and who finds it: AND first, OR first, neither.
SAID = [
    ("coronavirus", Facts(), (True, False, True)),
    ("coronavirus et COVID", Facts(), (True, False, True)),
    ("coronavirus et COVID", SITE, (True, True, True)),
    ("COVID seul", Facts(), (False, False, True)),
    ("COVID et SARS", SITE, (True, True, True)),
    ("bonjour", SITE, (False, False, True)),
]


@pytest.mark.parametrize("dialect", READINGS)
def test_each_tool_reads_it_in_its_way(dialect: str) -> None:
    assert reading(QUERY, dialect) == READINGS[dialect]


@pytest.mark.parametrize(("text", "facts", "found"), SAID)
def test_the_three_meanings_find_different_messages(text: str, facts: Facts, found: tuple[bool, ...]) -> None:
    trees = [read(QUERY, dialect).tree for dialect in ("x", "google", "elasticsearch")]
    assert tuple(tree is not None and answers(tree, text, facts=facts) for tree in trees) == found


@pytest.mark.parametrize("dialect", ["x", "visibrain", "talkwalker", "meltwater", "google"])
def test_the_mixing_is_told(dialect: str) -> None:
    assert "foreign_binding" in codes(QUERY, dialect)


def test_no_mixing_no_word_about_it() -> None:
    for dialect in ("x", "google", "talkwalker"):
        assert codes("tram (bus OR métro) panne", dialect) == []
