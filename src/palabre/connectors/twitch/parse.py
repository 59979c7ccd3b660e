"""What a line of chat says: a message, something that happened to messages, or nothing to keep. Pure.

Twitch's tags are documented at dev.twitch.tv/docs/chat/irc; a plain IRC server has none, and what they would
say is made from the line itself.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from palabre.connectors.shared.identity import as_key, stable_id
from palabre.connectors.shared.sentences import reject, storable
from palabre.connectors.twitch.emotes import parse_badges, parse_emotes
from palabre.connectors.twitch.irc import Line, parse_line
from palabre.connectors.twitch.lines import TooLong
from palabre.core.model import Author, Event, Message, Reject

Said = Message | Event | Reject

#: Details of events, stable words: the whole chat emptied, an author silenced for a time, or for good.
CHAT_CLEARED, TIMED_OUT, BANNED = "chat_cleared", "timed_out", "banned"

_ACTION_START, _ACTION_END = "\x01ACTION ", "\x01"

#: 2001-09-09 and 2286-11-20: what a number of milliseconds since 1970 must be between to be believed.
_MILLISECONDS = range(10**12, 10**13)


class ChatReader:
    """Reads the lines of one source. It counts them: two equal lines of a server without ids stay two."""

    def __init__(self, *, is_twitch: bool) -> None:
        self._is_twitch = is_twitch
        self._sequence = 0

    def read(self, line: Line, now: datetime) -> Said | None:
        """Return what a parsed line says, or ``None``. ``now`` dates what carries no date."""
        handler = _HANDLERS.get(line.command)
        return handler(self, line, now) if handler else None

    def _message(self, line: Line, now: datetime) -> Said | None:
        channel, text = storable(line.param(0)), line.param(1)
        if not channel.startswith("#") or not text:
            return None
        author = self._author(line)
        if author is None:
            return reject(channel, "Une ligne sans auteur.", "A line without an author.", str(line))
        published = _moment(line.tags, now)
        text = storable(_spoken(text))
        return Message(
            id=self._id(line, channel, published, text),
            text=text,
            published=published,
            kind="chat",
            author=author,
            url=self._page(channel[1:]),
            site="twitch.tv" if self._is_twitch else "",
            thread=channel[:500],
            parent=as_key(line.tags["reply-parent-msg-id"]) if line.tags.get("reply-parent-msg-id") else "",
            place=channel[:500],
            network="twitch" if self._is_twitch else "irc",
            first=line.tags.get("first-msg") == "1",
            ours="broadcaster" in parse_badges(line.tags.get("badges", "")),
            raw=_raw(line),
        )

    def _id(self, line: Line, channel: str, published: datetime, text: str) -> str:
        self._sequence += 1
        given = line.tags.get("id") or line.tags.get("msgid")
        if given:
            return as_key(given)
        return stable_id(channel, line.nick, published.isoformat(), text, str(self._sequence))

    def _author(self, line: Line) -> Author | None:
        login = line.tags.get("login") or line.nick
        key = line.tags.get("user-id") or login.lower()
        if not key:
            return None
        name = storable(line.tags.get("display-name") or login)[:300]
        return Author(key=as_key(key), name=name, url=self._page(login))

    def _page(self, name: str) -> str:
        return f"https://www.twitch.tv/{name.lower()}" if self._is_twitch and _plain(name) else ""

    def _deleted(self, line: Line, now: datetime) -> Said:
        target = line.tags.get("target-msg-id")
        if not target:
            return reject(line.param(0), "Une suppression sans cible.", "A deletion without a target.", str(line))
        return Event(kind="delete", target=as_key(target), at=_moment(line.tags, now))

    def _cleared(self, line: Line, now: datetime) -> Said | None:
        channel, name = line.param(0), line.param(1)
        at = _moment(line.tags, now)
        if not channel:
            return None
        if not name:
            return Event(kind="delete", target=as_key(channel), at=at, detail=CHAT_CLEARED)
        seconds = line.tags.get("ban-duration", "")
        detail = f"{TIMED_OUT} {seconds[:12]}" if seconds else BANNED
        return Event(
            kind="ban", target=as_key(line.tags.get("target-user-id") or name.lower()), at=at, detail=detail
        )


_HANDLERS: dict[str, Callable[[ChatReader, Line, datetime], Said | None]] = {
    "PRIVMSG": ChatReader._message,
    "USERNOTICE": ChatReader._message,
    "CLEARMSG": ChatReader._deleted,
    "CLEARCHAT": ChatReader._cleared,
}


def decoded(line: bytes) -> Line | None:
    """Return the parts of a line of bytes; what is not UTF-8 in it becomes U+FFFD."""
    return parse_line(line.decode(errors="replace"))


def too_long(line: TooLong) -> Reject:
    """Return the reject that tells of a line skipped for its length."""
    return reject(
        "line",
        f"Une ligne de {line.length} octets a été sautée : aucune ligne de chat n’est aussi longue.",
        f"A line of {line.length} bytes was skipped: no line of chat is that long.",
        line.beginning.decode(errors="replace"),
    )


def _moment(tags: dict[str, str], now: datetime) -> datetime:
    """Return when a line was sent: Twitch's milliseconds, IRCv3's ``time``, else ``now``."""
    sent = tags.get("tmi-sent-ts", "")
    if sent.isascii() and sent.isdigit() and len(sent) == 13 and int(sent) in _MILLISECONDS:
        return datetime.fromtimestamp(int(sent) / 1000, UTC)
    try:
        told = datetime.fromisoformat(tags.get("time", ""))
        return told.astimezone(UTC) if told.tzinfo else now
    except (ValueError, OverflowError):
        return now


def _spoken(text: str) -> str:
    """Return the words of ``/me waves``, which travels as ``\\x01ACTION waves\\x01``."""
    if text.startswith(_ACTION_START):
        return text.removeprefix(_ACTION_START).removesuffix(_ACTION_END)
    return text


def _plain(name: str) -> bool:
    return name.isascii() and name.replace("_", "").isalnum()


def _raw(line: Line) -> dict[str, Any] | None:
    if not line.tags:
        return None
    raw: dict[str, Any] = {
        "command": line.command,
        "tags": {storable(k): storable(v) for k, v in line.tags.items()},
    }
    if line.tags.get("badges"):
        raw["badges"] = parse_badges(line.tags["badges"])
    if line.tags.get("emotes"):
        raw["emotes"] = parse_emotes(line.tags["emotes"])
    return raw
