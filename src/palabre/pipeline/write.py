"""Writing a prepared batch: one transaction, split where it fails, so that one bad message stops nothing."""

import logging
from collections import Counter, defaultdict
from dataclasses import asdict
from datetime import datetime
from typing import Any

import psycopg
from psycopg.adapt import Dumper
from psycopg.pq import Format

from palabre.core.model import Delivery, Event
from palabre.pipeline.prepare import Aside, Edit, Flow, Prepared, aside
from palabre.pipeline.shape import Item, as_json, rows_of_findings
from palabre.store import queries, rows

SQL = queries.load("writer")
log = logging.getLogger(__name__)

#: Ids told to browsers in one announcement; a page that was told of more asks for the newest itself.
TOLD = 300

_COPY_MESSAGE = f"COPY message ({rows.MESSAGE_COLUMNS}) FROM STDIN (FORMAT binary)"
_COPY_KEY = "COPY message_key (source_id, external_id, message_id) FROM STDIN (FORMAT binary)"
_COPY_SIGNAL = "COPY signal (message_id, workspace_id, name, score, model, evidence) FROM STDIN (FORMAT binary)"
_COPY_MATCH = "COPY match (message_id, topic_id, workspace_id, spans) FROM STDIN (FORMAT binary)"

Changed = dict[int, list[int]]  # workspace → ids


class _Vector(bytes):
    """A ``tsvector`` in binary form."""


class _VectorDumper(Dumper):
    format = Format.BINARY
    oid = 3614  # tsvector, in every PostgreSQL

    def dump(self, obj: bytes) -> bytes:
        return obj


