"""The settings of a feed: which are wrong. Pure."""

from collections.abc import Mapping
from typing import Any, cast

from palabre.connectors.feed.manifest import KINDS, VISIBILITIES
from palabre.connectors.shared.settings import Problem, not_among, not_text, text_setting
from palabre.connectors.shared.web_address import link
from palabre.core.model import Kind, Visibility


def problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return (field, French sentence, English sentence) for each setting that is wrong."""
    found = not_text(settings, "address", "contact")
    found += not_among(settings, "kind", KINDS)
    found += not_among(settings, "visibility", VISIBILITIES)
    if not found and not address_of(settings):
        found.append(
            (
                "address",
                "Donnez une adresse complète, qui commence par https:// ou http://.",
                "Give a full address, beginning with https:// or http://.",
            )
        )
    return found + _wrong_flag(settings)


def address_of(settings: Mapping[str, Any]) -> str:
    """Return the address of the feed, empty where it is not one. ``feed://`` is read as ``https://``."""
    told = text_setting(settings, "address")
    if told.lower().startswith("feed://"):
        told = "https://" + told[len("feed://") :]
    return link(told)


def kind_of(settings: Mapping[str, Any]) -> Kind:
    """Return the kind of messages; "article" where none is told."""
    told = text_setting(settings, "kind")
    return cast(Kind, told) if told in KINDS else "article"


def visibility_of(settings: Mapping[str, Any]) -> Visibility:
    """Return where these messages were read; "press" where it is not told."""
    told = text_setting(settings, "visibility")
    return cast(Visibility, told) if told in VISIBILITIES else "press"


def _wrong_flag(settings: Mapping[str, Any]) -> list[Problem]:
    if isinstance(settings.get("articles"), bool | None):
        return []
    return [("articles", "Répondez par oui ou par non.", "Answer yes or no.")]
