"""The text of an article out of its page, where its site lets us read it."""

import asyncio
from dataclasses import dataclass

import msgspec
import trafilatura

from palabre.connectors.contract import SourceError
from palabre.connectors.feed.decoding import decode_body
from palabre.connectors.shared.fetching import Bounds, Fetcher
from palabre.connectors.shared.fitting import LONGEST_LEAD, LONGEST_TEXT, clip
from palabre.connectors.shared.robots_cache import RobotsCache
from palabre.connectors.shared.sentences import both
from palabre.core.model import Message

#: A page and how long it may take; extraction is in proportion to the page.
PAGE_BOUNDS = Bounds(bytes=3_000_000, seconds=15.0, redirects=5)
_EXTRACTION_SECONDS = 10.0

#: Tags in a page; beyond, the extraction would be too slow to be worth it.
_MOST_TAGS = 40_000

#: A shorter extract is a cookie banner or "subscribe to read on", not an article.
_SHORTEST = 200


@dataclass(frozen=True, slots=True)
class ArticleReader:
    """Reads the pages of articles, one at a time, ``pause`` seconds apart out of politeness."""

    fetcher: Fetcher
    robots: RobotsCache
    pause: float = 1.0

    async def complete(self, message: Message) -> Message:
        """Return the message with the whole text of its page; what the feed said becomes its lead.

        Where the page cannot be read the message is returned as the feed gave it, and ``raw["article"]`` says why.
        """
        if not message.url:
            return message
        try:
            text = await self._text(message.url)
        except SourceError as error:
            return _noted(message, str(error))
        finally:
            await asyncio.sleep(self.pause)
        if len(text) < _SHORTEST or len(text) <= len(message.text):
            return _noted(message, both("Pas de texte plus long dans la page.", "No longer text in the page."))
        return msgspec.structs.replace(message, text=text, lead=message.lead or clip(message.text, LONGEST_LEAD))

    async def _text(self, address: str) -> str:
        answer = await self.fetcher.get(address, {"Accept": "text/html"}, PAGE_BOUNDS, self.robots.require)
        if answer.status != 200 or "html" not in answer.headers.get("content-type", "html"):
            return ""
        page = decode_body(answer.body, answer.headers.get("content-type", ""))
        try:
            return await asyncio.wait_for(asyncio.to_thread(extract_text, page), _EXTRACTION_SECONDS)
        except TimeoutError:
            return ""


def extract_text(page: str) -> str:
    """Return the main text of a page, empty where there is none. Pure."""
    if page.count("<") > _MOST_TAGS:
        return ""
    try:
        found = trafilatura.extract(page.replace("\0", ""), include_comments=False, include_tables=False, fast=True)
    except (RecursionError, AttributeError, TypeError):
        # A page can be broken in more ways than the extractor foresees: the feed's own summary is then kept.
        return ""
    return clip(found or "", LONGEST_TEXT)


def _noted(message: Message, why: str) -> Message:
    return msgspec.structs.replace(message, raw={**(message.raw or {}), "article": why})
