"""Queries said in one sentence and as steps; why a message answers, or nearly."""

from dataclasses import replace

import pytest
from hypothesis import given

from palabre.core.query.explain import Step, asked_fields, explain
from palabre.core.query.facts import Facts
from palabre.core.query.fields import FIELDS
from palabre.core.query.match import Said, matches
from palabre.core.query.parser import parse
from palabre.core.query.speech import SPEECH
from palabre.core.query.tree import Field, Node, Not
from palabre.core.query.why import Why, why
from palabre.core.text import tokenize

from .test_write import queries

NBSP = "\u202f"


def tree(query: str) -> Node:
    parsed = parse(query)
    assert parsed.tree is not None, parsed.diagnostics
    return parsed.tree


@pytest.mark.parametrize(
    ("query", "fr", "en"),
    [
        ("tram", "Les messages qui disent « tram ».", "Messages that say “tram”."),
        (
            "tram (panne OR retard) -grève",
            "Les messages qui disent « tram » et (« panne » ou « retard »), sauf ceux qui disent « grève » avec ses"
            " accents.",
            "Messages that say “tram” and (“panne” or “retard”), except those that say “grève” with its accents.",
        ),
        (
            'vaccin* OR v?n OR "pass vacc*"',
            "Les messages qui disent un mot commençant par « vaccin… », un mot de la forme « v?n »"
            " ou l’expression « pass vacc… ».",
            "Messages that say a word starting with “vaccin…”, a word like “v?n” or the phrase “pass vacc…”.",
        ),
        (
            "tram ONEAR/3 panne {BT} tramway~1",
            "Les messages qui disent « tram » puis « panne » à 3 mots d’écart au plus, « BT » écrit exactement"
            " ainsi et « tramway » à une lettre près.",
            "Messages that say “tram” then “panne” at most 3 words apart, “BT” written exactly so"
            " and “tramway” give or take a letter.",
        ),
        (
            'bill XNOT "bill gates" OR count(tram)>=3',
            "Les messages qui disent « bill » ailleurs que dans l’expression « bill gates » ou au moins 3 fois"
            " « tram ».",
            "Messages that say “bill” elsewhere than in the phrase “bill gates” or “tram” at least 3 times.",
        ),
        (
            "title:tram followers:>10000 published:2026-03",
            "Les messages qui disent « tram » dans le titre, qui ont un auteur suivi par plus de 10~000 personnes"
            " et qui ont été publiés en mars 2026.",
            "Messages that say “tram” in the title, that have an author followed by more than 10,000 people"
            " and that were published in March 2026.",
        ),
        (
            "tram -(bus kind:article) -site:a.fr",
            "Les messages qui disent « tram », sauf ceux qui (disent « bus » et qui sont des articles)"
            " ou qui sont publiés sur « a.fr » ou un de ses sous-domaines.",
            "Messages that say “tram”, except those that (say “bus” and that are articles)"
            " or that are published on “a.fr” or a sub-domain of it.",
        ),
        (
            "published:2026-01-01.. hour:8..18 signal:insulte",
            "Les messages qui ont été publiés à partir du 1er janvier 2026, qui ont été publiés de 8 h à 18 h 59"
            " (temps universel) et qui portent le signal « insulte ».",
            "Messages that were published from 1 January 2026 on, that were published from 8:00 to 18:59 (UTC)"
            " and that carry the signal “insult”.",
        ),
        (
            "https://a.fr/x OR #tr* OR exact:ete OR été",
            "Les messages qui disent un lien vers « a.fr/x », un mot-dièse ou un compte commençant par « #tr… »,"
            " « ete » avec exactement ces accents ou « été » avec ses accents.",
            "Messages that say a link to “a.fr/x”, a hashtag or an account starting with “#tr…”,"
            " “ete” with these very accents or “été” with its accents.",
        ),
    ],
)  # fmt: skip
def test_a_query_is_said_in_one_sentence(query: str, fr: str, en: str) -> None:
    found = explain(tree(query))
    assert found.fr == fr.replace("« ", "«" + NBSP).replace(" »", NBSP + "»").replace("~", NBSP)
    assert found.en == en


def test_long_lists_are_cut_and_counted() -> None:
    found = explain(tree(" OR ".join(f"mot{number}" for number in range(6_000))))
    assert found.en.endswith("“mot11” or one of 5,988 others.")
    assert len(found.step.parts) == 6_000


