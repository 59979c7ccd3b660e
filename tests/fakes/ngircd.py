"""A real IRC server, Debian's ngircd, on a port of its own, with its files in a test's folder."""

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

BINARY = shutil.which("ngircd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
MISSING = "ngircd is not installed here (Debian: apt-get install ngircd)"

#: MaxPenaltyTime 0 takes away the brake that lets one person say two lines a second.
_CONFIGURATION = """\
[Global]
Name = irc.palabre.example
Info = A server for tests
Listen = 127.0.0.1
Ports = {port}
MotdPhrase = Bonjour
{identity}
[Limits]
MaxConnections = 0
MaxConnectionsIP = 0
MaxJoins = 0
MaxPenaltyTime = 0
PingTimeout = 60
PongTimeout = 20
[Options]
DNS = no
Ident = no
PAM = no
"""


@dataclass
class Ngircd:
    """A running server. ``stop`` and ``start`` may be called again, on the same port."""

    port: int
    configuration: Path
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start, and wait until it answers."""
        assert BINARY, MISSING
        self.process = await asyncio.create_subprocess_exec(
            BINARY,
            "-n",
            "-f",
            str(self.configuration),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(20):
            while not await _answers(self.port):
                await asyncio.sleep(0.02)

    async def stop(self) -> None:
        """Kill it, as a machine that loses its power does."""
        if self.process and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()


class Speaker:
    """A person who joins channels and speaks, over a plain connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def enter(cls, port: int, nick: str, *channels: str) -> "Speaker":
        """Connect as ``nick`` and join; returns once the server says so."""
        speaker = cls(*await asyncio.open_connection("127.0.0.1", port))
        await speaker.send(f"NICK {nick}", f"USER {nick} 0 * :{nick}")
        await speaker._until(" 001 ")
        for channel in channels:
            await speaker.send(f"JOIN {channel}")
            await speaker._until(" 366 ")
        return speaker

    async def send(self, *lines: str) -> None:
        """Send lines as they are."""
        self._writer.write("".join(f"{line}\r\n" for line in lines).encode())
        await self._writer.drain()

    async def say(self, channel: str, text: str) -> None:
        """Say something in a channel."""
        await self.send(f"PRIVMSG {channel} :{text}")

    async def leave(self) -> None:
        """Hang up."""
        self._writer.close()
        await self._writer.wait_closed()

    async def _until(self, mark: str) -> None:
        async with asyncio.timeout(20):
            while mark not in (line := (await self._reader.readline()).decode()):
                if line.startswith("PING"):
                    await self.send(line.strip().replace("PING", "PONG"))


@asynccontextmanager
async def ngircd(folder: Path) -> AsyncIterator[Ngircd]:
    """Run a server whose files are in ``folder``."""
    port = _free_port()
    identity = "ServerUID = irc\nServerGID = irc" if os.geteuid() == 0 else ""
    configuration = folder / "ngircd.conf"
    configuration.write_text(_CONFIGURATION.format(port=port, identity=identity))
    server = Ngircd(port, configuration)
    try:
        await server.start()
        yield server
    finally:
        await server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _answers(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    await writer.wait_closed()
    return True
