"""One connection to a chat, from its first word to its end."""

import asyncio
from contextlib import suppress
from datetime import datetime
from typing import Protocol

from palabre.connectors.contract import Clock
from palabre.connectors.shared.sentences import excerpt
from palabre.connectors.twitch.handshake import Handshake
from palabre.connectors.twitch.irc import Line, command
from palabre.connectors.twitch.lines import LineSplitter, TooLong
from palabre.connectors.twitch.links import Link, LinkError
from palabre.connectors.twitch.pace import Pace
from palabre.connectors.twitch.parse import ChatReader, Said, decoded, too_long


class Listener(Protocol):
    """Who a session tells what it hears. ``now`` is when it was received."""

    async def say(self, said: Said, now: datetime) -> None:
        """Something was said, or happened to what was said."""
        ...

    async def settled(self, handshake: Handshake, now: datetime) -> None:
        """Every channel has answered, or has had time to: from now on nothing is missed."""
        ...

    async def alive(self, now: datetime) -> None:
        """The server spoke, to say nothing of interest but that it is there."""
        ...


class ReconnectAsked(LinkError):
    """The server is about to restart and asks its clients to come back: no fault, no need to wait."""

    def __init__(self) -> None:
        super().__init__(
            "temporary", "Le serveur a demandé de se reconnecter.", "The server asked for a new connection."
        )


class Session:
    """Reads one connection, and tells ``listener``."""

    def __init__(
        self, link: Link, handshake: Handshake, reader: ChatReader, now: Clock, pace: Pace, listener: Listener
    ) -> None:
        self._link, self._handshake, self._reader = link, handshake, reader
        self._now, self._pace, self._listener = now, pace, listener
        self._settled = False
        self._deadline = 0.0

    async def run(self) -> None:
        """Read until the link ends, by ``LinkError``, or the server refuses, by ``SourceError``."""
        joining: asyncio.Task[None] | None = None
        splitter = LineSplitter()
        self._deadline = _time() + self._pace.connect
        try:
            await self._send(self._handshake.opening())
            while True:
                for line in splitter.feed(await self._heard()):
                    await self._take(line)
                if self._handshake.welcomed and joining is None:
                    joining = self._start_joining()
                await self._settle_if_due()
        finally:
            if joining:
                joining.cancel()
                await asyncio.wait([joining])

    async def _heard(self) -> bytes:
        """Return the next bytes; after a silence, ask the server whether it is there."""
        patience = self._pace.silence if self._settled else max(0.0, self._deadline - _time())
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                return await self._link.read()
        if not self._settled:
            return b""
        await self._send([command("PING :palabre")])
        try:
            async with asyncio.timeout(self._pace.answer):
                return await self._link.read()
        except TimeoutError:
            raise LinkError("temporary", "Le serveur ne répond plus.", "The server no longer answers.") from None

    async def _take(self, received: bytes | TooLong) -> None:
        now = self._now()
        if isinstance(received, TooLong):
            await self._listener.say(too_long(received), now)
            return
        line = decoded(received)
        if line is None:
            return
        said = self._reader.read(line, now)
        if said is not None:
            await self._listener.say(said, now)
        else:
            await self._obey(line)
            await self._listener.alive(now)

    async def _obey(self, line: Line) -> None:
        """Answer what is said to us rather than to the chat."""
        if line.command == "PING":
            await self._send([command("PONG", f":{line.params[-1] if line.params else ''}")])
        elif line.command == "RECONNECT":
            raise ReconnectAsked
        elif line.command == "ERROR":
            said = excerpt(line.params[-1] if line.params else "")
            raise LinkError(
                "temporary", f"Le serveur a mis fin à la connexion : {said}", f"The server ended it: {said}"
            )
        else:
            await self._send(self._handshake.answer(line))

    def _start_joining(self) -> asyncio.Task[None]:
        channels = self._handshake.settings.channels
        groups = [channels[at : at + self._pace.joins] for at in range(0, len(channels), self._pace.joins)]
        self._deadline = _time() + self._pace.join + self._pace.between_joins * (len(groups) - 1)
        return asyncio.create_task(self._join(groups))

    async def _join(self, groups: list[tuple[str, ...]]) -> None:
        """Ask for the channels, no faster than Twitch allows. A broken link is told by the one who reads."""
        with suppress(LinkError):
            for index, group in enumerate(groups):
                await asyncio.sleep(self._pace.between_joins if index else 0)
                await self._send([command("JOIN", channel) for channel in group])

    async def _settle_if_due(self) -> None:
        """Call the connection settled when every channel has answered, or has had time to."""
        if self._settled:
            return
        late = _time() >= self._deadline
        if late and not self._handshake.welcomed:
            raise LinkError("temporary", "Le serveur n’a pas souhaité la bienvenue.", "The server gave no welcome.")
        if self._handshake.welcomed and (late or not self._handshake.missing):
            self._settled = True
            await self._listener.settled(self._handshake, self._now())

    async def _send(self, lines: list[bytes]) -> None:
        for line in lines:
            await self._link.write(line)


def _time() -> float:
    return asyncio.get_running_loop().time()
