"""A running worker, and deliveries to feed it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep
from typing import Any

import psycopg
import pytest

from house import House
from palabre.core.model import Author, Delivery, Event, Message
from palabre.pipeline.understand import understand
from palabre.pipeline.worker import Worker
from palabre.store import intake

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@dataclass
class Feeder:
    """A source that hands over messages."""

    url: str
    workspace: int
    source: int
    connection: psycopg.Connection[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.connection = psycopg.connect(self.url, autocommit=True)

    def say(self, *messages: Message, events: tuple[Event, ...] = ()) -> None:
        """Commit one delivery."""
        delivery = Delivery(messages=messages, events=events)
        intake.commit(self.connection, workspace=self.workspace, source=self.source, delivery=delivery)


def comment(number: int | str, text: str = "", author: str = "pat_du_lac", minutes: int = 0) -> Message:
    """Return an invented comment."""
    said = text or f"Commentaire numéro {number} sur la déviation"
    return Message(
        id=f"c{number}", text=said, published=NOW + timedelta(minutes=minutes), author=Author(author, author)
    )


@contextmanager
def working(url: str, **options: Any) -> Iterator[Worker]:
    """Run a worker in a thread."""
    worker = Worker(lambda: psycopg.connect(url, autocommit=True), **options)
    thread = threading.Thread(target=worker.run, name="worker")
    thread.start()
    try:
        yield worker
    finally:
        worker.stop.set()
        with suppress(psycopg.OperationalError), psycopg.connect(url, autocommit=True) as other:
            other.execute("NOTIFY intake")  # a worker that rests hears at once that it is to stop
        thread.join(10)
        assert not thread.is_alive()


def until(true: Callable[[], bool], patience: float = 15) -> None:
    """Wait until something holds; fail where it never does."""
    deadline = monotonic() + patience
    while not true():
        if monotonic() > deadline:
            raise AssertionError("It never came true.")
        sleep(0.01)


@pytest.fixture
def feeder(house: House, database: str) -> Iterator[Feeder]:
    """Give a moderated source of a workspace."""
    workspace = house.workspace()
    fed = Feeder(database, workspace, house.source(workspace))
    yield fed
    fed.connection.close()


def poisoned(lens: Any, messages: Any, ids: Any, origins: Any = ()) -> Any:
    """Understand as always, but for a text that breaks us."""
    if any("POISON" in message.text for message in messages):
        raise ZeroDivisionError("a detector met what it cannot bear")
    return understand(lens, messages, ids, origins)
