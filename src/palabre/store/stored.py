"""Stored messages read back as queries see them: what they say, and their facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
import psycopg
from psycopg.rows import tuple_row

from palabre.core.model import Attachment, Author, Message
from palabre.core.query.compare import answers
from palabre.core.query.facts import NO_FACTS, Facts, facts_of
from palabre.core.query.match import Said
from palabre.core.query.references import fields
from palabre.core.query.tree import Field, Node
from palabre.core.text import Tokens, fold, tokenize
from palabre.store import queries

SQL = queries.load("search")
Connection = psycopg.Connection[Any]
_attachments = msgspec.json.Decoder(tuple[Attachment, ...]).decode


@dataclass(frozen=True, slots=True)
class Called:
    """What the open workspace calls its sources and topics, by number."""

    source_names: Mapping[int, str]
    topic_names: Mapping[int, str]

    def sources(self, field: Field) -> list[int]:
        """Return the sources that a field names."""
        return [id for id, name in self.source_names.items() if answers(field, fold(name).strip())]

    def topics(self, field: Field) -> list[int]:
        """Return the topics that a field names, by name or by number."""
        return [id for id in self.topic_names if any(answers(field, fold(name)) for name in self.topic(id))]

    def topic(self, id: int) -> tuple[str, ...]:
        """Return all that a topic can be called."""
        name = self.topic_names.get(id, "")
        return (str(id), name) if name else (str(id),)


def called(connection: Connection) -> Called:
    """Return the names of the open workspace."""
    with connection.cursor(row_factory=tuple_row) as cursor:
        sources: dict[int, str] = dict(cursor.execute(SQL["sources"]).fetchall())
        topics: dict[int, str] = dict(cursor.execute(SQL["topics"]).fetchall())
    return Called(sources, topics)


def saved_queries(connection: Connection, workspace: int) -> dict[str, str]:
    """Return the queries of a workspace's topics by their folded names, for ``parse(…, saved=…)``."""
    with connection.cursor(row_factory=tuple_row) as cursor:
        rows = cursor.execute(SQL["saved"], {"workspace": workspace}).fetchall()
    return {fold(name): query for name, query in rows}


def asks_facts(tree: Node) -> bool:
    """Tell whether a query asks anything but words."""
    return next(fields(tree), None) is not None


def said_of(connection: Connection, ids: Sequence[int], names: Called | None) -> dict[int, Said]:
    """Return what each message says, with its facts where ``names`` are given; what is not there is left out."""
    with connection.cursor(row_factory=tuple_row) as cursor:
        rows = cursor.execute(SQL["facts" if names is not None else "texts"], {"ids": list(ids)}).fetchall()
    return {row[0]: _said(row, names) for row in rows}


def _said(row: Sequence[Any], names: Called | None) -> Said:
    title, lead, text = row[1:4]
    tokens = tokenize(text)
    facts = _facts(row, names, tokens) if names is not None else NO_FACTS
    return Said(tokens, tokenize(title) if title else None, tokenize(lead) if lead else None, facts)


def _facts(row: Sequence[Any], names: Called, tokens: Tokens) -> Facts:
    _, title, lead, text, published, kind, visibility, network, lang, country, site, thread = row[:12]
    parent, url, engagement, reach, first, decision, attachments, *rest = row[12:]
    key, name, address, followers, source, signals, sentiment, topics = rest
    message = Message(
        id="", text=text, title=title, lead=lead, published=datetime.fromtimestamp(published, UTC), kind=kind,
        visibility=visibility, network=network, lang=lang, country=country, site=site, thread=thread, parent=parent,
        url=url, engagement=engagement, reach=reach, first=first,
        author=Author(key, name, address, followers) if key is not None else None,
        attachments=_attachments(attachments) if attachments else (),
    )  # fmt: skip
    return facts_of(
        message, source=(source,), lang=lang, signals=signals, sentiment=sentiment, decision=decision,
        topics=_calls(names, topics), text=tokens,
    )  # fmt: skip


def _calls(names: Called, topics: Iterable[int]) -> list[str]:
    return [name for id in topics for name in names.topic(id)]
