"""The body of a feed → messages, oldest first. Pure: the time is passed in."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from palabre.connectors.feed.decoding import decode_body
from palabre.connectors.feed.item import Feed, Item
from palabre.connectors.feed.json_feed import parse_json_feed
from palabre.connectors.feed.xml_feed import parse_xml_feed
from palabre.connectors.shared.dates import UnreadableDate, in_utc
from palabre.connectors.shared.fitting import LONGEST_LEAD, LONGEST_TEXT, LONGEST_TITLE, clip
from palabre.connectors.shared.google_alerts import target_address
from palabre.connectors.shared.identity import as_key, stable_id
from palabre.connectors.shared.plain_text import plain_text
from palabre.connectors.shared.sentences import excerpt, reject, storable
from palabre.connectors.shared.web_address import origin
from palabre.core.model import Author, Kind, Message, Reject, Visibility

#: A clock may be fast, an article announced for tonight; further ahead, the date is a mistake.
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """How items become messages. ``now`` dates those that have no date."""

    kind: Kind
    visibility: Visibility
    now: datetime


def parse_feed(body: bytes, content_type: str, address: str) -> Feed:
    """Read the body of a feed that came from ``address``. Raises ``SourceError`` where it is none."""
    text = decode_body(body, content_type)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return parse_json_feed(text.lstrip("\ufeff"), address)
    return parse_xml_feed(text, address)


def messages_of(feed: Feed, reading: Reading) -> list[Message | Reject]:
    """Return a message an entry (the last of those with the same identifier), oldest first; rejects come first."""
    site, lang = clip(_plain(feed.title), 300), feed_language(feed.lang)
    found = [message_of(item, site, lang, reading, place) for place, item in enumerate(feed.items, 1)]
    rejects = [one for one in found if isinstance(one, Reject)]
    # A document puts the newest first: read backwards, entries of the same second keep their order in time.
    messages = {one.id: one for one in reversed(found) if isinstance(one, Message)}
    return [*rejects, *sorted(messages.values(), key=lambda message: message.published)]


def message_of(item: Item, site: str, lang: str, reading: Reading, place: int) -> Message | Reject:
    """Return the message of an entry, or a reject where it says nothing at all."""
    title = _plain(item.title)
    body, summary = _body(item.text, item.plain), _body(item.summary, item.plain)
    text = body or summary or title
    url = target_address(item.link)
    if url != item.link:  # an alert gathers the articles of many sites
        site = host_name(url)
    if not text:
        return reject(
            f"n° {place}", "Cet article n’a ni titre ni texte.", "This entry has neither title nor text.", url
        )
    if len(text) > LONGEST_TEXT:
        return reject(
            f"n° {place}", "Texte de plus d’un million de caractères.", "Text over a million characters.", url
        )
    return Message(
        id=_identifier(item, url, title, text),
        text=text,
        published=_published(item, reading.now),
        kind=reading.kind,
        visibility=reading.visibility,
        author=_author(item, host_name(url) or site),
        title=clip(title, LONGEST_TITLE),
        lead=clip(summary, LONGEST_LEAD) if body and summary != body else "",
        url=url,
        site=site,
        parent=as_key(storable(item.reply_to)) if item.reply_to else "",
        network="web",
        lang=lang,
        attachments=item.attachments,
        raw=dict(item.raw),
    )


def feed_language(told: str) -> str:
    """Return the language that a feed tells (``fr-FR`` → ``fr``), empty where it tells none."""
    word = told.strip().replace("_", "-").partition("-")[0].lower()
    return word if word.isascii() and word.isalpha() and 2 <= len(word) <= 3 else ""


def host_name(address: str) -> str:
    """Return the host of an address, as people name a site: ``www.`` left out."""
    return clip(origin(address).partition("://")[2].partition(":")[0].removeprefix("www."), 300)


def _identifier(item: Item, url: str, title: str, text: str) -> str:
    """Return the entry's own identifier, else its address, else one made of what it says."""
    told = storable(item.id.strip())
    if told:
        return as_key(told)
    return as_key(url) if url else stable_id(title, text)


def _published(item: Item, now: datetime) -> datetime:
    if item.published is None:
        return now
    try:
        moment = in_utc(item.published, UTC)
    except UnreadableDate:
        return now
    return moment if moment <= now + _AHEAD else now


def _author(item: Item, where: str) -> Author | None:
    """Names are only known within a site: the same first name on two sites is two people."""
    name = clip(_plain(item.author), 300)
    if not name:
        return None
    return Author(key=as_key(item.author_url or f"{where}/{name}"), name=name, url=item.author_url)


def _plain(html: str) -> str:
    return excerpt(plain_text(html), LONGEST_TITLE)


def _body(text: str, plain: bool) -> str:
    return storable(text.strip() if plain else plain_text(text))
