"""Walking everything that has a workspace: each table, each page, each operation of the API.

The lists are read from the database's catalogue, the URL resolver and the OpenAPI document, never written down:
what is added later is walked by itself, and what the walk cannot fill in makes it fail.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from psycopg import sql

from palabre.store.migrate import Connection

_CONVERTER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


def tables(owner: Connection) -> list[str]:
    """Return every table that has a workspace_id, partitions left out (they are reached through their parent)."""
    found = owner.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE a.attname = 'workspace_id' AND NOT a.attisdropped AND c.relkind IN ('r', 'p')"
        " AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace ORDER BY 1"
    )
    return [str(name) for (name,) in found]


def count(connection: Connection, table: str, workspace: int) -> int:
    """Return how many rows of ``workspace`` this connection sees in ``table``."""
    query = sql.SQL("SELECT count(*) FROM {} WHERE workspace_id = %s").format(sql.Identifier(table))
    row = connection.execute(query, [workspace]).fetchone()
    assert row is not None
    return int(str(row[0]))


def snapshot(owner: Connection, workspace: int) -> dict[str, str]:
    """Return a digest of all rows of a workspace, by table: equal digests, equal rows."""
    digests = {}
    for table in tables(owner):
        query = sql.SQL(
            "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {} t WHERE workspace_id = %s"
        ).format(sql.Identifier(table))
        row = owner.execute(query, [workspace]).fetchone()
        assert row is not None
        digests[table] = str(row[0])
    return digests


@dataclass(frozen=True)
class Page:
    """An address of the desk, its parameters still to be filled in, and the permission of its room."""

    route: str
    permission: str | None

    @property
    def parameters(self) -> dict[str, str]:
        """Return name → kind of each parameter."""
        return {found["name"]: found["kind"] or "str" for found in _CONVERTER.finditer(self.route)}

    def filled(self, values: Mapping[str, object]) -> str:
        """Return the address with its parameters; ``KeyError`` for one that nobody thought of."""
        return "/" + _CONVERTER.sub(lambda found: str(values[found["name"]]), self.route)


def pages(prefix: str = "w/") -> Iterator[Page]:
    """Yield every address under ``prefix``, from the URL resolver."""
    for route, pattern in _walk(get_resolver(), ""):
        if route.startswith(prefix):
            yield Page(route, getattr(pattern.callback, "permission", None))


def _walk(resolver: URLResolver, before: str) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one, route)
        else:
            yield route, one


@dataclass(frozen=True)
class Operation:
    """An operation of the API, from its OpenAPI document."""

    method: str
    path: str
    parameters: tuple[str, ...]
    body: Mapping[str, Any]

    def filled(self, values: Mapping[str, object]) -> str:
        """Return the address; ``KeyError`` for a parameter that nobody thought of."""
        return re.sub(r"\{(\w+)\}", lambda found: str(values[found[1]]), self.path)


def operations(schema: Mapping[str, Any]) -> Iterator[Operation]:
    """Yield every operation of the document."""
    for path, methods in schema["paths"].items():
        for method, one in methods.items():
            content = one.get("requestBody", {}).get("content", {}).get("application/json", {})
            yield Operation(method.upper(), path, tuple(re.findall(r"\{(\w+)\}", path)), content.get("schema", {}))


def leaks(text: str, marks: Mapping[str, str]) -> list[str]:
    """Return which marks of the other workspace stand in ``text``."""
    return [name for name, mark in marks.items() if mark in text]
