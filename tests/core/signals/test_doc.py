"""The reference page names everything that the detectors can say, in the same words."""

import re
from pathlib import Path

from palabre.core.charter.propose import POINTS
from palabre.core.signals import names, reasons
from palabre.core.signals.context import REMAINS

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "reference" / "signals.md").read_text("utf-8")
PRIORITY = (DOCS / "explanation" / "priority.md").read_text("utf-8")


def rows(columns: int) -> dict[str, list[str]]:
    lines = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| `")]
    return {cells[0].strip("`"): cells[1:] for cells in lines if len(cells) == columns}


def test_every_signal_has_its_row_and_its_chapter() -> None:
    for name, said in names().items():
        assert rows(4)[name][:2] == list(said)
        assert f"### `{name}`" in PAGE


def test_every_reason_stands_in_both_languages() -> None:
    written = rows(3)
    for why, said in reasons().items():
        assert written[why] == list(said), why
    assert set(written) - set(REMAINS) == set(reasons())


def test_every_context_says_what_remains() -> None:
    written = rows(3)
    assert {name: float(written[name][0]) for name in REMAINS} == REMAINS


def test_every_signal_says_where_it_fails() -> None:
    chapters = re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]
    assert all("\nFails on: *" in chapter for chapter in chapters)


def test_the_points_are_explained_for_every_signal() -> None:
    told = set(re.findall(r"`(\w+)`", PRIORITY))
    assert set(POINTS) - {"flood"} <= told
