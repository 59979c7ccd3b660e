"""What the worker knows of workspaces: their sources, and how each looks at messages. Reloaded when told."""

import logging
from dataclasses import dataclass, field
from typing import Any

import psycopg

from palabre.core.signals.blend import Models
from palabre.pipeline.understand import Lens
from palabre.store import models, queries

SQL = queries.load("writer")
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the pipeline needs of a source. ``moderated``: its messages stand in the queue."""

    workspace: int
    network: str
    moderated: bool


@dataclass(slots=True)
class Lenses:
    """The sources and the lens of each workspace; all share ``models``. ``reload`` changes only what changed."""

    models: Models | None = None
    sources: dict[int, SourceFacts] = field(default_factory=dict)
    _lenses: dict[int, Lens] = field(default_factory=dict)
    _queries: dict[tuple[int, int], str] = field(default_factory=dict)

    def of(self, workspace: int) -> Lens:
        """Return the lens of a workspace."""
        return self._lenses.setdefault(workspace, Lens(models=self.models))

    def all(self) -> dict[int, Lens]:
        """Return the lenses that were needed, by workspace."""
        return self._lenses

    def reload(self, connection: psycopg.Connection[Any]) -> None:
        """Read sources and topics again, and swap the topics that changed between two batches."""
        rows = connection.execute(SQL["sources"]).fetchall()
        self.sources = {row[0]: SourceFacts(*row[1:]) for row in rows}
        wanted = {(row[1], row[0]): row[2] for row in connection.execute(SQL["topics"])}
        for workspace, topic in self._queries.keys() - wanted.keys():
            self.of(workspace).topics.remove(topic)
        for (workspace, topic), query in wanted.items():
            if self._queries.get((workspace, topic)) != query:
                self.of(workspace).topics.put(topic, query)  # one that cannot be read matches nothing
        self._queries = wanted


def trained() -> Models:
    """Return the trained models; what could not be loaded is told, and rules speak alone there."""
    found = models.builtin()
    for trouble in found.troubles:
        log.warning("A trained model is left aside: %s", trouble)
    return found.models
