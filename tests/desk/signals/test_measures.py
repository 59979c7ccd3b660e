"""How right a signal is: pure counting."""

from hypothesis import given, settings
from hypothesis import strategies as st

from palabre.core.charter.heed import USUAL, heeded, said_by_decision
from palabre.core.model import Signal
from palabre.desk.signals.measures import BARS, Case, Rate, histogram, measure
from palabre.desk.signals.templatetags.histograms import histogram as drawn

CASES = [
    Case(0.9, True, True),
    Case(0.8, False),
    Case(0.7, None),
    Case(0.4, True),
    Case(0.0, True, True),
    Case(0.0, False, True),
]


def test_precision_counts_what_was_judged_and_recall_what_was_drawn() -> None:
    found = measure(CASES, 0.5)
    assert found.flagged == 3
    assert found.precision == Rate(1, 2)
    assert found.recall == Rate(1, 2), "of the two real ones drawn by chance, one was seen"
    assert measure(CASES, 0.3).precision == Rate(2, 3)
    assert measure([], 0.5).precision.share is None


def test_a_threshold_of_zero_points_at_no_message_without_the_signal() -> None:
    assert measure(CASES, 0.0).flagged == 4


@given(st.lists(st.builds(Case, st.floats(0, 1), st.sampled_from([True, False, None]), st.booleans()), max_size=60))
@settings(max_examples=60)
def test_a_higher_threshold_never_flags_nor_finds_more(cases: list[Case]) -> None:
    low, high = measure(cases, 0.3), measure(cases, 0.7)
    assert high.flagged <= low.flagged and high.recall.right <= low.recall.right
    assert high.recall.total == low.recall.total
    assert sum(bar.total for bar in histogram(cases)) == sum(case.score > 0 for case in cases)
    assert len(histogram(cases)) == BARS


@given(st.integers(0, 500), st.integers(1, 500))
@settings(max_examples=60)
def test_the_interval_holds_the_share(right: int, total: int) -> None:
    rate = Rate(min(right, total), total)
    low, high = rate.range
    assert 0 <= low <= (rate.percent or 0) <= high <= 100


def test_a_small_count_has_a_wide_interval() -> None:
    assert Rate(2, 2).range == (34, 100)
    assert Rate(0, 0).range == (0, 100)


def test_the_drawing_shows_the_threshold_and_fades_what_is_under_it() -> None:
    svg = str(drawn(histogram(CASES), 0.5))
    assert svg.count("<rect") == BARS * 3
    assert svg.count('class="h-under"') == BARS // 2 and 'x1="300.0"' in svg
    assert "style=" not in svg, "the content security policy refuses it"


def test_a_workspace_heeds_what_is_as_sure_as_it_asked_for() -> None:
    signals = [Signal("insult", 0.5, "m"), Signal("hate", USUAL, "m"), Signal("anger", 0.1, "m")]
    assert [one.name for one in heeded(signals, {"insult": 0.6})] == ["hate"]
    assert [one.name for one in heeded(signals, {"anger": 0})] == ["insult", "hate", "anger"]


def test_what_a_decision_says_of_a_signal() -> None:
    assert said_by_decision("insult", "remove", "insult") is True
    assert said_by_decision("dehumanising", "remove", "discrimination") is True
    assert said_by_decision("insult", "approve", "") is False
    assert said_by_decision("insult", "remove", "fraud") is None
    assert said_by_decision("insult", "hold", "") is None
    assert said_by_decision("question", "approve", "") is None
