"""A way to run the file connector on a file of the test's own."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from palabre.connectors.contract import Job
from palabre.connectors.file import CONNECTOR
from palabre.core.model import Delivery, Message, Reject

NOW = datetime(2026, 3, 15, 8, 0, tzinfo=UTC)
FIXTURES = Path(__file__).parents[3] / "src/palabre/connectors/file/fixtures"


@dataclass
class Import:
    """What a run gave."""

    deliveries: list[Delivery] = field(default_factory=list)

    @property
    def messages(self) -> list[Message]:
        return [message for delivery in self.deliveries for message in delivery.messages]

    @property
    def texts(self) -> list[str]:
        return [message.text for message in self.messages]

    @property
    def rejects(self) -> list[Reject]:
        return [reject for delivery in self.deliveries for reject in delivery.rejects]

    @property
    def cursor(self) -> Mapping[str, Any]:
        cursors = [delivery.cursor for delivery in self.deliveries if delivery.cursor is not None]
        return cursors[-1] if cursors else {}


@dataclass
class Folder:
    """The folder of uploads, and the connector that reads it."""

    path: Path

    def put(self, name: str, content: str | bytes, encoding: str = "utf-8") -> str:
        """Write a file dated of the day; return its name."""
        path = self.path / name
        path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
        os.utime(path, (NOW.timestamp(), NOW.timestamp()))
        return name

    def csv(self, rows: Sequence[Sequence[str]], name: str = "a.csv") -> str:
        """Write a CSV file with semicolons; cells are written as they are."""
        return self.put(name, "\n".join(";".join(row) for row in rows) + "\n")

    def job(self, name: str, cursor: Mapping[str, Any] | None = None, **settings: Any) -> Job:
        """Return a run on a file of the folder."""
        return Job(1, {"path": name, **settings}, {}, cursor or {}, lambda: NOW, self.path)

    async def read(self, name: str, cursor: Mapping[str, Any] | None = None, **settings: Any) -> Import:
        """Read a file to its end."""
        job = self.job(name, cursor, **settings)
        return Import([delivery async for delivery in CONNECTOR.collect(job)])


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    path = tmp_path / "uploads"
    path.mkdir()
    return Folder(path)
