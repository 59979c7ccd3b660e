"""The face of chat among connectors."""

import asyncio
import random
import ssl
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from typing import Any

from palabre.connectors.contract import Check, Job, Manifest, SourceError
from palabre.connectors.shared.sentences import excerpt, in_language
from palabre.connectors.twitch.inbox import Inbox
from palabre.connectors.twitch.links import MakeTls
from palabre.connectors.twitch.listening import Listening, Means
from palabre.connectors.twitch.manifest import MANIFEST
from palabre.connectors.twitch.pace import Pace
from palabre.connectors.twitch.settings import problems, read_settings
from palabre.core.model import Delivery, Message, Reject

#: Seconds of a test of the connection: for each step of connecting, for first words once joined, in all.
PATIENCE, LISTENED, TESTED = 2.5, 2.0, 9.5

#: Channels that a test joins, and lines that it shows.
TRIED, SHOWN = 10, 5


class TwitchConnector:
    """Reads chat as it is said. What was said while nobody listened cannot be read again: it is told as a gap."""

    manifest: Manifest = MANIFEST

    def __init__(
        self,
        pace: Pace | None = None,
        chance: Callable[[], float] = random.random,
        make_tls: MakeTls = ssl.create_default_context,
    ) -> None:
        self._means = Means(pace or Pace(), chance, make_tls)

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> list[tuple[str, str, str]]:
        """Return what is wrong with the channels, the account or the server."""
        return problems(settings, secrets)

    async def check(self, job: Job) -> Check:
        """Connect, join, and listen for a moment."""
        wrong = self.problems(job.settings, job.secrets)
        if wrong:
            return Check(False, wrong[0][1], wrong[0][2])
        pace = self._means.pace
        quick = replace(pace, tries=1, connect=min(pace.connect, PATIENCE), join=min(pace.join, PATIENCE))
        few = list(read_settings(job.settings, job.secrets).channels[:TRIED])
        trial = replace(job, cursor={}, settings={**job.settings, "channels": few})
        try:
            heard = await _heard(self._collect(trial, replace(self._means, pace=quick)))
        except SourceError as error:
            return Check(False, in_language(str(error), "fr"), in_language(str(error), "en"))
        return _good(heard)

    async def collect(self, job: Job) -> AsyncGenerator[Delivery, None]:
        """Yield what is said until cancelled; the cursor is the time up to which nothing is missing."""
        async with aclosing(self._collect(job, self._means)) as deliveries:
            async for delivery in deliveries:
                yield delivery

    async def _collect(self, job: Job, means: Means) -> AsyncGenerator[Delivery, None]:
        inbox = Inbox(means.pace)
        settings = read_settings(job.settings, job.secrets)
        listening = Listening(settings, inbox, job.now, means, _seen(job.cursor))
        task = asyncio.create_task(listening.run(), name=f"chat of source {job.source}")
        try:
            while True:
                yield await inbox.take()
        finally:
            task.cancel()
            await asyncio.wait([task])


def _seen(cursor: Mapping[str, Any]) -> datetime | None:
    """Return the time of the cursor; one that cannot be read is as none."""
    try:
        seen = datetime.fromisoformat(str(cursor.get("seen", "")))
    except ValueError:
        return None
    return seen if seen.tzinfo else None


async def _heard(deliveries: AsyncGenerator[Delivery, None]) -> Delivery:
    """Return what comes until the channels have been joined and listened to for a moment, as one delivery."""
    messages: list[Message] = []
    rejects: list[Reject] = []
    cursor: Mapping[str, Any] | None = None
    async with aclosing(deliveries):
        try:
            async with asyncio.timeout(TESTED) as limit:
                async for one in deliveries:
                    messages += one.messages
                    rejects += one.rejects
                    if one.cursor and not cursor:
                        cursor = one.cursor
                        limit.reschedule(asyncio.get_running_loop().time() + LISTENED)
                    if len(messages) >= SHOWN:
                        break
        except TimeoutError:
            pass
    return Delivery(messages=tuple(messages), rejects=tuple(rejects), cursor=cursor)


def _good(heard: Delivery) -> Check:
    sample = tuple(
        excerpt(f"{message.place} {message.author.name if message.author else ''} : {message.text}", 140)
        for message in heard.messages[:SHOWN]
    )
    if not heard.cursor:
        return Check(False, "Le serveur n’a pas répondu à temps.", "The server did not answer in time.")
    if heard.rejects:
        error = heard.rejects[0].error
        return Check(True, in_language(error, "fr"), in_language(error, "en"), sample)
    if not sample:
        return Check(
            True, "Connecté. Personne n’a parlé pendant l’essai.", "Connected. Nobody spoke during the test."
        )
    return Check(True, "Connecté : voici ce qui se dit.", "Connected: here is what is being said.", sample)


CONNECTOR = TwitchConnector()
