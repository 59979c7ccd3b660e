"""What the worker knows of workspaces: their sources, and how each looks at messages. Reloaded when told."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import psycopg

from palabre.core.charter.rules import Rule, number_of
from palabre.core.query import parse
from palabre.core.signals.blend import Models
from palabre.core.text import fold
from palabre.pipeline.heeding import Heeding
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
    name: str = ""


#: How a query calls others: by their names.
CALL = "@query:"


class Standing(NamedTuple):
    """What a topic or a rule asks: where one of these changes it is compiled again.

    ``name`` is what others call it by ('' for a rule: none does), ``saved`` all that it may call.
    """

    query: str
    name: str
    saved: frozenset[tuple[str, str]] | None


@dataclass(slots=True)
class Lenses:
    """The sources and the lens of each workspace; all share ``models``. ``reload`` changes only what changed."""

    models: Models | None = None
    sources: dict[int, SourceFacts] = field(default_factory=dict)
    _lenses: dict[int, Lens] = field(default_factory=dict)
    _standing: dict[tuple[int, int], Standing] = field(default_factory=dict)
    _heeding: Heeding = field(default_factory=Heeding)

    def of(self, workspace: int) -> Lens:
        """Return the lens of a workspace."""
        lens = self._lenses.get(workspace)
        if lens is None:  # not by ``setdefault``: a lens that is thrown away costs as much as a message
            lens = self._lenses[workspace] = Lens(models=self.models)
        return lens

    def all(self) -> dict[int, Lens]:
        """Return the lenses that were needed, by workspace."""
        return self._lenses

    def reload(self, connection: psycopg.Connection[Any]) -> None:
        """Read sources, topics and rules again, and swap the queries that changed between two batches."""
        rows = connection.execute(SQL["sources"]).fetchall()
        self.sources = {row[0]: SourceFacts(*row[1:]) for row in rows}
        topics = connection.execute(SQL["topics"]).fetchall()
        saved = saved_queries((workspace, name, query) for _, workspace, query, name, _ in topics)
        asked = [(workspace, topic, query, name) for topic, workspace, query, name, active in topics if active]
        self._swap([*asked, *self._rules(connection)], saved)
        self._heeding.reload(connection, self.of, list(self._lenses))

    def _rules(self, connection: psycopg.Connection[Any]) -> list[tuple[int, int, str, str]]:
        """Set what the rules propose, and return what they ask, as (workspace, number, query, '')."""
        found = connection.execute(SQL["rules"]).fetchall()
        by_workspace: dict[int, dict[int, Rule]] = {workspace: {} for workspace in self._lenses}
        for workspace, _, *rest in found:
            rule = Rule(*rest)
            by_workspace.setdefault(workspace, {})[number_of(rule.id)] = rule
        for workspace, rules in by_workspace.items():
            self.of(workspace).rules = rules
        return [(workspace, number_of(id), query, "") for workspace, query, id, *_ in found]

    def _swap(self, asked: Iterable[tuple[int, int, str, str]], saved: Mapping[int, Mapping[str, str]]) -> None:
        """Follow what is asked, as (workspace, number, query, name), from the next message on."""
        wanted: dict[tuple[int, int], Standing] = {}
        for workspace, number, query, name in asked:
            called = frozenset(saved.get(workspace, {}).items()) if CALL in query else None
            wanted[workspace, number] = Standing(query, name, called)
        for workspace, number in self._standing.keys() - wanted.keys():
            self.of(workspace).topics.remove(number)
        for (workspace, number), standing in wanted.items():
            if self._standing.get((workspace, number)) != standing:
                self.put(workspace, number, standing, saved.get(workspace, {}))
        self._standing = wanted

    def put(self, workspace: int, topic: int, standing: Standing, saved: Mapping[str, str]) -> None:
        """Follow a topic or a rule from the next message on; one that cannot be read matches nothing."""
        tree = parse(standing.query, saved=saved).tree
        if tree is None:
            self.of(workspace).topics.remove(topic)
        else:
            self.of(workspace).topics.put_tree(topic, tree, standing.name)


def saved_queries(topics: Iterable[tuple[int, str, str]]) -> dict[int, dict[str, str]]:
    """Return the queries of each workspace by the folded names of its topics, given (workspace, name, query)."""
    saved: dict[int, dict[str, str]] = {}
    for workspace, name, query in topics:
        saved.setdefault(workspace, {})[fold(name)] = query
    return saved


def trained() -> Models:
    """Return the trained models; what could not be loaded is told, and rules speak alone there."""
    found = models.builtin()
    for trouble in found.troubles:
        log.warning("A trained model is left aside: %s", trouble)
    return found.models
