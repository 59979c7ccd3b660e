"""All topics at once, for every sort of word, fact and reference, before and after each change."""

import pytest

from palabre.core.query import Percolator, Term
from palabre.core.query.anchors import anchors, counted
from palabre.core.query.facts import NO_FACTS, Facts
from palabre.core.query.tree import And, Cased, Field, Fuzzy, Near, Node, Not, Or, Pattern, Phrase, Wild, Within
from palabre.core.text import tokenize

TRAM, PANNE = Term("tram"), Term("panne")
FRENCH = Field("lang", "fr")


def found(percolator: Percolator, text: str, title: str = "", facts: Facts = NO_FACTS) -> list[int]:
    matched = percolator.match(tokenize(text), tokenize(title) if title else None, facts=facts)
    topics = percolator.topics(tokenize(text), tokenize(title) if title else None, facts=facts)
    assert [one.topic for one in matched] == topics
    return topics


def compiled(*trees: Node) -> Percolator:
    percolator = Percolator()
    for number, tree in enumerate(trees):
        percolator.put_tree(number, tree)
    return percolator


@pytest.mark.parametrize(
    "word", [Term("tram"), Term("tra", prefix=True), Wild("t?am"), Wild("tr*m"), Fuzzy("trom"), Cased("Tram")]
)
def test_a_word_that_comes_later_is_found_in_what_is_known_already(word: Term | Wild | Fuzzy | Cased) -> None:
    percolator = compiled(PANNE)
    assert found(percolator, "Tram en panne") == [0]
    percolator.put_tree(1, word)
    assert found(percolator, "Tram en panne") == [0, 1]
    percolator.put_tree(2, And((word, PANNE)))
    percolator.remove(1)
    assert found(percolator, "Tram en panne") == [0, 2]
    percolator.remove(2)
    assert found(percolator, "Tram en panne") == [0]
    assert len(percolator._leaves) == 1


def test_topics_that_ask_facts_alone_are_always_asked() -> None:
    percolator = compiled(FRENCH, And((TRAM, FRENCH)), Pattern(r"\d{3}"), And((TRAM, Not(FRENCH))))
    assert percolator.asks_facts
    assert found(percolator, "le bus", facts=Facts({"lang": ("fr",)})) == [0]
    assert found(percolator, "le tram 123", facts=Facts({"lang": ("fr",)})) == [0, 1, 2]
    assert found(percolator, "le tram") == [3]
    for topic in (0, 1, 3):
        percolator.remove(topic)
    assert not percolator.asks_facts
    assert found(percolator, "123") == [2]


def test_topics_are_asked_after_those_they_name() -> None:
    percolator = Percolator()
    percolator.put_tree(1, And((Field("topic", "retards"), PANNE)), "Pannes et retards")
    percolator.put_tree(2, Or((Field("topic", "3"), Term("retard"))), "Retards")
    percolator.put_tree(3, TRAM, "Tram")
    percolator.put_tree(4, Field("topic", "pannes", prefix=True), "Tout")
    assert found(percolator, "tram en panne") == [1, 2, 3, 4]
    assert found(percolator, "retard") == [2]
    assert found(percolator, "panne") == []
    percolator.remove(3)
    assert found(percolator, "tram en panne") == []


def test_topics_that_name_one_another_in_a_circle_end() -> None:
    percolator = Percolator()
    percolator.put_tree(1, Or((Field("topic", "deux"), TRAM)), "Un")
    percolator.put_tree(2, Or((Field("topic", "un"), PANNE)), "Deux")
    assert found(percolator, "panne") == [1, 2]
    assert found(percolator, "rien") == []


def test_a_topic_known_from_elsewhere_counts() -> None:
    percolator = compiled(Field("topic", "tram"))
    assert found(percolator, "rien", facts=Facts({"topic": ("tram",)})) == [0]


def test_emoji_and_fields_keep_words_apart_as_search_does() -> None:
    laugh = Term("😂", step=0)
    percolator = compiled(
        Phrase((TRAM, PANNE)), Phrase((TRAM, laugh)), Near((TRAM, PANNE), 0), Near((laugh, PANNE), 0),
        Near((TRAM, PANNE), 200), Within("title", TRAM),
    )  # fmt: skip
    assert found(percolator, "tram 😂 panne") == [0, 1, 2, 3, 4]
    assert found(percolator, "tram en panne") == [4]
    assert found(percolator, "panne", title="tram") == [5]


def test_evidence_is_shown_of_what_is_close_enough_only() -> None:
    text = "tram et bus, puis panne ; un tram en panne"
    (match,) = compiled(Near((TRAM, PANNE), 1)).match(tokenize(text))
    assert [text[start:end] for start, end in match.spans][-2:] == ["tram", "panne"]
    assert match.spans[-1][1] == len(text)


def test_counts_choose_the_rarest_anchor() -> None:
    frequency = counted({"tram": 50, "trame": 1, "panne": 3}, 100)
    assert frequency(Term("tra", prefix=True)) == 0.51
    assert frequency(Term("inconnu")) == 0.005
    assert anchors(And((TRAM, PANNE)), frequency) == (PANNE,)
    assert anchors(And((Or((TRAM, PANNE)), Fuzzy("trame"))), frequency) == (Fuzzy("trame"),)
    assert anchors(FRENCH, frequency) == ()
