"""The tables themselves: chains, append-only logs, partitions."""

from datetime import date

import psycopg
import pytest

from house import House
from palabre.store.migrate import Connection


def test_a_decision_is_never_changed_nor_removed(house: House, owner: Connection) -> None:
    workspace = house.workspace()
    message = house.message(house.source(workspace), "Bonjour")
    owner.execute(
        "INSERT INTO decision (workspace_id, message_id, action) VALUES (%s, %s, 'approve')", (workspace, message)
    )
    with pytest.raises(psycopg.errors.RestrictViolation):
        owner.execute("UPDATE decision SET action = 'hold'")
    with pytest.raises(psycopg.errors.RestrictViolation):
        owner.execute("DELETE FROM decision")


def test_the_audit_chain_shows_a_changed_row_and_a_missing_one(house: House, owner: Connection) -> None:
    workspace = house.workspace()
    for verb in ("paused", "renamed", "removed"):
        owner.execute(
            "INSERT INTO audit (workspace_id, number, at, verb, object, hash)"
            " VALUES (%s, 0, now(), %s, 'source 1', '')",
            (workspace, verb),
        )
    assert broken(owner, workspace) is None
    owner.execute("ALTER TABLE audit DISABLE TRIGGER append_only")  # as one who owns the tables could
    owner.execute("UPDATE audit SET verb = 'forgiven' WHERE number = 2")
    assert broken(owner, workspace) == 2
    owner.execute("UPDATE audit SET verb = 'renamed' WHERE number = 2")
    assert broken(owner, workspace) is None
    owner.execute("DELETE FROM audit WHERE number = 2")
    assert broken(owner, workspace) == 3
    owner.execute("ALTER TABLE audit ENABLE TRIGGER append_only")


def broken(owner: Connection, workspace: int) -> object:
    row = owner.execute("SELECT audit_broken(%s)", (workspace,)).fetchone()
    assert row is not None
    return row[0]


def test_a_partition_is_made_once_and_never_overlaps(owner: Connection) -> None:
    for _ in range(2):
        owner.execute("SELECT ensure_partition(%s, %s)", (date(1999, 1, 1), date(2000, 1, 1)))
    with pytest.raises(psycopg.errors.InvalidObjectDefinition):
        owner.execute("SELECT ensure_partition(%s, %s)", (date(1999, 6, 1), date(1999, 6, 2)))
