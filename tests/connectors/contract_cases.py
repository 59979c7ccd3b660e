"""How to read a fixture of each connector, for the contract test: the one place to touch when a folder is added.

A case reads the bytes of a fixture as its connector would read what comes from outside, and gives all that was
made of it. ``refusals`` are the errors by which it may say, clearly, that nothing can be.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from palabre.connectors.contract import Job, SourceError
from palabre.core.model import Event, Message, Reject

FOLDER = Path(__file__).parents[2] / "src/palabre/connectors"
NOW = datetime(2026, 3, 15, 8, 0, tzinfo=UTC)

Made = list[Message | Event | Reject]


@dataclass(frozen=True)
class Case:
    """``read`` takes the name and the bytes of a fixture; ``fixtures`` tells that there must be some."""

    read: Callable[[str, bytes], Made]
    refusals: tuple[type[Exception], ...] = (SourceError,)
    fixtures: bool = True


def read_file(name: str, raw: bytes) -> Made:
    from palabre.connectors.file import CONNECTOR

    async def collected(uploads: Path) -> Made:
        job = Job(1, {"path": name}, {}, {}, lambda: NOW, uploads)
        deliveries = [delivery async for delivery in CONNECTOR.collect(job)]
        return [one for delivery in deliveries for one in (*delivery.messages, *delivery.rejects)]

    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(raw)
        return asyncio.run(collected(Path(folder)))


def read_feed(name: str, raw: bytes) -> Made:
    from palabre.connectors.feed.parse import Reading, messages_of, parse_feed

    feed = parse_feed(raw, "", "https://lagrandemare.example/feed")
    return list(messages_of(feed, Reading("article", "press", NOW)))


def read_mail(name: str, raw: bytes) -> Made:
    from palabre.connectors.mail.parse import parse_mail

    parsed = parse_mail(raw, NOW)
    return [*parsed.messages, *parsed.rejects]


def read_twitch(name: str, raw: bytes) -> Made:
    from palabre.connectors.twitch.lines import LineSplitter, TooLong
    from palabre.connectors.twitch.parse import ChatReader, decoded, too_long

    reader = ChatReader(is_twitch=True)
    made: Made = []
    for line in LineSplitter().feed(raw):
        parsed = None if isinstance(line, TooLong) else decoded(line)
        said = too_long(line) if isinstance(line, TooLong) else parsed and reader.read(parsed, NOW)
        made += [said] if said else []
    return made


def read_webhook(name: str, raw: bytes) -> Made:
    from palabre.connectors.webhook.parse import parse_call

    call = parse_call(raw, NOW)
    return [*call.messages, *call.events]


def read_nothing(name: str, raw: bytes) -> Made:
    """The demo reads nothing from outside."""
    return []


def case_of(key: str) -> Case:
    """Return the case of a connector; a connector without one fails the contract."""
    if key == "webhook":
        from palabre.connectors.webhook.errors import BadCall

        return Case(read_webhook, (BadCall,))
    return {
        "file": Case(read_file),
        "feed": Case(read_feed),
        "mail": Case(read_mail),
        "twitch": Case(read_twitch),
        "demo": Case(read_nothing, fixtures=False),
    }[key]
