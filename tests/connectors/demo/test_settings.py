"""What a person may ask for, and how they are told what is wrong."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from palabre.connectors import demo
from palabre.connectors.demo import CONNECTOR
from palabre.connectors.demo.manifest import MANIFEST
from palabre.connectors.demo.parse import moment, play, speed
from palabre.demo import DEFAULT_SPEED, load_demo


@pytest.mark.parametrize(
    "settings",
    [
        {"part": "site"},
        {"part": "live", "speed": 1},
        {"part": "page", "speed": "12,5", "start": "2026-03-17T00:00+01:00"},
        {"part": "press", "speed": "", "start": ""},
    ],
)
def test_settings_that_are_right(settings: dict[str, Any]) -> None:
    assert CONNECTOR.problems(settings, {}) == []


@pytest.mark.parametrize(
    ("settings", "wrong"),
    [
        ({}, ["part"]),
        ({"part": "radio"}, ["part"]),
        ({"part": "site", "speed": 0}, ["speed"]),
        ({"part": "site", "speed": "-3"}, ["speed"]),
        ({"part": "site", "speed": "vite"}, ["speed"]),
        ({"part": "site", "speed": float("inf")}, ["speed"]),
        ({"part": "site", "speed": "nan"}, ["speed"]),
        ({"part": "site", "start": "demain"}, ["start"]),
        ({"part": "site", "start": "2026-03-17T00:00"}, ["start"]),
        ({"part": 3, "speed": [], "start": 5}, ["part", "speed", "start"]),
    ],
)
def test_settings_that_are_wrong_are_told_in_both_languages(settings: dict[str, Any], wrong: list[str]) -> None:
    found = CONNECTOR.problems(settings, {})
    assert [field for field, _, _ in found] == wrong
    assert all(french and english and french != english for _, french, english in found)


def test_a_speed_may_be_written_the_french_way_and_has_a_default() -> None:
    assert speed({"speed": "12,5"}) == 12.5
    assert speed({}) == DEFAULT_SPEED


def test_the_cursor_tells_where_and_since_when() -> None:
    now = moment("2026-03-18T12:00+00:00")
    cursor = {"position": 12, "start": "2026-01-01T00:00:00+00:00"}
    what = play({"part": "site", "start": "2026-03-17T00:00+00:00"}, cursor, now)
    assert (what.position, what.start) == (12, datetime.fromisoformat("2026-01-01T00:00:00+00:00"))
    assert play({"part": "site"}, {}, now).start == now - timedelta(hours=36)


def test_the_parts_offered_are_the_sources_of_the_demo() -> None:
    part = next(field for field in MANIFEST.fields if field.name == "part")
    assert part.choices == tuple(source.part for source in load_demo().sources)


@pytest.mark.parametrize("page", ["doc.fr.md", "doc.en.md"])
def test_every_setting_is_documented(page: str) -> None:
    text = (Path(demo.__file__).parent / page).read_text("utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == {field.name for field in MANIFEST.fields}
    assert f"({DEFAULT_SPEED:.0f} " in text
