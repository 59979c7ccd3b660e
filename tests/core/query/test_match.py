"""One message, one query: what is found, and what is shown of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.query import Said, evidence, matches, parse, wanted
from palabre.core.text import tokenize

from .oracle import cut, oracle, queries, said


def answers(query: str, text: str, title: str = "", lead: str = "") -> bool:
    tree = parse(query).tree
    assert tree is not None
    return matches(tree, Said(tokenize(text), tokenize(title), tokenize(lead)))


def shown(query: str, text: str, title: str = "") -> list[str]:
    tree = parse(query).tree
    assert tree is not None
    spans = evidence(wanted(tree), Said(tokenize(text), tokenize(title)))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "found", "not_found"),
    [
        ("ete", ["été", "ETE", "l’été", "#été", "Ete !"], ["étés", "tete"]),
        ("été", ["Été", "l’ÉTÉ", "e\u0301te\u0301", "#Été"], ["ete", "eté"]),
        ("coeur", ["cœur", "Coeur"], ["choeur"]),
        ("cœur", ["CŒUR"], ["coeur"]),
        ("l'été", ["cet été", "L’été"], ["ete"]),
        ("covid-19", ["Covid 19", "covid-19", "#covid19", "COVID‑19"], ["covid", "covid 20 19"]),
        ("covid19", ["#covid19"], ["covid 19"]),
        ("#covid19", ["#Covid19 !"], ["covid19", "#covid192"]),
        ("#covid*", ["#covid192"], ["covid19"]),
        ("vaccin*", ["vaccin", "Vaccination", "#vaccins"], ["vacances"]),
        ("@zoe", ["merci @Zoé", "@zoe."], ["zoe", "@zoe2"]),
        ("👍", ["👍🏿👍🏿 oui", "ok👍"], ["👎"]),
        ("exemple.fr", ["voir exemple.fr", "https://www.exemple.fr/a?b"], ["exemple de fr", "autre.fr"]),
        (
            '"bon débarras"',
            ["Bon débarras !", "bon… débarras", "bon 😂 débarras"],
            ["bon gros débarras", "débarras bon"],
        ),
        ('"mdr 😂"', ["mdr 😂😂", "mdr 😡😂"], ["mdr non 😂"]),
        ("tram panne", ["panne de tram"], ["tram"]),
        ("tram SAUF grève", ["tram"], ["tram en grève"]),
        ('tram -"en grève"', ["tram, grève"], ["tram en grève"]),
        ("con", ["co\u200bn", "𝓬𝓸𝓷"], ["icône", "c o n"]),
    ],
)
def test_what_is_found(query: str, found: list[str], not_found: list[str]) -> None:
    assert [answers(query, text) for text in found] == [True] * len(found)
    assert [answers(query, text) for text in not_found] == [False] * len(not_found)


def test_title_and_lead_are_searched_and_phrases_stay_in_one_field() -> None:
    assert answers("tram panne", "le tram", title="Panne")
    assert answers('"en panne"', "rien", lead="Le tram en panne")
    assert not answers('"en panne"', "panne", title="tram en")


def test_evidence_is_what_made_it_match() -> None:
    assert shown("tram panne -bus", "Un TRAM en panne, encore une panne") == ["TRAM", "panne", "panne"]
    assert shown('"en panne" OR tram', "panne, en  panne", title="tram") == ["en  panne"]
    assert shown('covid-19 "19 morts"', "le covid-19 morts") == ["covid-19 morts"]
    assert shown("😂", "ah 😂😂😂 !") == ["😂😂😂"]


def test_evidence_is_bounded() -> None:
    assert len(shown("tram", "tram, " * 1_000)) == 64


@given(queries, st.tuples(said, said, said))
def test_it_is_what_the_plainest_reading_says(query: str, texts: tuple[str, str, str]) -> None:
    tree = parse(query).tree
    if tree is not None:
        title, lead, text = fields = cut(texts)
        assert matches(tree, Said(text, title, lead)) == oracle(tree, fields)


@given(queries, said)
def test_evidence_lies_in_the_text_in_order(query: str, text: str) -> None:
    tree = parse(query).tree
    if tree is not None:
        spans = evidence(wanted(tree), Said(tokenize(text)))
        flat = [place for span in spans for place in span]
        assert flat == sorted(flat)
        assert all(0 <= start < end <= len(text) for start, end in spans)