class Writer:
    """Writes batches over one connection of its own, in order."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        connection.adapters.register_dumper(_Vector, _VectorDumper)
        self._eventful = {row[0] for row in connection.execute(SQL["sources_with_events"])}

    def write(self, batch: Prepared) -> int:
        """Write ``batch``, or its halves where it fails; return the number of new messages.

        A lost connection is raised: the intake rows are still there, and all is read and prepared again.
        """
        try:
            with self.connection.transaction():
                self._write(batch)
            return len(batch.items)
        except (psycopg.OperationalError, psycopg.InterfaceError):
            raise
        except psycopg.Error as error:
            if batch.size() > 1:
                first, second = batch.halves()
                return self.write(first) + self.write(second)
            if batch.size() == 0:
                raise
            log.warning("A message was set aside: %s", type(error).__name__)
            return self.write(Prepared(batch.intake, asides=[*batch.asides, _alone(batch, error)]))

    def _write(self, batch: Prepared) -> None:
        if batch.items:
            self._copy(batch.items)
            self._count(batch.items)
            self._delete_late(batch.items)
        changed: Changed = defaultdict(list)
        for edit in batch.edits:
            self._edit(edit)
            changed[edit.flow.workspace].append(edit.id)
        for flow, event in batch.events:
            changed[flow.workspace] += self._happen(flow, event)
        for kept in batch.asides:
            self.connection.execute(SQL["set_aside"], asdict(kept))
        if batch.intake:
            self.connection.execute(SQL["empty_intake"], {"ids": batch.intake})
        self._announce(batch.items, changed)

    def _copy(self, items: list[Item]) -> None:
        self._copy_rows(_COPY_KEY, [item.key for item in items])
        self._copy_rows(_COPY_MESSAGE, [item.row for item in items])
        self._copy_rows(_COPY_SIGNAL, [row for item in items for row in item.signals])
        self._copy_rows(_COPY_MATCH, [row for item in items for row in item.matches])

    def _copy_rows(self, statement: str, data: list[bytes]) -> None:
        if data:
            with self.connection.cursor().copy(statement.encode()) as copy:
                copy.write(b"".join([rows.HEADER, *data, rows.TRAILER]))

    def _count(self, items: list[Item]) -> None:
        counts: Counter[tuple[int, datetime, int, int]] = Counter()
        for item in items:
            workspace, minute, source = item.workspace, item.minute, item.source
            counts[workspace, minute, source, 0] += 1
            for topic in item.topics:
                counts[workspace, minute, source, topic] += 1
        keys = sorted(counts)  # always in the same order: two writers could not lock each other
        workspaces, minutes, sources, topics = map(list, zip(*keys, strict=True))
        values = {"workspaces": workspaces, "minutes": minutes, "sources": sources, "topics": topics}
        self.connection.execute(SQL["count_minutes"], {**values, "counts": [counts[key] for key in keys]})

    def _delete_late(self, items: list[Item]) -> None:
        """Mark messages whose deletion was told before they came. Only sources that ever told any are asked."""
        eventful = [item for item in items if item.source in self._eventful]
        if not eventful:
            return
        wanted = {"sources": [i.source for i in eventful], "ids": [i.external_id for i in eventful]}
        ids = {(item.source, item.external_id): item.id for item in eventful}
        for source, target, at in self.connection.execute(SQL["deleted_before_arrival"], wanted).fetchall():
            self.connection.execute(SQL["mark_deleted"], {"id": ids[source, target], "at": at})

    def _edit(self, edit: Edit) -> None:
        u, m = edit.understood, edit.understood.message
        values = {
            "id": edit.id, "title": m.title, "lead": m.lead, "text": m.text, "lang": u.lang,
            "at": edit.flow.received,
            "priority": u.proposal.priority, "proposed": u.proposal.action or "", "article": u.proposal.article,
            "parts": as_json(u.proposal.parts) if u.proposal.parts else "", "raw": as_json(m.raw) if m.raw else "",
        }  # fmt: skip
        for step in ("keep_revision", "edit_message", "note_revision", "forget_findings"):
            self.connection.execute(SQL[step], values)
        self.connection.execute(SQL["edit_vector"], {"id": edit.id, "vector": _Vector(u.vector)})
        signals, matches = rows_of_findings(edit.id, edit.flow.workspace, u.signals, u.matches)
        self._copy_rows(_COPY_SIGNAL, signals)
        self._copy_rows(_COPY_MATCH, matches)

    def _happen(self, flow: Flow, event: Event) -> list[int]:
        """Note an event and return the ids of the messages that it changed."""
        self._eventful.add(flow.source)
        values = {
            "workspace": flow.workspace, "source": flow.source, "kind": event.kind, "target": event.target,
            "at": event.at, "received": flow.received, "detail": event.detail,
        }  # fmt: skip
        self.connection.execute(SQL["note_event"], values)
        step = {"delete": "delete_message", "restore": "restore_message", "ban": "ban_author"}[event.kind]
        return [row[0] for row in self.connection.execute(SQL[step], values)]

    def _announce(self, items: list[Item], changed: Changed) -> None:
        by_workspace: dict[int, list[Item]] = defaultdict(list)
        for item in items:
            by_workspace[item.workspace].append(item)
        for workspace, group in by_workspace.items():
            sources = sorted({item.source for item in group})
            ids = [item.id for item in group[-TOLD:]]
            pending = sum(item.waits for item in group)
            body = {"ids": ids, "count": len(group), "sources": sources, "pending": pending}
            self._tell(workspace, "messages", body)
        for workspace, told in changed.items():
            if told:
                self._tell(workspace, "changed", {"ids": told[:TOLD]})

    def _tell(self, workspace: int, kind: str, body: dict[str, Any]) -> None:
        self.connection.execute(SQL["announce"], {"workspace": workspace, "kind": kind, "body": as_json(body)})


def _alone(batch: Prepared, error: psycopg.Error) -> Aside:
    """Return what is kept of a batch of one."""
    if batch.items:
        item = batch.items[0]
        delivery = Delivery(messages=(item.understood.message,))
        return aside(item.workspace, item.source, item.external_id, delivery, error)
    if batch.edits:
        edit = batch.edits[0]
        message = edit.understood.message
        return aside(edit.flow.workspace, edit.flow.source, message.id, Delivery(messages=(message,)), error)
    flow, event = batch.events[0]
    return aside(flow.workspace, flow.source, event.target, Delivery(events=(event,)), error)
