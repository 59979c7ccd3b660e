"""A web server that publishes feeds, and a way to run the connector on them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from fakes import nginx as fake
from palabre.connectors.contract import Job
from palabre.connectors.feed import FeedConnector
from palabre.core.model import Delivery

NOW = datetime(2026, 3, 12, 20, 0, tzinfo=UTC)

FIXTURES = Path(__file__).parents[3] / "src/palabre/connectors/feed/fixtures"

#: What the server answers where a file is not enough.
LOCATIONS = """
location /gone { return 410; }
location /busy-seconds { add_header Retry-After 120 always; return 503; }
location /busy-date { add_header Retry-After "Thu, 12 Mar 2026 20:10:00 GMT" always; return 503; }
location /failing { return 503; }
location /too-fast { add_header Retry-After 900 always; return 429; }
location /moved.xml { return 301 /press.xml; }
location /elsewhere.xml { return 302 /press.xml; }
location /private/ { }
location /no-etag/ { etag off; if_modified_since off; add_header Last-Modified ""; }
location /latin { default_type "application/rss+xml; charset=iso-8859-1"; }
location /slow/ { limit_rate 500; }
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[fake.Nginx]:
    if fake.BINARY is None:
        pytest.skip(fake.MISSING)
    with fake.nginx(tmp_path / "nginx", LOCATIONS) as running:
        for fixture in FIXTURES.iterdir():
            running.put(f"{fixture.name.partition('.')[0]}{fixture.suffix}", fixture.read_bytes())
        yield running


Run = Callable[..., Any]


@pytest.fixture
def connector() -> FeedConnector:
    return FeedConnector(pause=0)


def job(address: str, cursor: Mapping[str, Any] | None = None, now: datetime = NOW, **settings: object) -> Job:
    """Return a run on a loopback address, which only tests may read."""
    whole = {"address": address, "allow_private": True, **settings}
    return Job(source=1, settings=whole, secrets={}, cursor=cursor or {}, now=lambda: now)


async def collected(connector: FeedConnector, run: Job) -> list[Delivery]:
    """Return all deliveries of a run."""
    return [delivery async for delivery in connector.collect(run)]


async def read(connector: FeedConnector, run: Job) -> tuple[list[str], dict[str, Any]]:
    """Return the texts of a run, and the last cursor that it left."""
    found = await collected(connector, run)
    cursors = [delivery.cursor for delivery in found if delivery.cursor is not None]
    return [message.text for delivery in found for message in delivery.messages], dict(cursors[-1])


def rss(*items: str, title: str = "Le Phare") -> str:
    """Return an RSS document."""
    return f'<rss version="2.0"><channel><title>{title}</title>{"".join(items)}</channel></rss>'


def item(number: int, text: str = "", link: str = "") -> str:
    """Return an RSS item of a day in March."""
    said = text or f"Texte {number}"
    return (
        f"<item><guid>n{number}</guid><title>Titre {number}</title><description>{said}</description>"
        f"<link>{link or f'https://phare.example/{number}'}</link>"
        f"<pubDate>{number % 28 + 1:02d} Mar 2025 10:00:00 GMT</pubDate></item>"
    )
