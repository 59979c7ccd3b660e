"""RSS and Atom, of every version, through feedparser → items. Pure."""

import io
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import feedparser

from palabre.connectors.feed.clean_xml import clean_xml, not_a_feed
from palabre.connectors.feed.item import Feed, Item
from palabre.connectors.shared.fitting import clip, count
from palabre.connectors.shared.web_address import link
from palabre.core.model import Attachment

#: Listed for one message; a podcast has one, a gallery some dozens.
_MOST_ATTACHMENTS = 20
#: What feedparser lets out on bytes that are no feed: its loose parser unpacks and indexes without looking.
_PARSER_SLIPS = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


def parse_xml_feed(text: str, address: str) -> Feed:
    """Read a feed. ``address`` resolves relative links. Raises ``SourceError``."""
    # No address is given: feedparser would make relative identifiers absolute, and a feed that moves would be
    # new from end to end. HTML is made into text by us: feedparser's own cleaning, slow on hostile input, is not
    # needed.
    try:
        found = feedparser.parse(
            io.BytesIO(clean_xml(text)),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except _PARSER_SLIPS as error:
        raise not_a_feed() from error
    if not found.get("version") and not found.entries:
        raise not_a_feed()
    channel = found.feed
    items = tuple(_item(entry, address) for entry in found.entries)
    return Feed(_text(channel, "title"), _text(channel, "language"), items)


def _item(entry: Mapping[str, Any], address: str) -> Item:
    contents = entry.get("content") or []
    bodies = [str(body.get("value") or "") for body in contents if isinstance(body, Mapping)]
    author = entry.get("author_detail") or {}
    return Item(
        id=_text(entry, "id"),
        title=_text(entry, "title"),
        text=max(bodies, key=len, default=""),
        summary=_text(entry, "summary"),
        link=link(_text(entry, "link"), address),
        author=_text(author, "name") or _text(entry, "author"),
        author_url=link(_text(author, "href")),
        published=_moment(_own(entry, "published_parsed")) or _moment(_own(entry, "updated_parsed")),
        reply_to=_reply(entry),
        attachments=_attachments(entry, address),
        raw=_raw(entry),
    )


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = _own(entry, name) if name in ("published", "updated") else entry.get(name)
    return value if isinstance(value, str) else ""


def _own(entry: Mapping[str, Any], name: str) -> Any:
    """Return a date of the entry as it is: feedparser would give the other one in its place, with a warning."""
    return dict.get(entry, name) if isinstance(entry, dict) else None


def _moment(parts: Any) -> datetime | None:
    """Return a date that feedparser read, in UTC."""
    if parts is None:
        return None
    try:
        return datetime.fromtimestamp(timegm(parts), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _reply(entry: Mapping[str, Any]) -> str:
    """Return what an entry answers (RFC 4685), by its identifier."""
    reply = entry.get("thr_in-reply-to") or entry.get("in-reply-to")
    return _text(reply, "ref") if isinstance(reply, Mapping) else ""


def _attachments(entry: Mapping[str, Any], address: str) -> tuple[Attachment, ...]:
    found = []
    for enclosure in (entry.get("enclosures") or [])[:_MOST_ATTACHMENTS]:
        url = link(_text(enclosure, "href"), address)
        if url:
            name = url.partition("?")[0].rstrip("/").rpartition("/")[2] or url
            kind = clip(_text(enclosure, "type"), 300)
            found.append(Attachment(clip(name, 300), kind, count(_text(enclosure, "length")), url))
    return tuple(found)


def _raw(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what the message does not hold: the HTML as it came, the dates as written, the categories."""
    tags = [str(tag.get("term") or "")[:200] for tag in (entry.get("tags") or [])[:50] if isinstance(tag, Mapping)]
    raw: dict[str, Any] = {
        name: clip(_text(entry, name), 4_000) for name in ("id", "link", "summary", "published", "updated")
    }
    raw["tags"] = [clip(tag, 200) for tag in tags]
    return {name: value for name, value in raw.items() if value}
