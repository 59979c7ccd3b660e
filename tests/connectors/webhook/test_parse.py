"""What a call carries, and what its sender is told when it cannot be read."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from palabre.connectors.webhook import MAX_BYTES, MAX_MESSAGES, BadCall, Call, parse_call
from palabre.connectors.webhook.forms import FORMS, form_of
from palabre.core.model import Attachment, Author, Delivery, Event, Message

FIXTURES = Path(__file__).parents[3] / "src/palabre/connectors/webhook/fixtures"
NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
GOOD = {"id": "c-1", "text": "Merci !", "published": "2026-03-02T06:00:00Z"}


def parsed(body: object) -> Call:
    return parse_call(json.dumps(body).encode(), NOW)


def bad(body: object) -> BadCall:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    with pytest.raises(BadCall) as caught:
        parse_call(raw, NOW)
    assert caught.value.message_fr and caught.value.message_en
    return caught.value


def with_field(path: str, value: object) -> dict[str, Any]:
    """A call whose message, at ``path``, has ``value``."""
    message: dict[str, Any] = {**GOOD, "author": {"key": "u"}, "attachments": [{"name": "a.png"}]}
    *holders, name = path.split(".")
    target: Any = message
    for holder in holders:
        target = target[int(holder)] if holder.isdigit() else target[holder]
    target[name] = value
    return {"messages": [GOOD, GOOD, GOOD, message]}


def test_the_recorded_call_is_read_whole() -> None:
    call = parse_call((FIXTURES / "call.json").read_bytes(), NOW)
    first, second = call.messages
    assert first.id == "c-90311"
    assert first.published == datetime(2026, 3, 2, 6, 58, 12, tzinfo=UTC)
    assert first.author == Author("u-3021", "Maëlle T.", "https://journal.example/membres/3021", 4)
    assert first.attachments[0].size == 182331
    assert first.raw == {"ip_country": "FR", "client": "ios", "score": 0.25}
    assert second.author is not None
    assert "<script>" in second.author.name, "kept as it came: escaping is for whoever draws it"
    assert [event.kind for event in call.events] == ["delete", "ban"]
    assert call.unknown == {"messages[].mood": 1}


def test_one_message_alone_is_a_call() -> None:
    call = parse_call((FIXTURES / "single.json").read_bytes(), NOW)
    assert [message.id for message in call.messages] == ["avis-77"]


def test_events_alone_are_a_call() -> None:
    call = parsed({"events": [{"kind": "restore", "target": "c-1"}]})
    assert call.events == (Event(kind="restore", target="c-1", at=NOW),)


def test_what_has_no_date_has_that_of_its_reception() -> None:
    assert parsed({"id": "1", "text": "x"}).messages[0].published == NOW
    assert parsed({"id": "1", "text": "x", "published": None}).messages[0].published == NOW


def test_dates_are_turned_to_utc() -> None:
    moment = parsed({**GOOD, "published": "2026-03-02T08:15:00+02:00"}).messages[0].published
    assert moment == datetime(2026, 3, 2, 6, 15, tzinfo=UTC)
    assert moment.tzinfo is UTC


def test_a_call_is_stored_as_the_delivery_that_it_is() -> None:
    call = parsed({"messages": [GOOD], "tone": 1})
    assert msgspec.json.decode(msgspec.json.encode(call), type=Delivery).messages == call.messages


def test_the_same_message_twice_is_one_and_an_edit_is_kept_in_order() -> None:
    edited = {**GOOD, "text": "Merci à tous !"}
    call = parsed({"messages": [GOOD, GOOD, edited, edited, GOOD, {**GOOD, "id": "c-2"}, GOOD]})
    assert [(m.id, m.text) for m in call.messages] == [
        ("c-1", "Merci !"),
        ("c-1", "Merci à tous !"),
        ("c-1", "Merci !"),
        ("c-2", "Merci !"),
    ]


def test_a_thousand_messages_pass_and_one_more_does_not() -> None:
    many = [{**GOOD, "id": str(n)} for n in range(MAX_MESSAGES)]
    assert len(parsed({"messages": many}).messages) == 1_000
    error = bad({"messages": [*many, GOOD]})
    assert (error.status, error.code, error.where) == (413, "too_large", "messages")
    assert "1,000 messages" in error.message_en


def test_too_many_events_and_too_many_bytes_are_413() -> None:
    events = [{"kind": "delete", "target": "c"}] * 1_001
    assert bad({"events": events}).status == 413
    assert bad(b" " * (MAX_BYTES + 1)).status == 413


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (b'{"messages": [\n  {"id": "1",}\n]}', "line 2, column 14"),
        ('{"texte": "déjà", }'.encode(), "line 1, column 19"),
        (b'{"id": "1", "text": "\xe9t\xe9"}', "line 1, column 22"),
        (b'{"id": "1"', "line 1, column 11"),
        (b"", "line 1, column 1"),
        (b'{"id": "1", "text": NaN}', "line 1, column 21"),
    ],
)
def test_malformed_json_is_told_by_line_and_column(body: bytes, where: str) -> None:
    error = bad(body)
    assert (error.status, error.code, error.where) == (400, "malformed_json", where)
    assert where in error.message_en


def test_json_bombs_and_giant_numbers_are_refused() -> None:
    assert bad(b"[" * 100_000).code == "too_deep"
    assert bad(b'{"id":"1","text":"x","raw":{"n":1e999}}').code == "number_out_of_range"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", 12),
        ("id", ""),
        ("id", "x" * 501),
        ("text", None),
        ("text", ["a"]),
        ("published", "hier"),
        ("published", 1_772_431_200),
        ("published", "2026-03-02T06:00:00"),
        ("published", "0001-01-01T00:00:00Z"),
        ("published", "0001-01-01T00:00:00+14:00"),
        ("published", "2026-03-04T06:00:00Z"),
        ("published", "9999-12-31T23:59:59-12:00"),
        ("kind", "tweet"),
        ("visibility", "secret"),
        ("author", "Odile"),
        ("author.key", ""),
        ("author.followers", -1),
        ("author.url", "javascript:alert(1)"),
        ("url", "data:text/html,x"),
        ("url", "https://[::1/x"),
        ("url", "https://a b.example/"),
        ("url", "/relative"),
        ("country", "FRA"),
        ("engagement", 1.5),
        ("first", "oui"),
        ("attachments", [{"name": "x"}] * 101),
        ("attachments.0.name", 3),
        ("attachments.0.url", "file:///etc/passwd"),
        ("raw", "texte"),
        ("raw", {"a": "x" * 100_001}),
    ],
)
def test_a_wrong_field_is_told_by_its_path_and_its_form(path: str, value: object) -> None:
    error = bad(with_field(path, value))
    where = f"messages[3].{path}".replace("attachments.0", "attachments[0]")
    assert (error.status, error.code, error.where) == (422, "wrong_field", where)
    assert form_of(where)[1] in error.message_en
    assert form_of(where)[0] in error.message_fr


def test_the_wrong_value_is_shown_cut_short() -> None:
    assert "Got: 12." in bad(with_field("id", 12)).message_en
    assert len(bad(with_field("author", "x" * 100_000)).message_en) < 300


def test_a_payload_nested_too_deep_is_refused() -> None:
    nested: dict[str, Any] = {}
    for _ in range(25):
        nested = {"a": nested}
    assert bad(with_field("raw", nested)).where == "messages[3].raw"


@pytest.mark.parametrize(
    ("body", "where", "code"),
    [
        ([GOOD], "", "wrong_field"),
        ("texte", "", "wrong_field"),
        ({}, "", "empty"),
        ({"hello": 1}, "", "empty"),
        ({"messages": []}, "messages", "empty"),
        ({"messages": GOOD}, "messages", "wrong_field"),
        ({"messages": None}, "messages", "wrong_field"),
        ({"messages": [GOOD, "x"]}, "messages[1]", "wrong_field"),
        ({"messages": [{"id": "1"}]}, "messages[0].text", "wrong_field"),
        ({"text": "sans identifiant"}, "messages[0].id", "wrong_field"),
        ({"events": [{"kind": "delete"}]}, "events[0].target", "wrong_field"),
        ({"events": [{"kind": "burn", "target": "1"}]}, "events[0].kind", "wrong_field"),
        ({"events": [{"kind": "ban", "target": "1", "at": "2026-03-02"}]}, "events[0].at", "wrong_field"),
    ],
)
def test_a_body_of_another_shape_is_told_what_is_wanted(body: object, where: str, code: str) -> None:
    error = bad(body)
    assert (error.status, error.where, error.code) == (422, where, code)


def test_unknown_fields_are_counted_by_path() -> None:
    message = {**GOOD, "mood": 1, "author": {"key": "u", "age": 3}, "attachments": [{"name": "n", "w": 1}]}
    call = parsed({"messages": [message, {**message, "id": "2"}], "trace": "x"})
    assert call.unknown == {
        "trace": 1,
        "messages[].mood": 2,
        "messages[].author.age": 2,
        "messages[].attachments[].w": 2,
    }


def test_thousands_of_unknown_names_stay_few() -> None:
    call = parsed({**GOOD, **{f"x{n}": 1 for n in range(5_000)}, "y" * 3_000: 1})
    assert len(call.unknown) == 51
    assert sum(call.unknown.values()) == 5_001
    assert max(map(len, call.unknown)) < 120


def test_nul_characters_are_replaced_wherever_they_are() -> None:
    call = parsed({**GOOD, "text": "a\0b", "raw": {"k\0": ["\0"]}, "author": {"key": "u\0"}})
    assert call.messages[0].text == "a\ufffdb"
    assert call.messages[0].raw == {"k\ufffd": ["\ufffd"]}
    assert parsed({**GOOD, "text": r"C:\u0000"}).messages[0].text == r"C:\u0000", "a backslash is not a NUL"


def test_a_nul_at_the_bottom_of_a_well_is_refused() -> None:
    body = b'{"id":"1","text":"x","z":' + b"[" * 200 + b'"\\u0000"' + b"]" * 200 + b"}"
    assert bad(body).code == "too_deep"


def test_every_field_has_its_form_in_both_languages() -> None:
    fields = [f"messages[].{name}" for name in Message.__struct_fields__]
    fields += [f"messages[].author.{name}" for name in Author.__struct_fields__]
    fields += [f"messages[].attachments[].{name}" for name in Attachment.__struct_fields__]
    fields += [f"events[].{name}" for name in Event.__struct_fields__]
    assert set(fields) <= set(FORMS)
    assert all(french and english and french != english for french, english in FORMS.values())


def test_a_place_without_a_form_has_that_of_what_holds_it() -> None:
    assert form_of("messages[3].raw.deep[2].name") == FORMS["messages[].raw"]
    assert form_of("elsewhere") == FORMS[""]


texts = st.text(max_size=40)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts | st.datetimes().map(str),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(texts, inside, max_size=4),
    max_leaves=12,
)
names = st.sampled_from([*Message.__struct_fields__, "messages", "events", "target", "at", "key", "name"]) | texts
objects = st.dictionaries(names, values, max_size=8)


@given(st.lists(objects, max_size=4), st.lists(objects, max_size=3), objects)
def test_no_call_breaks_the_reader(messages: list[Any], events: list[Any], more: dict[str, Any]) -> None:
    _reads_or_refuses(json.dumps({"messages": messages, "events": events, **more}).encode())


@given(st.binary(max_size=200))
@example(b'{"id":"\\udc00","text":"\\ud83d"}')
@example(b'{"id":"1","text":"\\udc00"}')
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    _reads_or_refuses(raw)


def _reads_or_refuses(raw: bytes) -> None:
    try:
        call = parse_call(raw, NOW)
    except BadCall as error:
        assert error.status in {400, 413, 422}
        assert error.message_fr and error.message_en
        return
    assert call.messages or call.events
    assert b"\\u0000" not in msgspec.json.encode(call)
    assert all(message.published.utcoffset() == timedelta(0) for message in call.messages)


def moment_far_from_here(seconds: int) -> str:
    """A date after 2000, written in the zone of somewhere five hours east."""
    start = datetime(2000, 1, 1, tzinfo=timezone(timedelta(hours=5)))
    return (start + timedelta(seconds=seconds)).isoformat()


good_messages = st.fixed_dictionaries(
    {
        "id": st.text(min_size=1, max_size=20, alphabet=st.characters(codec="utf-8", exclude_characters="\0")),
        "text": st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")),
        "published": st.integers(0, 800_000_000).map(moment_far_from_here),
    }
)


@given(st.lists(good_messages, min_size=1, max_size=8, unique_by=lambda message: message["id"]))
def test_what_is_well_formed_arrives_as_it_was_said(messages: list[dict[str, str]]) -> None:
    call = parsed({"messages": messages})
    assert [(m.id, m.text) for m in call.messages] == [(m["id"], m["text"]) for m in messages]
    assert [m.published for m in call.messages] == [datetime.fromisoformat(m["published"]) for m in messages]
