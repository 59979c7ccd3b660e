"""How soon to come back, and what is remembered meanwhile."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from palabre.connectors.feed.memory import MOST_REMEMBERED, Memory, paced
from palabre.connectors.feed.pace import FASTEST, FIRST, SLOWEST, next_interval
from palabre.core.model import Message

NOW = datetime(2026, 3, 12, 20, 0, tzinfo=UTC)
ADDRESS = "https://phare.example/feed.xml"


def message(number: int, text: str = "bonjour") -> Message:
    return Message(id=f"n{number}", text=text, published=NOW)


@pytest.mark.parametrize(
    ("current", "new", "total", "expected"),
    [
        (None, 10, 10, FIRST),
        (1_800, 10, 10, 900),
        (1_800, 7, 10, 900),
        (1_800, 5, 10, 1_800),
        (1_800, 2, 10, 2_700),
        (1_800, 0, 10, 2_700),
        (1_800, 0, 0, 2_700),
        (700, 10, 10, FASTEST),
        (600, 10, 10, FASTEST),
        (80_000, 0, 10, SLOWEST),
        (SLOWEST, 0, 10, SLOWEST),
        (SLOWEST, 10, 10, 43_200),
    ],
)
def test_the_interval(current: float | None, new: int, total: int, expected: int) -> None:
    assert next_interval(current, new, total) == expected


@given(st.none() | st.floats(600, 86_400), st.integers(0, 50), st.integers(0, 50))
def test_the_interval_stays_within_ten_minutes_and_a_day(current: float | None, new: int, more: int) -> None:
    assert FASTEST <= next_interval(current, new, new + more) <= SLOWEST


def test_a_quiet_feed_is_read_once_a_day_in_the_end() -> None:
    interval, readings = float(FIRST), 0
    while interval < SLOWEST:
        interval, readings = next_interval(interval, 0, 20), readings + 1
    assert readings == 10


def test_what_was_seen_is_known_and_what_was_edited_is_new() -> None:
    memory = Memory.of({}, ADDRESS).remembering([message(1), message(2)])
    again = Memory.of(memory.cursor(600), ADDRESS)
    assert not again.is_new(message(1))
    assert again.is_new(message(1, "bonjour, corrigé")) and again.was_known(message(1, "bonjour, corrigé"))
    assert again.is_new(message(3)) and not again.was_known(message(3))


def test_an_edit_does_not_quicken_the_pace() -> None:
    memory = Memory(ADDRESS, ADDRESS, interval=1_800).remembering([message(1)])
    assert paced(memory, [message(1, "corrigé")]) == 2_700


def test_a_cursor_survives_json_and_is_bounded() -> None:
    memory = Memory(ADDRESS, "https://ailleurs.example/", '"abc"', "hier", "0f", 900)
    memory = memory.remembering(message(number) for number in range(MOST_REMEMBERED + 100))
    cursor = msgspec.json.decode(msgspec.json.encode(memory.cursor(900)))
    assert Memory.of(cursor, ADDRESS) == memory
    assert len(memory.seen) == MOST_REMEMBERED and not memory.is_new(message(MOST_REMEMBERED + 99))
    assert cursor["next_in"] == 900
    assert memory.conditions() == {"If-None-Match": '"abc"', "If-Modified-Since": "hier"}


def test_another_address_begins_anew() -> None:
    cursor = Memory(ADDRESS, ADDRESS, '"abc"').remembering([message(1)]).cursor(600)
    assert Memory.of(cursor, "https://autre.example/") == Memory("https://autre.example/", "https://autre.example/")


values: st.SearchStrategy[Any] = (
    st.none() | st.integers() | st.text() | st.lists(st.text() | st.integers()) | st.floats()
)
KEYS = ["told", "address", "etag", "modified", "body", "interval", "seen", "robots", "next_in"]


@given(st.dictionaries(st.sampled_from(KEYS), values))
def test_any_cursor_can_be_read(cursor: dict[str, Any]) -> None:
    memory = Memory.of({**cursor, "told": ADDRESS}, ADDRESS)
    assert memory.is_new(message(1)) or memory.seen
    paced(memory, [message(1)])
