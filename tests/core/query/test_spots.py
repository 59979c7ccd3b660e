"""What has a place in a text: closeness, sentences, exclusions, repeats; and what is shown of each."""

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.query.match import Said, evidence, matches
from palabre.core.query.proximity import close
from palabre.core.query.spots import is_spot, occurrences
from palabre.core.query.tree import (
    And,
    Cased,
    Count,
    Except,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Same,
    Term,
    Wild,
    Within,
    wanted,
)
from palabre.core.text import tokenize

tram, panne, bill, bus = Term("tram"), Term("panne"), Term("bill"), Term("bus")
bill_gates = Phrase((bill, Term("gates")))


def said(text: str, title: str = "", lead: str = "") -> Said:
    return Said(tokenize(text), tokenize(title), tokenize(lead))


def shown(tree: Node, text: str, title: str = "") -> list[str] | None:
    """Return what is shown of a text that answers, ``None`` for one that does not."""
    message = said(text, title)
    if not matches(tree, message):
        return None
    return [text[start:end] for start, end in evidence(wanted(tree), message)]


@pytest.mark.parametrize(
    ("tree", "text", "expected"),
    [
        (Near((tram, panne), 2), "tram en grosse panne", ["tram", "panne"]),
        (Near((tram, panne), 1), "tram en grosse panne", None),
        (Near((panne, tram), 2), "tram en grosse panne", ["tram", "panne"]),
        (Near((panne, tram), 2, ordered=True), "tram en grosse panne", None),
        (Near((tram, panne), 0), "tram… 😡 panne", ["tram", "panne"]),
        (Near((tram, Term("😡", step=0)), 0), "le tram 😡", ["tram", "😡"]),
        (Near((tram, tram), 3), "un tram seul", None),
        (Near((tram, tram), 3), "un tram suit un tram", ["tram", "tram"]),
        (Near((tram, Term("tram", prefix=True)), 3), "le tram", None),
        (Near((bill_gates, tram), 1), "bill gates du tram", ["bill gates", "tram"]),
        (Near((tram, panne, bus), 2), "bus et tram en panne", ["bus", "tram", "panne"]),
        (Near((tram, panne, bus), 1), "bus et tram en panne", None),
        (Near((Near((tram, panne), 0), bus), 0), "tram panne bus", ["tram panne", "bus"]),
        (Near((Or((tram, bus)), panne), 0), "bus panne", ["bus", "panne"]),
        (Same((tram, panne)), "Le tram est là. La panne du tram !", ["panne", "tram"]),
        (Same((tram, panne)), "Le tram est là. La panne !", None),
        (Same((tram, panne)), "Le tram\nla panne", None),
        (Same((tram, panne), "paragraph"), "Le tram. La panne.\n\nRien", ["tram", "panne"]),
        (Same((tram, panne), "paragraph"), "Le tram.\n \t\nLa panne.", None),
        (Same((tram, panne), "paragraph"), "Le tram.\r\n\r\nLa panne.", None),
        (Except(bill, bill_gates), "Bill Gates et Bill Clinton", ["Bill"]),
        (Except(bill, bill_gates), "Bill Gates", None),
        (Except(Or((tram, bus)), Near((tram, bus), 0)), "tram bus, puis bus", ["bus"]),
        (Count(tram, 2), "tram et #tram", ["tram", "#tram"]),
        (Count(tram, 3), "tram et #tram", None),
        (Count(Or((tram, bus)), 3), "tram bus tram", ["tram", "bus", "tram"]),
        (Count(bill_gates, 2), "bill gates bill gates", ["bill gates", "bill gates"]),
        (Pattern(r"tram \d+"), "le TRAM 12", ["TRAM 12"]),
        (Pattern(r"tram \d+", cased=True), "le TRAM 12", None),
        (Wild("t?am"), "un team, un #tram", ["team", "#tram"]),
        (Wild("v*c*n"), "vaccination, vaccin", ["vaccination", "vaccin"]),
        (Wild("v*c*n"), "vaccinal", None),
        (Wild("=ét*e"), "ête étape", ["étape"]),
        (Wild("=ete"), "été ete", ["ete"]),
        (Fuzzy("tramway"), "trmaway", ["trmaway"]),
        (Fuzzy("tramway"), "tramvais", None),
        (Fuzzy("tramway", 2), "tramvai", ["tramvai"]),
        (Fuzzy("tram"), "#trams @tram", ["#trams"]),
        (Cased("BT"), "bt BT Bt", ["BT"]),
        (Phrase((tram, Wild("p?nn*"))), "tram pannes", ["tram pannes"]),
        (Phrase((tram, Cased("BT"))), "tram bt, tram BT", ["tram BT"]),
    ],
)  # fmt: skip
def test_what_is_found_and_shown(tree: Node, text: str, expected: list[str] | None) -> None:
    assert shown(tree, text) == expected