def test_steps_show_the_shape_and_where_it_is_written() -> None:
    query = "tram (panne OR lang:fr) -bus"
    step = explain(tree(query)).step

    def shape(of: Step) -> tuple[str, str, list[object]]:
        return of.en, query[slice(*of.span)], [shape(part) for part in of.parts]

    assert shape(step) == (
        "all that follows", query,
        [
            ("“tram”", "tram", []),
            (
                "at least one of what follows", "(panne OR lang:fr)",
                [("“panne”", "panne", []), ("are in the language “fr”", "lang:fr", [])],
            ),
            ("except what follows", "-bus", [("“bus”", "bus", [])]),
        ],
    )  # fmt: skip


def test_how_many_messages_lack_a_field_is_told() -> None:
    asked = tree("tram country:fr (reach:>5 OR country:be)")
    assert asked_fields(asked) == ("country", "reach")
    country, reach = explain(asked, {"country": 910, "reach": 3, "followers": 5}, 1_000).lacking
    assert country.en == "91% of the messages have no “country”: they do not answer it."
    assert country.fr == f"91{NBSP}% des messages n’ont pas «{NBSP}pays{NBSP}»{NBSP}: ils n’y répondent pas."
    assert reach.en.startswith("less than 1%")
    assert explain(asked).lacking == ()


def test_every_field_and_every_choice_is_said() -> None:
    for asking in FIELDS.values():
        for value in set(asking.choices.values()) or {asking.example.partition(":")[2]}:
            said = explain(tree(f"{asking.name}:{value}"))
            assert said.fr.startswith("Les messages qui ")
            assert "{" not in said.fr + said.en


def test_both_languages_have_the_same_templates() -> None:
    french, english = SPEECH["fr"], SPEECH["en"]
    assert french.keys() == english.keys()
    assert {name for name in french if french[name].count("{") != english[name].count("{")} == set()


@given(queries)
def test_anything_can_be_said(query: str) -> None:
    found = explain(tree(query))
    assert found.fr.endswith(".")
    assert found.en.endswith(".")
    assert found.fr.count("(") == found.fr.count(")")


FACTS = Facts({"followers": (1.0,)})


@pytest.mark.parametrize(
    ("query", "text", "nearly", "en"),
    [
        ("tram panne -grève", "le tram en panne", False, "The message matches: it says “tram” and “panne”."),
        ("tram panne", "le tram", True, "The message does not match, but nearly: “panne” is missing."),
        (
            "(bus retard) OR (tram panne bus)", "tram en panne", True,
            "The message does not match, but nearly: “bus” is missing.",
        ),
        (
            "tram NEAR/1 panne", "tram en grosse grosse panne", True,
            "The message does not match, but nearly: “tram” and “panne” at most one word apart is missing.",
        ),
        (
            "tram panne -bus", "tram, bus, panne", True,
            "The message does not match: it is excluded, for it says “bus”.",
        ),
        (
            "tram followers:>5", "tram", True,
            "The message does not match, but nearly: what the field “followers” asks is missing.",
        ),
        ("title:tram", "tram", False, "The message does not match: “tram” in the title is missing."),
        (
            "count(tram)>=3", "tram tram", True,
            "The message does not match, but nearly: “tram” at least 3 times is missing.",
        ),
        ("tram -followers:1", "tram", True, "The message does not match: an exclusion is about it."),
        ("followers:<5", "rien", False, "The message matches."),
    ],
)  # fmt: skip
def test_why_is_said(query: str, text: str, nearly: bool, en: str) -> None:
    reason = why(tree(query), Said(tokenize(text), facts=FACTS))
    assert (reason.en, reason.nearly) == (en, nearly)
    assert reason.fr.startswith("Le message ")
    assert bool(reason.missing) != reason.holds


def test_evidence_is_given_of_each_part() -> None:
    reason = why(tree('title:bus "en panne"'), Said(tokenize("tram en panne"), tokenize("Le bus")))
    places = [(mark.part, mark.start, mark.end) for one in reason.why.parts for mark in one.marks]
    assert places == [("title", 3, 6), ("text", 5, 13)]


def test_what_a_message_lacks_is_told() -> None:
    (missing,) = why(tree("reach:>5"), Said(tokenize("tram"), facts=FACTS)).missing
    assert missing.lacks
    assert isinstance(missing.node, Field)


@given(queries)
def test_why_agrees_with_matching(query: str) -> None:
    asked = tree(query)
    said = Said(tokenize("Le tram est en panne 😂 l’été, covid-19 #tram {BT} BT"), tokenize("tram"), facts=FACTS)
    check(why(asked, said).why, said)


def check(found: Why, said: Said) -> None:
    assert 0 <= found.share <= 1
    assert (found.share == 1) == found.holds or isinstance(found.node, Not)
    if not isinstance(found.node, Not):
        assert matches(found.node, said) == found.holds
    for one in found.parts if type(found.node).__name__ in ("And", "Or") else ():
        check(replace(one), said)
