"""Invented rows for the tests, written under the owner's role."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from psycopg import sql

from palabre.store.migrate import Connection

NOW = datetime(2026, 3, 14, 9, 26, tzinfo=UTC)


@dataclass
class House:
    """A factory: each method inserts one row and returns its id."""

    owner: Connection
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def workspace(self, slug: str = "courrier", name: str = "Le Courrier du Lauragais", **columns: Any) -> int:
        """Insert a workspace."""
        return self._insert("workspace", slug=slug, name=name, **columns)

    def person(self, email: str = "ninon@courrier.example", name: str = "Ninon Faure", **columns: Any) -> int:
        """Insert a person who cannot sign in by password until one is set."""
        defaults: dict[str, Any] = {
            "password": "!",
            "language": "fr",
            "theme": "auto",
            "density": "comfortable",
            "timezone": "Europe/Paris",
            "blur_harsh": False,
            "shortcuts": "{}",
            "is_active": True,
            "created_at": NOW,
        }
        return self._insert("person", email=email, name=name, **{**defaults, **columns})

    def member(self, workspace: int, person: int, role: str = "moderator") -> int:
        """Make a person a member."""
        return self._insert("member", workspace_id=workspace, person_id=person, role=role)

    def source(self, workspace: int, connector: str = "webhook", name: str = "Commentaires", **columns: Any) -> int:
        """Insert a source with its health."""
        source = self._insert("source", workspace_id=workspace, connector=connector, name=name, **columns)
        self.owner.execute(
            "INSERT INTO source_health (source_id, workspace_id) VALUES (%s, %s)", (source, workspace)
        )
        return source

    def author(self, workspace: int, key: str = "jp.morel", **columns: Any) -> int:
        """Insert an author of the network ''."""
        defaults = {"network": "", "name": key, "first_seen": NOW}
        return self._insert("author", workspace_id=workspace, key=key, **{**defaults, **columns})

    def topic(self, workspace: int, name: str = "Déviation", query: str = "déviation OR rocade") -> int:
        """Insert a topic."""
        return self._insert("topic", workspace_id=workspace, name=name, query=query)

    def rule(self, workspace: int, name: str = "Insultes locales", query: str = "pignouf", **more: object) -> int:
        """Insert a rule."""
        values = {"article": "insult", **more}
        return self._insert("rule", workspace_id=workspace, name=name, query=query, **values)

    def message(self, source: int, text: str, published: datetime = NOW, **columns: Any) -> int:
        """Insert a message, with a plain search vector, its partition made when missing."""
        row = self.owner.execute("SELECT workspace_id FROM source WHERE id = %s", (source,)).fetchone()
        assert row is not None
        day = published.date()
        self._ensure_partition(day)
        number = next(self._numbers)
        found = self.owner.execute("SELECT day_floor(%s)", (day,)).fetchone()
        assert found is not None and isinstance(found[0], int)
        defaults: dict[str, Any] = {
            "id": found[0] + number,
            "workspace_id": row[0],
            "source_id": source,
            "published": published,
            "received": published,
            "external_id": f"m{number}",
            "kind": "comment",
            "visibility": "public",
            "network": "",
            "text": text,
        }
        columns = {**defaults, **columns}
        message = self._insert(
            "message", _raw={"search": "to_tsvector('simple', lower(%s))"}, **columns, search=text
        )
        self.owner.execute("INSERT INTO message_key VALUES (%s, %s, %s)", (source, columns["external_id"], message))
        return message

    def signal(self, message: int, name: str, score: float = 0.9, evidence: str = "[]") -> None:
        """Give a message a signal."""
        self.owner.execute(
            "INSERT INTO signal SELECT id, workspace_id, %s, %s, 'test', %s FROM message WHERE id = %s",
            (name, score, evidence, message),
        )

    def _ensure_partition(self, day: date) -> None:
        """Make a partition for a day, unless a test before left one that holds it: partitions stay."""
        held = "SELECT FROM partition WHERE first_day <= %s AND %s < end_day"
        if self.owner.execute(held, (day, day)).fetchone() is None:
            self.owner.execute("SELECT ensure_partition(%s, %s)", (day, day + timedelta(days=1)))

    def _insert(self, table: str, _raw: dict[str, str] | None = None, **columns: Any) -> int:
        raw = _raw or {}
        statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING id").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, columns)),
            sql.SQL(", ").join(sql.SQL(raw.get(name, "%s")) for name in columns),
        )
        row = self.owner.execute(statement, list(columns.values())).fetchone()
        assert row is not None and isinstance(row[0], int)
        return row[0]
