"""Queries and messages as the lines of ``palabre match``. Pure: bytes in, what can be asked or what is wrong out.

Identifiers are any JSON text or number, and are handed back exactly as they were written.
"""

from datetime import UTC, datetime

import msgspec

from palabre.cli.message_lines import MOST_BYTES, MOST_TEXT, WrongLine
from palabre.core.model import Author, Message
from palabre.core.query import Said
from palabre.core.query.facts import Facts, Known, Values
from palabre.core.text import Tokens, fold, tokenize

_MOST_ID = 500


class QueryLine(msgspec.Struct, frozen=True, gc=False):
    """One line of the file of queries. Others call it by its name, or by its identifier."""

    id: msgspec.Raw
    query: str
    dialect: str | None = None
    name: str | None = None

    @property
    def called(self) -> str:
        """What ``@query:…`` and ``topic:…`` call it."""
        return self.name or bytes(self.id).decode().strip('"')


class MessageLine(msgspec.Struct, frozen=True, gc=False):
    """One line of messages. Anything else that it holds is left aside."""

    id: msgspec.Raw
    text: str
    title: str | None = None
    lead: str | None = None
    url: str | None = None
    site: str | None = None
    author: str | None = None
    author_name: str | None = None
    followers: int | float | None = None
    network: str | None = None
    source: str | None = None
    kind: str | None = None
    lang: str | None = None
    country: str | None = None
    published: str | int | float | None = None
    parent: str | int | None = None
    thread: str | int | None = None
    engagement: int | float | None = None
    reach: int | float | None = None
    visibility: str | None = None
    hashtags: list[str] | None = None
    mentions: list[str] | None = None


_query = msgspec.json.Decoder(QueryLine).decode
_message = msgspec.json.Decoder(MessageLine).decode


def read_query(data: bytes) -> QueryLine:
    """Return the query of a line. Raises ``WrongLine``."""
    try:
        line = _query(_bounded(data))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise WrongLine(_mended(error, '{"id": …, "query": "…"}')) from None
    _check_id(line.id)
    return line


def read_message(data: bytes) -> MessageLine:
    """Return the message of a line. Raises ``WrongLine``."""
    try:
        line = _message(_bounded(data))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise WrongLine(_mended(error, '{"id": …, "text": "…"}')) from None
    if len(line.text) > MOST_TEXT:
        raise WrongLine(f'"text" has {len(line.text)} characters: cut it to {MOST_TEXT}.')
    _check_id(line.id)
    if line.published is not None:
        _seconds(line.published)
    return line


def _bounded(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise WrongLine(f"it is longer than {MOST_BYTES} bytes: cut the text.")
    return data.removeprefix(b"\xef\xbb\xbf")


def _mended(error: Exception, wanted: str) -> str:
    return f"{error}: write one object a line, {wanted}."


def _check_id(given: msgspec.Raw) -> None:
    """Only a text or a number can be an identifier; its own writing is kept."""
    written = bytes(given)
    if written[:1] not in b'"-0123456789' or written == b'""':
        raise WrongLine('"id" must be a text or a number.')
    if len(written) > _MOST_ID * 6:  # a character is six bytes at most: \u00e9
        raise WrongLine(f'"id" is longer than {_MOST_ID} characters: give a shorter one.')


def marks(line: MessageLine, text: Tokens) -> str:
    """Return the hashtags and mentions that a network lists beside the text, where the text does not say them."""
    if not line.hashtags and not line.mentions:
        return ""
    said = {form.fold for form in text.forms if form.kind in ("hashtag", "mention")}
    listed = [f"#{name.lstrip('#')}" for name in line.hashtags or ()]
    listed += [f"@{name.lstrip('@')}" for name in line.mentions or ()]
    return "\n".join([mark for mark in listed if not said.issuperset(tokenize(mark).folds)])


def parts(line: MessageLine, text: Tokens) -> tuple[Tokens | None, Tokens | None]:
    """Return the title and the lead. What is listed beside the text stands after the lead, apart."""
    listed = marks(line, text)
    lead = tokenize(f"{line.lead or ''}\n\n{listed}") if line.lead or listed else None
    return tokenize(line.title) if line.title else None, lead


def said_in(line: MessageLine) -> Said:
    """Return what a message says, arranged to be asked."""
    text = tokenize(line.text)
    return Said(text, *parts(line, text), LineFacts(line, text))


class LineFacts(Facts):
    """The facts of a line, worked out when a query first asks for one."""

    __slots__ = ("_line", "_text")

    def __init__(self, line: MessageLine, text: Tokens) -> None:
        self._line: MessageLine | None = line
        self._text = text

    def get(self, name: str) -> Values | None:
        """Return the values of a field, ``None`` when the message lacks it."""
        if self._line is not None:
            super().__init__(_lacking(self._line), _known(self._line, self._text))
            self._line = None
        return super().get(name)


def _known(line: MessageLine, text: Tokens) -> Known:
    handle = (line.author or "").removeprefix("@")
    author = Author(handle, line.author_name or "", followers=_whole(line.followers))
    message = Message(
        id=bytes(line.id).decode(),
        text=line.text,
        published=datetime.fromtimestamp(_seconds(line.published or 0), UTC),
        kind=fold(line.kind or ""),  # type: ignore[arg-type]  # other houses have other kinds
        visibility=fold(line.visibility or ""),  # type: ignore[arg-type]
        author=author if handle or line.author_name or line.followers is not None else None,
        title=line.title or "",
        lead=line.lead or "",
        url=line.url or "",
        site=line.site or "",
        thread=_written(line.thread),
        parent=_written(line.parent),
        network=line.network or "",
        lang=line.lang or "",
        country=line.country or "",
        engagement=_whole(line.engagement),
        reach=_whole(line.reach),
    )
    return Known(message, source=(line.source,) if line.source else None, text=text)


def _lacking(line: MessageLine) -> dict[str, Values | None]:
    """Return the facts that the line does not tell, where a message always has them."""
    lacking = {name for name in ("kind", "visibility") if not getattr(line, name)}
    lacking |= {"published", "hour"} if line.published is None else set()
    return dict.fromkeys((*lacking, "first_message"))


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _written(value: str | int | None) -> str:
    return "" if value is None else str(value)


def _seconds(published: str | float) -> float:
    """Return a time in seconds since 1970; without a zone it is in UTC. Raises ``WrongLine``."""
    try:
        if not isinstance(published, str):
            return datetime.fromtimestamp(published, UTC).timestamp()
        moment = datetime.fromisoformat(published.strip())
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, OSError):
        raise WrongLine(
            f'"published" is no time ({str(published)[:40]!r}): write it as 2026-11-20T18:15:00Z.'
        ) from None
