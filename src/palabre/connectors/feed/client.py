"""The I/O of the feed connector: asks for the feed only if it changed, hands over what is new."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import blake2b
from typing import Any

from palabre.connectors.contract import Check, Job, Manifest, SourceError
from palabre.connectors.feed.article import ArticleReader
from palabre.connectors.feed.decoding import decode_body
from palabre.connectors.feed.discovery import announced_feeds
from palabre.connectors.feed.manifest import MANIFEST
from palabre.connectors.feed.memory import Memory, paced
from palabre.connectors.feed.pace import FASTEST
from palabre.connectors.feed.parse import Reading, messages_of, parse_feed
from palabre.connectors.feed.settings import address_of, kind_of, problems, visibility_of
from palabre.connectors.shared.fetching import Answer, Bounds, Fetcher, user_agent
from palabre.connectors.shared.google_alerts import is_alerts_feed
from palabre.connectors.shared.robots_cache import RobotsCache
from palabre.connectors.shared.sentences import excerpt, in_language
from palabre.connectors.shared.settings import Problem, flag_setting, text_setting
from palabre.core.model import Delivery, Message, Reject

#: A feed, and what a person who tests the connection waits for at most.
FEED_BOUNDS = Bounds(bytes=10_000_000, seconds=30.0, redirects=5)
CHECK_BOUNDS = replace(FEED_BOUNDS, seconds=9.0)

#: Messages in a delivery; fewer where each needs a page to be read, so that little is done again after a kill.
_MOST_MESSAGES, _MOST_ARTICLES = 500, 10

#: Pages read in one go; the rest of a long feed is for the next time, ten minutes later.
ARTICLES_A_RUN = 60

_ACCEPT = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"


@dataclass(frozen=True, slots=True)
class FeedConnector:
    """Reads a feed again and again. ``fetcher`` makes the client of a job, ``pause`` is between two pages."""

    manifest: Manifest = MANIFEST
    fetcher: Callable[[Job], Fetcher] = field(default=lambda job: fetcher_of(job))
    pause: float = 1.0

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[Problem]:
        """Return (field, French sentence, English sentence) for each setting that is wrong."""
        return problems(settings)

    async def check(self, job: Job) -> Check:
        """Read the feed once. A page that announces feeds is refused, and the first one is offered in ``found``."""
        run = _Run(self, job, CHECK_BOUNDS)
        try:
            async with asyncio.timeout(CHECK_BOUNDS.seconds):
                answer = await run.answer(address_of(job.settings), {})
                answer.raise_for_status(job.now())
                return await _checked(answer, job)
        except SourceError as error:
            said = str(error)
            return Check(False, in_language(said, "fr"), in_language(said, "en"))
        except TimeoutError:
            return Check(False, "Pas de réponse en neuf secondes.", "No answer within nine seconds.")

    async def collect(self, job: Job) -> AsyncIterator[Delivery]:
        """Yield new and edited entries, oldest first, then a cursor with ``next_in``. Raises ``SourceError``."""
        run = _Run(self, job, FEED_BOUNDS)
        memory = Memory.of(job.cursor, address_of(job.settings))
        answer = await run.answer(memory.address, memory.conditions())
        if answer.status in (404, 410) and memory.address != memory.told:
            # It moved to a place that is no more: the address that the person gave is tried next time.
            yield Delivery(cursor=Memory(memory.told, memory.told, seen=memory.seen).cursor(FASTEST))
        answer.raise_for_status(job.now())
        memory = replace(memory, address=answer.moved_to or memory.address, robots=run.robots.saved())
        body = blake2b(answer.body, digest_size=16).hexdigest()
        if answer.status == 304 or body == memory.body:
            yield run.unchanged(memory)
            return
        async for delivery in run.deliveries(memory, answer, body):
            yield delivery


def fetcher_of(job: Job) -> Fetcher:
    """Return the client that a job's settings ask for."""
    contact = user_agent(text_setting(job.settings, "contact"))
    return Fetcher(contact, allow_private=flag_setting(job.settings, "allow_private"))


class _Run:
    """One reading of a feed."""

    def __init__(self, connector: FeedConnector, job: Job, bounds: Bounds) -> None:
        self._job = job
        self._bounds = bounds
        self._fetcher = connector.fetcher(job)
        self.robots = RobotsCache(self._fetcher, job.now, job.cursor.get("robots"))
        self._articles = ArticleReader(self._fetcher, self.robots, connector.pause)

    async def answer(self, address: str, conditions: Mapping[str, str]) -> Answer:
        """Ask for the feed. A Google Alerts feed was made for the person who added it: it is no robot's prey."""
        permit = None if is_alerts_feed(address) else self.robots.require
        return await self._fetcher.get(address, {"Accept": _ACCEPT, **conditions}, self._bounds, permit)

    def unchanged(self, memory: Memory) -> Delivery:
        """Return the delivery of a feed where nothing moved: a cursor with a longer interval."""
        interval = paced(memory, [])
        return Delivery(cursor=replace(memory, interval=interval).cursor(interval))

    async def deliveries(self, memory: Memory, answer: Answer, body: str) -> AsyncIterator[Delivery]:
        """Yield what is new in a document, then remember the document itself."""
        found = await asyncio.to_thread(_read, answer, self._job)
        messages = [one for one in found if isinstance(one, Message)]
        rejects = tuple(one for one in found if isinstance(one, Reject))
        fresh = [message for message in messages if memory.is_new(message)]
        interval = paced(memory, messages)
        whole = bool(flag_setting(self._job.settings, "articles"))
        step, most = (_MOST_ARTICLES, ARTICLES_A_RUN) if whole else (_MOST_MESSAGES, len(fresh))
        for start in range(0, min(len(fresh), most), step):
            chunk = fresh[start : min(start + step, most)]
            memory = memory.remembering(chunk)
            texts = [await self._articles.complete(message) for message in chunk] if whole else chunk
            memory = replace(memory, robots=self.robots.saved())
            yield Delivery(messages=tuple(texts), rejects=rejects, cursor=memory.cursor(FASTEST))
            rejects = ()
        if len(fresh) > most:
            return
        memory = replace(
            memory.remembering(messages),
            etag=answer.headers.get("etag", "")[:500],
            modified=answer.headers.get("last-modified", "")[:100],
            body=body,
            interval=interval,
        )
        yield Delivery(rejects=rejects, cursor=memory.cursor(interval))


def _read(answer: Answer, job: Job) -> list[Message | Reject]:
    feed = parse_feed(answer.body, answer.headers.get("content-type", ""), answer.address)
    return messages_of(feed, _reading(job.settings, job.now()))


def _reading(settings: Mapping[str, Any], now: datetime) -> Reading:
    return Reading(kind_of(settings), visibility_of(settings), now)


async def _checked(answer: Answer, job: Job) -> Check:
    """Return what a person who tests the connection is told."""
    try:
        found = await asyncio.to_thread(_read, answer, job)
    except SourceError as error:
        page = decode_body(answer.body, answer.headers.get("content-type", ""))
        feeds = announced_feeds(page, answer.address)
        if not feeds:
            raise error
        return Check(
            False,
            f"Cette page annonce un flux : {feeds[0]}. Utilisez cette adresse.",
            f"This page announces a feed: {feeds[0]}. Use this address.",
            found={"address": feeds[0]},
        )
    messages = [one for one in found if isinstance(one, Message)]
    sample = tuple(excerpt(message.title or message.text, 120) for message in reversed(messages[-5:]))
    return Check(True, f"Flux lu : {len(messages)} messages.", f"Feed read: {len(messages)} messages.", sample)
