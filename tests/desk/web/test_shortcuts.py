"""One table makes the keyboard, its help and its documentation; nothing is reached by the keyboard alone."""

import re
from pathlib import Path

from django.utils import translation

from palabre.desk.web.rooms import ROOMS
from palabre.desk.web.shortcuts import GROUPS, SHORTCUTS, documentation, keys_of

ROOT = Path(__file__).resolve().parents[3]
DESK = ROOT / "src" / "palabre" / "desk"


def test_no_two_acts_share_their_keys() -> None:
    keys = [shortcut.keys for shortcut in SHORTCUTS]
    assert len(keys) == len(set(keys))
    alone = {key for key in keys if " " not in key}
    assert not {key.split(" ")[0] for key in keys if " " in key} & alone, (
        "a sequence begins with a key that acts alone"
    )


def test_every_act_has_a_button() -> None:
    pages = "".join(path.read_text("utf-8") for path in DESK.glob("*/templates/**/*.html"))
    for shortcut in SHORTCUTS:
        if shortcut.group != "go":
            assert f'data-act="{shortcut.act}"' in pages, shortcut.act
    assert 'data-room="{{ entry.room.key }}"' in pages


def test_every_room_has_its_letter() -> None:
    assert len({room.letter for room in ROOMS}) == len(ROOMS)
    assert {f"go-{room.key}" for room in ROOMS} <= {shortcut.act for shortcut in SHORTCUTS}


def test_keys_can_be_changed_and_switched_off() -> None:
    assert keys_of({})["approve"] == "a"
    assert keys_of({"keys": {"approve": "p"}})["approve"] == "p"
    assert keys_of({"off": True, "keys": {"approve": "p"}}) == {"palette": "Control+k"}


def test_the_documentation_is_this_table() -> None:
    page = (ROOT / "docs" / "reference" / "shortcuts.md").read_text("utf-8")
    with translation.override("fr"):
        names = {shortcut.act: str(shortcut.name) for shortcut in SHORTCUTS}
    assert documentation(names) in page


def test_the_handler_reads_this_table_and_no_other() -> None:
    script = (DESK / "web" / "static" / "desk" / "js" / "keys.js").read_text("utf-8")
    assert 'import { keys } from "./words.js"' in script
    assert not re.search(r'key === "[a-z]"', script)


def test_every_group_has_a_name() -> None:
    assert {shortcut.group for shortcut in SHORTCUTS} == set(GROUPS)
