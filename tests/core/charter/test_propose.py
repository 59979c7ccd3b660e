"""From signals to a place in the queue."""

import itertools
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.core.charter.propose import (
    ARTICLES,
    CARE,
    DOUBTED,
    FURTHER,
    LEARNED,
    MANNER,
    POINTS,
    SURE,
    SURE_UNSAID,
    UNSPOKEN,
    propose,
)
from palabre.core.charter.rules import Rule
from palabre.core.model import Evidence, Message, Part, Signal
from palabre.core.signals import learned, names

SIGNALS = st.lists(
    st.builds(
        lambda name, score: Signal(name, score, "m", (Evidence(0, 1, "x"),)),
        st.sampled_from([*POINTS, "unheard_of"]),
        st.floats(0, 1),
    ),
    max_size=30,
)


def message(**fields: object) -> Message:
    return Message(id="m", text="x", published=datetime(2026, 3, 1, tzinfo=UTC), **fields)  # type: ignore[arg-type]


def priority(*signals: tuple[str, float], **fields: object) -> int:
    return propose(message(**fields), [Signal(name, score, "m") for name, score in signals]).priority


@given(SIGNALS, st.booleans(), st.sampled_from(["private", "public", "press"]))
def test_the_number_opens_into_its_sum(signals: list[Signal], first: bool, visibility: str) -> None:
    proposal = propose(message(first=first, visibility=visibility), signals)
    assert proposal.priority == sum(part.points for part in proposal.parts)
    assert 0 <= proposal.priority <= 100
    assert all(part.points > 0 for part in proposal.parts)


@given(SIGNALS)
def test_a_removal_cites_its_article_and_is_never_of_someone_in_danger(signals: list[Signal]) -> None:
    proposal = propose(message(), signals)
    assert (proposal.action == "remove") == bool(proposal.article)
    if any(one.name in CARE and one.score >= SURE for one in signals):
        assert proposal.action is None


@given(SIGNALS, st.randoms())
def test_the_order_of_signals_changes_nothing(signals: list[Signal], chance: object) -> None:
    mixed = sorted(signals, key=lambda one: (one.name, one.score))
    assert propose(message(), mixed).priority == propose(message(), mixed[::-1]).priority


def test_every_signal_has_its_points() -> None:
    assert set(names()) == set(POINTS) | MANNER
    assert set(ARTICLES) <= set(POINTS)


def test_what_a_head_moderator_wants_first() -> None:
    order = [
        "self_harm", "emergency", "threat", "hate", "dehumanising", "personal_data", "scam", "coded_hate", "sexual",
        "insult", "spam", "correction", "help_request", "testimony", "question", "feedback", "anger", "praise",
    ]  # fmt: skip
    for before, after in itertools.pairwise(order):
        assert priority((before, 0.9)) >= priority((after, 0.9)), (before, after)


def test_one_danger_comes_before_many_small_things() -> None:
    small = [(name, 0.9) for name in ("question", "feedback", "anger", "praise", "argument", "urgency")]
    assert priority(("threat", 0.8)) > priority(*small)


def test_coded_hate_raises_and_never_removes() -> None:
    proposal = propose(message(), [Signal("coded_hate", 0.99, "m")])
    assert proposal.priority > 60
    assert proposal.action is None


@pytest.mark.parametrize(("score", "action"), [(SURE, "remove"), (SURE - 0.01, None)])
def test_only_a_sure_signal_brings_a_proposal(score: float, action: str | None) -> None:
    assert propose(message(), [Signal("insult", score, "m")]).action == action


def test_the_worst_article_is_cited() -> None:
    proposal = propose(message(), [Signal("insult", 0.95, "m"), Signal("threat", 0.8, "m")])
    assert proposal.article == "violence"


def test_a_first_message_and_a_private_one_come_a_little_sooner() -> None:
    assert priority(first=True) > 0
    assert priority(("question", 0.9), visibility="private") > priority(("question", 0.9))
    assert priority() == 0


RULES = st.lists(
    st.builds(
        Rule,
        st.integers(1, 9),
        st.just("Propos visant Élise Marchal"),
        st.sampled_from(["insult", "defamation"]),
        st.none() | st.integers(0, 100),
    ),
    max_size=4,
    unique_by=lambda rule: rule.id,
)


@given(SIGNALS, RULES)
def test_with_rules_too_the_number_opens_into_its_sum(signals: list[Signal], rules: list[Rule]) -> None:
    proposal = propose(message(), signals, rules)
    assert proposal.priority == sum(part.points for part in proposal.parts) <= 100
    if rules and not any(one.name in CARE for one in signals):
        assert proposal.action == "remove"
        assert proposal.article in {rule.article for rule in rules}
    assert propose(message(), signals, rules[::-1]) == proposal


def test_a_rule_is_cited_before_a_signal_and_named_in_the_sum() -> None:
    rule = Rule(3, "Rumeur du stade", "defamation", 20)
    proposal = propose(message(), [Signal("insult", 0.95, "m")], [rule])
    assert (proposal.action, proposal.article) == ("remove", "defamation")
    assert Part("rule", 20 // FURTHER, 3, "Rumeur du stade") in proposal.parts


def test_of_several_rules_the_heaviest_is_cited_then_the_oldest() -> None:
    light, heavy = Rule(1, "a", "insult", 10), Rule(2, "b", "fraud", 60)
    assert propose(message(), [], [light, heavy]).article == "fraud"
    assert propose(message(), [], [heavy._replace(weight=10), light]).article == "insult"


def test_a_rule_without_weight_adds_as_much_as_a_sure_signal_of_its_article() -> None:
    assert propose(message(), [], [Rule(1, "a", "insult")]).priority == POINTS["insult"]
    assert propose(message(), [], [Rule(1, "a", "off_topic")]).priority == UNSPOKEN


def test_no_rule_has_somebody_in_danger_removed() -> None:
    proposal = propose(message(), [Signal("self_harm", 0.9, "m")], [Rule(1, "a", "insult", 100)])
    assert proposal.action is None
    assert proposal.priority > 90


def seen(name: str, score: float, *whys: str) -> Signal:
    return Signal(name, score, "m", tuple(Evidence(at, at + 1, why) for at, why in enumerate(whys)))


@pytest.mark.parametrize("name", sorted(DOUBTED))
def test_what_no_phrase_says_comes_after_what_one_says(name: str) -> None:
    said = propose(message(), [seen(name, 0.8, "a_phrase", LEARNED)])
    unsaid = propose(message(), [seen(name, 0.8, LEARNED, LEARNED)])
    assert unsaid.priority < said.priority


@pytest.mark.parametrize("name", sorted(CARE))
def test_somebody_in_danger_counts_whole_however_it_was_found(name: str) -> None:
    assert propose(message(), [seen(name, 0.8, LEARNED)]) == propose(message(), [seen(name, 0.8, "a_phrase")])


def test_a_removal_on_learned_words_alone_asks_for_more() -> None:
    assert propose(message(), [seen("scam", SURE, "a_phrase")]).action == "remove"
    assert propose(message(), [seen("scam", SURE, LEARNED)]).action is None
    assert propose(message(), [seen("scam", SURE_UNSAID, LEARNED)]).action == "remove"


def test_another_reader_that_shows_no_evidence_is_believed() -> None:
    assert propose(message(), [seen("scam", SURE)]).action == "remove"


def test_the_key_of_learned_evidence_is_that_of_the_signals() -> None:
    assert learned.WHY == LEARNED
