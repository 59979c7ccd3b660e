"""Writing an understood batch: one transaction, split where it fails, so that one bad message stops nothing."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import asdict
from typing import Any

import psycopg
from psycopg.adapt import Dumper
from psycopg.pq import Format

from palabre.core.model import Event
from palabre.pipeline.batch import Batch, Flow, Placed, described
from palabre.pipeline.exchange import Answer, Edited, Excerpt
from palabre.pipeline.mind import TOLD
from palabre.pipeline.minds import NotUnderstood
from palabre.pipeline.shape import as_json
from palabre.store import arrays, queries, rows
from palabre.store.arrays import bigs, texts

SQL = queries.load("writer")
log = logging.getLogger(__name__)

_COPY_MESSAGE = f"COPY message ({rows.MESSAGE_COLUMNS}) FROM STDIN (FORMAT binary)".encode()
_COPY_KEY = b"COPY message_key (source_id, external_id, message_id) FROM STDIN (FORMAT binary)"
_COPY_SIGNAL = b"COPY signal (message_id, workspace_id, name, score, model, evidence) FROM STDIN (FORMAT binary)"
_COPY_MATCH = b"COPY match (message_id, topic_id, workspace_id, spans) FROM STDIN (FORMAT binary)"

Ask = Callable[[list[Excerpt]], "Future[Answer]"]
Changed = dict[int, list[int]]  # workspace → ids


class _Vector(bytes):
    """A ``tsvector`` in binary form."""


class _VectorDumper(Dumper):
    format = Format.BINARY
    oid = 3614  # tsvector, in every PostgreSQL

    def dump(self, obj: bytes) -> bytes:
        return obj


class Writer:
    """Writes batches over one connection of its own, in order. ``ask`` has halves of a batch understood again.

    ``stored`` is told how many new messages each transaction stored.
    """

    def __init__(
        self, connection: psycopg.Connection[Any], ask: Ask, stored: Callable[[int], None] = lambda count: None
    ) -> None:
        self.stored = stored
        self.connection = connection
        self.ask = ask
        arrays.register(connection.adapters)
        connection.adapters.register_dumper(_Vector, _VectorDumper)
        self._eventful = {row[0] for row in connection.execute(SQL["sources_with_events"])}

    def write(self, batch: Batch, coming: "Future[Answer]") -> int:
        """Write ``batch`` once it is understood, or its halves where it fails; return the number of new messages.

        A lost connection, or a lost mind, is raised: the intake rows are still there, and all is read again.
        """
        try:
            answer = coming.result()
            with self.connection.transaction():
                self._write(batch, answer)
            self.stored(len(batch.new))
            return len(batch.new)
        except (psycopg.OperationalError, psycopg.InterfaceError):
            raise
        except (psycopg.Error, NotUnderstood) as error:
            if batch.size() > 1:
                first, second = batch.halves()
                return self._write_half(first) + self._write_half(second)
            if batch.size() == 0:
                raise
            log.warning("A message was set aside: %s", type(error).__name__)
            said = str(error) if isinstance(error, NotUnderstood) else described(error)
            return self._write_half(batch.alone(said))

    def _write_half(self, half: Batch) -> int:
        return self.write(half, self.ask(half.excerpts()))

    def _write(self, batch: Batch, answer: Answer) -> None:
        if batch.new:
            self._copy(answer)
            self._delete_late(batch.new)
        changed: Changed = defaultdict(list)
        flows = {one.id: one.flow for one in batch.edits}
        for edit in answer.edits:
            self._edit(edit, flows[edit.id])
            changed[flows[edit.id].workspace].append(edit.id)
        for flow, event in batch.events:
            changed[flow.workspace] += self._happen(flow, event)
        for kept in batch.asides:
            self.connection.execute(SQL["set_aside"], asdict(kept))
        self._settle(batch, answer, changed)

    def _settle(self, batch: Batch, answer: Answer, changed: Changed) -> None:
        """End a batch: counts, intake, who else is asked, news to browsers. One row each, no text."""
        written, news = [*batch.new, *batch.edits], list(_news(answer, changed))
        workspaces, minutes, sources, topics, counts = (
            zip(*answer.counts, strict=True) if answer.counts else [()] * 5
        )
        values = {
            "workspaces": bigs(workspaces), "minutes": list(minutes), "sources": bigs(sources),
            "topics": bigs(topics), "counts": bigs(counts), "intake": bigs(batch.intake),
            "written": bigs([one.id for one in written]), "theirs": bigs([one.flow.workspace for one in written]),
            "told": bigs([one[0] for one in news]), "kinds": texts([one[1] for one in news]),
            "bodies": texts([as_json(one[2]) for one in news]),
        }  # fmt: skip
        self.connection.execute(SQL["settle"], values)

    def _copy(self, answer: Answer) -> None:
        self._copy_rows(_COPY_KEY, answer.keys)
        self._copy_rows(_COPY_MESSAGE, answer.messages)
        self._copy_rows(_COPY_SIGNAL, answer.signals)
        self._copy_rows(_COPY_MATCH, answer.matches)

    def _copy_rows(self, statement: bytes, data: bytes) -> None:
        if data:
            with self.connection.cursor().copy(statement) as copy:
                copy.write(b"".join((rows.HEADER, data, rows.TRAILER)))

    def _delete_late(self, new: list[Placed]) -> None:
        """Mark messages whose deletion was told before they came. Only sources that ever told any are asked."""
        eventful = [one for one in new if one.flow.source in self._eventful] if self._eventful else []
        if not eventful:
            return
        ids = {(one.flow.source, one.brief.id): one.id for one in eventful}
        wanted = {"sources": bigs([source for source, _ in ids]), "ids": texts([external for _, external in ids])}
        for source, target, at in self.connection.execute(SQL["deleted_before_arrival"], wanted).fetchall():
            self.connection.execute(SQL["mark_deleted"], {"id": ids[source, target], "at": at})

    def _edit(self, edit: Edited, flow: Flow) -> None:
        values = {
            "id": edit.id, "title": edit.title, "lead": edit.lead, "text": edit.text, "lang": edit.lang,
            "at": flow.received, "priority": edit.priority, "proposed": edit.proposed, "article": edit.article,
            "parts": edit.parts, "raw": edit.raw,
        }  # fmt: skip
        for step in ("keep_revision", "edit_message", "note_revision", "forget_findings"):
            self.connection.execute(SQL[step], values)
        self.connection.execute(SQL["edit_vector"], {"id": edit.id, "vector": _Vector(edit.vector)})
        self._copy_rows(_COPY_SIGNAL, edit.signals)
        self._copy_rows(_COPY_MATCH, edit.matches)

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


def _news(answer: Answer, changed: Changed) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Yield what browsers are told: the workspace, the kind of news, the news."""
    for told in answer.told:
        body = {"ids": told.ids, "count": told.count, "sources": told.sources, "pending": told.pending}
        yield told.workspace, "messages", body
    for workspace, ids in changed.items():
        if ids:
            yield workspace, "changed", {"ids": ids[:TOLD]}
