"""Remapping shortcuts: what a person typed becomes ``Person.shortcuts["keys"]``, or a problem to mend."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from palabre.desk.web.shortcuts import SHORTCUTS

#: One visible character, or a two-key sequence; with the control key only as ``Control+`` and one character.
_PRESS = re.compile(r"(?:Control\+)?\S")
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Remap:
    """A line of the form: an act, its usual keys, the keys that the person chose ('' for the usual ones)."""

    name: str
    label: str
    usual: str
    chosen: str


class ShortcutProblem(Exception):
    """Keys that cannot be; ``keys`` are all the choices as typed, to show them again."""

    def __init__(self, message: str, keys: dict[str, str]) -> None:
        super().__init__(message)
        self.message = message
        self.keys = keys


def actions_with_keys(preferences: Mapping[str, object]) -> list[Remap]:
    """Return the lines of the form for a person with these preferences (``Person.shortcuts``)."""
    stored = preferences.get("keys")
    chosen = stored if isinstance(stored, dict) else {}
    return [Remap(one.act, str(one.name), one.keys, str(chosen.get(one.act, ""))) for one in SHORTCUTS]


def read_keys(given: Mapping[str, str]) -> dict[str, str]:
    """Return act → keys for the fields ``key-<act>`` that differ from the usual. Raises ``ShortcutProblem``."""
    typed = {one.act: " ".join(given.get(f"key-{one.act}", "").split()) for one in SHORTCUTS}
    keys = {one.act: typed[one.act] for one in SHORTCUTS if typed[one.act] not in ("", one.keys)}
    for act, pressed in keys.items():
        if len(pressed) > _LONGEST or not _are_keys(pressed):
            raise ShortcutProblem(_wrong(act, pressed), keys)
    if clash := _clash(keys):
        raise ShortcutProblem(clash, keys)
    return keys


def _are_keys(pressed: str) -> bool:
    presses = pressed.split(" ")
    return len(presses) <= 2 and all(_PRESS.fullmatch(press) for press in presses)


def _clash(keys: Mapping[str, str]) -> str:
    """Return what is wrong where two acts share keys, or where keys begin another sequence; '' if nothing."""
    all_keys = {one.act: keys.get(one.act, one.keys) for one in SHORTCUTS}
    for pressed, times in Counter(all_keys.values()).items():
        if times > 1:
            return _("“%(keys)s” would do two things: %(acts)s.") % {
                "keys": pressed,
                "acts": ", ".join(_label(act) for act, used in all_keys.items() if used == pressed),
            }
    beginnings = {used.split(" ")[0] for used in all_keys.values() if " " in used}
    for act, used in all_keys.items():
        if used in beginnings:
            return _("“%(keys)s” (%(act)s) begins other shortcuts: choose another key.") % {
                "keys": used,
                "act": _label(act),
            }
    return ""


def _wrong(act: str, pressed: str) -> str:
    return _("“%(keys)s” is no key for “%(act)s”: type one character, or two with a space between.") % {
        "keys": pressed,
        "act": _label(act),
    }


def _label(act: str) -> str:
    return next(str(one.name) for one in SHORTCUTS if one.act == act)
