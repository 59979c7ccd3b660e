"""The story played in time, as the product receives it."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
import pytest

from palabre.core.model import Event, Message
from palabre.demo import DEFAULT_SPEED, OPENING, ContentError, Demo, load_demo
from palabre.demo import load as loading


def test_it_is_in_time_order_and_the_same_each_time(demo: Demo, start: datetime) -> None:
    played = list(demo.timeline(start))
    assert played == list(load_demo().timeline(start))
    assert [due for due, _, _ in played] == sorted(due for due, _, _ in played)


def test_a_message_is_published_when_it_is_due_and_an_edit_keeps_the_first_time(
    demo: Demo, start: datetime
) -> None:
    published: dict[str, datetime] = {}
    edits = 0
    for due, _, thing in demo.timeline(start):
        if isinstance(thing, Event):
            assert thing.at == due
        elif thing.id in published:
            assert thing.published == published[thing.id] < due
            edits += 1
        else:
            assert thing.published == due
            published[thing.id] = due
    assert edits == 2


def test_a_third_is_history_and_the_rest_lasts_at_least_forty_minutes(demo: Demo, start: datetime) -> None:
    opening = start + OPENING
    dues = [due for due, _, _ in demo.timeline(start)]
    history = sum(due <= opening for due in dues)
    assert 250 <= history <= len(dues) / 2
    assert dues[0] < opening - timedelta(hours=24)
    assert timedelta(minutes=40) <= dues[-1] - opening <= timedelta(minutes=60)


def test_in_the_first_ten_minutes_something_arrives_every_two_to_three_seconds(demo: Demo, start: datetime) -> None:
    opening = start + OPENING
    dues = [due for due, _, _ in demo.timeline(start) if opening < due <= opening + timedelta(minutes=10)]
    assert 200 <= len(dues) <= 400
    by_minute = Counter(int((due - opening).total_seconds() // 120) for due in dues)
    assert max(by_minute[3], by_minute[4]) > 1.5 * by_minute[1]  # it rises while people watch


def test_twice_the_speed_is_never_later(demo: Demo, start: datetime) -> None:
    slow = [due for due, _, _ in demo.timeline(start)]
    fast = [due for due, _, _ in demo.timeline(start, DEFAULT_SPEED * 2)]
    assert all(early <= late for early, late in zip(fast, slow, strict=True))


def test_messages_are_valid_by_the_models_own_rules(demo: Demo, things: list[Message | Event]) -> None:
    for thing in things:
        assert msgspec.json.decode(msgspec.json.encode(thing), type=type(thing)) == thing


def test_what_is_private_stays_private_and_the_press_is_the_press(things: list[Message | Event]) -> None:
    kinds = {(thing.kind, thing.visibility, thing.network) for thing in things if isinstance(thing, Message)}
    assert kinds == {
        ("comment", "public", "site"),
        ("comment", "public", "page"),
        ("post", "public", "page"),
        ("private", "private", "page"),
        ("chat", "public", "live"),
        ("article", "press", "press"),
        ("mail", "private", "mail"),
    }


def test_public_messages_say_where_and_have_an_address_of_their_own(things: list[Message | Event]) -> None:
    public = [
        thing for thing in things if isinstance(thing, Message) and thing.kind in ("comment", "chat", "article")
    ]
    assert all(message.url and message.site for message in public)
    assert len({message.url for message in public}) == len({message.id for message in public})
    assert all(message.place for message in public if message.kind != "article")


def test_the_raw_payload_tells_what_the_desk_has_no_field_for(things: list[Message | Event]) -> None:
    ninon = next(thing for thing in things if isinstance(thing, Message) and thing.id == "det-08")
    assert ninon.raw == {"id": "det-08", "by": "ninon_31", "member_since_days": 745, "messages_before": 341}
    letter = next(thing for thing in things if isinstance(thing, Message) and thing.id == "let-01")
    assert letter.raw == {"id": "let-01", "by": "m.cabanel@boulangerie-foirail.example"}


def test_sources_give_the_connector_its_settings(demo: Demo) -> None:
    settings = [source.settings for source in demo.sources]
    assert [told["part"] for told in settings] == ["site", "page", "private", "live", "press"]
    assert {told["speed"] for told in settings} == {DEFAULT_SPEED}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"key":"a","name":"A"}\n{"key":"b"}\n', "authors.jsonl, line 2.*name"),
        ('{"key":"a","name":"A","age":3}\n', "authors.jsonl, line 1.*age"),
        ("{nope\n", "authors.jsonl, line 1"),
    ],
)
def test_a_malformed_line_is_told_with_its_file_and_number(
    text: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "sources.jsonl").write_text("")
    (content / "authors.jsonl").write_text(text)

    def package(_: str) -> Traversable:
        return tmp_path

    monkeypatch.setattr(loading, "files", package)
    with pytest.raises(ContentError, match=why):
        load_demo()


def test_day_one_may_start_at_any_hour_of_any_zone(demo: Demo) -> None:
    odd = datetime(2031, 12, 31, 23, 59, tzinfo=UTC)
    assert next(demo.timeline(odd))[0] == odd + demo.steps[0].at
