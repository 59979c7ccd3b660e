"""The settings of a mailbox: as people type them → as the client needs them, or what is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from palabre.connectors.shared.settings import Problem, not_among, not_text, text_setting
from palabre.core.model import Visibility

Security = Literal["tls", "starttls", "none"]

SECURITIES: tuple[Security, ...] = ("tls", "starttls", "none")
VISIBILITIES: tuple[Visibility, ...] = ("private", "public", "press")
MAX_DAYS = 36_500

_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]{2,45}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the mailbox is, how to open it, what to read of it. ``days`` is ``None`` for all that is there."""

    host: str
    port: int
    security: Security
    user: str
    password: str
    folder: str
    days: int | None
    visibility: Visibility


def read_settings(settings: Mapping[str, Any], secrets: Mapping[str, str]) -> Settings:
    """Return settings in which ``problems`` found nothing wrong."""
    security = cast(Security, text_setting(settings, "security", "tls"))
    days = settings.get("days", 30)
    return Settings(
        host=text_setting(settings, "host"),
        port=int(settings.get("port") or (993 if security == "tls" else 143)),
        security=security,
        user=text_setting(settings, "user"),
        password=secrets.get("password", ""),
        folder=text_setting(settings, "folder", "INBOX"),
        days=None if days in (None, "") else int(days),
        visibility=cast(Visibility, text_setting(settings, "visibility", "private")),
    )


def problems(settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[Problem]:
    """Return (field, French sentence, English sentence) for each setting that is wrong."""
    mistaken = not_text(settings, "host", "security", "user", "folder", "visibility")
    if mistaken:
        return mistaken
    return [
        *_server_problems(settings),
        *_account_problems(settings, secrets),
        *not_among(settings, "security", SECURITIES),
        *not_among(settings, "visibility", VISIBILITIES),
    ]


def _server_problems(settings: Mapping[str, Any]) -> Iterator[Problem]:
    host = text_setting(settings, "host")
    if not host:
        yield "host", "Donnez le serveur IMAP.", "Give the IMAP server."
    elif not _HOST.fullmatch(host):
        yield (
            "host",
            "Donnez le nom du serveur seul, sans « https:// » ni port.",
            "Give the server’s name alone, without “https://” or port.",
        )
    if not _is_whole(settings.get("port") or 1, 1, 65_535):
        yield "port", "Un port est un nombre de 1 à 65 535.", "A port is a number from 1 to 65,535."
    if settings.get("days", 0) not in (None, "") and not _is_whole(settings.get("days", 0), 0, MAX_DAYS):
        yield "days", "Donnez un nombre de jours, 0 ou plus.", "Give a number of days, 0 or more."


def _account_problems(settings: Mapping[str, Any], secrets: Mapping[str, str]) -> Iterator[Problem]:
    if not text_setting(settings, "user"):
        yield "user", "Donnez l’identifiant de la boîte.", "Give the mailbox’s user name."
    if not secrets.get("password"):
        yield "password", "Donnez le mot de passe.", "Give the password."
    given = {"user": settings.get("user"), "folder": settings.get("folder"), "password": secrets.get("password")}
    for name, value in given.items():
        if _CONTROL.search(str(value or "")) or len(str(value or "")) > 1_000:
            yield (
                name,
                "Il y a ici un caractère invisible, ou trop de texte.",
                "This has an invisible character, or too much text.",
            )


def _is_whole(value: object, least: int, most: int) -> bool:
    text = str(value)
    return text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most
