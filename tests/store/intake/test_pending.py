"""How far the worker is behind: exact while it matters, estimated when it is long."""

from datetime import UTC, datetime

import pytest

from house import House
from palabre.core.model import Delivery, Message
from palabre.store import intake
from palabre.store.migrate import Connection

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
FILL = (
    "INSERT INTO intake (workspace_id, source_id, received, count, payload)"
    " SELECT s.workspace_id, s.id, now() - interval '90 seconds', %s, '' FROM source s, generate_series(1, %s)"
)


def test_an_empty_intake_is_not_behind(owner: Connection) -> None:
    assert intake.pending(owner) == intake.Backlog(0, 0, 0.0)


def test_a_short_queue_is_counted_exactly(owner: Connection, house: House) -> None:
    workspace = house.workspace()
    source = house.source(workspace)
    for count in (1, 3):
        said = tuple(Message(id=f"{count}-{n}", text="oui", published=NOON) for n in range(count))
        intake.commit(owner, workspace=workspace, source=source, delivery=Delivery(messages=said))
    backlog = intake.pending(owner)
    assert (backlog.rows, backlog.messages) == (2, 4)
    assert 0 <= backlog.oldest < 60


@pytest.mark.parametrize(("count", "rows"), [(1, 5_000), (250, 1_000), (0, 700)])
def test_a_long_queue_is_estimated(owner: Connection, house: House, count: int, rows: int) -> None:
    house.source(house.workspace())
    owner.execute(FILL, (count, rows))
    backlog = intake.pending(owner)
    assert backlog.rows == rows
    assert backlog.messages == count * rows
    assert backlog.oldest >= 90


def test_a_row_left_behind_does_not_make_the_queue_look_endless(owner: Connection, house: House) -> None:
    house.source(house.workspace())
    owner.execute(FILL, (1, 50_000))
    owner.execute(
        "DELETE FROM intake WHERE id > (SELECT min(id) FROM intake) AND id < (SELECT max(id) FROM intake) - 500"
    )
    backlog = intake.pending(owner)
    assert 400 <= backlog.rows <= 600


def test_the_estimate_reads_a_bounded_part_of_a_long_queue(owner: Connection, house: House) -> None:
    house.source(house.workspace())
    owner.execute(FILL, (1, 20_000))
    owner.execute("ANALYZE intake")
    plan = owner.execute(b"EXPLAIN " + intake._SQL["pending"].replace(b"%(sample)s", b"200")).fetchall()
    assert not any("Seq Scan" in str(line) for (line,) in plan)
