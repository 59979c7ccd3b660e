"""Reading settings that may hold anything: a form, an API call or a file wrote them."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

#: One wrong setting: its field, a French sentence, an English sentence.
Problem = tuple[str, str, str]


def text_setting(settings: Mapping[str, Any], name: str, default: str = "") -> str:
    """Return a setting as stripped text; ``default`` where it is absent, empty, or not text."""
    value = settings.get(name)
    return value.strip() if isinstance(value, str) and value.strip() else default


def flag_setting(settings: Mapping[str, Any], name: str) -> bool:
    """Tell whether a flag is set: only ``True`` itself is, so that no text can switch a guard off."""
    return settings.get(name) is True


def zone_setting(settings: Mapping[str, Any], name: str, default: str) -> ZoneInfo | None:
    """Return the time zone of a setting, ``None`` where no zone has that name."""
    try:
        return ZoneInfo(text_setting(settings, name, default))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def not_text(settings: Mapping[str, Any], *names: str) -> list[Problem]:
    """Return a problem for each named setting that is there and is not text."""
    return [
        (name, "Ce réglage doit être un texte.", "This setting must be a text.")
        for name in names
        if settings.get(name) is not None and not isinstance(settings[name], str)
    ]


def not_among(settings: Mapping[str, Any], name: str, choices: tuple[str, ...]) -> list[Problem]:
    """Return a problem if a setting is there and is none of its choices."""
    value = settings.get(name)
    if value in (None, "") or (isinstance(value, str) and value in choices):
        return []
    shown = ", ".join(choices)
    return [(name, f"Choisissez parmi : {shown}.", f"Choose among: {shown}.")]
