"""A source's chat kept flowing into an inbox, connection after connection, with what was missed in between."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from palabre.connectors.contract import Clock
from palabre.connectors.shared.sentences import both, source_error
from palabre.connectors.twitch.handshake import Handshake
from palabre.connectors.twitch.inbox import Entry, Inbox
from palabre.connectors.twitch.links import LinkError, MakeTls, open_link
from palabre.connectors.twitch.pace import Pace, wait_before
from palabre.connectors.twitch.parse import ChatReader, Said
from palabre.connectors.twitch.session import ReconnectAsked, Session
from palabre.connectors.twitch.settings import Settings
from palabre.core.model import Gap

STOPPED = LinkError("temporary", "La lecture était arrêtée.", "Reading was stopped.")


@dataclass(frozen=True, slots=True)
class Means:
    """What the outside world gives: times, chance in 0..1, certificates to trust."""

    pace: Pace
    chance: Callable[[], float]
    make_tls: MakeTls


class Listening:
    """Reads for ever. ``seen`` is the last time at which nothing was missing: a gap starts there."""

    def __init__(self, settings: Settings, inbox: Inbox, now: Clock, means: Means, seen: datetime | None) -> None:
        self._settings, self._inbox, self._now, self._means = settings, inbox, now, means
        self._reader = ChatReader(is_twitch=settings.is_twitch)
        self._seen = seen
        self._cause = STOPPED
        self._settled_at: float | None = None
        self._noted = 0.0
        self._refused: frozenset[str] = frozenset()

    async def run(self) -> None:
        """Connect, read, and again after each break; ends the inbox by an error when a person must act."""
        try:
            await self._keep_reading()
        except Exception as error:  # told to whoever takes from the inbox, which is where it can be handled
            await self._inbox.fail(error)

    async def _keep_reading(self) -> None:
        failures = 0
        while True:
            try:
                await self._one_connection()
            except LinkError as error:
                self._cause = error
            lasted = self._lasted()
            failures = 0 if lasted is not None and lasted >= self._means.pace.steady else failures + 1
            self._give_up_if_hopeless(failures)
            if failures or not isinstance(self._cause, ReconnectAsked):
                await asyncio.sleep(wait_before(max(1, failures), self._means.chance(), self._means.pace))

    async def _one_connection(self) -> None:
        pace = self._means.pace
        self._settled_at = None
        link = await open_link(self._settings, self._means.make_tls, pace.connect)
        handshake = Handshake(self._settings, int(self._means.chance() * 80_000))
        try:
            await Session(link, handshake, self._reader, self._now, pace, self).run()
        finally:
            await link.close()

    def _lasted(self) -> float | None:
        """Return how long the last connection was settled, in seconds, or ``None`` if it never was."""
        return None if self._settled_at is None else asyncio.get_running_loop().time() - self._settled_at

    def _give_up_if_hopeless(self, failures: int) -> None:
        if self._cause.kind != "temporary" or failures >= self._means.pace.tries:
            raise source_error(self._cause.kind, self._cause.french, self._cause.english) from self._cause

    async def say(self, said: Said, now: datetime) -> None:
        """Hand over what was said."""
        await self._inbox.put(Entry(said, self._up_to(now)))

    async def alive(self, now: datetime) -> None:
        """Note from time to time that nothing is missing, in a chat where nothing is said."""
        if self._settled_at is None:
            return
        self._seen = now
        if asyncio.get_running_loop().time() - self._noted >= self._means.pace.beat:
            await self._inbox.put(Entry(None, self._up_to(now)))

    async def settled(self, handshake: Handshake, now: datetime) -> None:
        """Record what was missed, and tell once of the channels that cannot be read."""
        if not handshake.joined:
            raise _nothing_to_read(handshake)
        await self._tell_of_refused(handshake)
        gap = self._gap(now)
        self._settled_at = asyncio.get_running_loop().time()
        await self._inbox.put(Entry(gap, self._up_to(now)))

    async def _tell_of_refused(self, handshake: Handshake) -> None:
        refused = frozenset([*handshake.refused, *handshake.missing])
        for reject in handshake.rejects() if refused != self._refused else ():
            await self._inbox.put(Entry(reject, None))
        self._refused = refused

    def _gap(self, now: datetime) -> Gap | None:
        """Return the time between the last thing seen and now, or ``None`` where reading begins."""
        if self._seen is None or self._seen >= now:
            return None
        return Gap(self._seen, now, both(self._cause.french, self._cause.english)[:300])

    def _up_to(self, now: datetime) -> datetime | None:
        """Return ``now`` as a time up to which nothing is missing, if that is so."""
        if self._settled_at is None:
            return None
        self._seen = now
        self._noted = asyncio.get_running_loop().time()
        return now


def _nothing_to_read(handshake: Handshake) -> Exception:
    """Return why no channel at all was joined: all refused, a person must act; no answer, it may pass."""
    names = ", ".join(handshake.settings.channels)[:200]
    french = f"Aucune de ces chaînes n’existe ou ne se laisse lire : {names}."
    english = f"None of these channels exists or can be read: {names}."
    return LinkError("temporary" if handshake.missing else "gone", french, english)
