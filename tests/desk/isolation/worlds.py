"""Workspaces in which every table has a row, each text marked so that a leak is recognised."""

from dataclasses import dataclass
from typing import Any

from desk.teams import Team
from house import House
from palabre.desk.people.actions import do_create_token
from palabre.desk.people.permissions import SCOPES
from palabre.desk.people.scope import scoped


@dataclass(frozen=True)
class World:
    """A workspace with a row in every table, and the ids of what addresses name."""

    team: Team
    token: str
    ids: dict[str, int]
    mark: str


def furnish(house: House, team: Team, mark: str) -> World:
    """Put a row in every table of ``team``'s workspace; ``mark`` stands in every text."""
    ws = team.workspace
    source = house.source(ws, "webhook", f"source {mark}")
    author = house.author(ws, f"author-{mark}")
    raw = f'{{"x":"{mark}"}}'
    message = house.message(source, f"texte {mark}", author_id=author, thread=f"thread-{mark}", raw=raw)
    house.signal(message, "insult")
    topic = house.topic(ws, f"topic {mark}", mark)
    rule = house.rule(ws, f"rule {mark}", mark)
    with scoped(team.people["owner"], ws):
        token = do_create_token(actor=team.actor(), name=f"token {mark}", scopes=list(SCOPES))[1]
    ids = {
        "source": source,
        "author": author,
        "message": message,
        "topic": topic,
        "rule": rule,
        "rule_version": _one(house, "SELECT id FROM rule_version WHERE rule_id = %s", rule),
        "member": _one(house, "SELECT id FROM member WHERE workspace_id = %s AND role = 'analyst'", ws),
        "token": _one(house, "SELECT id FROM api_token WHERE workspace_id = %s", ws),
        "invitation": _one(
            house,
            "INSERT INTO invitation (workspace_id, email, role, token_hash, expires_at)"
            " VALUES (%s, %s, 'lead', %s, now() + interval '1 day') RETURNING id",
            ws,
            f"{mark}@invited.example",
            mark,
        ),
        "decision": _one(
            house,
            "INSERT INTO decision (workspace_id, message_id, person_id, action, note)"
            " VALUES (%s, %s, %s, 'hold', %s) RETURNING id",
            ws,
            message,
            team.people["moderator"],
            mark,
        ),
        "item": _one(
            house,
            "INSERT INTO set_aside (workspace_id, source_id, place, error, payload, retryable)"
            " VALUES (%s, %s, 'line 1', %s, '{}', true) RETURNING id",
            ws,
            source,
            mark,
        ),
        "version": _one(house, "SELECT id FROM topic_version WHERE topic_id = %s", topic),
        "recount": _one(
            house,
            "INSERT INTO topic_recount (workspace_id, topic_id, version, since, error)"
            " VALUES (%s, %s, 1, now(), %s) RETURNING id",
            ws,
            topic,
            mark,
        ),
        **_taught(house, team, message, mark),
    }
    for statement, values in _rows(team, source, message, topic, mark):
        house.owner.execute(statement.encode(), values)
    return World(team, token, ids, mark)


def _taught(house: House, team: Team, message: int, mark: str) -> dict[str, int]:
    """Put what stands around the signals; return the ids that addresses name."""
    ws = team.workspace
    provider = _one(
        house,
        "INSERT INTO provider (workspace_id, name, kind, signals, settings) VALUES (%s, %s, 'chat', '{insult}',"
        """ '{"address": "https://model.example/v1", "model": "m"}') RETURNING id""",
        ws,
        mark,
    )
    house.owner.execute(
        "INSERT INTO provider_health (provider_id, workspace_id, error) VALUES (%s, %s, %s)", (provider, ws, mark)
    )
    house.owner.execute(
        "INSERT INTO second_look (workspace_id, provider_id, message_id) VALUES (%s, %s, %s)",
        (ws, provider, message),
    )
    house.owner.execute("INSERT INTO signal_threshold VALUES (%s, 'insult', 0.4)", (ws,))
    model = _one(
        house,
        "INSERT INTO model_version (workspace_id, number, signals, examples, held_out, report, weights, base)"
        " VALUES (%s, 1, '{insult}', 40, 10, '{}', '', %s) RETURNING id",
        ws,
        mark,
    )
    house.owner.execute("INSERT INTO model_use (workspace_id, version_id) VALUES (%s, %s)", (ws, model))
    return {
        "register": _one(
            house,
            "INSERT INTO product_register (workspace_id, used, file_name, names, codes)"
            " VALUES (%s, true, %s, '{Zorbiflex}', '{7}') RETURNING id",
            ws,
            mark,
        ),
        "shared": _one(
            house,
            "INSERT INTO shared_view (workspace_id, name, query) VALUES (%s, %s, 'signal=hate') RETURNING id",
            ws,
            mark,
        ),
        "provider": provider,
        "model": model,
        "label": _one(
            house,
            "INSERT INTO label (workspace_id, message_id, signal, value, origin, person_id, detail)"
            " VALUES (%s, %s, 'insult', 0, 'person', %s, %s) RETURNING id",
            ws,
            message,
            team.people["moderator"],
            mark,
        ),
        "key": _one(
            house,
            "INSERT INTO perspective_key (workspace_id, name, key_hash, hint) VALUES (%s, %s, %s, 'abcd')"
            " RETURNING id",
            ws,
            mark,
            mark,
        ),
    }


def _rows(team: Team, source: int, message: int, topic: int, mark: str) -> list[tuple[str, list[Any]]]:
    """Return the rows that nothing else refers to."""
    ws = team.workspace
    return [
        (
            "INSERT INTO gap (workspace_id, source_id, started, ended, reason) VALUES (%s, %s, now(), now(), %s)",
            [ws, source, mark],
        ),
        (
            "INSERT INTO intake (workspace_id, source_id, count, payload) VALUES (%s, %s, 1, %s)",
            [ws, source, b"{}"],
        ),
        ("INSERT INTO match VALUES (%s, %s, %s)", [message, topic, ws]),
        ("INSERT INTO revision VALUES (%s, 1, %s, now(), '', %s)", [message, ws, mark]),
        (
            "INSERT INTO message_event (workspace_id, source_id, kind, target, at)"
            " VALUES (%s, %s, 'delete', %s, now())",
            [ws, source, mark],
        ),
        ("INSERT INTO minute_count VALUES (%s, date_trunc('minute', now()), %s, 0, 7)", [ws, source]),
        (
            "INSERT INTO claim VALUES (%s, %s, %s, now() + interval '1 hour')",
            [message, ws, team.people["lead"]],
        ),
        ("SELECT announce(%s, 'changed', %s)", [ws, f'{{"ids":[{message}]}}']),
    ]


def _one(house: House, statement: str, *values: Any) -> int:
    row = house.owner.execute(statement.encode(), values).fetchone()
    assert row is not None
    return int(str(row[0]))
