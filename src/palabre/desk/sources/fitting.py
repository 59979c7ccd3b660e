"""Settings of a source, as people and programs give them, fitted to what its connector asks for. Pure.

Only the fields of the manifest pass: guards of the connectors that no form offers (reading any path of the disk)
cannot be switched on from outside.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from palabre.connectors.contract import Connector, Field, Manifest

#: A field and what is wrong with it, in both languages.
Problem = tuple[str, str, str]

_MOST_LINES = 1_000


@dataclass(frozen=True, slots=True)
class Fitted:
    """Settings and secrets of the right types, and what is wrong with them."""

    settings: Mapping[str, Any]
    secrets: Mapping[str, str]
    problems: tuple[Problem, ...] = field(default=())


def fit(
    connector: Connector, given: Mapping[str, Any], kept: Mapping[str, str] | None = None, *, strict: bool = False
) -> Fitted:
    """Return ``given`` (field → value) as settings and secrets, with every problem that was found.

    ``kept`` are the secrets that the source has: an absent or empty secret leaves the kept one. With ``strict``,
    a name that the connector does not know is a problem; a form never sends any.
    """
    manifest = connector.manifest
    problems: list[Problem] = list(_unknown(manifest, given)) if strict else []
    settings: dict[str, Any] = {}
    for asked in manifest.fields:
        if asked.kind == "secret":
            continue
        value, wrong = _value(asked, given.get(asked.name))
        problems += wrong
        if value is not None:
            settings[asked.name] = value
    secrets = _secrets(manifest, given, kept or {})
    if not problems:
        problems += connector.problems(settings, secrets)
        known = {name for name, _, _ in problems}
        problems += [one for one in _missing(manifest, settings, secrets) if one[0] not in known]
    return Fitted(settings, secrets, tuple(problems))


def _unknown(manifest: Manifest, given: Mapping[str, Any]) -> list[Problem]:
    names = {asked.name for asked in manifest.fields}
    good = ", ".join(sorted(names))
    return [
        (str(name)[:80], f"Réglage inconnu. Il y a : {good}.", f"Unknown setting. There are: {good}.")
        for name in given
        if name not in names
    ]


def _value(asked: Field, given: Any) -> tuple[Any, list[Problem]]:
    """Return the value of one setting (None: not given) and what is wrong with it."""
    if asked.kind == "flag":
        return (given in (True, "on", "true", "1", 1)), []
    if given is None or given == "":
        return None, []
    match asked.kind:
        case "number":
            return _number(asked, given)
        case "lines":
            return _lines(asked, given)
        case "mapping":
            return (given, []) if isinstance(given, Mapping) else (None, [_not(asked, "un objet", "an object")])
    if not isinstance(given, str):
        return None, [_not(asked, "un texte", "a text")]
    return given.strip(), []


def _number(asked: Field, given: Any) -> tuple[int | float | None, list[Problem]]:
    if isinstance(given, int | float) and not isinstance(given, bool):
        return given, []
    try:
        number = float(str(given).strip().replace(",", "."))
        return (int(number) if number.is_integer() else number), []
    except (ValueError, OverflowError):
        return None, [_not(asked, "un nombre", "a number")]


def _lines(asked: Field, given: Any) -> tuple[str | None, list[Problem]]:
    """Several values are kept as one text, a line each: what connectors read."""
    lines = given.splitlines() if isinstance(given, str) else given
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        return None, [_not(asked, "un texte, une valeur par ligne", "a text, one value a line")]
    kept = [line.strip() for line in lines if line.strip()][:_MOST_LINES]
    return "\n".join(kept), []


def _secrets(manifest: Manifest, given: Mapping[str, Any], kept: Mapping[str, str]) -> dict[str, str]:
    found = dict(kept)
    for asked in manifest.fields:
        value = given.get(asked.name)
        if asked.kind == "secret" and isinstance(value, str) and value.strip():
            found[asked.name] = value.strip()
    return found


def _missing(manifest: Manifest, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[Problem]:
    return [
        (asked.name, "Ce réglage est nécessaire.", "This setting is needed.")
        for asked in manifest.fields
        if asked.required and asked.kind != "flag" and not settings.get(asked.name) and not secrets.get(asked.name)
    ]


def _not(asked: Field, french: str, english: str) -> Problem:
    return (asked.name, f"Ce réglage doit être {french}.", f"This setting must be {english}.")
