"""JSON Feed (versions 1 and 1.1) → items. Pure."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from palabre.connectors.feed.clean_xml import MOST_ITEMS, not_a_feed
from palabre.connectors.feed.item import Feed, Item
from palabre.connectors.shared.dates import UnreadableDate, parse_date
from palabre.connectors.shared.fitting import clip, count
from palabre.connectors.shared.web_address import link
from palabre.core.model import Attachment

_MOST_ATTACHMENTS = 20


def parse_json_feed(text: str, address: str) -> Feed:
    """Read a feed. ``address`` resolves relative links. Raises ``SourceError``."""
    try:
        found = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        raise not_a_feed() from None
    if not isinstance(found, dict) or not isinstance(found.get("items"), list):
        raise not_a_feed()
    items = tuple(_item(item, address) for item in found["items"][:MOST_ITEMS] if isinstance(item, dict))
    return Feed(_text(found, "title"), _text(found, "language"), items)


def _item(entry: Mapping[str, Any], address: str) -> Item:
    html = _text(entry, "content_html")
    author = _author(entry)
    return Item(
        id=_identifier(entry.get("id")),
        title=_text(entry, "title"),
        text=html or _text(entry, "content_text"),
        summary=_text(entry, "summary"),
        link=link(_text(entry, "url") or _text(entry, "external_url"), address),
        author=_text(author, "name"),
        author_url=link(_text(author, "url")),
        published=_moment(_text(entry, "date_published")) or _moment(_text(entry, "date_modified")),
        attachments=_attachments(entry, address),
        plain=not html,
        raw=_raw(entry),
    )


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _identifier(value: Any) -> str:
    """Version 1 allowed numbers, and asked to take them as text."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _author(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the first author: a list since version 1.1, an object before."""
    authors = entry.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else entry.get("author")
    return first if isinstance(first, dict) else {}


def _moment(text: str) -> datetime | None:
    try:
        return parse_date(text, UTC) if text else None
    except UnreadableDate:
        return None


def _attachments(entry: Mapping[str, Any], address: str) -> tuple[Attachment, ...]:
    listed = entry.get("attachments")
    found = []
    for one in listed[:_MOST_ATTACHMENTS] if isinstance(listed, list) else []:
        url = link(_text(one, "url"), address) if isinstance(one, dict) else ""
        if url:
            name = _text(one, "title") or url.partition("?")[0].rpartition("/")[2] or url
            kind = clip(_text(one, "mime_type"), 300)
            found.append(Attachment(clip(name, 300), kind, count(one.get("size_in_bytes")), url))
    return tuple(found)


def _raw(entry: Mapping[str, Any]) -> dict[str, Any]:
    names = ("id", "url", "external_url", "summary", "date_published", "date_modified")
    raw: dict[str, Any] = {name: clip(_identifier(entry.get(name)), 4_000) for name in names}
    tags = entry.get("tags")
    raw["tags"] = [clip(tag, 200) for tag in tags[:50] if isinstance(tag, str)] if isinstance(tags, list) else []
    return {name: value for name, value in raw.items() if value}
