"""The settings of a chat source: as people type them → as the client needs them, or what is wrong."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from palabre.connectors.shared.settings import Problem, not_among, not_text, text_setting

Transport = Literal["tls", "tcp", "websocket_tls", "websocket"]

TWITCH_HOST, TWITCH_WEBSOCKET_HOST = "irc.chat.twitch.tv", "irc-ws.chat.twitch.tv"
PORTS: dict[Transport, int] = {"tls": 6697, "tcp": 6667, "websocket_tls": 443, "websocket": 80}
MAX_CHANNELS = 100

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.|m\.)?twitch\.tv/([^/?#\s]+)[^\s]*", re.IGNORECASE)
_TWITCH_NAME = re.compile(r"[a-z0-9_]{1,25}")
#: RFC 2812 §1.3, with the length that servers have in fact.
_IRC_NAME = re.compile(r"[^\s,:\x00-\x20\x7f]{1,50}")
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9a-fA-F:]{2,45}")
_WORD = re.compile(r"[\x21-\x7e]{1,200}")
_NICK = re.compile(r"[A-Za-z0-9_\[\]\\`^{}|-]{1,50}")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to connect, as whom, and what to read. ``channels`` have their ``#`` and are in lower case."""

    channels: tuple[str, ...]
    host: str
    port: int
    transport: Transport
    login: str
    token: str

    @property
    def is_twitch(self) -> bool:
        """Whether the server is Twitch's own, whose people and channels have pages."""
        return is_twitch(self.host)

    @property
    def encrypted(self) -> bool:
        """Whether the link is under TLS."""
        return self.transport in ("tls", "websocket_tls")


def is_twitch(host: str) -> bool:
    """Tell whether a server is one of Twitch's."""
    return f".{host.lower()}".endswith(".twitch.tv")


def read_settings(settings: Mapping[str, Any], secrets: Mapping[str, str]) -> Settings:
    """Return settings in which ``problems`` found nothing wrong."""
    transport = cast(Transport, text_setting(settings, "transport", "tls"))
    host = text_setting(settings, "host", TWITCH_HOST)
    if host.lower() == TWITCH_HOST and transport.startswith("websocket"):
        host = TWITCH_WEBSOCKET_HOST
    return Settings(
        channels=tuple(dict.fromkeys(f"#{name}" for name in _names(settings))),
        host=host,
        port=int(settings.get("port") or PORTS[transport]),
        transport=transport,
        login=text_setting(settings, "login"),
        token=str(secrets.get("token") or "").strip(),
    )


def problems(settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[Problem]:
    """Return (field, French sentence, English sentence) for each setting that is wrong."""
    mistaken = not_text(settings, "host", "login", "transport")
    if mistaken:
        return mistaken
    return [*_channel_problems(settings), *_account_problems(settings, secrets), *_server_problems(settings)]


def _names(settings: Mapping[str, Any]) -> list[str]:
    """Return channel names without ``#``, from names, ``#names``, ``@names`` and addresses of channels."""
    given = settings.get("channels") or ()
    listed = [str(line) for line in given] if isinstance(given, list | tuple) else []
    lines = given.splitlines() if isinstance(given, str) else listed
    return [_name(line.strip()) for line in lines if line.strip()]


def _name(line: str) -> str:
    address = _ADDRESS.fullmatch(line)
    name = address[1] if address else line
    return (name[1:] if name[0] in "#@" else name).lower()


def _channel_problems(settings: Mapping[str, Any]) -> Iterator[Problem]:
    names = _names(settings)
    if not names:
        yield "channels", "Donnez au moins une chaîne.", "Give at least one channel."
    if len(names) > MAX_CHANNELS:
        yield (
            "channels",
            f"Une source lit au plus {MAX_CHANNELS} chaînes : ajoutez une autre source pour les suivantes.",
            f"A source reads at most {MAX_CHANNELS} channels: add another source for the others.",
        )
    form = _TWITCH_NAME if is_twitch(text_setting(settings, "host", TWITCH_HOST)) else _IRC_NAME
    for name in [name for name in names if not form.fullmatch(name)][:5]:
        shown = name[:60]
        yield "channels", f"« {shown} » n’est pas un nom de chaîne.", f"“{shown}” is not a channel’s name."


def _account_problems(settings: Mapping[str, Any], secrets: Mapping[str, str]) -> Iterator[Problem]:
    login, token = text_setting(settings, "login"), str(secrets.get("token") or "").strip()
    if login and not _NICK.fullmatch(login):
        yield "login", "Ce n’est pas un nom de compte.", "This is not an account name."
    if token and not _WORD.fullmatch(token):
        yield "token", "Un jeton ne contient ni espace ni accent.", "A token has no space and no accent."
    if token and not login:
        yield (
            "login",
            "Donnez le compte auquel ce jeton appartient.",
            "Give the account that this token belongs to.",
        )


def _server_problems(settings: Mapping[str, Any]) -> Iterator[Problem]:
    yield from not_among(settings, "transport", tuple(PORTS))
    host = text_setting(settings, "host", TWITCH_HOST)
    if not _HOST.fullmatch(host):
        yield (
            "host",
            "Donnez le nom du serveur seul, sans « https:// » ni port.",
            "Give the server’s name alone, without “https://” or port.",
        )
    port = str(settings.get("port") or "1")
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and 1 <= int(port) <= 65_535):
        yield "port", "Un port est un nombre de 1 à 65 535.", "A port is a number from 1 to 65,535."
