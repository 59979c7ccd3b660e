"""The settings of a file: which are wrong, and the mapping that a person confirmed. Pure."""

from collections.abc import Mapping
from typing import Any

from palabre.connectors.file.encodings import known_encoding
from palabre.connectors.file.header_names import TARGETS
from palabre.connectors.file.manifest import DEFAULT_ZONE, FORMATS, HEADERS, KINDS, ORDERS, VISIBILITIES
from palabre.connectors.shared.settings import Problem, not_among, not_text, text_setting, zone_setting

_CHOICES = {
    "format": FORMATS,
    "header": HEADERS,
    "kind": KINDS,
    "visibility": VISIBILITIES,
    "dates": ORDERS,
}


def problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return (field, French sentence, English sentence) for each setting that is wrong.

    A mapping may be missing: it is confirmed after the file was looked at.
    """
    found = not_text(settings, "path", "timezone", "encoding", "delimiter")
    if not text_setting(settings, "path") and settings.get("path") in (None, ""):
        found.append(("path", "Choisissez un fichier.", "Choose a file."))
    for name, choices in _CHOICES.items():
        found += not_among(settings, name, choices)
    return (
        found
        + _wrong_zone(settings)
        + _wrong_encoding(settings)
        + _wrong_delimiter(settings)
        + _wrong_mapping(settings)
    )


def stored_mapping(settings: Mapping[str, Any]) -> dict[str, str]:
    """Return the confirmed mapping: target → column, without the targets that were left empty."""
    mapping = settings.get("mapping")
    if not isinstance(mapping, Mapping):
        return {}
    return {
        target: column
        for target, column in mapping.items()
        if target in TARGETS and isinstance(column, str) and column
    }


def _wrong_zone(settings: Mapping[str, Any]) -> list[Problem]:
    if zone_setting(settings, "timezone", DEFAULT_ZONE) is not None:
        return []
    french = "Fuseau horaire inconnu : écrivez par exemple Europe/Paris."
    return [("timezone", french, "Unknown time zone: write Europe/Paris, for instance.")]


def _wrong_encoding(settings: Mapping[str, Any]) -> list[Problem]:
    told = text_setting(settings, "encoding")
    if not told or known_encoding(told):
        return []
    french = "Encodage inconnu : écrivez par exemple utf-8 ou cp1252, ou laissez vide."
    return [("encoding", french, "Unknown encoding: write utf-8 or cp1252, for instance, or leave it empty.")]


def _wrong_delimiter(settings: Mapping[str, Any]) -> list[Problem]:
    told = settings.get("delimiter")
    if not isinstance(told, str) or told in ("", "tab", "\\t") or (len(told) == 1 and told not in '"\r\n\0 '):
        return []
    french = "Le séparateur est un seul caractère, ou « tab »."
    return [("delimiter", french, "The delimiter is a single character, or “tab”.")]


def _wrong_mapping(settings: Mapping[str, Any]) -> list[Problem]:
    mapping = settings.get("mapping")
    if not mapping and not isinstance(mapping, bool | int):
        return []
    if not isinstance(mapping, Mapping):
        return [("mapping", "Les colonnes ne sont pas indiquées.", "The columns are not told.")]
    found: list[Problem] = []
    unknown = [str(target)[:40] for target in mapping if target not in TARGETS]
    if unknown:
        good = ", ".join(TARGETS)
        found.append(
            (
                "mapping",
                f"Champ inconnu : {unknown[0]}. Il y a : {good}.",
                f"Unknown field: {unknown[0]}. There are: {good}.",
            )
        )
    if "text" not in stored_mapping(settings):
        found.append(
            (
                "mapping",
                "Indiquez quelle colonne contient le texte des messages.",
                "Point out the column that holds the text of the messages.",
            )
        )
    return found
