"""What docs/explanation/demo.md says is so."""

import re
from datetime import datetime
from pathlib import Path

from palabre.core.model import Message
from palabre.demo import DEFAULT_SPEED, OPENING, Demo
from palabre.demo.pace import LONGEST_SILENCE

PAGE = (Path(__file__).parents[2] / "docs/explanation/demo.md").read_text("utf-8")


def test_moments_are_where_the_page_says(demo: Demo, start: datetime) -> None:
    rows = re.findall(r"^\| (\d+) \| .+ \| `([a-z0-9-]+)` \|$", PAGE, re.MULTILINE)
    told = {thing.id: thing.published for _, _, thing in demo.timeline(start) if isinstance(thing, Message)}
    minutes = [(round((told[key] - start - OPENING).total_seconds() / 60), key) for _, key in rows]
    assert minutes == [(int(minute), key) for minute, key in rows]
    assert len(rows) > 10


def test_figures_are_those_of_the_content(demo: Demo) -> None:
    messages, people = (int(found) for found in re.findall(r"More than (\d+) messages by more than (\d+)", PAGE)[0])
    said = {step.line.id for step in demo.steps if step.person}
    assert messages < len(said) < messages + 100
    assert people < len(demo.people) < people + 50
    assert f"played {DEFAULT_SPEED:.0f} times faster" in PAGE
    assert f"more than {LONGEST_SILENCE.seconds} seconds" in PAGE


def test_every_part_and_whether_it_is_moderated_is_told(demo: Demo) -> None:
    rows = dict(re.findall(r"^\| .+ \| `(\w+)` \| (.+) \|$", PAGE, re.MULTILINE))
    assert {part: told == "yes" for part, told in rows.items()} == {
        source.part: source.moderated for source in demo.sources
    }
