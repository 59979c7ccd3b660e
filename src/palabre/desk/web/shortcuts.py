"""The keyboard of the desk: one table for the handler, the help, the palette, the documentation and the tests.

A person may remap any of these or switch all off (``Person.shortcuts``: ``{"off": bool, "keys": {act: keys}}``).
``keys`` holds what is pressed, as ``KeyboardEvent.key`` says it; a space separates keys pressed in turn;
``Control+`` stands for the control key, or the command key of a Mac. Every act has a button that carries
``data-act``: pressing the key is pressing that button, so that nothing is reached by the keyboard alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from palabre.desk.web.rooms import ROOMS

Group = Literal["decide", "move", "see", "go"]

GROUPS: dict[Group, str | Promise] = {
    "decide": _("Decide"),
    "move": _("Move about"),
    "see": _("See"),
    "go": _("Go to a room"),
}


@dataclass(frozen=True, slots=True)
class Shortcut:
    """An act and the keys that do it. ``act`` is stable: it stands in people's preferences."""

    act: str
    keys: str
    name: str | Promise
    group: Group


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("approve", "a", _("Publish"), "decide"),
    Shortcut("remove", "r", _("Remove…"), "decide"),
    Shortcut("hold", "h", _("Put on hold"), "decide"),
    Shortcut("undo", "u", _("Undo"), "decide"),
    Shortcut("alike", "s", _("Decide on all similar messages…"), "decide"),
    Shortcut("next", "j", _("Next message"), "move"),
    Shortcut("previous", "k", _("Previous message"), "move"),
    Shortcut("open", "o", _("Open the message’s page"), "move"),
    Shortcut("fresh", "n", _("Show the new messages"), "move"),
    Shortcut("decided", "d", _("My last decisions"), "move"),
    Shortcut("why", "w", _("Open the priority into its sum"), "see"),
    Shortcut("filter", "f", _("Filter the queue"), "see"),
    Shortcut("reveal", "b", _("Blur or show the text"), "see"),
    Shortcut("focus-search", "/", _("Search in this room"), "see"),
    Shortcut("palette", "Control+k", _("Command palette"), "see"),
    Shortcut("help", "?", _("Keyboard shortcuts"), "see"),
    *(Shortcut(f"go-{room.key}", f"g {room.letter}", room.name, "go") for room in ROOMS),
)


def keys_of(preferences: Mapping[str, Any]) -> dict[str, str]:
    """Return the keys of each act for a person with these preferences; none where they switched them off.

    The palette keeps its key: it does what all the others do, by name, and needs a control key.
    """
    if preferences.get("off"):
        return {"palette": "Control+k"}
    chosen = preferences.get("keys", {})
    return {shortcut.act: chosen.get(shortcut.act, shortcut.keys) for shortcut in SHORTCUTS}


def documentation(names: Mapping[str, str]) -> str:
    """Return the table of docs/reference/shortcuts.md; ``names`` gives each act's name in the page's language."""
    rows = [f"| {_typed(s.keys)} | {names[s.act]} | `{s.act}` |" for s in SHORTCUTS]
    return "\n".join(["| Touches | Action | Nom |", "| --- | --- | --- |", *rows])


def _typed(keys: str) -> str:
    presses = [press.replace("Control+k", "Ctrl+K") for press in keys.split(" ")]
    return " ".join(f"<kbd>{press}</kbd>" for press in presses)
