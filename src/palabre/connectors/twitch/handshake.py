"""The first words of a connection to IRC: what to answer to each line until the channels are joined. Pure.

States: ``greeting`` → (001) ``joining`` → (every channel joined or refused) ``settled``. Twitch's tags are asked
for at once; on other servers, those of IRCv3 that the server offers are.
"""

from dataclasses import dataclass, field

from palabre.connectors.contract import SourceError
from palabre.connectors.shared.sentences import excerpt, reject, source_error
from palabre.connectors.twitch.irc import Line, command
from palabre.connectors.twitch.settings import Settings
from palabre.core.model import Reject

_TWITCH_CAPS = "twitch.tv/tags twitch.tv/commands"
_IRCV3_CAPS = ("message-tags", "server-time")

#: Names tried in turn when one is taken, where none was chosen.
_MAX_NAMES = 5

#: Numerics of RFC 2812 §5.2 (and 477 of several servers) that refuse a channel.
_CHANNEL_REFUSED = frozenset({"403", "405", "407", "437", "471", "473", "474", "475", "476", "477"})

#: Twitch says these by a NOTICE before the welcome; 464 and 465 are RFC 2812's password and ban.
_LOGIN_REFUSED = ("login authentication failed", "improperly formatted auth", "login unsuccessful", "invalid nick")
_SERVER_REFUSED = frozenset({"464", "465"})

#: Twitch's ``msg-id`` of a NOTICE in a channel that cannot be read.
_CHANNEL_CLOSED = frozenset({"msg_channel_suspended", "msg_banned", "tos_ban", "msg_room_not_found"})


@dataclass
class Handshake:
    """Follows one connection. ``nick`` numbers come from ``number``, so that chance is passed in."""

    settings: Settings
    number: int
    welcomed: bool = False
    joined: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    _asked: int = 1
    _names: int = 0
    _ended: bool = False

    @property
    def nick(self) -> str:
        """The name under which the chat is read: the account, or one that Twitch lets read without a password."""
        if self.settings.login:
            return self.settings.login
        number = 10_000 + (self.number + self._names) % 80_000
        return f"justinfan{number}" if self.settings.is_twitch else f"plbr{number}"

    @property
    def missing(self) -> list[str]:
        """Channels neither joined nor refused so far."""
        return [name for name in self.settings.channels if name not in self.joined and name not in self.refused]

    def opening(self) -> list[bytes]:
        """Return the lines that open a connection."""
        token = self.settings.token
        secret = f"oauth:{token.removeprefix('oauth:')}" if self.settings.is_twitch else token
        return [
            command("CAP LS 302"),
            command("CAP REQ", f":{_TWITCH_CAPS}"),
            *([command("PASS", secret)] if token else []),
            command("NICK", self.nick),
            command("USER palabre 0 * :Palabre"),
        ]

    def answer(self, line: Line) -> list[bytes]:
        """Take note of a line and return what to send back. Raises ``SourceError`` where reading is refused."""
        if line.command == "CAP":
            return self._capabilities(line)
        if line.command == "433" and not self.welcomed:
            return self._another_name()
        if line.command in _SERVER_REFUSED or (line.command == "NOTICE" and not self.welcomed):
            self._check_login(line)
        self.welcomed |= line.command == "001"
        self._note_channel(line)
        return []

    def rejects(self) -> list[Reject]:
        """Return one reject for each channel that is not read, with what the server said of it."""
        return [_not_read(name, self.refused.get(name, "")) for name in (*self.refused, *self.missing)]

    def _capabilities(self, line: Line) -> list[bytes]:
        replies = []
        if line.param(1) == "LS":
            offered = {name.partition("=")[0] for name in line.params[-1].split()}
            wanted = [name for name in _IRCV3_CAPS if name in offered]
            if wanted and not self.settings.is_twitch:
                self._asked += 1
                replies.append(command("CAP REQ", f":{' '.join(wanted)}"))
        elif line.param(1) in ("ACK", "NAK"):
            self._asked -= 1
        if self._asked <= 0 and not self._ended:
            self._ended = True
            replies.append(command("CAP END"))
        return replies

    def _another_name(self) -> list[bytes]:
        self._names += 1
        if self.settings.login or self._names > _MAX_NAMES:
            raise source_error(
                "refused",
                f"Le nom « {self.nick} » est déjà pris sur ce serveur.",
                f"The name “{self.nick}” is already taken on this server.",
            )
        return [command("NICK", self.nick)]

    def _check_login(self, line: Line) -> None:
        said = line.params[-1] if line.params else ""
        if line.command in _SERVER_REFUSED or said.lower().startswith(_LOGIN_REFUSED):
            raise _login_refused(said)

    def _note_channel(self, line: Line) -> None:
        if line.command == "JOIN" and line.nick.lower() == self.nick.lower():
            self.joined.add(line.param(0).lower())
        elif line.command == "366":
            self.joined.add(line.param(1).lower())
        elif line.command in _CHANNEL_REFUSED:
            self._refuse(line.param(1), line)
        elif line.command == "NOTICE" and line.tags.get("msg-id") in _CHANNEL_CLOSED:
            self._refuse(line.param(0), line)

    def _refuse(self, channel: str, line: Line) -> None:
        name = channel.lower()
        if name in self.settings.channels:
            self.joined.discard(name)
            self.refused[name] = excerpt(line.params[-1])


def _login_refused(said: str) -> SourceError:
    return source_error(
        "refused",
        f"Le serveur refuse ce compte : vérifiez le nom et le jeton. Il répond : « {excerpt(said)} ».",
        f"The server refuses this account: check the name and the token. It answers: “{excerpt(said)}”.",
    )


def _not_read(channel: str, said: str) -> Reject:
    french = f"Le serveur répond : « {said} »." if said else "Vérifiez le nom de la chaîne."
    english = f"The server answers: “{said}”." if said else "Check the channel’s name."
    return reject(channel, f"{channel} n’est pas lue. {french}", f"{channel} is not read. {english}")