def test_the_title_is_a_place_of_its_own() -> None:
    assert shown(Near((tram, panne), 200), "panne", title="tram") is None
    assert shown(Within("title", tram), "tram") is None
    assert shown(Within("title", tram), "tram", title="Tram") == []
    assert shown(Within("text", And((tram, Not(bus)))), "tram", title="bus") == ["tram"]
    assert shown(Within("text", Pattern("bus")), "tram", title="bus") is None
    assert shown(Within("title", Within("text", tram)), "tram", title="tram") is None
    assert matches(Within("lead", Count(tram, 2)), said("tram", "tram", "tram tram"))


def test_only_spots_have_occurrences() -> None:
    assert is_spot(Or((tram, Near((tram, bus), 2))))
    assert is_spot(Within("title", tram))
    assert not is_spot(Or((tram, And((tram, bus)))))
    with pytest.raises(TypeError, match="And has no place"):
        occurrences(And((tram, bus)), said("tram"))


def test_a_text_made_to_harm_is_answered() -> None:
    many = said("tram " * 50_000)
    parts = tuple(Term("tram"[:length], prefix=True) for length in (1, 2, 3, 4)) * 4
    assert matches(Near(parts, 3), many)
    assert not matches(Near((*parts, bus), 3), many)
    assert not matches(Near((*parts, bus), 3), said("tram " * 300 + "rien " * 9 + "bus"))
    assert matches(Count(tram, 256), many)
    assert not matches(Wild("t" + "*a" * 200 + "b"), said("t" + "a" * 499))
    assert not matches(Pattern("(a*)*b|(a|aa)+$c"), said("a" * 100_000))


TEXTS = st.lists(st.sampled_from(["a", "b", "c", "x", "😂", "."]), max_size=12).map(" ".join)


@given(TEXTS, st.lists(st.sampled_from("abc😂"), min_size=2, max_size=4), st.integers(0, 4), st.booleans())
def test_closeness_is_what_trying_everything_finds(text: str, words: list[str], gap: int, ordered: bool) -> None:
    message = said(text)
    parts = [[(place, place) for place in message.known(Term(word))] for word in words]
    found = list(close(parts, gap, ordered, message))
    assert bool(found) == any(tries(parts, gap, ordered, message))
    for chosen in found:
        assert between(chosen, message) <= gap


def tries(parts: list[list[tuple[int, int]]], gap: int, ordered: bool, message: Said) -> list[bool]:
    orders = [tuple(parts)] if ordered else permutations(parts)
    return [
        all(left[1] < right[0] for left, right in pairwise(chosen)) and between(chosen, message) <= gap
        for order in orders
        for chosen in product(*order)
    ]


def between(chosen: tuple[tuple[int, int], ...], message: Said) -> int:
    steps = [form.step for form in message.layout.forms]
    first, last = min(chosen)[0], max(end for _, end in chosen)
    taken = {at for start, end in chosen for at in range(start, end + 1)}
    return sum(steps[at] for at in range(first, last + 1) if at not in taken)


@given(TEXTS, st.sampled_from("abc"), st.sampled_from("abc"))
def test_other_spots_are_what_their_definition_finds(text: str, one: str, other: str) -> None:
    message = said(text)
    first, second = message.known(Term(one)), message.known(Term(other))
    sentences = message.unit("sentence", lambda field: field.sentences)
    assert matches(Same((Term(one), Term(other))), message) == any(
        sentences[here] == sentences[there] for here in first for there in second
    )
    pair = Phrase((Term(one), Term(other)))
    inside = {place for start, end in occurrences(pair, message) for place in range(start, end + 1)}
    assert occurrences(Except(Term(one), pair), message) == [(here, here) for here in first if here not in inside]
    assert matches(Count(Or((Term(one), Term(other))), 3), message) == (len({*first, *second}) >= 3)
