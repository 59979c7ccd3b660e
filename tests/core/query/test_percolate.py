"""All topics at once: the same answer as each topic alone, before and after any change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.query import Not, Percolator, Said, Term, compile_topics, evidence, guess, parse, wanted
from palabre.core.query.anchors import anchors
from palabre.core.text import Tokens, tokenize

from .oracle import cut, oracle, queries, said


def found(percolator: Percolator, text: str) -> list[int]:
    return [match.topic for match in percolator.match(tokenize(text))]


def test_topics_are_told_with_their_evidence() -> None:
    percolator = compile_topics([(7, "tram panne"), (3, '"en panne" OR bus'), (5, "métro")])
    text = "Encore un tram en panne !"
    first, second = percolator.match(tokenize(text))
    assert (first.topic, [text[start:end] for start, end in first.spans]) == (3, ["en panne"])
    assert (second.topic, [text[start:end] for start, end in second.spans]) == (7, ["tram", "panne"])


def test_a_match_in_the_title_has_no_span_in_the_text() -> None:
    percolator = compile_topics([(1, "tram")])
    (match,) = percolator.match(tokenize("rien"), title=tokenize("Le tram"))
    assert match.spans == ()


def test_a_topic_is_replaced_and_removed_at_once() -> None:
    percolator = compile_topics([(1, "tram"), (2, "tram*")])
    assert found(percolator, "tram") == [1, 2]
    percolator.put(1, "bus")
    assert found(percolator, "tram") == [2]
    assert found(percolator, "bus") == [1]
    percolator.remove(2)
    assert found(percolator, "tram") == []
    percolator.put(3, "tram")
    assert found(percolator, "tram bus") == [1, 3]
    percolator.remove(99)
    assert (len(percolator), 1 in percolator, 2 in percolator) == (2, True, False)


def test_a_query_that_cannot_be_read_leaves_the_others_alone() -> None:
    percolator = compile_topics([(1, "tram"), (2, "(tram"), (3, "-tram")])
    assert found(percolator, "tram") == [1]
    assert {topic: told[0].code for topic, told in percolator.rejected.items()} == {
        2: "unclosed_group",
        3: "pure_negative",
    }
    assert percolator.put(2, "tram") == ()
    assert dict(percolator.rejected).keys() == {3}
    percolator.put(1, "(")
    assert found(percolator, "tram") == [2]


def test_nothing_is_left_of_removed_topics() -> None:
    percolator = compile_topics([(1, 'tram* "en panne" -bus'), (2, "tram* OR métro")])
    percolator.remove(1)
    percolator.remove(2)
    assert not any(percolator._anchored)
    assert not len(percolator._leaves)
    assert not percolator._leaves._prefixes
    assert not percolator._leaves._lengths
    assert not percolator._leaves._uses


def test_anchors_are_the_rarest_that_suffice() -> None:
    def of(query: str) -> set[str]:
        tree = parse(query).tree
        assert tree is not None
        return {term.term for term in anchors(tree, guess)}

    assert of("le déraillement") == {"=déraillement"}
    assert of("déraillement OR (le bus)") == {"=déraillement", "bus"}
    assert of('"la ligne" (a OR b) -déraillement') == {"ligne"}
    assert of("(le OR la) #tram") == {"#tram"}


def test_given_frequencies_choose_the_anchors_and_change_no_match() -> None:
    topics = [(1, "tram panne"), (2, "panne OR bus")]
    odd = compile_topics(topics, frequency=lambda term: 0.9 if term.term == "panne" else 0.1)
    for text in ("tram panne", "panne", "bus", "tram"):
        assert found(odd, text) == found(compile_topics(topics), text)


def test_only_negative_trees_are_refused() -> None:
    with pytest.raises(ValueError, match="excludes"):
        Percolator().put_tree(1, Not(Term("tram")))


topics = st.lists(st.tuples(st.integers(1, 5), queries), max_size=12)


@given(topics, st.lists(st.tuples(said, said, said), min_size=1, max_size=3))
def test_it_is_each_topic_alone(topics: list[tuple[int, str]], messages: list[tuple[str, str, str]]) -> None:
    """Each topic is put in turn, replacing its former query, with messages in between."""
    percolator = Percolator()
    trees: dict[int, object] = {}
    for topic, query in topics:
        percolator.put(topic, query)
        trees[topic] = parse(query).tree
        check(percolator, trees, cut(messages[0]))
    for message in messages:
        check(percolator, trees, cut(message))
    for topic in list(trees)[::2]:
        percolator.remove(topic)
        del trees[topic]
        check(percolator, trees, cut(messages[0]))


def check(percolator: Percolator, trees: dict[int, object], fields: list[Tokens]) -> None:
    title, lead, text = fields
    whole = Said(text, title, lead)
    expected = [
        (topic, evidence(wanted(tree), whole))
        for topic, tree in sorted(trees.items())
        if tree is not None and oracle(tree, fields)
    ]
    assert [(match.topic, match.spans) for match in percolator.match(text, title, lead)] == expected


def test_a_megabyte_is_matched() -> None:
    percolator = compile_topics([(1, '"fin du monde"'), (2, "mot*"), (3, "absent")])
    assert found(percolator, "mot " * 250_000 + "fin du monde") == [2]  # no phrase past the last known position
    assert found(percolator, "fin du monde " + "mot " * 250_000) == [1, 2]
